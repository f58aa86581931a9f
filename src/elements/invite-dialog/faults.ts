import { html, nothing, type TemplateResult } from 'lit';
import type { InvitationDraft } from '../../client/index.js';
import type { RoleId } from '../../domain/index.js';
import type { Strings } from '../../i18n/strings.js';
import { codeText, type ProblemTexts } from '../base/problem-text.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, triangleAlert } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import type { Address, AddressFault } from './addresses.js';
import type { ExistingInvites } from './existing.js';

export interface FaultsView {
  readonly addresses: readonly Address[];
  /** How many more people than free seats; 0 when they fit or nobody counts. */
  readonly tooMany: number;
  /** How many more than one go may hold. */
  readonly tooManyAtOnce: number;
  readonly max: number;
  readonly domains: string;
  /** Names a role. */
  roleOf(roleId: string): string;
  /** What can be done about an invite that is pending already, once it is loaded. */
  readonly existing?: ExistingInvites;
  readonly planUrl: string | null;
  /** The role of the form. */
  readonly role: string;
  readonly t: Strings['inviteDialog'];
  readonly problems: ProblemTexts;
}

export interface FaultActions {
  replace(index: number, address: string): void;
  remove(index: number): void;
  edit(index: number): void;
  openPlan(event: Event): void;
  /** The guided way out of a username that is in use elsewhere. */
  fix(draft: InvitationDraft, account?: { id: string; name: string }): unknown;
  setRole(index: number, roleId: RoleId): void;
  leaveOut(): void;
  showMember(email: string): void;
}

/** Nobody goes through more of them one by one: the rest is counted. */
const mostFaults = 30;

/** Every mistake once, each with its fix (picture f2). */
export function faultList(view: FaultsView, act: FaultActions): TemplateResult {
  const { addresses, tooMany, tooManyAtOnce, max, planUrl, t } = view;
  const count = faultCount(view);
  const faulty = addresses.flatMap((address, index) => (address.fault ? [{ address, index }] : []));
  const shown = faulty.slice(0, mostFaults);
  const hidden = faulty.length - shown.length;
  const plan = (text: unknown) =>
    planUrl
      ? html`<a
          class="link"
          href=${planUrl}
          @click=${(event: Event) => {
            act.openPlan(event);
          }}
          >${text}</a
        >`
      : text;
  return html`<div id="faults" class="faults" ?hidden=${count === 0}>
    ${
      count === 0
        ? nothing
        : html`
            <p id="faults-title" class="faults-title strong" part="error" role="alert">
              ${t.fixTitle({ count })}
            </p>
            <ul aria-labelledby="faults-title">
              ${shown.map(({ address, index }) => fault(address, address.fault as AddressFault, index, view, act))}
              ${
                hidden > 0
                  ? html`<li class="fault secondary muted">${t.moreFaults({ count: hidden })}</li>`
                  : nothing
              }
              ${
                tooMany > 0
                  ? row(
                      true,
                      t.tooMany({ count: tooMany }),
                      rich(t.tooManyFix, { count: tooMany }, { a: plan }),
                    )
                  : nothing
              }
              ${tooManyAtOnce > 0 ? row(true, t.tooMany({ count: tooManyAtOnce }), t.tooManyAtOnce({ max })) : nothing}
            </ul>
            ${
              faulty.length > 1 && faulty.length < addresses.length
                ? fixButton(t.leaveOut({ count: faulty.length }), () => {
                    act.leaveOut();
                  })
                : nothing
            }
          `
    }
  </div>`;
}

export function faultCount({ addresses, tooMany, tooManyAtOnce }: FaultsView): number {
  return (
    addresses.filter(({ fault: found }) => found).length + (tooMany > 0 ? 1 : 0) + (tooManyAtOnce > 0 ? 1 : 0)
  );
}

function fault(
  address: Address,
  found: AddressFault,
  index: number,
  view: FaultsView,
  act: FaultActions,
): TemplateResult {
  const blocking = !('warning' in found && found.warning);
  return row(blocking, html`<bdi>${address.typed}</bdi>`, faultText(address, found, view), [
    ...fixesOf(address, found, index, view, act),
  ]);
}

/** The way out that fits the mistake, and always one that leads on. */
function fixesOf(
  { typed, name, roleId }: Address,
  found: AddressFault,
  index: number,
  view: FaultsView,
  act: FaultActions,
): unknown[] {
  const { t } = view;
  const edit = () => {
    act.edit(index);
  };
  const remove = fixButton(
    t.remove,
    () => {
      act.remove(index);
    },
    typed,
  );
  if ('text' in found) return [fixButton(t.edit, edit, typed)];
  const { code, suggestion, roles, pending, values, warning } = found;
  if (suggestion) {
    return [
      fixButton(t.use({ email: suggestion }), () => {
        act.replace(index, suggestion);
      }),
    ];
  }
  if (roles) {
    return roles.map((role) =>
      fixButton(
        t.asRole({ role: view.roleOf(role) }),
        () => {
          act.setRole(index, role);
        },
        typed,
      ),
    );
  }
  if (code === 'username_taken_elsewhere') {
    const draft = { email: typed, roleId: roleId ?? view.role, ...(name && { name }) } as InvitationDraft;
    const { account } = (values ?? {}) as { account?: { id: string; name: string } };
    return [fixButton(t.fix, () => void act.fix(draft, account), typed)];
  }
  if (pending && view.existing) return [view.existing.buttons(pending)];
  if (code === 'already_member') {
    const show = () => {
      act.showMember(typed);
    };
    return [fixButton(t.show, show, typed), remove];
  }
  return [warning || code === 'role_not_available' ? remove : fixButton(t.edit, edit, typed)];
}

function faultText({ line }: Address, found: AddressFault, view: FaultsView): string {
  const text = sentenceOf(found, view);
  return line === undefined ? text : view.t.atLine({ line, text });
}

function sentenceOf(found: AddressFault, { t, problems, domains, existing }: FaultsView): string {
  if ('text' in found) return found.text;
  if (found.code === 'domain_refused') return t.notAllowedDomain({ domains });
  if (found.pending && existing) return existing.text(found.pending);
  return codeText(problems, found.code, found.values);
}

function fixButton(label: string, act: () => void, about?: string): TemplateResult {
  return html`<button
    class="button small"
    part="button"
    type="button"
    aria-label=${about ? `${label} ${about}` : nothing}
    @click=${act}
  >
    ${label}
  </button>`;
}

function row(blocking: boolean, title: unknown, text: unknown, fix: unknown = nothing): TemplateResult {
  return html`<li class="fault">
    ${icon(blocking ? circleAlert : triangleAlert, { tone: blocking ? 'danger' : 'warning' })}
    <div class="fault-text">
      <p class="strong">${title}</p>
      <p class="secondary muted">${text}</p>
    </div>
    ${fix}
  </li>`;
}
