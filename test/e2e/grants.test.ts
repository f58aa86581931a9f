import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { argon2, systemClock } from '../../server/node/system-ports.js';
import { seed } from '../../server/scenarios/index.js';
import type { Store } from '../../server/stores/port.js';
import { openPostgres } from '../../server/stores/sql/dialect-postgres.js';
import { agencyWith, clientId } from '../support/agency.js';
import { launchBrowser } from '../support/browser.js';
import { startPortal, type RunningPortal } from '../support/portal.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { userIdOf } from '../support/server.js';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { lettersTo, mailedLink } from './post-office.js';
import { Visitor } from './visitor.js';

const idsFrom = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => clientId(from + index));
const hostKey = '3b8e5f1c07d24a9680d1c2e3f4a5b6c7';
const helper = userIdOf('helper');
/** A job of 300 accounts may take so long on a busy machine. */
const forJob = 180_000;

/** 300 clients: 3 without a free seat, 1 with a ceiling, 1 closed, 4 where the helper is a user already. */
const agency = agencyWith(300, { full: [10, 20, 30], capped: [40], closed: [50], helped: [1, 2, 3, 4] });

describe('stories of one person and many clients', () => {
  let postgres: TestPostgres;
  let store: Store;
  let sink: SmtpSink;
  let portal: RunningPortal;
  let browser: Browser;
  let boss: Visitor;

  before(async () => {
    [postgres, sink] = await Promise.all([startPostgres(), startSmtpSink()]);
    const databaseUrl = await postgres.createDatabase();
    store = openPostgres(databaseUrl);
    await store.migrate();
    await seed(store, agency, { clock: systemClock, passwordHash: argon2 });
    portal = await startPortal({
      DATABASE_URL: databaseUrl,
      SMTP_URL: sink.url,
      SCENARIO: 'empty',
      HOST_KEY: hostKey,
    });
    browser = await launchBrowser();
    boss = await Visitor.arrive(browser, portal.url);
    await boss.signIn('boss');
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.clean();
    await store?.close();
    await sink?.close();
    await postgres?.stop();
  });

  /** Opens the dialog with all accounts of the list, and chooses these by their ids instead. */
  async function choose(ids: readonly string[]): Promise<void> {
    await boss.open('/accounts');
    await boss.press('checkbox', 'Select all 299');
    await boss.press('button', 'Grant access…');
    await boss.find('heading', 'Grant access to 299 accounts');
    await boss.press('button', 'Change selection');
    await boss.press('button', 'Clear');
    await boss.sees('Paste account IDs');
    await boss.pressText('Paste account IDs');
    await boss.paste('textbox', 'Account IDs', ids.join('\n'));
    await boss.press('button', 'Add these');
    await boss.find('heading', `Grant access to ${ids.length} accounts`);
  }

  const rolesOf = (userId: string) => store.read.memberships.count({ userId, status: 'active' });

  it('story 6: of 300 clients 291 granted, 4 already there, 5 failed; after an upgrade a retry fixes 3', async () => {
    await choose(idsFrom(1, 300));
    await boss.type('combobox', 'Person', 'helper');
    await boss.sees('helper@agency.test');
    await boss.page.keyboard.press('ArrowDown');
    await boss.page.keyboard.press('Enter');
    await (await boss.find('combobox', 'Role')).select('account_manager');
    await boss.sees('One role on Agency would reach all');
    await boss.press('button', 'Check 300 accounts');
    await boss.sees('291 will be granted, 4 already there, 5 can’t be granted now', forJob);
    assert.equal(await rolesOf(helper), 5, 'R82: a forecast changes nothing');

    await boss.press('button', 'Grant access');
    await boss.seesOneOf('Granting access to 300 accounts', 'Access granted on 291 of 300 accounts');
    // The tab is closed, and with it the address that knew the job.
    await boss.open('/accounts');
    await boss.page.waitForFunction(
      async () => {
        const answer = await fetch('/v1/bulk-grants?status=open');
        return ((await answer.json()) as { total: number }).total === 0;
      },
      { timeout: forJob, polling: 500 },
    );
    await boss.press('checkbox', 'Select all 299');
    await boss.press('button', 'Grant access…');
    await boss.pressText('Under way and recent');
    await boss.pressText('See results');
    await boss.sees('Access granted on 291 of 300 accounts', forJob);
    await boss.sees('4 already there, 5 failed', forJob);
    await boss.sees('The client account’s owner has limited which roles the partner can use here.');

    for (const number of [10, 20, 30]) {
      const answer = await fetch(`${portal.url}/host/v1/accounts/${clientId(number)}/plan`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${hostKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ planId: 'standard' }),
      });
      assert.equal(answer.status, 200);
    }
    await boss.press('button', 'Retry 5 accounts that failed');
    await boss.sees('Access granted on 294 of 300 accounts', forJob);
    await boss.sees('4 already there, 2 failed');
    assert.equal(await rolesOf(helper), 299);
    await boss.press('button', 'Got it');
    // A job that was seen is not opened again.
    await boss.page.waitForFunction(() => !location.search.includes('grant='));
  });

  it('story 7: R83: a new hire for 40 clients: one mail, one acceptance, 40 roles', async () => {
    await choose(idsFrom(61, 100));
    await boss.type('combobox', 'Person', 'hire@example.test');
    await boss.sees('Invite hire@example.test');
    await boss.page.keyboard.press('Enter');
    await boss.sees('one email lists all accounts');
    await boss.press('button', 'Check 40 accounts');
    await boss.sees('40 will be granted');
    await boss.press('button', 'Grant access');
    await boss.sees('Access granted on 40 of 40 accounts');
    const hire = await Visitor.arrive(browser, portal.url);
    await hire.open(await mailedLink(sink, 'hire@example.test'));
    assert.equal(lettersTo(sink, 'hire@example.test').length, 1);
    await hire.type('textbox', 'Username', 'new.hire');
    await hire.typePassword('new-password', 'a quiet river at dawn');
    await hire.pressText('Join ');
    await hire.find('button', 'Sign out');
    assert.equal((await hire.accounts()).length, 40);
  });

  it('R88, R89: everything the helper can enter ends in one step, also 298 roles that the partner role hides', async () => {
    await boss.open(`/people/${helper}`);
    await boss.find('heading', 'helper');
    await boss.sees('299 accounts');
    await boss.press('button', 'Remove from all accounts…');
    await boss.sees('298 direct roles would stay', forJob);
    await boss.think();
    await boss.pressText('Remove from ');
    await boss.sees('helper is removed', forJob);
    assert.equal(await rolesOf(helper), 0);
    await boss.press('button', 'Got it');
    await boss.find('heading', 'No access left');
    // Refusals that are answers: nobody was signed in, nobody is left.
    assert.deepEqual(
      boss.errors.filter((error) => !/40[14]/.test(error)),
      [],
    );
  });
});
