import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { accountIdOf } from '../../server/scenarios/index.js';
import { launchBrowser } from '../support/browser.js';
import { startSeededPortal, type RunningPortal } from '../support/portal.js';
import { Visitor } from './visitor.js';

const partner = `/accounts/${accountIdOf('northwind')}`;
const client = `/accounts/${accountIdOf('harbourlane')}`;
const bluebird = `/accounts/${accountIdOf('bluebird')}`;
const bypass = 'Leave out the checks of this page, to see what the server says';

/** A browser reports refused calls by itself; they are what is tried here. */
const faults = ({ errors }: Visitor) => errors.filter((text) => !text.startsWith('Failed to load resource'));

describe('the product round the portal, by role', () => {
  let portal: RunningPortal;
  let browser: Browser;

  before(async () => {
    portal = await startSeededPortal();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.clean();
  });

  /** Entries come and go with what is known of the person: what is waited for is this menu, entry by entry. */
  const seesMenu = (visitor: Visitor, ...entries: readonly string[]) =>
    visitor.page.waitForFunction(
      (wanted) => {
        const links = [...document.querySelectorAll('.product a')].filter((link) => link.checkVisibility());
        return links.map((link) => link.textContent?.trim()).join() === wanted;
      },
      { timeout: 30_000 },
      entries.join(),
    );

  it('story 13: a Campaign Creator of the partner edits a client’s draft, can’t schedule it, and pays its bill', async () => {
    const creator = await Visitor.arrive(browser, portal.url);
    await creator.signIn('partner.creator');
    await creator.open(`${client}/campaigns`);
    await creator.press('button', 'Edit the draft');
    await creator.sees('The draft is saved.');
    await creator.sees('Your role here can’t schedule campaigns.');
    await creator.page.waitForSelector('.acts li:nth-child(2) button[aria-disabled=true]');
    await creator.press('checkbox', bypass);
    await creator.press('button', 'Schedule it');
    await creator.sees('The server refused: your role doesn’t include this.');
    await creator.open(`${client}/billing`);
    await creator.press('button', 'Pay the invoice');
    await creator.sees('The invoice is paid.');
    await seesMenu(creator, 'Users', 'Campaigns', 'Reports', 'Billing');
    await creator.open(`${partner}/partner-tools`);
    await seesMenu(creator, 'Users', 'Campaigns', 'Reports', 'Partner tools');
    assert.deepEqual(faults(creator), []);
  });

  it('story 14: a client’s own Account Manager is refused billing and the partner account, and told whom to ask', async () => {
    const manager = await Visitor.arrive(browser, portal.url);
    await manager.signIn('bluebird.accounts');
    await manager.open(`${bluebird}/billing`);
    await manager.sees('Your role here can’t make purchases or change billing. Ask the Account Owner.');
    await manager.press('checkbox', bypass);
    await manager.press('button', 'Pay the invoice');
    await manager.sees('The server refused: your role doesn’t include this.');
    await manager.open(`${partner}/users`);
    await manager.sees('You can’t see the users of this account');
    await manager.sees('Ask the Account Owner.');
    assert.deepEqual(faults(manager), []);
  });

  it('R9: a Partner Manager finds partner tools on the partner account, and none of the product', async () => {
    const manager = await Visitor.arrive(browser, portal.url);
    await manager.signIn('partner.manager');
    await manager.open(`${partner}/partner-tools`);
    await manager.press('button', 'Read the guide');
    await manager.sees('The guide is open.');
    await seesMenu(manager, 'Users', 'Partner tools');
    await manager.open(`${partner}/campaigns`);
    await manager.sees('Your role here can’t');
    assert.deepEqual(faults(manager), []);
  });
});
