/** The ways in: a new person, somebody with a login, somebody who is signed in already. */
import { html, nothing, type TemplateResult } from 'lit';
import type { InvitationPreview, Me } from '../../client/index.js';
import type { CredentialFields } from '../../controllers/credential-fields.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { mail } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import type { SignInController } from '../shared/sign-in.controller.js';
import { codeField } from '../shared/code-field.js';
import { passwordFields, revealButton, type SignInView } from '../shared/sign-in.views.js';
import type { UsernameState } from '../shared/username.controller.js';
import { availability, suggestions } from '../shared/username.views.js';
import { strengthMeter, type Strength } from './strength.js';

export interface CodeView {
  readonly fields: CredentialFields;
  readonly t: Strings['acceptInvite'];
  readonly preview: InvitationPreview;
  readonly sent: boolean;
  readonly sending: boolean;
  send(): void;
}

/** R44: a copied link doesn't prove the mailbox, so a code is mailed there. It is asked for, never sent by opening. */
export function codeSection({ fields, t, preview, sent, sending, send }: CodeView): TemplateResult {
  const { maskedEmail: email, viewer } = preview;
  const why = viewer === 'unverified' ? t.codeWhyUnverified : t.codeWhy;
  return html`<div class="section" part="step">
    <div class="section-head">
      <h2 class="state-heading">${t.codeHeading}</h2>
      <p class="secondary">${rich(sent ? t.codeSent : why, { email })}</p>
    </div>
    <div class="code-row">
      <button
        class="button ${sending ? 'busy' : ''}"
        part="button"
        type="button"
        aria-disabled=${sending ? 'true' : nothing}
        @click=${send}
      >
        ${sending ? html`<span class="spinner" part="spinner"></span>` : icon(mail)}
        <span>${sent ? t.codeSendAgain : t.codeSend}</span>
      </button>
    </div>
    ${codeField(fields)}
  </div>`;
}

export interface NewPersonView {
  readonly fields: CredentialFields;
  readonly signIn: SignInController;
  readonly t: Strings['acceptInvite'];
  readonly words: Strings['signIn'];
  readonly username: UsernameState;
  readonly strength: Strength;
  readonly name: string;
  readonly nameError: string | undefined;
  take(username: string): void;
  typeName(name: string): void;
  submit(): void;
}

/** R47: a username and a password of their own; a name if they like. */
export function newPersonForm(view: NewPersonView): TemplateResult {
  const { fields, signIn, t, words, username, strength } = view;
  const reveal = () => {
    signIn.reveal();
  };
  return html`<div class="section" part="step">
    <h2 class="state-heading">${t.newHeading}</h2>
    <div class="fields">
      ${fields.render('username', availability(username, t))} ${suggestions(username, t, view.take)}
      ${fields.render('password', revealButton(words.showPassword, signIn.revealed, reveal))}
      ${strengthMeter(strength, t)} ${nameField(view)}
    </div>
  </div>`;
}

function nameField({ name, nameError, t, typeName, submit }: NewPersonView): TemplateResult {
  const onInput = (event: Event) => {
    typeName((event.target as HTMLInputElement).value);
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) submit();
  };
  return html`<div class="field" part=${nameError ? 'field invalid' : 'field'}>
    <label class="label" part="label" for="name">${t.name}</label>
    <div class=${nameError ? 'field-box invalid' : 'field-box'}>
      <input
        id="name"
        name="name"
        autocomplete="name"
        dir="auto"
        aria-describedby="name-note"
        aria-invalid=${nameError ? 'true' : nothing}
        .value=${name}
        @input=${onInput}
        @keydown=${onKeydown}
      />
    </div>
    <p id="name-note" class=${nameError ? 'field-error' : 'field-hint'} part=${nameError ? 'error' : 'hint'}>
      ${nameError ?? t.nameHint}
    </p>
  </div>`;
}

/** R29: somebody with a login keeps it, and this account is added. */
export function existingForm(view: SignInView, t: Strings['acceptInvite'], known: boolean): TemplateResult {
  return html`<div class="section" part="step">
    <div class="section-head">
      <h2 class="state-heading">${t.existingHeading}</h2>
      <p class="secondary">${known ? t.identityExists : t.existingNote}</p>
    </div>
    <div class="fields">${passwordFields(view)}</div>
  </div>`;
}

/** The invited person is signed in: one press. */
export function matchingNote(user: Me | undefined, t: Strings['acceptInvite']): TemplateResult {
  return html`<div class="section" part="step">
    <div class="section-head">
      <h2 class="state-heading">${t.matchingHeading}</h2>
      ${
        user
          ? html`<p class="secondary">${rich(t.matchingAs, { name: user.displayName ?? user.username })}</p>`
          : nothing
      }
    </div>
  </div>`;
}
