import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';
import { codeText, type ProblemTexts } from '../base/problem-text.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, triangleAlert } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import type { Address, AddressFault } from './addresses.js';

export interface FaultsView {
  readonly addresses: readonly Address[];
  /** How many more people than free seats; 0 when they fit or nobody counts. */
  readonly tooMany: number;
  /** How many more than one go may hold. */
  readonly tooManyAtOnce: number;
  readonly max: number;
  readonly domains: string;
  readonly planUrl: string | null;
  readonly t: Strings['inviteDialog'];
  readonly problems: ProblemTexts;
}

export interface FaultActions {
  replace(index: number, address: string): void;
  remove(index: number): void;
  edit(index: number): void;
  openPlan(event: Event): void;
}

/** Every mistake once, each with its fix (picture f2). */
export function faultList(view: FaultsView, act: FaultActions): TemplateResult {
  const { addresses, tooMany, tooManyAtOnce, max, planUrl, t } = view;
  const count = faultCount(view);
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
              ${addresses.map((address, index) => (address.fault ? fault(address, address.fault, index, view, act) : nothing))}
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
  { typed }: Address,
  found: AddressFault,
  index: number,
  view: FaultsView,
  act: FaultActions,
): TemplateResult {
  const { t } = view;
  const blocking = !('warning' in found && found.warning);
  const suggestion = 'suggestion' in found ? found.suggestion : undefined;
  const fix = suggestion
    ? fixButton(t.use({ email: suggestion }), () => {
        act.replace(index, suggestion);
      })
    : blocking
      ? fixButton(
          t.edit,
          () => {
            act.edit(index);
          },
          typed,
        )
      : fixButton(
          t.remove,
          () => {
            act.remove(index);
          },
          typed,
        );
  return row(blocking, html`<bdi>${typed}</bdi>`, faultText(found, view), fix);
}

function faultText(found: AddressFault, { t, problems, domains }: FaultsView): string {
  if ('text' in found) return found.text;
  if (found.code === 'domain_refused') return t.notAllowedDomain({ domains });
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
