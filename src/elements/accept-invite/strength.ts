import { html, type TemplateResult } from 'lit';
import { checkPassword, limits, type PasswordContext } from '../../domain/index.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { check, triangleAlert } from '../base/icons/shapes.js';

export interface Strength {
  readonly tone: 'empty' | 'short' | 'weak' | 'good';
  /** Characters that are there and that are needed. */
  readonly length: number;
  readonly min: number;
}

/** How far a password is from being accepted: by length, and by the rules that the server asks, too (R51). */
export function strengthOf(password: string, context: PasswordContext, min: number): Strength {
  const length = Array.from(password).length;
  if (length === 0) return { tone: 'empty', length, min };
  if (length < min) return { tone: 'short', length, min };
  return { tone: checkPassword(password, context).ok ? 'good' : 'weak', length, min };
}

/** The fewest characters: the product's, or more where the deployment asks for more. */
export function fewestCharacters(
  mfaRequired: boolean,
  deployment: { readonly passwordMin: number; readonly passwordMinWithMfa: number } | undefined,
): number {
  return mfaRequired
    ? Math.max(limits.passwordMinWithMfa, deployment?.passwordMinWithMfa ?? 0)
    : Math.max(limits.passwordMin, deployment?.passwordMin ?? 0);
}

/** A bar that fills towards the length, and the same in words. */
export function strengthMeter(strength: Strength, t: Strings['acceptInvite']): TemplateResult {
  const { tone, length, min } = strength;
  return html`<div class="strength ${tone}" part="strength">
    <span class="strength-track" aria-hidden="true"
      ><span class="strength-fill" data-share=${Math.min(length / min, 1)}></span
    ></span>
    <span class="strength-text numbers">${strengthText(strength, t)}</span>
  </div>`;
}

function strengthText({ tone, length, min }: Strength, t: Strings['acceptInvite']): unknown {
  if (tone === 'good') return html`${icon(check, { size: 14 })}${t.passwordGood}`;
  if (tone === 'weak') return html`${icon(triangleAlert, { size: 14 })}${t.passwordWeak}`;
  return t.passwordShort({ count: min - length });
}
