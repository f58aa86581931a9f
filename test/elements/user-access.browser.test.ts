import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/user-access.js';
import type { CcUserAccess } from '../../src/elements/user-access/user-access.js';
import { UserAccessHarness } from '../../src/testing/harnesses/user-access.harness.js';
import { expectAccessible } from '../support/axe.js';

async function drawn(properties: Partial<CcUserAccess> = {}): Promise<[CcUserAccess, UserAccessHarness]> {
  const element = await fixture<CcUserAccess>(html`<cc-user-access></cc-user-access>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return [element, new UserAccessHarness(element)];
}

describe('cc-user-access drawing', () => {
  it('shows its own heading, or the one it is given', async () => {
    const [, plain] = await drawn();
    expect(plain.heading()).to.equal('User access');
    const [, named] = await drawn({ heading: 'Here' });
    expect(named.heading()).to.equal('Here');
  });

  it('speaks in the words of the host', async () => {
    const [, seen] = await drawn({ strings: { userAccess: { heading: 'Aushang' } } });
    expect(seen.heading()).to.equal('Aushang');
  });
});

describe('cc-user-access events', () => {
  it('asks before it opens, and tells after', async () => {
    const [element, seen] = await drawn();
    const asked = oneEvent(element, 'cc-user-access-open-request');
    const told = oneEvent(element, 'cc-user-access-opened');
    await seen.open();
    expect((await asked).cancelable).to.equal(true);
    expect((await told).cancelable).to.equal(false);
  });
});

describe('cc-user-access refusal and failure', () => {
  it('does not tell when the host vetoes', async () => {
    const [element, seen] = await drawn();
    let told = false;
    element.addEventListener('cc-user-access-open-request', (event) => event.preventDefault());
    element.addEventListener('cc-user-access-opened', () => (told = true));
    await seen.open();
    expect(told).to.equal(false);
  });

  it('tells which act failed', async () => {
    const [element, seen] = await drawn();
    element.addEventListener('cc-user-access-open-request', (event) =>
      event.respondWith(Promise.reject(new Error('down'))),
    );
    const failed = oneEvent(element, 'cc-error');
    await seen.open();
    expect((await failed).detail.action).to.equal('cc-user-access-open-request');
  });
});

describe('cc-user-access accessibility', () => {
  it('has no axe findings', async () => {
    const [element] = await drawn();
    await expectAccessible(element);
  });

  it('takes focus on its first control', async () => {
    const [element] = await drawn();
    element.focus();
    expect(element.shadowRoot?.activeElement?.localName).to.equal('button');
  });
});
