/** What is drawn of a conflict: one step, one drawing. */
import { html, nothing, type TemplateResult } from 'lit';
import { roleName } from '../../i18n/role-words.js';
import { icon } from '../base/icons/icon.js';
import { check, circleCheck, copy, info } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { passwordFields, refusal, signInRefusal, submitButton } from '../shared/sign-in.views.js';
import { availability, suggestions } from '../shared/username.views.js';
import { choose, failure, head } from './choose.views.js';
import type { ConflictFlow } from './flow.js';

export function conflictView(flow: ConflictFlow): TemplateResult {
  const { step } = flow.host;
  if (step === 'prove') return prove(flow);
  if (step === 'rename') return rename(flow);
  if (step === 'wait') return waiting(flow);
  if (step === 'done') return done(flow);
  return flow.choices.length > 0 ? choose(flow) : loading(flow);
}

function loading(flow: ConflictFlow): TemplateResult {
  const failed = failure(flow);
  return html`${failed}
  ${flow.failure ? nothing : html`<p role="status"><span class="spinner" part="spinner"></span> ${flow.t.loading}</p>`}`;
}

/** Signing in to the login that has the name. */
function prove(flow: ConflictFlow): TemplateResult {
  const { t, holder, host } = flow;
  const { signIn, words, view, notice } = holder;
  if (signIn.second) return signIn.second.template();
  return html`${head(t.proveTitle, t.proveText)} ${host.conflict ? steps(flow, 0) : nothing}
    <div class="fields">${passwordFields(view)}</div>
    ${notice ? refusal(notice, undefined, view) : signInRefusal(view)}
    <div class="actions">
      ${backButton(flow)}
      <span class="grow"></span>
      ${submitButton(words.submit, { busy: flow.busy, off: signIn.pausedUntil !== undefined }, () => void holder.submit())}
    </div>`;
}

function backButton(flow: ConflictFlow): TemplateResult {
  return html`<button
    class="button"
    part="button"
    type="button"
    @click=${() => {
      flow.host.step = 'choose';
      void flow.focus('.title');
    }}
  >
    ${flow.t.back}
  </button>`;
}

function rename(flow: ConflictFlow): TemplateResult {
  const { t, holder, host, username } = flow;
  const { me, fields } = holder;
  const name = me?.username ?? '';
  const own = !host.conflict;
  return html`${own ? head(t.ownTitle, rich(t.ownText, { username: name })) : head(t.renameTitle, rich(t.renameText, { username: name }))}
    ${
      own && name.includes('@')
        ? html`<div class="callout" part="callout">
            ${icon(info)}<span class="callout-text">${t.ownIsEmail}</span>
          </div>`
        : nothing
    }
    ${own ? nothing : steps(flow, 1)}
    <div class="fields" part="username-field">
      ${fields.render('username', availability(username.state, t))}
      ${suggestions(username.state, t, (free) => {
        fields.set('username', free);
        fields.setError('username', undefined);
        username.changed();
        fields.focus('username');
      })}
    </div>
    ${failure(flow)}
    <div class="actions">
      <slot name="actions"></slot>
      <span class="grow"></span>
      ${submitButton(t.change, { busy: flow.busy }, () => void holder.submit())}
    </div>`;
}

/** Proving, renaming, going on: three of at most four steps; choosing was the first. */
function steps({ t }: ConflictFlow, current: number): TemplateResult {
  return stepList(
    [t.stepProve, t.stepRename, t.stepContinue].map((title) => ({ title, text: nothing })),
    current,
    t,
  );
}

function stepList(
  list: readonly { readonly title: unknown; readonly text: unknown }[],
  current: number,
  t: { readonly steps: string; readonly done: string },
): TemplateResult {
  return html`<ol class="steps" part="steps" aria-label=${t.steps}>
    ${list.map(({ title, text }, index) => {
      const state = index < current ? 'over' : index === current ? 'current' : 'ahead';
      return html`<li
        class="step ${state}"
        part=${state === 'current' ? 'step current' : 'step'}
        aria-current=${state === 'current' ? 'step' : nothing}
      >
        <span class="disc" aria-hidden="true"
          >${state === 'over' ? icon(check, { size: 14 }) : index + 1}</span
        >
        <p class="strong">
          ${title}${state === 'over' ? html`<span class="visually-hidden"> ${t.done}</span>` : nothing}
        </p>
        ${text === nothing ? nothing : html`<p class="secondary muted">${text}</p>`}
      </li>`;
    })}
  </ol>`;
}

/** The second route of picture h: it tracks itself, and there is nothing to remember. */
function waiting(flow: ConflictFlow): TemplateResult {
  const { t, held, roles, accountName: account, copied } = flow;
  const { email = '', name, roleId = '' } = held.invitation ?? {};
  const role = roleName(roles, roleId);
  const list = [
    { title: t.stepMailed, text: rich(t.stepMailedText, { email }) },
    { title: t.stepChange, text: held.news ? html`${t.stepChangeText} ${held.news}` : t.stepChangeText },
    { title: rich(t.stepSent, { account }), text: t.stepSentText({ role }) },
  ];
  const url = new URL('/security', location.href).href;
  const instructions = t.instructions({ username: email, account, url });
  return html`${head(rich(t.waitTitle, { name: name ?? email }), t.waitText)} ${stepList(list, 1, t)}
    <div class="callout" part="callout">${icon(info)}<span class="callout-text">${t.otherPeople}</span></div>
    ${copied === false ? html`<p class="secondary" part="error">${t.copyRefused} ${instructions}</p>` : nothing}
    ${failure(flow)}
    <div class="actions">
      <slot name="actions"></slot>
      ${button(flow, copied ? t.copied : t.copyInstructions, () => flow.copy(instructions), copied ? check : copy)}
      <span class="grow"></span>
      ${button(flow, t.useOther, () => held.chooseAnew())}
      ${submitButton(t.checkAgain, { busy: flow.busy }, () => void held.check())}
    </div>`;
}

function button(_: ConflictFlow, label: string, act: () => unknown, shape?: string): TemplateResult {
  return html`<button
    class="button"
    part="button"
    type="button"
    @click=${() => {
      void act();
    }}
  >
    ${shape ? icon(shape) : nothing}<span>${label}</span>
  </button>`;
}

function done(flow: ConflictFlow): TemplateResult {
  const { t, holder, held, host } = flow;
  const renamed = holder.me && !host.conflict && !host.invitationId;
  const text = renamed
    ? rich(t.changedText, { username: holder.me?.username ?? '' })
    : (held.news ?? t.sentSaid);
  return html`<div class="callout success" part="callout">
      ${icon(circleCheck, { tone: 'success' })}
      <div class="callout-text">${head(renamed ? t.changedTitle : t.done, text)}</div>
    </div>
    <div class="actions">
      <slot name="actions"></slot>
      ${
        renamed
          ? button(flow, t.changeAgain, () => {
              host.step = 'rename';
            })
          : nothing
      }
    </div>`;
}
