import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { accountIdOf } from '../../server/scenarios/index.js';
import { launchBrowser } from '../support/browser.js';
import { startPortal, type RunningPortal } from '../support/portal.js';
import { Visitor } from './visitor.js';

/** What the development mailbox holds. */
interface Letter {
  to: string;
  subject: string;
  text: string;
}

const harbourLane = `/accounts/${accountIdOf('harbourlane')}/users`;

describe('the portal, from the partner owner to the invited colleague', () => {
  let portal: RunningPortal;
  let browser: Browser;
  let owner: Visitor;

  before(async () => {
    portal = await startPortal();
    browser = await launchBrowser();
    owner = await Visitor.arrive(browser, portal.url);
    await owner.signIn('partner.owner');
  });
  after(async () => {
    await browser?.close();
    const code = await portal?.stop();
    await portal?.clean();
    assert.equal(code, 0, 'SIGTERM ends the portal with code 0');
  });

  async function mailTo(address: string): Promise<Letter> {
    for (let turn = 0; turn < 150; turn += 1) {
      const letters = (await (await fetch(`${portal.url}/mailbox.json`)).json()) as Letter[];
      const letter = letters.find(({ to }) => to === address);
      if (letter) return letter;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error(`No mail for ${address}`);
  }

  async function invite(email: string, { reachesAll = false } = {}): Promise<void> {
    await owner.press('button', 'Add New User');
    await owner.find('heading', 'Add a collaborator');
    await owner.type('textbox', 'Email address', email);
    await owner.press('button', 'Send invite');
    if (reachesAll) {
      await owner.find('heading', 'Give access to all 240 client accounts?');
      await owner.think();
      await owner.page.keyboard.press('Tab');
      await owner.page.keyboard.press('Enter');
    }
    await owner.find('heading', 'Invite sent');
    await owner.find('button', 'Copy URL');
    await owner.press('button', 'Got it');
    await owner.sees(email);
  }

  async function accept(email: string, username: string, account: string): Promise<Visitor> {
    const link = /\/accept#cci_[\w-]{43}/.exec((await mailTo(email)).text)?.[0] ?? '';
    const invitee = await Visitor.arrive(browser, portal.url);
    await invitee.open(link);
    await invitee.type('textbox', 'Username', username);
    await invitee.typePassword('new-password', 'a quiet river at dawn');
    assert.equal(new URL(invitee.page.url()).hash, '', 'the token has left the address');
    await invitee.press('button', `Join ${account}`);
    return invitee;
  }

  it('steps 1 and 2: the roster of the partner account shows the invited and the members', async () => {
    await owner.sees('Northwind Partners');
    await owner.sees('Unlimited users');
    await owner.sees('priya.nair@northwind.test');
    await owner.sees('Daniel Reyes');
  });

  it('steps 3 and 4: invites a colleague, who comes in by the mailed link', async () => {
    await invite('noor.haddad@northwind.test', { reachesAll: true });
    const invitee = await accept('noor.haddad@northwind.test', 'noor.haddad', 'Northwind Partners');
    await invitee.sees('noor.haddad');
    await invitee.find('button', 'Sign out');
  });

  it('step 5: a client account offers two roles, says why, counts its users, and stops at its limit', async () => {
    await owner.press('link', 'Accounts');
    await owner.find('heading', 'Accounts');
    await owner.type('searchbox', 'Search accounts by name or ID', 'Harbour Lane');
    await owner.seesNoMore('Abbey Lane Opticians');
    await owner.press('link', 'Open Harbour Lane Books');
    await owner.sees('1 of 3 users on Standard');
    await owner.press('button', 'Add New User');
    await owner.sees('Partner Manager isn’t offered here because it works across the whole partnership.');
    await owner.press('button', 'Cancel');
    await invite('lena.hart@harbourlane.test');
    await owner.sees('2 of 3 users on Standard');
    const invitee = await accept('lena.hart@harbourlane.test', 'lena.hart', 'Harbour Lane Books');
    await invitee.find('button', 'Sign out');
    await owner.open(`/accounts/${accountIdOf('bluebird')}/users`);
    await owner.sees('You can’t add anyone yet.');
    await owner.find('link', 'See Plans and Pricing');
  });

  it('step 6: changes a role and takes it back, cancels an invite, removes a member', async () => {
    await owner.open(harbourLane);
    await owner.press('button', 'Role of lena.hart: Campaign Creator');
    await owner.press('menuitemradio', 'Account Manager');
    await owner.press('button', 'Undo the change of lena.hart');
    await owner.find('button', 'Role of lena.hart: Campaign Creator');
    await invite('temp.helper@harbourlane.test');
    await owner.press('button', 'Actions for temp.helper@harbourlane.test');
    await owner.press('menuitem', 'Cancel invite…');
    await owner.think();
    await owner.press('button', 'Cancel invite');
    await owner.seesNoMore('temp.helper@harbourlane.test');
    await owner.press('button', 'Actions for lena.hart');
    await owner.press('menuitem', 'Remove from this account…');
    await owner.think();
    await owner.press('button', 'Remove user');
    await owner.find('button', 'Add New User');
    await owner.sees('1 of 3 users on Standard');
  });

  it('step 6: resends a pending invite, and the mail goes out again', async () => {
    // What is looked for stands in the address: a link to it, and the way back to everybody.
    await owner.open(`/accounts/${accountIdOf('northwind')}/users?list=q%3Dpriya.nair`);
    await owner.sees('priya.nair@northwind.test');
    await owner.seesNoMore('Daniel Reyes');
    await owner.press('button', 'Clear search');
    await owner.sees('Daniel Reyes');
    assert.equal(new URL(owner.page.url()).search, '');
    await owner.press('button', 'Actions for priya.nair@northwind.test');
    await owner.press('menuitem', 'Resend invite…');
    await owner.sees('Links sent or copied earlier stop working.');
    await owner.think();
    await owner.press('button', 'Resend invite');
    const { text } = await mailTo('priya.nair@northwind.test');
    assert.match(text, /\/accept#cci_/);
  });

  it('the network goes and comes back: nothing typed is lost, and one invite is sent', async () => {
    await owner.open(harbourLane);
    await owner.press('button', 'Add New User');
    await owner.type('textbox', 'Email address', 'offline.case@harbourlane.test');
    await owner.page.setOfflineMode(true);
    await owner.press('button', 'Send invite');
    await owner.sees('What you typed is still here.');
    await owner.page.setOfflineMode(false);
    await owner.press('button', 'Retry');
    await owner.find('heading', 'Invite sent');
    const letters = (await (await fetch(`${portal.url}/mailbox.json`)).json()) as Letter[];
    await mailTo('offline.case@harbourlane.test');
    assert.ok(letters.filter(({ to }) => to === 'offline.case@harbourlane.test').length <= 1);
    await owner.press('button', 'Got it');
  });

  it('a Campaign Creator of one client is refused by the server what the page does not offer', async () => {
    const creator = await Visitor.arrive(browser, portal.url);
    await creator.open('/sign-in');
    const refusals = await creator.page.evaluate(
      async (paths) => {
        const json = { 'content-type': 'application/json' };
        const credentials = JSON.stringify({ username: 'bluebird.creator', password: 'northwind-demo-2026' });
        await fetch('/v1/auth/sessions', { method: 'POST', headers: json, body: credentials });
        const draft = JSON.stringify({ email: 'x@bluebird.test', roleId: 'account_manager' });
        const headers = { ...json, 'idempotency-key': '"journey-1"' };
        const invited = await fetch(`${paths.own}/invitations`, { method: 'POST', headers, body: draft });
        const sibling = await fetch(`${paths.sibling}/members`);
        const parent = await fetch(paths.parent);
        return [invited.status, sibling.status, parent.status];
      },
      {
        own: `/v1/accounts/${accountIdOf('bluebird')}`,
        sibling: `/v1/accounts/${accountIdOf('harbourlane')}`,
        parent: `/v1/accounts/${accountIdOf('northwind')}`,
      },
    );
    assert.deepEqual(refusals, [403, 404, 404]);
  });
});
