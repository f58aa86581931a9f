import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/audit-log.js';
import type { CcAuditLog } from '../../src/elements/audit-log/audit-log.js';
import { AuditLogHarness } from '../../src/testing/harnesses/audit-log.harness.js';
import { expectAccessible } from '../support/axe.js';

async function drawn(properties: Partial<CcAuditLog> = {}): Promise<[CcAuditLog, AuditLogHarness]> {
  const element = await fixture<CcAuditLog>(html`<cc-audit-log></cc-audit-log>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return [element, new AuditLogHarness(element)];
}

describe('cc-audit-log drawing', () => {
  it('shows its own heading, or the one it is given', async () => {
    const [, plain] = await drawn();
    expect(plain.heading()).to.equal('Audit log');
    const [, named] = await drawn({ heading: 'Here' });
    expect(named.heading()).to.equal('Here');
  });

  it('speaks in the words of the host', async () => {
    const [, seen] = await drawn({ strings: { auditLog: { heading: 'Aushang' } } });
    expect(seen.heading()).to.equal('Aushang');
  });
});

describe('cc-audit-log events', () => {
  it('asks before it opens, and tells after', async () => {
    const [element, seen] = await drawn();
    const asked = oneEvent(element, 'cc-audit-log-open-request');
    const told = oneEvent(element, 'cc-audit-log-opened');
    await seen.open();
    expect((await asked).cancelable).to.equal(true);
    expect((await told).cancelable).to.equal(false);
  });
});

describe('cc-audit-log refusal and failure', () => {
  it('does not tell when the host vetoes', async () => {
    const [element, seen] = await drawn();
    let told = false;
    element.addEventListener('cc-audit-log-open-request', (event) => event.preventDefault());
    element.addEventListener('cc-audit-log-opened', () => (told = true));
    await seen.open();
    expect(told).to.equal(false);
  });

  it('tells which act failed', async () => {
    const [element, seen] = await drawn();
    element.addEventListener('cc-audit-log-open-request', (event) =>
      event.respondWith(Promise.reject(new Error('down'))),
    );
    const failed = oneEvent(element, 'cc-error');
    await seen.open();
    expect((await failed).detail.action).to.equal('cc-audit-log-open-request');
  });
});

describe('cc-audit-log accessibility', () => {
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
