/** The ways out of a conflict, each with its effect and what it needs (pictures h). */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../base/icons/icon.js';
import { circleAlert } from '../base/icons/shapes.js';
import { problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import { refusal } from '../shared/sign-in.views.js';
import { availability, suggestions } from '../shared/username.views.js';
import type { ConflictChoice } from './conflict.js';
import type { ConflictFlow } from './flow.js';

export function head(title: unknown, text: unknown = nothing): TemplateResult {
  return html`<div class="card-head">
    <h2 class="title" part="heading" tabindex="-1">${title}</h2>
    <p part="subheading">${text}</p>
  </div>`;
}

/** Always in the page, so that it is heard. */
export function failure(flow: ConflictFlow): TemplateResult {
  const text = flow.failure && problemText(flow.problems, flow.failure);
  return refusal(text, undefined, { language: flow.host.language, t: flow.holder.words });
}

export function choose(flow: ConflictFlow): TemplateResult {
  const { t, host } = flow;
  const { conflict } = host;
  const invitee = conflict?.side === 'invitee';
  const identity = invitee && conflict.kind === 'identity-exists';
  const [title, text] = identity
    ? [t.identityTitle, t.identityText]
    : invitee && !conflict.username.includes('@')
      ? [t.takenTitle, t.takenText]
      : [t.addressTitle, t.addressText];
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void flow.submit();
  };
  return html`${head(title, text)} ${identity ? nothing : comparison(flow)}
    <form novalidate @submit=${onSubmit} class="fields">
      <fieldset>
        <legend>${t.question}</legend>
        <div class="cards">${flow.choices.map((choice, index) => option(flow, choice, index === 0))}</div>
      </fieldset>
      ${failure(flow)}
      <div class="actions">
        <slot name="actions"></slot>
        <span class="grow"></span>
        ${mainButton(flow)}
      </div>
    </form>`;
}

/** Where the name is, and where it is needed: the other account only by name if the viewer knows it anyway (R32). */
function comparison({ host, t, accountName, draft }: ConflictFlow): TemplateResult {
  const { conflict } = host;
  const invitee = conflict?.side === 'invitee';
  const username = invitee ? conflict.username : (draft?.email ?? '');
  const named = conflict?.side === 'inviter' ? conflict.account?.name : undefined;
  const line = (account: unknown, below: unknown, badge: string) =>
    html`<li>
      <div>
        <p class="strong">${account}</p>
        <p class="secondary muted">${below}</p>
      </div>
      <span class="badge" part="badge">${badge}</span>
    </li>`;
  return html`<ul class="comparison" part="comparison" aria-label=${t.compare}>
    ${line(
      named ? html`<bdi>${named}</bdi>` : invitee ? t.elsewhereYours : t.elsewhere,
      rich(t.usernameIs, { username }),
      t.inUse,
    )}
    ${line(html`<bdi>${accountName}</bdi>`, t.needsOther, t.thisInvite)}
  </ul>`;
}

function option(flow: ConflictFlow, choice: ConflictChoice, first: boolean): TemplateResult {
  const { t } = flow;
  const chosen = flow.choice === choice;
  const [name, effect] = wordsOf(flow, choice);
  return html`<div class=${chosen ? 'card chosen' : 'card'} part=${chosen ? 'option chosen' : 'option'}>
    <input
      id=${choice}
      type="radio"
      name="way"
      value=${choice}
      .checked=${chosen}
      aria-describedby="${choice}-effect"
      @change=${() => {
        flow.choose(choice);
      }}
    />
    <label for=${choice}>
      <span class="card-name">${name}</span>
      ${first && flow.choices.length > 2 ? html`<span class="badge" part="badge">${t.quickest}</span>` : nothing}
    </label>
    <p id="${choice}-effect" class="card-text">${effect}</p>
    ${chosen ? more(flow, choice) : nothing}
  </div>`;
}

function wordsOf({ t, host, draft }: ConflictFlow, choice: ConflictChoice): [unknown, unknown] {
  const { conflict } = host;
  const invitee = conflict?.side === 'invitee';
  if (choice === 'join') return [t.join, t.joinEffect];
  if (choice === 'here' && invitee) return [t.here, t.hereEffect];
  if (choice === 'here') {
    return [rich(t.hereForOther, { name: draft?.name ?? draft?.email ?? '' }), t.hereForOtherEffect];
  }
  if (choice === 'there' && invitee) return [t.there, t.thereEffect];
  if (choice === 'there') {
    const account = conflict?.side === 'inviter' ? conflict.account?.name : undefined;
    return [account ? rich(t.holdOn, { account }) : t.hold, t.holdEffect];
  }
  if (!invitee) return [t.other, t.otherEffect];
  return [t.other, rich(t.otherAskEffect, { inviter: conflict.inviterName })];
}

function more(flow: ConflictFlow, choice: ConflictChoice): TemplateResult | typeof nothing {
  if (choice === 'here') return nameField(flow);
  if (choice !== 'other') return nothing;
  return flow.host.conflict?.side === 'invitee' ? note(flow) : emailField(flow);
}

function nameField(flow: ConflictFlow): TemplateResult {
  const { t, typed, username, fault } = flow;
  const error = fault?.field === 'username' ? fault.text : undefined;
  return html`<div
    class="card-more field"
    part=${error ? 'field invalid username-field' : 'field username-field'}
  >
    <label class="label" part="label" for="username"
      >${rich(t.usernameOn, { account: flow.accountName })}</label
    >
    <div class=${error ? 'field-box invalid' : 'field-box'}>
      <input
        id="username"
        dir="ltr"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-required="true"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? 'fault' : nothing}
        .value=${typed}
        @input=${(event: InputEvent) => {
          flow.type((event.target as HTMLInputElement).value);
        }}
      />
      ${availability(username.state, t)}
    </div>
    ${mistake(error)} ${suggestions(username.state, t, (name) => void flow.take(name))}
  </div>`;
}

function emailField(flow: ConflictFlow): TemplateResult {
  const { t, email, fault } = flow;
  const error = fault?.field === 'email' ? fault.text : undefined;
  return html`<div class="card-more field" part=${error ? 'field invalid' : 'field'}>
    <label class="label" part="label" for="email">${t.email}</label>
    <div class=${error ? 'field-box invalid' : 'field-box'}>
      <input
        id="email"
        inputmode="email"
        dir="ltr"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-required="true"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? 'fault' : nothing}
        .value=${email}
        @input=${(event: InputEvent) => {
          flow.typeEmail((event.target as HTMLInputElement).value);
        }}
      />
    </div>
    ${mistake(error)}
  </div>`;
}

function mistake(text: string | undefined): TemplateResult | typeof nothing {
  if (!text) return nothing;
  return html`<p id="fault" class="field-error" part="error" role="alert">
    ${icon(circleAlert)}<span>${text}</span>
  </p>`;
}

function note({ t, accountName, copied }: ConflictFlow): TemplateResult {
  return html`<div class="card-more field" part="field">
    <label class="label" part="label" for="note">${t.noteLabel}</label>
    <div class="field-box readonly">
      <textarea
        id="note"
        rows="3"
        readonly
        .value=${t.note({ account: accountName })}
        @focus=${(event: FocusEvent) => {
          (event.target as HTMLTextAreaElement).select();
        }}
      ></textarea>
    </div>
    ${copied === false ? html`<p class="field-error" part="error">${t.copyRefused}</p>` : nothing}
  </div>`;
}

function mainButton(flow: ConflictFlow): TemplateResult {
  const { t, choice, busy, host, copied } = flow;
  const invitee = host.conflict?.side === 'invitee';
  const label = !invitee
    ? choice === 'there'
      ? t.wait
      : t.send
    : choice === 'join'
      ? t.signIn
      : choice === 'other'
        ? copied
          ? t.copied
          : t.copyNote
        : t.continue;
  return html`<button
    class=${busy ? 'button primary busy' : 'button primary'}
    part="button-primary"
    type="submit"
    aria-disabled=${busy ? 'true' : nothing}
  >
    ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${label}</span>
  </button>`;
}
