import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SeatUsage } from '../../src/client/index.js';
import '../../src/define/provider.js';
import '../../src/define/seat-meter.js';
import type { CcPlanOpenRequestEvent } from '../../src/elements/shared/plan-open.events.js';
import type { CcSeatMeter } from '../../src/elements/seat-meter/seat-meter.js';
import { SeatMeterHarness } from '../../src/testing/harnesses/seat-meter.harness.js';
import { expectAccessible } from '../support/axe.js';
import { stubClient, type StubClient } from '../support/stub-client.js';
import { keepsItsPromises } from '../support/suites.js';

function seats(numbers: Partial<SeatUsage>): SeatUsage {
  const usage = { accountId: 'acc_1', limit: 3, used: 2, reserved: 0, available: 1, overLimit: false };
  return { ...usage, planName: 'Standard', planUrl: '/plans', ownerUsesSeat: true, ...numbers };
}

async function meter(
  ...answers: (Partial<SeatUsage> | Error)[]
): Promise<[CcSeatMeter, SeatMeterHarness, StubClient]> {
  let call = 0;
  const client = stubClient({
    seats: {
      get: () => {
        const answer = answers[Math.min(call++, answers.length - 1)] ?? {};
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(seats(answer));
      },
    },
  });
  const provider = await fixture(html`
    <cc-provider account-id="acc_1" .client=${client}><cc-seat-meter></cc-seat-meter></cc-provider>
  `);
  const element = provider.querySelector('cc-seat-meter') as CcSeatMeter;
  await settled(element);
  return [element, new SeatMeterHarness(element), client];
}

async function settled(element: CcSeatMeter): Promise<void> {
  await aTimeout(0);
  await element.updateComplete;
}

const said = () =>
  [...document.querySelectorAll('cc-provider > [data-cc-live=polite]')].at(-1)?.textContent ?? '';

describe('cc-seat-meter drawing', () => {
  it('R16: says how many users of the plan are taken', async () => {
    const [, seen] = await meter({ used: 1 });
    expect(seen.text()).to.equal('1 of 3 users on Standard');
    expect(seen.places()).to.deep.equal(['used', 'free', 'free']);
  });

  it('R17: counts a pending invite as a place, and shows it apart', async () => {
    const [, seen] = await meter({ used: 2, reserved: 1 });
    expect(seen.text()).to.equal('3 of 3 users on Standard');
    expect(seen.places()).to.deep.equal(['used', 'used', 'pending']);
    expect(seen.spoken()).to.equal('3 of 3 users on Standard, 1 of them is a pending invite');
  });

  it('R15: shows words and no meter where there is no limit', async () => {
    const [, seen] = await meter({ limit: null, used: 48 });
    expect([seen.text(), seen.spoken()]).to.deep.equal(['Unlimited users', undefined]);
  });

  it('R23: shows more users than the plan includes, in the tone of a limit', async () => {
    const [element, seen] = await meter({ used: 7, overLimit: true });
    expect(seen.text()).to.equal('7 of 3 users on Standard · 4 too many');
    expect(seen.spoken()).to.equal('7 of 3 users on Standard, 4 too many');
    expect(element.renderRoot.querySelector('.over')).to.be.ok;
    expect(element.renderRoot.querySelector('[role=meter]')?.getAttribute('aria-valuenow')).to.equal('3');
  });

  it('draws a large plan as one bar in proportion', async () => {
    const [element, seen] = await meter({ limit: 40, used: 30, reserved: 2 });
    expect(seen.places()).to.deep.equal(['used', 'pending', 'free']);
    const widths = [...element.renderRoot.querySelectorAll('.segment')].map(
      (part) => part.getBoundingClientRect().width,
    );
    expect((widths[0] ?? 0) / (widths[2] ?? 1)).to.be.closeTo(30 / 8, 0.05);
  });

  it('warns from the number of free places the host names', async () => {
    const [element] = await meter({ used: 2 });
    expect(element.renderRoot.querySelector('.warning')).to.equal(null);
    element.setAttribute('warn-at', '1');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.warning')).to.be.ok;
  });
});

describe('cc-seat-meter acting', () => {
  it('R16: links to the plan once no place is left', async () => {
    const [, free] = await meter({ used: 2 });
    expect(free.planLink()).to.equal(undefined);
    const [, full] = await meter({ used: 3 });
    expect(full.planLink()).to.equal(new URL('/plans', document.baseURI).href);
  });

  it('counts again after an invite of this account, and not after one of another', async () => {
    const [element, seen, client] = await meter({ used: 1 }, { used: 1, reserved: 1 }, { used: 3 });
    const created = (accountId: string) => client.tell('invitation.created', { accountId } as never);
    created('acc_2');
    await settled(element);
    expect(seen.text()).to.equal('1 of 3 users on Standard');
    created('acc_1');
    await settled(element);
    expect(seen.text()).to.equal('2 of 3 users on Standard');
  });
});

describe('cc-seat-meter events', () => {
  it('asks before it follows the link, with the address', async () => {
    const [element, seen] = await meter({ used: 3 });
    element.addEventListener('click', (event) => event.preventDefault());
    const asked = oneEvent(element, 'cc-plan-open-request');
    seen.openPlan();
    const { detail } = (await asked) as CcPlanOpenRequestEvent;
    expect(detail).to.deep.include({ accountId: 'acc_1', input: { planUrl: '/plans' } });
  });

  it('stays on the page when the host vetoes, and tells when the host showed the plan itself', async () => {
    const [element, seen] = await meter({ used: 3 });
    let followed: boolean | undefined;
    element.addEventListener('click', (event) => {
      followed = !event.defaultPrevented;
      event.preventDefault();
    });
    element.addEventListener('cc-plan-open-request', (event) => event.respondWith(), { once: true });
    const opened = oneEvent(element, 'cc-plan-opened');
    seen.openPlan();
    expect((await opened).detail).to.deep.equal({ accountId: 'acc_1' });
    expect(followed).to.equal(false);
    element.addEventListener('cc-plan-open-request', (event) => event.preventDefault());
    seen.openPlan();
    expect(followed).to.equal(false);
  });
});

describe('cc-seat-meter refusal and failure', () => {
  it('says that the number is missing and asks again on Retry', async () => {
    const [element, seen] = await meter(new Error('down'), { used: 1 });
    expect(seen.text()).to.equal('We couldn’t count the users.');
    expect(element.matches(':state(failed)')).to.equal(true);
    await seen.retry();
    await settled(element);
    expect(seen.text()).to.equal('1 of 3 users on Standard');
  });

  it('R01: keeps the last number when asking again fails', async () => {
    const [element, seen] = await meter({ used: 1 }, new Error('down'));
    await element.refresh();
    await settled(element);
    expect(seen.text()).to.equal('1 of 3 users on Standard');
  });

  it('T11: does not link to an address that runs script', async () => {
    const [, seen] = await meter({ used: 3, planUrl: 'javascript:alert(1)' });
    expect(seen.planLink()).to.equal(undefined);
  });
});

describe('cc-seat-meter accessibility', () => {
  for (const [name, numbers] of Object.entries({
    'with places left': { used: 1 },
    'when full': { used: 2, reserved: 1 },
    'without a limit': { limit: null },
    'for a large plan': { limit: 40 },
  })) {
    it(`has no axe findings ${name}`, async () => {
      const [element] = await meter(numbers);
      await expectAccessible(element);
    });
  }

  it('is heard when the last place goes, and not when the page opens on a full plan', async () => {
    await meter({ used: 3 });
    expect(said()).to.equal('');
    const [element] = await meter({ used: 2 }, { used: 2, reserved: 1 });
    await element.refresh();
    await settled(element);
    expect(said()).to.equal('Limit reached: 3 of 3 users on Standard');
  });
});

const counting = (numbers: Partial<SeatUsage>) => () =>
  stubClient({ seats: { get: async () => seats(numbers) } });
keepsItsPromises('with places left', { tag: 'cc-seat-meter', client: counting({ used: 1 }) });
keepsItsPromises('when full', { tag: 'cc-seat-meter', client: counting({ used: 2, reserved: 1 }) });
keepsItsPromises('without a limit', { tag: 'cc-seat-meter', client: counting({ limit: null }) });
