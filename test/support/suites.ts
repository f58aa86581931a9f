import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { CcElement } from '../../src/elements/base/cc-element.js';
import '../../src/define/provider.js';
import { english } from '../../src/i18n/en/index.js';
import { pseudoLocale } from '../../src/i18n/pseudo.js';
import type { StubClient } from './stub-client.js';

export interface Promised {
  tag: string;
  /** A client with all that the element asks for. */
  client(): StubClient;
  /** Properties that bring the element into the state to look at. */
  properties?: object;
}

const pack = pseudoLocale(english);

/** What every element promises about words and about leaving, in one line of its own test. */
export function keepsItsPromises(name: string, promised: Promised): void {
  describe(`${promised.tag} promises, ${name}`, () => {
    it('speaks only through the catalogue', async () => {
      const element = await stand(promised);
      expect(leaks(element.shadowRoot ?? element)).to.deep.equal([]);
    });

    it('has nothing cut off or wider than 320 px in long words', async () => {
      const element = await stand(promised);
      element.style.setProperty('max-inline-size', '320px');
      await element.updateComplete;
      const wide = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
        (node) =>
          node.checkVisibility() &&
          node.getBoundingClientRect().right > element.getBoundingClientRect().right + 1,
      );
      expect(wide.map((node) => node.outerHTML.slice(0, 120))).to.deep.equal([]);
    });

    it('leaves nothing behind', async () => {
      const client = promised.client();
      const pages = [document, window, document.documentElement, document.body];
      const before = new Map(pages.map((target) => [target, countListeners(target)]));
      const element = await stand(promised, client);
      const provider = element.parentElement as HTMLElement;
      provider.remove();
      await aTimeout(0);
      expect(client.listening(), 'listeners of the client').to.equal(0);
      for (const [target, count] of before) expect(count(), String(target)).to.equal(0);
      expect(provider.querySelectorAll('[data-cc-live]')).to.have.length(0);
    });
  });
}

async function stand({ tag, client, properties }: Promised, own = client()): Promise<CcElement> {
  const provider = await fixture(html`
    <cc-provider account-id="acc_1" locale="en-XA" .client=${own} .loadLocale=${() => pack}></cc-provider>
  `);
  const element = document.createElement(tag) as CcElement;
  Object.assign(element, properties);
  provider.append(element);
  await aTimeout(0);
  await element.updateComplete;
  await aTimeout(0);
  await element.updateComplete;
  return element;
}

// The pseudo-locale leaves no plain vowel, so a text with one did not come from the catalogue. Data is in <bdi>.
const plain = /[aeiouAEIOU]/;
const spoken = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt'];

function leaks(root: ParentNode): string[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((node) => {
    // What people are called, and moments of time as their language writes them, are no words of ours.
    if (node.closest('bdi, svg, time, [part~=avatar], [data-field]')) return [];
    const texts = [...node.childNodes]
      .filter((child) => child instanceof Text)
      .map((child) => child.data.trim());
    const attributes = spoken.map((name) => node.getAttribute(name) ?? '');
    const inner = node.shadowRoot ? leaks(node.shadowRoot) : [];
    return [...[...texts, ...attributes].filter((text) => plain.test(text)), ...inner];
  });
}

/** Counts what is added and not removed from now on. */
function countListeners(target: EventTarget): () => number {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const added = new Set<string>();
  const key = (type: string, listener: unknown) => `${type} ${String(listener)}`;
  target.addEventListener = function (type: string, listener: never, options?: never) {
    added.add(key(type, listener));
    addEventListener.call(target, type, listener, options);
  };
  target.removeEventListener = function (type: string, listener: never, options?: never) {
    added.delete(key(type, listener));
    removeEventListener.call(target, type, listener, options);
  };
  return () => {
    target.addEventListener = addEventListener;
    target.removeEventListener = removeEventListener;
    return added.size;
  };
}
