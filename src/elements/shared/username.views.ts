/** What is known about a username while it is typed: free or not, and what is free instead (R49). */
import { html, nothing } from 'lit';
import { icon } from '../base/icons/icon.js';
import { check, circleAlert } from '../base/icons/shapes.js';
import type { UsernameState } from './username.controller.js';

export interface UsernameWords {
  readonly checking: string;
  readonly free: string;
  readonly taken: string;
  readonly tryOne: string;
}

/** At the end of the field. */
export function availability(username: UsernameState, t: UsernameWords): unknown {
  if (username.state === 'idle') return nothing;
  const shape = {
    checking: html`<span class="spinner" part="spinner"></span>`,
    free: icon(check, { size: 14 }),
    refused: icon(circleAlert, { size: 14 }),
  }[username.state];
  const taken = username.state === 'refused' && username.code === 'username_taken';
  const text = { checking: t.checking, free: t.free, refused: taken ? t.taken : '' }[username.state];
  return html`<span class="availability ${username.state}">${shape}<span>${text}</span></span>`;
}

/** Below the field. */
export function suggestions(
  username: UsernameState,
  t: UsernameWords,
  take: (username: string) => void,
): unknown {
  if (username.state !== 'refused' || username.suggestions.length === 0) return nothing;
  return html`<div class="suggestions" role="group" aria-label=${t.tryOne}>
    <span class="secondary muted">${t.tryOne}</span>
    ${username.suggestions.map(
      (name) =>
        html`<button
          class="button small"
          part="button"
          type="button"
          @click=${() => {
            take(name);
          }}
        >
          <bdi class="ltr" dir="ltr">${name}</bdi>
        </button>`,
    )}
  </div>`;
}
