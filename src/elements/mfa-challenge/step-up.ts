/** A fresh proof in the middle of something (R69): asked in a dialog, wherever on the page it is needed. */
import type { SignInPending } from '../../client/index.js';
import type { PartialStrings } from '../../i18n/strings.js';
import type { Scope } from '../../stores/scope.js';
import { createProofStore } from '../../stores/session.js';
import type { CcElement } from '../base/cc-element.js';
import { define, tagWith, type CcElementClass } from '../base/define.js';
import { CcMfaChallenge } from './mfa-challenge.js';

/** The one proof that is being asked for in a scope: who needs another at the same time waits for this one. */
function createProofDoor(): { open: Promise<boolean> | undefined } {
  return { open: undefined };
}

/**
 * Asks the person for a fresh proof; true once it is given, false if they close the dialog or there is no proof to
 * give here. Rejects where asking itself fails, such as offline.
 */
export async function proveAgain(host: CcElement): Promise<boolean> {
  const { stores } = host;
  if (!stores) return false;
  const door = stores.use(createProofDoor);
  return (door.open ??= ask(host, stores).finally(() => {
    door.open = undefined;
  }));
}

async function ask(host: CcElement, scope: Scope): Promise<boolean> {
  const state = await scope.use(createProofStore).stepUp();
  // With a token of the host the proof is the host's, and has been asked for already.
  if (state.error?.kind === 'forbidden') return false;
  if (state.error) throw state.error;
  if (state.step !== 'challenge') return false;
  const dialog = dialogFor(host, scope, state.challenge);
  const given = new Promise<boolean>((settle) => {
    let proven = false;
    dialog.addEventListener('cc-mfa-verified', () => (proven = true));
    dialog.addEventListener('cc-closed', () => settle(proven));
  });
  putNear(host, dialog);
  dress(host, dialog);
  try {
    return await given;
  } finally {
    dialog.remove();
  }
}

function dialogFor(host: CcElement, { client, accountId }: Scope, challenge: SignInPending): CcMfaChallenge {
  const { prefix, registry } = host.constructor as unknown as CcElementClass & {
    registry?: CustomElementRegistry;
  };
  define(CcMfaChallenge, { prefix, ...(registry && { registry }) });
  const options = registry && { customElementRegistry: registry };
  const dialog = document.createElement(tagWith(prefix, CcMfaChallenge), options) as CcMfaChallenge;
  const strings: PartialStrings | undefined = host.strings;
  return Object.assign(dialog, { client, accountId, challenge, strings, modal: true, withoutTrust: true });
}

/**
 * Into the page's own tree, where password managers look for fields: inside the nearest provider, else beside the
 * outermost of our elements.
 */
function putNear(host: CcElement, dialog: HTMLElement): void {
  const { prefix } = host.constructor as unknown as CcElementClass;
  const provider = tagWith(prefix, { tag: 'cc-provider' });
  let near: Element = host;
  for (;;) {
    const around = near.closest(provider);
    if (around) return around.append(dialog);
    const root = near.getRootNode();
    const outer = root instanceof ShadowRoot ? root.host : undefined;
    if (!outer || !('stores' in outer)) return near.after(dialog);
    near = outer;
  }
}

const themed = [
  ...['accent', 'accent-text', 'border', 'border-strong', 'danger', 'density', 'focus-ring', 'font'],
  ...['font-heading', 'font-mono', 'font-size', 'link', 'radius', 'shadow', 'space', 'success', 'surface'],
  ...['surface-raised', 'text', 'text-muted', 'warning'],
].map((name) => `--cc-${name}`);

/** Looks like the element it serves, also where that one has tokens of its own. */
function dress(host: HTMLElement, dialog: HTMLElement): void {
  const [wanted, shown] = [getComputedStyle(host), getComputedStyle(dialog)];
  for (const name of [...themed, 'color-scheme', 'direction']) {
    const value = wanted.getPropertyValue(name);
    if (value !== shown.getPropertyValue(name)) dialog.style.setProperty(name, value);
  }
}
