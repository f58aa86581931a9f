import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../base/icons/icon.js';
import { plus, shieldAlert, shieldCheck, triangleAlert } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { initials } from '../shared/initials.js';
import { nameOf, type AccessActions, type AccessView } from './view.js';

/** Who it is, and what can be done about all of it (picture k). */
export function identity(view: AccessView, act: AccessActions): TemplateResult {
  const { words, access, changes } = view;
  const { t, language } = words;
  const name = nameOf(access);
  const { email } = access.person;
  return html`<div class="panel-head identity" part="identity">
    <span class="avatar big" part="avatar" aria-hidden="true">${initials(name, language.locale)}</span>
    <div class="titles">
      <h2 class="person-name" part="heading" tabindex="-1"><bdi>${name}</bdi></h2>
      ${name === email ? nothing : html`<p class="muted" part="subheading"><span class="ltr">${email}</span></p>`}
    </div>
    <div class="head-end">
      <slot name="identity-end"></slot>
      ${
        changes
          ? html`<button class="button" part="button" type="button" @click=${() => act.grant()}>
                ${icon(plus)}<span>${t.grant}</span>
              </button>
              <button
                class="button quiet-danger"
                part="button"
                type="button"
                @click=${(event: Event) => act.offboard(event.currentTarget as HTMLElement)}
              >
                ${t.removeAll}
              </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** Four facts: where directly, how far beyond, how guarded, how recently. */
export function stats(view: AccessView): TemplateResult {
  const { words, access, groups } = view;
  const { t, common, time } = words;
  const direct = [...groups.partner, ...groups.clients];
  const members = direct.filter(({ kind }) => kind === 'membership');
  const invited = direct.length - members.length;
  const suspended = members.filter(({ status }) => status === 'suspended').length;
  const { lastActiveAt } = access.person;
  const [source] = groups.through;
  const { through } = source ?? {};
  return html`<slot name="stats"
    ><dl class="stats" part="stats">
      ${stat(t.direct, t.directCount({ count: members.length }), t.waiting({ invited, suspended }))}
      ${stat(
        t.through,
        groups.through.length > 0 ? t.reaches({ count: groups.through.length }) : t.reachesNone,
        through
          ? rich(t.throughText, {
              partner: through.accountName,
              role: words.roles[through.roleId as keyof typeof words.roles] ?? through.roleId,
            })
          : '',
      )}
      ${factor(view)}
      ${stat(
        t.lastActive,
        lastActiveAt
          ? html`<time datetime=${lastActiveAt} title=${time.full(lastActiveAt)}
              >${time.relative(lastActiveAt)}</time
            >`
          : common.never,
      )}
    </dl></slot
  >`;
}

function stat(label: string, value: unknown, more: unknown = ''): TemplateResult {
  return html`<div class="stat" part="stat">
    <dt class="secondary muted">${label}</dt>
    <dd>
      <span class="strong">${value}</span>
      ${more === '' ? nothing : html`<span class="secondary muted">${more}</span>`}
    </dd>
  </div>`;
}

function factor({ words, access }: AccessView): TemplateResult {
  const { t, common } = words;
  const logins = new Map(
    access.items.flatMap(({ userId, mfaActive }) => (userId ? [[userId, mfaActive ?? false] as const] : [])),
  );
  if (logins.size === 0) return stat(t.mfa, t.notYet);
  const on = [...logins.values()].filter(Boolean).length;
  const all = on === logins.size;
  const word = logins.size > 1 && !all ? t.mfaSome({ on, all: logins.size }) : all ? common.on : common.off;
  return stat(
    t.mfa,
    html`<span class="with-icon"
      >${icon(all ? shieldCheck : shieldAlert, { tone: all ? 'success' : 'warning' })}${word}</span
    >`,
  );
}

/** R33: a username that is an address keeps it from everybody else. */
export function notices({ words, access, perAccount }: AccessView): TemplateResult {
  const risky = perAccount && access.items.some(({ username }) => username?.includes('@'));
  return html`${
      risky
        ? html`<div class="callout warning" part="callout">
            ${icon(triangleAlert)}<span class="callout-text">${rich(words.t.nameIsAddress, {})}</span>
          </div>`
        : nothing
    }<slot name="notice"></slot>`;
}
