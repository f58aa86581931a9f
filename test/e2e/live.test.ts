import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { accountIdOf } from '../../server/scenarios/index.js';
import { launchBrowser } from '../support/browser.js';
import { startSeededPortal, type RunningPortal } from '../support/portal.js';
import { Visitor } from './visitor.js';

const bluebird = `/accounts/${accountIdOf('bluebird')}/users`;

/** What has focus, through shadow roots, and where it stands on the page. */
function standing({ page }: Visitor): Promise<{ name: string | null; top: number }> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return { name: active?.ariaLabel ?? null, top: active?.getBoundingClientRect().top ?? -1 };
  });
}

async function choose(visitor: Visitor, button: string, item: string): Promise<void> {
  await visitor.press('button', button);
  await visitor.press(button.startsWith('Role') ? 'menuitemradio' : 'menuitem', item);
}

describe('two browsers edit the same roster at once', () => {
  let portal: RunningPortal;
  let browser: Browser;
  let client: Visitor;
  let agency: Visitor;

  before(async () => {
    portal = await startSeededPortal();
    browser = await launchBrowser();
    client = await Visitor.arrive(browser, portal.url);
    agency = await Visitor.arrive(browser, portal.url);
    await client.signIn('bluebird.owner');
    await agency.signIn('partner.owner');
    for (const visitor of [client, agency]) {
      await visitor.open(bluebird);
      await visitor.find('button', 'Actions for Elsie Tan');
    }
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.clean();
  });

  it('shows a role that the other changed without a reload, and focus stays where it was', async () => {
    const own = await agency.find('button', 'Actions for Ravi Menon');
    await own.focus();
    const before = await standing(agency);
    await choose(client, 'Role of Elsie Tan: Campaign Creator', 'Account Manager');
    await agency.find('button', 'Role of Elsie Tan: Account Manager');
    assert.deepEqual(await standing(agency), before);
  });

  it('keeps the rows in place while the person is in them, says what waits, and shows it on request', async () => {
    const own = await agency.find('button', 'Actions for Ravi Menon');
    await own.focus();
    const before = await standing(agency);
    await client.press('button', 'Actions for Elsie Tan');
    await client.press('menuitem', 'Remove from this account…');
    await client.think();
    await client.press('button', 'Remove user');
    await agency.sees('1 update');
    await agency.sees('Elsie Tan');
    assert.deepEqual(await standing(agency), before);
    await agency.press('button', 'Show');
    await agency.seesNoMore('Elsie Tan');
  });

  it('R14: a change on an old picture meets what is there now; the chosen value is kept and can be saved', async () => {
    await agency.page.setRequestInterception(true);
    agency.page.on('request', (request) =>
      request.url().endsWith('/events') ? void request.abort() : void request.continue(),
    );
    await agency.open(bluebird);
    await agency.sees('Not live, showing just now');
    await choose(client, 'Actions for Ravi Menon', 'Suspend');
    await client.sees('Ravi Menon is suspended');
    await choose(agency, 'Role of Ravi Menon: Account Manager', 'Campaign Creator');
    await agency.sees(
      'Somebody else changed Ravi Menon meanwhile: now Account Manager. You chose Campaign Creator.',
    );
    await agency.press('button', 'Change to Campaign Creator');
    await agency.find('button', 'Role of Ravi Menon: Campaign Creator');
    await client.find('button', 'Role of Ravi Menon: Campaign Creator');
  });
});
