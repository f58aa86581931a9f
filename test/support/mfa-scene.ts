import { fixture, html } from '@open-wc/testing';
import { generate } from 'otplib';
import { factorSecretOf } from '../../server/scenarios/index.js';
import type { CcElement } from '../../src/elements/base/cc-element.js';
import { createMockBackend, type MockBackend, type MockOptions } from '../../src/mock/index.js';

/** The code that an app shows in this backend's time, or so many seconds later. */
export function codeFor(backend: MockBackend, secret: string, seconds = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(backend.clock.now().getTime() / 1000) + seconds });
}

/** The code of a seeded person's app. */
export const seededCode = (backend: MockBackend, username: string, seconds = 0): Promise<string> =>
  codeFor(backend, factorSecretOf(username), seconds);

/** An element of this tag inside a provider, over the backend in memory. */
export async function mfaScene<Element extends CcElement>(
  tag: string,
  options: MockOptions = {},
  properties: Partial<Element> = {},
): Promise<{ backend: MockBackend; element: Element; page: HTMLElement }> {
  const backend = await createMockBackend({ viewer: 'partner.owner', ...options });
  const page = await fixture<HTMLElement>(html`
    <cc-provider .client=${backend.client} .clock=${backend.clock} account-id=${backend.accountId}>
    </cc-provider>
  `);
  const element = Object.assign(document.createElement(tag), properties) as Element;
  page.append(element);
  await element.updateComplete;
  return { backend, element, page };
}

export { waitUntil as until } from './wait.js';
