/** What a person sees while signing in: fields, refusal, code. For every element in which one can sign in. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CredentialField, CredentialFields } from '../../controllers/credential-fields.js';
import { clockTime } from '../../i18n/format.js';
import type { Language } from '../../i18n/language.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, clock, eye, eyeOff } from '../base/icons/shapes.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { secondStepField } from './second-step/field.js';
import type { SignInController } from './sign-in.controller.js';

export interface SignInView {
  readonly signIn: SignInController;
  readonly fields: CredentialFields;
  readonly language: Language;
  readonly t: Strings['signIn'];
  readonly problems: ProblemTexts;
}

/** The three fields of signing in; `shown` says which step is drawn. */
export function signInFields(
  words: () => Strings['signIn'],
  signIn: () => SignInController,
  shown: { readonly password: () => boolean; readonly code: () => boolean },
): CredentialField[] {
  return [
    {
      name: 'username',
      type: 'text',
      autocomplete: 'username',
      required: true,
      shown: shown.password,
      label: () => words().username,
    },
    {
      name: 'password',
      type: 'password',
      autocomplete: 'current-password',
      required: true,
      shown: shown.password,
      label: () => words().password,
    },
    secondStepField(() => signIn().second, shown.code),
  ];
}

/** Shows a password as text, or hides it again. */
export function revealButton(label: string, revealed: boolean, toggle: () => void): TemplateResult {
  return html`<button
    class="button icon-button reveal"
    part="button"
    type="button"
    aria-label=${label}
    aria-pressed=${revealed ? 'true' : 'false'}
    title=${label}
    @click=${toggle}
  >
    ${icon(revealed ? eyeOff : eye)}
  </button>`;
}

/** Username and password. */
export function passwordFields({ signIn, fields, t }: SignInView): TemplateResult {
  return html`${fields.render('username')}
  ${fields.render(
    'password',
    revealButton(t.showPassword, signIn.revealed, () => {
      signIn.reveal();
    }),
  )}`;
}

/** Why the last try failed, or when the next is possible. Always in the page, so that it is heard. */
export function refusal(
  text: string | undefined,
  until: Date | undefined,
  { language, t }: Pick<SignInView, 'language' | 't'>,
): TemplateResult {
  return html`<div role="alert" class="refusal" ?hidden=${!text && !until}>
    ${
      until
        ? note('warning', clock, t.paused({ time: clockTime(until, language) }))
        : text
          ? note('danger', circleAlert, text)
          : nothing
    }
  </div>`;
}

/** The same for the step that is open, in the words of its problem. */
export function signInRefusal(view: SignInView): TemplateResult {
  const { failure, pausedUntil, ended } = view.signIn;
  const why = ended && { tries: view.t.endedTries, time: view.t.endedTime, other: view.t.endedOther }[ended];
  return refusal(failure ? problemText(view.problems, failure) : why, pausedUntil, view);
}

function note(tone: string, shape: string, text: unknown): TemplateResult {
  return html`<div class="callout ${tone}" part="callout" id="refusal">
    ${icon(shape)}<span class="callout-text" part="error">${text}</span>
  </div>`;
}

/** The big button: keeps its label while busy, and says why it is off. */
export function submitButton(
  label: unknown,
  state: { readonly busy: boolean; readonly off?: boolean },
  press: () => void,
): TemplateResult {
  const { busy, off = false } = state;
  return html`<button
    class="button primary ${busy ? 'busy' : ''}"
    part="button-primary"
    type="button"
    aria-disabled=${busy || off ? 'true' : nothing}
    aria-describedby=${off ? 'refusal' : nothing}
    @click=${press}
  >
    ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${label}</span>
  </button>`;
}

/** The step after the password: nothing before a challenge is open and the step is loaded. */
export function challengeStep({ signIn }: Pick<SignInView, 'signIn'>): TemplateResult | typeof nothing {
  return signIn.second?.template() ?? nothing;
}
