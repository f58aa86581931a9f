/** What a person sees of the second step: what is asked for, the field, why it was refused, the ways out. */
import { html, nothing, type TemplateResult } from 'lit';
import { clockTime } from '../../../i18n/format.js';
import { icon } from '../../base/icons/icon.js';
import { circleAlert, clock, clockAlert, keyRound, mail, shield } from '../../base/icons/shapes.js';
import { problemText } from '../../base/problem-text.js';
import { rich } from '../../base/rich.js';
import { codeField } from '../code-field.js';
import { revealButton, submitButton } from '../sign-in.views.js';
import type { SecondStep } from './second-step.js';

/** The step as a card of its own. */
export function secondStepCard(step: SecondStep): TemplateResult {
  return html`
    <div class="card-head">
      <h1 class="title" part="heading" tabindex="-1">${heading(step)}</h1>
      <p part="subheading">${intro(step)}</p>
      ${place(step, 'intro')}
    </div>
    ${secondStepBody(step)}
    <div class="card-actions" part="actions">${verifyButton(step)}</div>
    ${waysOut(step)}
  `;
}

/** Everything between heading and button. */
export function secondStepBody(step: SecondStep): TemplateResult {
  return html`${field(step)} ${remember(step)} ${refusal(step)} ${timeNote(step)}`;
}

export function heading({ mode, options, t }: SecondStep): string {
  if (options.purpose === 'step-up') return t.proofTitle;
  return { app: t.appTitle, mail: t.mailTitle, recovery: t.recoveryTitle, password: t.proofTitle }[mode];
}

export function intro({ mode, options, t }: SecondStep): unknown {
  if (options.purpose === 'step-up') {
    const proof = { app: t.proofCodeText, mail: t.mailText, recovery: t.proofRecoveryText };
    return mode === 'password' ? t.proofPasswordText : proof[mode];
  }
  const name = options.username();
  if (mode === 'app') return name ? rich(t.appText, { name }) : t.appTextPlain;
  return { mail: t.mailText, recovery: t.recoveryText, password: t.proofPasswordText }[mode];
}

export function verifyButton(step: SecondStep): TemplateResult {
  const { t, mode, busy, pausedUntil } = step;
  const label = mode === 'password' ? t.confirm : t.verify;
  return submitButton(label, { busy, off: pausedUntil !== undefined }, () => void step.submit());
}

function field(step: SecondStep): TemplateResult {
  const { fields } = step.options;
  if (step.mode !== 'password') return codeField(fields, { cells: step.mode !== 'recovery' });
  const { showPassword } = step.t;
  return html`<div class="fields">
    ${fields.render(
      'password',
      revealButton(showPassword, step.revealed, () => {
        step.reveal();
      }),
    )}
  </div>`;
}

/** R67: a choice, never made for the person; a mailed code proves no device. */
function remember(step: SecondStep): TemplateResult | typeof nothing {
  const { options, mode, t } = step;
  const offered = mode === 'app' || mode === 'recovery';
  if (options.purpose === 'step-up' || options.withoutTrust?.() || !offered) return nothing;
  const tick = (event: Event) => {
    step.trust = (event.target as HTMLInputElement).checked;
  };
  return html`<div class="remember" part="remember">
    <input
      id="remember"
      type="checkbox"
      .checked=${step.trust}
      aria-describedby="remember-note"
      @change=${tick}
    />
    <label for="remember">${t.remember}</label>
    <p id="remember-note" class="secondary muted">${t.rememberNote}</p>
  </div>`;
}

/** Always in the page, so that it is heard. */
function refusal(step: SecondStep): TemplateResult {
  const { failure, pausedUntil, locked, options, t, host } = step;
  const paused = pausedUntil && t.paused({ time: clockTime(pausedUntil, host.language) });
  const text = locked ? step.lockText : (paused ?? (failure && problemText(options.problems(), failure)));
  return html`<div role="alert" class="refusal" ?hidden=${!text}>
    ${
      text
        ? html`<div class="callout ${locked || paused ? 'warning' : 'danger'}" part="callout" id="refusal">
            ${icon(locked || paused ? clock : circleAlert)}
            <span class="callout-text" part="error">${text}</span>
          </div>`
        : nothing
    }
  </div>`;
}

/** A step that ends says so in time, and may be prolonged (WCAG 2.2.1). */
function timeNote(step: SecondStep): TemplateResult | typeof nothing {
  const { ending, options, t } = step;
  if (!ending || !options.mayRenew()) return nothing;
  return html`<div class="callout warning" part="callout">
    ${icon(clockAlert)}
    <div class="callout-text ends">
      <span>${ending === 'soon' ? t.endsSoon : t.endedWaiting}</span>
      <button class="link" part="button" type="button" @click=${() => void step.again(t.extended)}>
        ${t.moreTime}
      </button>
    </div>
  </div>`;
}

/** Other ways to prove it, and the way back. */
export function waysOut(step: SecondStep): TemplateResult {
  const own = html`${place(step, 'methods')} ${place(step, 'help')}`;
  const { mode, methods, options, t } = step;
  const signsIn = options.purpose === 'sign-in';
  const recovery = methods.includes('recovery_code') && methods.includes('totp');
  const toggle = () => {
    step.toggleRecovery();
  };
  // Who gives the password has no other way.
  if (mode === 'password' && !signsIn) return own;
  return html`<div class="card-foot" part="methods">
    ${
      recovery
        ? html`<p>${t.cantUseApp}</p>
            ${way(mode === 'recovery' ? shield : keyRound, mode === 'recovery' ? t.useApp : t.useRecovery, toggle)}`
        : nothing
    }
    ${mode === 'recovery' ? html`<p class="secondary">${t.askReset}</p>` : nothing}
    ${
      mode === 'mail' && options.mayRenew()
        ? html`<p>${t.noMail}</p>
            ${way(mail, t.mailAgain, () => void step.again(t.mailSent))}`
        : nothing
    }
    ${
      signsIn
        ? html`<button class="link" part="button" type="button" @click=${() => options.leave()}>
            ${t.startAgain}
          </button>`
        : nothing
    }
    ${own}
  </div>`;
}

/** A place for the page's own words, in the element that promises it. */
function place({ options }: SecondStep, name: string): TemplateResult | typeof nothing {
  return options.slots ? html`<slot name=${name}></slot>` : nothing;
}

function way(shape: string, label: string, press: () => void): TemplateResult {
  return html`<button class="button ghost" part="method button" type="button" @click=${press}>
    ${icon(shape)}<span>${label}</span>
  </button>`;
}
