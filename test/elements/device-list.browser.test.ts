import { expect, oneEvent } from '@open-wc/testing';
import type { TrustedDevice } from '../../src/client/index.js';
import '../../src/define/device-list.js';
import '../../src/define/provider.js';
import type { CcDeviceForgetRequestEvent } from '../../src/elements/device-list/device-list.events.js';
import type { CcDeviceList } from '../../src/elements/device-list/device-list.js';
import { aRefusal, createFakeClient } from '../../src/testing/index.js';
import { DeviceListHarness } from '../../src/testing/harnesses/mfa.harness.js';
import { expectAccessible } from '../support/axe.js';
import { mfaScene, until } from '../support/mfa-scene.js';

const device = (id: string, label: string, current = false): TrustedDevice => ({
  ...{ id, label, current, lastCountry: null },
  firstSeenAt: '2026-11-01T09:00:00.000Z',
  lastSeenAt: '2026-11-20T09:00:00.000Z',
  expiresAt: '2026-12-01T09:00:00.000Z',
});

async function list(
  devices: readonly TrustedDevice[] = [
    device('dev_1', 'Firefox on Linux', true),
    device('dev_2', 'Safari on iPhone'),
  ],
  calls: Record<string, () => unknown> = {},
) {
  let items = [...devices];
  const client = createFakeClient({
    calls: {
      'devices.list': () => ({ items }),
      'devices.forget': ({ path }) => {
        items = items.filter(({ id }) => id !== path[2]);
      },
      'devices.forgetAll': () => {
        items = [];
      },
      ...calls,
    },
  });
  const { element } = await mfaScene<CcDeviceList>('cc-device-list', { scenario: 'empty' }, { client });
  const seen = new DeviceListHarness(element);
  await until(() => seen.heading() !== '' && !element.matches(':state(busy)'), 'the list');
  return { seen, element, client };
}

describe('cc-device-list drawing', () => {
  it('shows each device with what it is and until when, and marks the one in use', async () => {
    const { seen } = await list();
    expect(seen.devices()).to.deep.equal(['Firefox on Linux This device', 'Safari on iPhone']);
    expect(seen.text()).to.contain('Until 1 Dec');
  });

  it('says what it means that there is none', async () => {
    const { seen, element } = await list([]);
    expect(seen.text()).to.contain('No device is remembered.');
    expect(element.matches(':state(empty)')).to.equal(true);
  });
});

describe('cc-device-list acting', () => {
  it('R68: forgets one, and focus goes to the next', async () => {
    const { seen, element } = await list();
    await seen.press('Forget Firefox on Linux');
    await until(() => seen.devices().length === 1, 'one is left');
    await until(
      () => element.shadowRoot?.activeElement?.getAttribute('aria-label') === 'Forget Safari on iPhone',
      'focus',
    );
  });

  it('R68: forgets all after a question, and focus goes to the heading', async () => {
    const { seen, element } = await list();
    await seen.press('Forget all devices…');
    await until(() => seen.question() === 'Forget all devices?', 'the question');
    const told = oneEvent(element, 'cc-device-forgotten');
    await seen.confirm();
    expect(((await told) as CustomEvent).detail).to.deep.equal({ deviceId: null });
    await until(() => seen.text().includes('No device is remembered.'), 'none left');
    await until(() => element.shadowRoot?.activeElement?.classList.contains('title'), 'focus');
  });
});

describe('cc-device-list events', () => {
  it('asks before it forgets, and does nothing when vetoed', async () => {
    const { seen, element, client } = await list();
    element.addEventListener('cc-device-forget-request', (event) => {
      event.preventDefault();
    });
    setTimeout(() => void seen.press('Forget Safari on iPhone'));
    const request = (await oneEvent(
      element,
      'cc-device-forget-request',
    )) as unknown as CcDeviceForgetRequestEvent;
    expect(request.detail.input).to.deep.equal({ deviceId: 'dev_2' });
    expect([client.made.includes('devices.forget'), seen.devices().length]).to.deep.equal([false, 2]);
  });
});

describe('cc-device-list refusal and failure', () => {
  it('says at the device why it is still there', async () => {
    const { seen } = await list(undefined, {
      'devices.forget': () => {
        throw aRefusal('unavailable');
      },
    });
    await seen.press('Forget Safari on iPhone');
    await until(() => seen.alert() !== '', 'why');
    expect(seen.devices().length).to.equal(2);
  });

  it('a device that is gone already is gone', async () => {
    let gone = false;
    const { seen } = await list(undefined, {
      'devices.list': () => ({
        items: gone
          ? [device('dev_1', 'Firefox on Linux', true)]
          : [device('dev_1', 'A'), device('dev_2', 'B')],
      }),
      'devices.forget': () => {
        gone = true;
        throw aRefusal('not-found');
      },
    });
    await seen.press('Forget B');
    await until(() => seen.devices().length === 1, 'gone');
    expect(seen.alert()).to.equal('');
  });

  it('offers to load again', async () => {
    let fails = true;
    const { seen } = await list(undefined, {
      'devices.list': () => {
        if (fails) throw aRefusal('unavailable');
        return { items: [device('dev_1', 'Firefox on Linux')] };
      },
    });
    fails = false;
    await seen.press('Retry');
    await until(() => seen.devices().length === 1, 'the list');
  });
});

describe('cc-device-list accessibility', () => {
  it('has no findings with devices, without, and at the question', async () => {
    await expectAccessible((await list([])).element);
    const { seen, element } = await list();
    await expectAccessible(element);
    await seen.press('Forget all devices…');
    await until(() => seen.question(), 'the question');
    await expectAccessible(element);
  });
});
