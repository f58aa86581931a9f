import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { accountIdOf } from '../../server/scenarios/index.js';
import type { CcClient } from '../../src/client/index.js';
import { launchBrowser } from '../support/browser.js';
import { startSeededPortal, type RunningPortal } from '../support/portal.js';
import { Visitor } from './visitor.js';

const partner = 'Northwind Partners';
const linksOf = (key: string) => `/accounts/${accountIdOf(key)}/links`;
const usersOf = (key: string) => `/accounts/${accountIdOf(key)}/users`;

describe('an agency and its clients: linked, declined, parted, and the way from one to another', () => {
  let portal: RunningPortal;
  let browser: Browser;
  let agency: Visitor;
  let linden: Visitor;
  let harbour: Visitor;

  before(async () => {
    portal = await startSeededPortal();
    browser = await launchBrowser();
    agency = await Visitor.arrive(browser, portal.url);
    await agency.signIn('partner.owner');
    linden = await arrive('linden.owner');
    harbour = await arrive('harbourlane.owner');
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.clean();
  });

  async function arrive(username: string): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, portal.url);
    await visitor.signIn(username);
    return visitor;
  }

  /** The address in the newest mail with this subject. */
  async function mailedPath(to: string, subject: RegExp): Promise<string> {
    for (let turn = 0; turn < 150; turn += 1) {
      const letters = (await (await fetch(`${portal.url}/mailbox.json`)).json()) as {
        to: string;
        subject: string;
        text: string;
      }[];
      const letter = letters.find((one) => one.to === to && subject.test(one.subject));
      const url = letter && /https?:\S+/.exec(letter.text)?.[0];
      if (url) return new URL(url).pathname;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error(`No mail for ${to}`);
  }

  const codeOn = ({ page }: Visitor) =>
    page
      .waitForFunction(
        () => document.querySelector('cc-account-links')?.shadowRoot?.querySelector('.code')?.textContent,
        { timeout: 30_000 },
      )
      .then(async (found) => (await found.jsonValue()) ?? '');

  const accountsOf = ({ page }: Visitor) =>
    page.evaluate(async () => {
      const answer = await fetch('/v1/accounts?limit=1');
      return ((await answer.json()) as { total: number }).total;
    });

  const titleIs = (page: Page, title: string) =>
    page.waitForFunction((wanted: string) => document.title === wanted, { timeout: 30_000 }, title);

  async function ask(code: string, note = ''): Promise<void> {
    await agency.open('/accounts');
    await agency.press('button', 'Add account');
    await agency.press('button', 'Link a client');
    await agency.sees('Does the client have an account already?');
    await agency.press('radio', 'Yes, it has an account');
    await agency.press('button', 'Continue');
    await agency.type('textbox', 'Link code', code);
    if (note) await agency.type('textbox', 'Note (optional)', note);
    await agency.press('button', 'Ask for the link');
  }

  it('story 8: R73, R74, R78: an existing client is asked by its code, reads what it means, and approves', async () => {
    await linden.press('link', 'Partner access');
    await linden.sees('No partner is linked with this account.');
    const code = await codeOn(linden);
    const before = await accountsOf(agency);
    await ask(code, 'As agreed on the phone');
    await agency.sees('Waiting for Linden Bakery to answer');
    // The mail leads to the very page.
    assert.equal(await mailedPath('linden.owner@linden.test', /link/i), linksOf('linden'));
    await linden.sees(`${partner} asks to work in Linden Bakery`);
    await linden.sees('As agreed on the phone');
    await linden.sees('can enter Linden Bakery in the role they have there');
    await linden.sees('They can change your plan and manage your billing.');
    await linden.press('radio', 'At most Account Manager');
    await linden.press('button', 'Approve');
    await linden.sees('Linked since');
    await linden.sees('Limit: At most Account Manager');
    // R90: by name, as what, since when; and nobody but them.
    await linden.sees('Maya Okafor');
    await linden.sees('Account Owner on the partner account');
    await linden.seesNoMore('Bluebird');
    // The agency sees it without asking again, in the same words.
    await agency.sees('Linden Bakery');
    await agency.seesNoMore('Waiting for Linden Bakery to answer');
    assert.equal(await accountsOf(agency), before + 1, 'R73: the account that was there, and no other');
    await agency.open('/accounts?list=q%3DLinden+Bakery');
    await agency.find('link', 'Open Linden Bakery');
    assert.deepEqual(
      linden.errors.filter((text) => !text.includes('status of 401')),
      [],
    );
  });

  it('story 20: R77: they part: Single Billing first, then access through the link stops at once', async () => {
    await linden.open(linksOf('linden'));
    await linden.sees('Single Billing is on. Ask your partner to turn it off first.');
    await agency.open(linksOf('northwind'));
    await agency.press('button', 'End link with Linden Bakery');
    await agency.think();
    await agency.pressLast('button', 'End link');
    await agency.sees('Turn Single Billing off for this account first.');
    await agency.press('button', 'Cancel');
    await harbour.open(linksOf('harbourlane'));
    await harbour.press('button', `End link with ${partner}`);
    await harbour.sees('can’t enter Harbour Lane Books from that moment on');
    await harbour.think();
    await harbour.pressLast('button', 'End link');
    await harbour.sees('No partner is linked with this account.');
    const [left] = await agency.capabilities(accountIdOf('harbourlane'));
    assert.deepEqual(left, [], 'access has stopped');
  });

  it('story 9: R75: a client declines, the agency sees it and can’t ask again at once', async () => {
    await harbour.open(linksOf('harbourlane'));
    const code = await codeOn(harbour);
    await ask(code);
    await agency.sees('Waiting for Harbour Lane Books to answer');
    await harbour.sees(`${partner} asks to work in Harbour Lane Books`);
    await harbour.press('button', 'Decline');
    await harbour.think();
    await harbour.pressLast('button', 'Decline');
    await harbour.sees('No partner is linked with this account.');
    await agency.seesNoMore('Waiting for Harbour Lane Books to answer');
    await ask(code, 'A better note');
    await agency.sees('That was too often.');
  });

  it('stories 13, 14: a way from one account to another, and none to what one may not enter', async () => {
    const creator = await arrive('partner.creator');
    await creator.find('button', `${partner} Switch account`);
    await creator.press('button', `${partner} Switch account`);
    await creator.find('combobox', 'Search accounts by name or ID');
    await creator.page.keyboard.type('bluebird');
    await creator.find('option', 'Bluebird Dental Standard · ID …' + accountIdOf('bluebird').slice(-4));
    await creator.page.keyboard.press('Enter');
    await titleIs(creator.page, 'Manage users · Bluebird Dental · Crew portal');
    assert.equal(new URL(creator.page.url()).pathname, usersOf('bluebird'));
    await creator.find('button', 'Bluebird Dental Switch account');
    const manager = await arrive('bluebird.accounts');
    await manager.press('button', 'Bluebird Dental Switch account');
    await manager.sees('Bluebird Dental');
    await manager.seesNoMore('Foxglove');
    await manager.open(linksOf('bluebird'));
    await manager.sees('Only the Account Owner of a client decides who may work in it.');
    await manager.open(linksOf('northwind'));
    await manager.sees('You can’t see this account’s links');
  });

  it('R92: with two tabs, nothing is done in an account other than the one shown', async () => {
    await agency.open(usersOf('northwind'));
    await agency.find('button', 'Add New User');
    const other = await agency.page.browserContext().newPage();
    await other.goto(portal.url + usersOf('bluebird'));
    await titleIs(other, 'Manage users · Bluebird Dental · Crew portal');
    await other.waitForFunction(
      async (id: string) => {
        const answer = await fetch('/v1/me');
        return ((await answer.json()) as { currentAccountId: string }).currentAccountId === id;
      },
      { timeout: 30_000, polling: 200 },
      accountIdOf('bluebird'),
    );
    await agency.page.bringToFront();
    const status = (await agency.page.evaluate(async () => {
      const provider = document.querySelector('cc-provider');
      const { client, accountId } = provider as unknown as {
        client: { accounts: { remindMfa(id: string): Promise<unknown> } };
        accountId: string;
      };
      return client.accounts.remindMfa(accountId).then(
        () => 'done',
        (error: { kind: string }) => error.kind,
      );
    })) as string;
    assert.equal(status, 'account-changed');
    await agency.sees(
      'You opened Bluebird Dental in another tab, and this page still shows Northwind Partners.',
    );
    await agency.press('button', 'Stay on Northwind Partners');
    await agency.seesNoMore('in another tab');
    await agency.press('button', 'Add New User');
    await agency.find('heading', 'Add a collaborator');
  });

  it('story 20: R85: a closed client is restored from the list of the agency, with its members', async () => {
    await agency.open(usersOf('northwind'));
    await agency.find('button', 'Add New User');
    const manager = await arrive('bluebird.accounts');
    await close(agency, 'bluebird');
    await manager.open('/');
    await manager.sees('You have no account to open');
    await agency.open('/accounts?list=status%3Dclosed');
    await agency.press('button', 'Restore Bluebird Dental');
    await agency.sees('Bluebird Dental is open again, and its people can enter it.');
    await manager.open(usersOf('bluebird'));
    await manager.find('button', 'Bluebird Dental Switch account');
    const [left] = await agency.capabilities(accountIdOf('bluebird'));
    assert.deepEqual(left, [], 'R85: the link stays ended');
  });

  it('story 20: R85, R86: the owner of a closed account brings it back by themselves', async () => {
    await harbour.open(usersOf('harbourlane'));
    await harbour.find('button', 'Add New User');
    await close(harbour, 'harbourlane');
    await harbour.open('/');
    await harbour.sees('You have no account to open');
    await harbour.press('button', 'Restore Harbour Lane Books');
    await harbour.find('button', 'Add New User');
  });

  /** What the host's own settings page does. */
  async function close({ page }: Visitor, key: string): Promise<void> {
    await page.evaluate(async (id: string) => {
      const { client } = document.querySelector('cc-provider') as unknown as { client: CcClient };
      await client.accounts.close(await client.accounts.get(id));
    }, accountIdOf(key));
  }
});
