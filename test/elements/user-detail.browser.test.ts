import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/user-detail.js';
import type { CcUserDetail } from '../../src/elements/user-detail/user-detail.js';
import { UserDetailHarness } from '../../src/testing/harnesses/user-detail.harness.js';
import { expectAccessible } from '../support/axe.js';

async function drawn(properties: Partial<CcUserDetail> = {}): Promise<[CcUserDetail, UserDetailHarness]> {
  const element = await fixture<CcUserDetail>(html`<cc-user-detail></cc-user-detail>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return [element, new UserDetailHarness(element)];
}

describe('cc-user-detail drawing', () => {
  it('shows its own heading, or the one it is given', async () => {
    const [, plain] = await drawn();
    expect(plain.heading()).to.equal('User detail');
    const [, named] = await drawn({ heading: 'Here' });
    expect(named.heading()).to.equal('Here');
  });

  it('speaks in the words of the host', async () => {
    const [, seen] = await drawn({ strings: { userDetail: { heading: 'Aushang' } } });
    expect(seen.heading()).to.equal('Aushang');
  });
});

describe('cc-user-detail events', () => {
  it('asks before it opens, and tells after', async () => {
    const [element, seen] = await drawn();
    const asked = oneEvent(element, 'cc-user-detail-open-request');
    const told = oneEvent(element, 'cc-user-detail-opened');
    await seen.open();
    expect((await asked).cancelable).to.equal(true);
    expect((await told).cancelable).to.equal(false);
  });
});

describe('cc-user-detail refusal and failure', () => {
  it('does not tell when the host vetoes', async () => {
    const [element, seen] = await drawn();
    let told = false;
    element.addEventListener('cc-user-detail-open-request', (event) => event.preventDefault());
    element.addEventListener('cc-user-detail-opened', () => (told = true));
    await seen.open();
    expect(told).to.equal(false);
  });

  it('tells which act failed', async () => {
    const [element, seen] = await drawn();
    element.addEventListener('cc-user-detail-open-request', (event) =>
      event.respondWith(Promise.reject(new Error('down'))),
    );
    const failed = oneEvent(element, 'cc-error');
    await seen.open();
    expect((await failed).detail.action).to.equal('cc-user-detail-open-request');
  });
});

describe('cc-user-detail accessibility', () => {
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
