import { html, nothing, type TemplateResult } from 'lit';
import type { MfaEnrolment, MfaOverview } from '../../client/index.js';
import { icon } from '../base/icons/icon.js';
import {
  circleAlert,
  circleCheck,
  rotateCw,
  shieldAlert,
  shieldCheck,
  smartphone,
  triangleAlert,
} from '../base/icons/shapes.js';
import type { SetupWork } from './work.js';

/** Fewer than this many codes left: make new ones in time. */
const fewCodes = 4;

/** The factors there are, the recovery codes left, and the way to more. */
export function overviewView(work: SetupWork): TemplateResult {
  const { t, overview, factors, failed } = work;
  return html`
    <div class="card-head">
      <h2 class="title" part="heading" tabindex="-1">${t.title}</h2>
      ${overview ? html`<p part="subheading">${factors.length > 0 ? t.onText : t.offText}</p>` : nothing}
      <slot name="intro"></slot>
    </div>
    ${notes(work)} ${failed ? couldNotLoad(work) : overview ? whole(work, overview) : skeleton(t.loading)}
    <slot name="help"></slot>
  `;
}

function skeleton(label: string): TemplateResult {
  return html`<div>
    <span class="skeleton"></span>
    <span class="visually-hidden" role="status">${label}</span>
  </div>`;
}

function couldNotLoad({ t, retry }: SetupWork): TemplateResult {
  return html`<div class="callout danger" part="callout" role="alert">
      ${icon(circleAlert)}<span class="callout-text" part="error">${t.failed}</span>
    </div>
    <div class="row-actions" part="actions">
      <button class="button" part="button" type="button" @click=${retry}>
        ${icon(rotateCw)}<span>${t.retry}</span>
      </button>
    </div>`;
}

/** What went well or wrong last; always in the page, so that it is heard. */
function notes(work: SetupWork): TemplateResult {
  const { note } = work;
  const failure = work.failureText();
  return html`<div role="status" ?hidden=${!note}>${note ? box('success', circleCheck, note) : nothing}</div>
    <div role="alert" ?hidden=${!failure}>${failure ? box('danger', circleAlert, failure) : nothing}</div>`;
}

function box(tone: string, shape: string, text: string): TemplateResult {
  return html`<div class="callout ${tone}" part="callout">
    ${icon(shape)}<span class="callout-text">${text}</span>
  </div>`;
}

function whole(work: SetupWork, overview: MfaOverview): TemplateResult {
  const { factors } = work;
  return html`${demandNote(work, overview)}
    <div class="part" part="methods">
      ${factors.map((factor) => factorRow(work, factor, overview))}
      ${work.host.settings.readonly ? nothing : startButton(work)}
      <slot name="methods"></slot>
    </div>
    ${factors.length > 0 ? recoveryPart(work, overview) : nothing}`;
}

/** R70: what the account asks for, before anything is pressed. */
function demandNote({ t, factors }: SetupWork, { demand, enrolments }: MfaOverview): unknown {
  if (factors.length > 0) return nothing;
  const reset = enrolments.some(({ state }) => state === 'reset_required');
  if (reset) return box('warning', shieldAlert, t.reset);
  if (demand === 'required') return box('warning', shieldAlert, t.required);
  return demand === 'suggested' ? box('info', shieldCheck, t.suggested) : nothing;
}

function startButton({ t, factors, doing, start }: SetupWork): TemplateResult {
  const first = factors.length === 0;
  const busy = doing === 'start';
  return html`<div class="row-actions" part="actions">
    <button
      class="button ${first ? 'primary' : ''} ${busy ? 'busy' : ''}"
      part=${first ? 'button-primary' : 'button'}
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${start}
    >
      ${busy ? html`<span class="spinner" part="spinner"></span>` : icon(smartphone)}
      <span>${first ? t.setUp : t.addAnother}</span>
    </button>
  </div>`;
}

function factorRow(work: SetupWork, factor: MfaEnrolment, { policy }: MfaOverview): TemplateResult {
  const { t, time, factors } = work;
  const name = factor.label ?? t.app;
  const locked = factor.state === 'locked';
  const last = factors.length === 1;
  const kept = last && policy === 'required';
  return html`<div class="factor" part="method">
    <div class="what">
      <span class="strong">${name}</span>
      <span class="state-word secondary">
        ${icon(locked ? triangleAlert : shieldCheck, { tone: locked ? 'warning' : 'success' })}
        ${locked ? t.locked : t.on}
      </span>
      <span class="secondary muted">
        ${t.since({ date: time.short(factor.createdAt) })} ·
        ${factor.lastUsedAt ? t.lastUsed({ when: time.relative(factor.lastUsedAt) }) : t.neverUsed}
      </span>
      ${kept ? html`<span class="secondary muted">${t.cantTurnOff}</span>` : nothing}
    </div>
    ${
      kept || work.host.settings.readonly
        ? nothing
        : html`<button
            class="button"
            part="button"
            type="button"
            aria-label=${t.turnOffOf({ name })}
            @click=${(event: Event) => {
              work.askRemove(factor, event.currentTarget as HTMLElement);
            }}
          >
            ${t.turnOff}
          </button>`
    }
  </div>`;
}

function recoveryPart(work: SetupWork, { recoveryCodes }: MfaOverview): TemplateResult {
  const { t } = work;
  const { remaining: left, saved } = recoveryCodes;
  const warn = !saved ? t.codesUnsaved : left < fewCodes ? t.codesFew : undefined;
  return html`<div class="part">
    <div class="factor">
      <div class="what">
        <h3 class="strong">${t.codesTitle}</h3>
        <span class="secondary muted">${t.codesLeft({ left })}</span>
      </div>
      ${
        work.host.settings.readonly
          ? nothing
          : html`<button
              class="button"
              part="button"
              type="button"
              @click=${(event: Event) => {
                work.askNewCodes(event.currentTarget as HTMLElement);
              }}
            >
              ${t.newCodes}
            </button>`
      }
    </div>
    ${warn ? box('warning', triangleAlert, warn) : nothing}
  </div>`;
}
