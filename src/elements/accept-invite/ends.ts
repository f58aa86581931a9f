/** Where a link leads when it can't be accepted, or needn't: a sentence and one next step each (A02). */
import { html, nothing, type TemplateResult } from 'lit';
import { isCcError, type CcError } from '../../client/index.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import {
  building,
  circleAlert,
  circleCheck,
  clockAlert,
  cloudOff,
  link,
  mailCheck,
  rotateCw,
  searchX,
  user,
  userX,
} from '../base/icons/shapes.js';

/** What a person can do about it. */
export type NextStep = 'renew' | 'sign-in' | 'paste' | 'retry' | 'continue' | 'none';

export interface End {
  readonly title: unknown;
  readonly text: unknown;
  readonly shape: string;
  readonly tone?: 'success' | 'warning';
  readonly next: NextStep;
}

type Words = Strings['acceptInvite'];

const ends: Readonly<Record<string, (t: Words) => End>> = {
  'invitation-expired': (t) => end(t.expiredTitle, t.expiredText, clockAlert, 'renew', 'warning'),
  'invitation-used': (t) => end(t.usedTitle, t.usedText, circleCheck, 'sign-in'),
  'invitation-not-found': (t) => end(t.unknownTitle, t.unknownText, searchX, 'paste', 'warning'),
  'invitation-malformed': (t) => end(t.malformedTitle, t.malformedText, link, 'paste', 'warning'),
  'invitation-no-longer-allowed': (t) => end(t.notAllowedTitle, t.notAllowedText, userX, 'renew', 'warning'),
  'account-unavailable': (t) => end(t.unavailableTitle, t.unavailableText, building, 'sign-in', 'warning'),
  'already-member': (t) => end(t.memberTitle, t.memberText, user, 'sign-in'),
};

function end(title: unknown, text: unknown, shape: string, next: NextStep, tone?: End['tone']): End {
  return { title, text, shape, next, tone };
}

/** The end that a refusal leads to; `reason` says in words what else went wrong. */
export function endOf(error: CcError, t: Words, reason: string): End {
  if (isCcError(error, 'invitation-revoked')) {
    return error.facts.replaced
      ? end(t.replacedTitle, t.replacedText, mailCheck, 'renew', 'warning')
      : end(t.revokedTitle, t.revokedText, userX, 'paste', 'warning');
  }
  const known = Object.hasOwn(ends, error.kind) ? ends[error.kind] : undefined;
  return known?.(t) ?? end(t.failedTitle, t.failedText({ reason }), cloudOff, 'retry', 'warning');
}

export const missingEnd = (t: Words): End => end(t.missingTitle, t.missingText, link, 'paste');
export const askedEnd = (t: Words): End => end(t.askedTitle, t.askedText, mailCheck, 'none', 'success');
export const declinedEnd = (t: Words): End => end(t.declinedTitle, t.declinedText, circleAlert, 'none');
export const doneAgainEnd = (t: Words): End =>
  end(t.doneAgainTitle, t.doneAgainText, circleCheck, 'continue', 'success');

export interface EndView {
  readonly t: Words;
  readonly busy: boolean;
  /** Where "Continue" leads, if the host said. */
  readonly target: string | undefined;
  readonly pasteError: string | undefined;
  renew(): void;
  signIn(): void;
  retry(): void;
  paste(link: string): void;
}

export function endView({ title, text, shape, tone = undefined, next }: End, view: EndView): TemplateResult {
  return html`<div class="end">
      <span class="disc ${tone ?? ''}">${icon(shape, { size: 20 })}</span>
      <div class="card-head">
        <h1 class="title" part="heading" tabindex="-1">${title}</h1>
        <p part="subheading">${text}</p>
      </div>
    </div>
    ${nextStep(next, view)}`;
}

function nextStep(next: NextStep, view: EndView): TemplateResult | typeof nothing {
  const { t, target } = view;
  if (next === 'paste') return pasteField(view);
  if (next === 'renew') return action(t.askNew, view.renew, view.busy);
  if (next === 'sign-in') return action(t.signIn, view.signIn);
  if (next === 'retry') return action(t.tryAgain, view.retry, view.busy, rotateCw);
  if (next === 'continue' && target) {
    return html`<div class="card-actions" part="actions">
      <a class="button primary" part="button-primary" href=${target}>${t.continue}</a>
    </div>`;
  }
  return nothing;
}

function action(label: string, press: () => void, busy = false, shape?: string): TemplateResult {
  const lead = busy ? html`<span class="spinner" part="spinner"></span>` : shape ? icon(shape) : nothing;
  return html`<div class="card-actions" part="actions">
    <button
      class="button primary ${busy ? 'busy' : ''}"
      part="button-primary"
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${press}
    >
      ${lead}<span>${label}</span>
    </button>
  </div>`;
}

/** A link by hand: for one that was cut on the way, and for a page that was loaded again. */
function pasteField({ t, paste, pasteError }: EndView): TemplateResult {
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('input');
    paste(field?.value ?? '');
  };
  return html`<form class="fields" novalidate @submit=${onSubmit}>
    <div class="field" part=${pasteError ? 'field invalid' : 'field'}>
      <label class="label" part="label" for="link">${t.pasteLabel}</label>
      <div class=${pasteError ? 'field-box invalid' : 'field-box'}>
        <input
          id="link"
          class="ltr"
          dir="ltr"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="link-note"
          aria-invalid=${pasteError ? 'true' : nothing}
        />
      </div>
      <p id="link-note" class=${pasteError ? 'field-error' : 'field-hint'}>${pasteError ?? t.pasteHint}</p>
    </div>
    <div class="card-actions" part="actions">
      <button class="button primary" part="button-primary" type="submit">${t.pasteOpen}</button>
    </div>
  </form>`;
}
