/** What the invitation is about (R46): account, role in words, inviter, masked address, until when. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CoveredAccount, InvitationPreview } from '../../client/index.js';
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

/** So many stand in the page; more scroll in a box of their own, so that what comes after them stays near. */
const mostInPage = 8;

/** R83: every account that one acceptance covers: its name, the role there, and the login where it has its own. */
export function coveredList(
  title: string,
  accounts: readonly CoveredAccount[],
  { t, roles }: Pick<PreviewWords, 't' | 'roles'>,
): TemplateResult {
  const many = accounts.length > mostInPage;
  return html`<div class="more">
    <p id="covered" class="strong">${title}</p>
    <ul class="card-list ${many ? 'many' : ''}" aria-labelledby="covered" tabindex=${many ? '0' : nothing}>
      ${accounts.map(
        ({ accountName, roleId, username }) =>
          html`<li>
            <span><bdi>${accountName}</bdi></span>
            <span class="secondary muted"
              >${rich(t.asRole, { role: roleName(roles, roleId) })}${
                username === null
                  ? nothing
                  : html` · ${t.username} <bdi class="ltr username" dir="ltr">${username}</bdi>`
              }</span
            >
          </li>`,
      )}
    </ul>
    ${
      accounts.some(({ username }) => username !== null)
        ? html`<p class="secondary muted">${t.alsoLogins}</p>`
        : nothing
    }
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
        ? coveredList(t.alsoJoins({ count: otherAccounts.length }), otherAccounts, { t, roles })
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
