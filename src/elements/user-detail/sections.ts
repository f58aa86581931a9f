import { html, nothing, type TemplateResult } from 'lit';
import { clockTime } from '../../i18n/format.js';
import { roleName } from '../../i18n/role-words.js';
import type { AuditTrail } from '../../stores/audit.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, network, user } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { changes, dayOf, sentence, shapeOf, type AuditTelling } from '../shared/audit-entry.js';
import { nameOf } from '../shared/roster/people.js';
import { mfaOf } from '../shared/roster/row-words.js';
import { act } from './danger.js';
import { state } from './identity.js';
import type { Detail } from './view.js';

/** Where the access comes from, each way by itself: either suffices (R11). */
export function accessSection({ t, words, member, partner }: Detail): TemplateResult {
  const inherited = partner?.items.find(({ userId }) => userId === member.userId);
  const role = roleName(words.roles, member.roleId);
  const source = { invitation: t.byInvitation, bulk: t.byBulk, owner_setup: t.byOwner }[member.source];
  return html`<section class="section" part="section">
    <h3 class="state-heading">${t.accessTitle}</h3>
    <p class="muted">${member.you ? t.accessYours : t.accessText}</p>
    <ul class="sources">
      <li>
        ${icon(user, { tone: 'muted' })}
        <div>
          <p class="strong">${t.direct}</p>
          <p class="secondary">
            ${rich(t.directSince, { role, date: words.time.short(member.createdAt) })} ${source ?? nothing}
          </p>
          ${
            member.status === 'suspended'
              ? html`<p class="secondary muted">${t.suspendedAccess}</p>`
              : nothing
          }
        </div>
      </li>
      ${
        inherited && partner?.parent
          ? html`<li>
              ${icon(network, { tone: 'muted' })}
              <div>
                <p class="strong">${rich(t.inherited, { partner: partner.parent.name })}</p>
                <p class="secondary">
                  ${rich(t.inheritedRole, {
                    role: roleName(words.roles, inherited.roleId),
                    effective: roleName(words.roles, inherited.effectiveRoleId),
                  })}
                  ${t.inheritedStays}
                </p>
              </div>
            </li>`
          : nothing
      }
    </ul>
  </section>`;
}

/** The second factor, and resetting it with the reason where that is not possible (R71, R72). */
export function factorSection(detail: Detail, onReset: (opener: HTMLElement) => void): TemplateResult {
  const { t, words, viewer, entry, member } = detail;
  const looks = mfaOf(entry, words, viewer);
  const required = viewer.account?.mfaPolicy === 'required' && !member.mfaActive;
  const [on, off] = member.you ? [t.yourFactorOn, t.yourFactorOff] : [t.factorOn, t.factorOff];
  return html`<section class="section" part="section">
    <h3 class="state-heading">${t.twoFactor}</h3>
    <p>${state({ ...looks, second: undefined })}</p>
    <p class="muted">${required ? t.factorRequired : member.mfaActive ? on : off}</p>
    ${
      viewer.manages
        ? act({
            id: 'reset',
            title: undefined,
            label: words.t.resetFactor,
            reason: whyNoReset(detail),
            onAct: onReset,
          })
        : nothing
    }
  </section>`;
}

function whyNoReset({ t, words, member }: Detail): string | undefined {
  if (member.you) return t.resetYourself;
  if (member.roleId === 'account_owner') return words.t.resetOwner;
  return member.mfaActive ? undefined : words.t.resetNone;
}

/** Own devices only: where others are signed in is theirs to know. */
export function devicesSection({ t, entry, member }: Detail, own: unknown): TemplateResult {
  return html`<section class="section" part="section">
    <h3 class="state-heading">${t.devicesTitle}</h3>
    ${member.you ? own : html`<p class="muted">${rich(t.devicesOthers, { name: nameOf(entry) })}</p>`}
  </section>`;
}

/** What they did here, and what was done to them. */
export function historySection(
  { t, entry, member, words }: Detail,
  trail: AuditTrail,
  telling: AuditTelling,
  older: unknown,
  onRetry: () => void,
): TemplateResult {
  const { state: loading, data } = trail.$entries.get();
  const failed = loading === 'failed';
  return html`<section class="section history" part="section">
    <h3 class="state-heading">${t.historyTitle}</h3>
    <p class="muted">${member.you ? t.historyYours : rich(t.historyText, { name: nameOf(entry) })}</p>
    ${
      failed
        ? html`<p class="field-error" part="error" role="alert">
            ${icon(circleAlert)}<span>${t.historyFailed}</span>
            <button class="link" part="button" type="button" @click=${onRetry}>${words.common.retry}</button>
          </p>`
        : nothing
    }
    ${!data && !failed ? html`<span class="skeleton"></span>` : nothing}
    ${data?.items.length === 0 ? html`<p class="muted">${t.historyNone}</p>` : nothing}
    <ol class="entries" ?hidden=${!data || data.items.length === 0} aria-label=${t.historyTitle}>
      ${data?.items.map(
        (one) =>
          html`<li class="entry" part="entry" data-entry=${one.id}>
            <span class="mark">${icon(shapeOf(one))}</span>
            <div class="what">
              <p>${sentence(one, telling)}</p>
              ${changes(one, telling).map(
                (line) => html`<p class="secondary muted" part="diff"><bdi>${line}</bdi></p>`,
              )}
            </div>
            <time class="secondary muted" part="time" datetime=${one.at} title=${telling.time.full(one.at)}
              >${dayOf(one.at, telling)}, ${clockTime(new Date(one.at), telling.language)}</time
            >
          </li>`,
      )}
    </ol>
    ${data?.more ? older : nothing}
  </section>`;
}
