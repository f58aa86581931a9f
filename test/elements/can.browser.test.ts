import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/define/can.js';
import '../../src/define/provider.js';
import type { CcCan } from '../../src/elements/can/can.js';
import { CanHarness } from '../../src/testing/harnesses/can.harness.js';
import { expectAccessible } from '../support/axe.js';
import { stubClient } from '../support/stub-client.js';

const reason = 'Your role here can’t schedule campaigns. Ask the Account Owner.';

async function guarded(mode: string, capabilities: string[] | Error, extra: unknown = '', target?: string) {
  const asked: string[] = [];
  const client = stubClient({
    accounts: {
      access: (accountId: string) => {
        asked.push(accountId);
        return capabilities instanceof Error
          ? Promise.reject(capabilities)
          : Promise.resolve({ capabilities });
      },
    },
  } as never);
  const provider = await fixture(html`
    <cc-provider account-id="acc_1" .client=${client}>
      <cc-can capability="campaigns.schedule" mode=${mode} .targetId=${target}>
        <button>Schedule</button>${extra}
      </cc-can>
    </cc-provider>
  `);
  const element = provider.querySelector('cc-can') as CcCan;
  await aTimeout(0);
  await element.updateComplete;
  await aTimeout(0);
  await element.updateComplete;
  const button = element.querySelector('button') as HTMLButtonElement;
  return { element, button, seen: new CanHarness(element), asked };
}

describe('cc-can drawing', () => {
  for (const mode of ['hide', 'disable', 'explain']) {
    it(`R13: shows its content to somebody who may, in the mode ${mode}`, async () => {
      const { seen, button } = await guarded(mode, ['campaigns.schedule']);
      expect(button.checkVisibility()).to.equal(true);
      expect([seen.reason(), seen.isHeld()]).to.deep.equal(['', false]);
    });
  }

  it('R13: hides its content, and shows what the host put in its place', async () => {
    const { element, button } = await guarded('hide', [], html`<p slot="denied">Ask Maya</p>`);
    expect(button.checkVisibility()).to.equal(false);
    expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(element.matches(':state(refused)')).to.equal(true);
  });

  it('R13: says the reason in place of its content', async () => {
    const { seen, button } = await guarded('explain', []);
    expect(seen.reason()).to.equal(reason);
    expect(button.checkVisibility()).to.equal(false);
  });
});

describe('cc-can acting', () => {
  it('keeps a disabled control focusable and from acting', async () => {
    const { button, seen } = await guarded('disable', []);
    let acted = 0;
    button.addEventListener('click', () => (acted += 1));
    button.focus();
    expect(document.activeElement).to.equal(button);
    button.click();
    expect([acted, seen.isHeld()]).to.deep.equal([0, true]);
  });

  it('gives the control back once it is allowed', async () => {
    const { element, button } = await guarded('disable', []);
    let acted = 0;
    button.addEventListener('click', () => (acted += 1));
    element.mode = 'hide';
    await element.updateComplete;
    expect(button.hasAttribute('aria-disabled')).to.equal(false);
    expect(button.hasAttribute('aria-describedby')).to.equal(false);
  });

  it('asks about the account it is about', async () => {
    const { asked } = await guarded('hide', [], '', 'acc_2');
    expect(asked).to.deep.equal(['acc_2']);
  });
});

describe('cc-can events', () => {
  it('lets the events of allowed content pass', async () => {
    const { button } = await guarded('disable', ['campaigns.schedule']);
    let acted = 0;
    button.addEventListener('click', () => (acted += 1));
    button.click();
    expect(acted).to.equal(1);
  });
});

describe('cc-can refusal and failure', () => {
  it('hides its content and says so by a state when it could not be asked', async () => {
    const { element, button, seen } = await guarded('explain', new Error('down'));
    expect(button.checkVisibility()).to.equal(false);
    expect(seen.reason()).to.equal('We couldn’t check what you can do here.');
    expect(element.matches(':state(failed)')).to.equal(true);
  });
});

describe('cc-can accessibility', () => {
  it('links the reason to the control it disables', async () => {
    const { element, button } = await guarded('disable', []);
    const id = button.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(id)?.textContent).to.equal(reason);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    await expectAccessible(element);
  });
});
