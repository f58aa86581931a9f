/** What the invitation is about (R46): account, role in words, inviter, masked address, until when. */
import { html, nothing, type TemplateResult } from 'lit';
import type { InvitationPreview } from '../../client/index.js';
import { longDate } from '../../i18n/format.js';
import type { Language } from '../../i18n/language.js';
import { roleName, roleSentence } from '../../i18n/role-words.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { shield } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';

export interface PreviewWords {
  readonly t: Strings['acceptInvite'];
  readonly roles: Strings['roles'];
  readonly language: Language;
}

/** An address in a sentence: left to right wherever it stands. */
export function address(masked: string): TemplateResult {
  return html`<bdi class="ltr" dir="ltr">${masked}</bdi>`;
}

export function previewHead(preview: InvitationPreview, { t, language }: PreviewWords): TemplateResult {
  const { accountName, inviterName: inviter, maskedEmail: email, expiresAt } = preview;
  const date = longDate(new Date(expiresAt), language);
  return html`<div class="card-head">
    <h1 class="title" part="heading" tabindex="-1">${rich(t.title, { account: accountName })}</h1>
    <p part="subheading">
      ${inviter ? rich(t.invitedBy, { inviter, email, date }) : rich(t.invited, { email, date })}
    </p>
  </div>`;
}

export function previewRole(preview: InvitationPreview, { t, roles }: PreviewWords): TemplateResult {
  const { accountKind, roleId, otherAccounts, mfaRequired } = preview;
  const scope = accountKind === 'parent' ? 'parent' : 'child';
  const caption = { parent: t.partnerRole, child: t.clientRole, standalone: t.role }[accountKind] ?? t.role;
  return html`<div class="role" part="role">
      <p class="secondary muted">${caption}</p>
      <p class="strong"><bdi>${roleName(roles, roleId)}</bdi></p>
      <p class="muted">${roleSentence(roles, { id: roleId }, scope)}</p>
    </div>
    ${
      otherAccounts.length > 0
        ? html`<div class="more">
            <p class="strong">${t.alsoJoins({ count: otherAccounts.length })}</p>
            <ul class="card-list">
              ${otherAccounts.map(
                (other) =>
                  html`<li>
                    <bdi>${other.accountName}</bdi>
                    <span class="secondary muted"
                      >${rich(t.asRole, { role: roleName(roles, other.roleId) })}</span
                    >
                  </li>`,
              )}
            </ul>
          </div>`
        : nothing
    }
    ${
      mfaRequired
        ? html`<p class="callout" part="callout">
            ${icon(shield)}<span class="callout-text">${t.mfaNote}</span>
          </p>`
        : nothing
    }`;
}
