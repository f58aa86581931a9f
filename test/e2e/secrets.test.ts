import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, KeyInput } from 'puppeteer-core';
import { accountIdOf } from '../../server/scenarios/index.js';
import { launchBrowser } from '../support/browser.js';
import { startSeededPortal, type RunningPortal } from '../support/portal.js';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { letterTo, mailedLink } from './post-office.js';
import { Visitor } from './visitor.js';

const users = `/accounts/${accountIdOf('harbourlane')}/users`;
const address = 'kit.keys@harbourlane.test';

/** Everything that a page could have let slip: what it asked for, and what it told its host. */
interface Leaks {
  requests: string[];
  told: string[];
}

/** Watches addresses and headers of all requests, and every event on the page, from before its first script. */
async function watch(visitor: Visitor): Promise<Leaks> {
  const leaks: Leaks = { requests: [], told: [] };
  visitor.page.on('request', (request) => {
    leaks.requests.push(JSON.stringify([request.url(), request.headers()]));
  });
  visitor.page.on('console', (message) => leaks.told.push(message.text()));
  await visitor.page.exposeFunction('noteEvent', (text: string) => leaks.told.push(text));
  await visitor.page.evaluateOnNewDocument(() => {
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event: Event): boolean {
      const { detail } = event as CustomEvent<unknown>;
      const { noteEvent } = globalThis as unknown as { noteEvent?: (text: string) => void };
      if (event.type.startsWith('cc-')) noteEvent?.(`${event.type} ${JSON.stringify(detail) ?? ''}`);
      return dispatchEvent.call(this, event);
    };
  });
  return leaks;
}

/** Storage, readable cookies, history and every attribute and text of the document, through shadow roots. */
function remains({ page }: Visitor): Promise<string> {
  return page.evaluate(async () => {
    const seen: string[] = [];
    const read = (root: ParentNode): void => {
      for (const node of root.querySelectorAll('*')) {
        for (const { name, value } of node.attributes) seen.push(`${name}=${value}`);
        if (node.shadowRoot) read(node.shadowRoot);
      }
    };
    read(document);
    const databases = await indexedDB.databases();
    const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, document.cookie]);
    return [location.href, document.referrer, JSON.stringify(history.state), stored, ...seen].join('\n');
  });
}

describe('from the roster to the first screen', () => {
  let sink: SmtpSink;
  let portal: RunningPortal;
  let browser: Browser;
  let presses = 0;

  before(async () => {
    sink = await startSmtpSink();
    portal = await startSeededPortal({ SMTP_URL: sink.url });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.clean();
    await sink?.close();
  });

  async function press({ page }: Visitor, key: KeyInput): Promise<void> {
    presses += 1;
    await page.keyboard.press(key);
  }

  /** The name of what has focus, through shadow roots. */
  const focused = ({ page }: Visitor) =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return (active as HTMLInputElement | null)?.autocomplete ?? '';
    });

  it('Z10: at most 6 key presses besides typing; threat 12: and no token is left anywhere on the way', async () => {
    const owner = await Visitor.arrive(browser, portal.url);
    const ownerLeaks = await watch(owner);
    await owner.signIn('harbourlane.owner');
    await owner.open(users);
    const add = await owner.find('button', 'Add New User');
    await add.focus();

    await press(owner, 'Enter');
    await owner.find('heading', 'Add a collaborator');
    await owner.page.keyboard.type(address);
    await press(owner, 'Enter');
    await owner.find('heading', 'Invite sent');

    const link = await mailedLink(sink, address);
    const invitee = await Visitor.arrive(browser, portal.url);
    const leaks = await watch(invitee);
    await invitee.open(link);
    await invitee.find('heading', 'Join Harbour Lane Books');
    while ((await focused(invitee)) !== 'username') await press(invitee, 'Tab');
    await invitee.page.keyboard.type('kit.keys');
    while ((await focused(invitee)) !== 'new-password') await press(invitee, 'Tab');
    await invitee.page.keyboard.type('a quiet river at dawn');
    const open = await remains(invitee);
    await press(invitee, 'Enter');
    await invitee.find('button', 'Sign out');
    assert.ok(presses <= 6, `${presses} key presses`);

    const mailed = link.slice(link.indexOf('cci_'));
    const copied = (await owner.value('textbox', 'Invite URL')).split('#')[1] ?? '';
    assert.match(copied, /^cci_/);
    // The owner's page shows the copied link in a field, as a value; nowhere else.
    const places = {
      'the server log': portal.output(),
      'addresses and headers of requests': [...leaks.requests, ...ownerLeaks.requests].join('\n'),
      'events and the console': [...leaks.told, ...ownerLeaks.told].join('\n'),
      'the page while the form is open': open,
      'the page afterwards': await remains(invitee),
      'the page of the inviter': await remains(owner),
    };
    assert.ok(
      leaks.told.some((told) => told.startsWith('cc-invite-accepted')),
      'events are watched',
    );
    for (const [place, text] of Object.entries(places)) {
      assert.ok(text.length > 0, place);
      // The very first request is for the page: a fragment is never sent, but the driver shows it there.
      const clean = text.replaceAll(new RegExp(`"${portal.url}/accept#${mailed}"`, 'g'), '"/accept"');
      for (const token of [mailed, copied]) assert.ok(!clean.includes(token), `a token in ${place}`);
    }
  });

  it('A08: the back button leads to no token, and the page says that it is done or asks for the link', async () => {
    const { text } = await letterTo(sink, address, /#cci_/);
    assert.match(text, /works once/);
    const again = await Visitor.arrive(browser, portal.url);
    await again.open(await mailedLink(sink, address));
    await again.find('heading', 'This invite was already used');
    await again.open('/sign-in');
    await again.page.goBack();
    assert.ok(!again.page.url().includes('cci_'));
  });
});
