import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { accountIdOf } from '../../server/scenarios/index.js';
import { launchBrowser } from '../support/browser.js';
import { startSeededPortal, type RunningPortal } from '../support/portal.js';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { letterTo, linkIn, mailedCode, mailedLink } from './post-office.js';
import { Visitor } from './visitor.js';

const usersOf = (key: string) => `/accounts/${accountIdOf(key)}/users`;
const password = 'a quiet river at dawn';
/** Everybody of Dunmore Distillery but its owner, in the order of the list, who comes last. */
const seven = [
  'Dalia Hussain',
  'Elif Kelly',
  'Gwen Reid',
  'Jürgen Nilsson',
  'Kezia Walsh',
  'Wendy O’Connor',
  'Dmitri Rossi',
];
const hostKey = '7d1f0c2b9a8e4d635b7f1e0a2c4d6f80';

describe('stories of inviting, with the mail read from an SMTP server', () => {
  let sink: SmtpSink;
  let portal: RunningPortal;
  let browser: Browser;
  let owner: Visitor;

  before(async () => {
    sink = await startSmtpSink();
    portal = await startSeededPortal({ SMTP_URL: sink.url, HOST_KEY: hostKey });
    browser = await launchBrowser();
    owner = await Visitor.arrive(browser, portal.url);
    await owner.signIn('partner.owner');
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.clean();
    await sink?.close();
  });

  async function write(email: string): Promise<void> {
    await owner.press('button', 'Add New User');
    await owner.find('heading', 'Add a collaborator');
    await owner.type('textbox', 'Email address', email);
  }

  /** What the host's server does when somebody has bought another plan. */
  async function changePlan(account: string, planId: string): Promise<void> {
    const answer = await fetch(`${portal.url}/host/v1/accounts/${accountIdOf(account)}/plan`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${hostKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ planId }),
    });
    assert.equal(answer.status, 200, await answer.text());
  }

  async function arrive(link: string): Promise<Visitor> {
    const invitee = await Visitor.arrive(browser, portal.url);
    await invitee.open(link);
    return invitee;
  }

  async function join(invitee: Visitor, username: string, account: string): Promise<void> {
    await invitee.type('textbox', 'Username', username);
    await invitee.typePassword('new-password', password);
    await invitee.press('button', `Join ${account}`);
    await invitee.find('button', 'Sign out');
  }

  it('story 1: a colleague becomes Partner Manager; the warning names the clients, and is agreed to', async () => {
    await write('pia.lang@northwind.test');
    await owner.press('radio', 'Partner Manager');
    await owner.press('button', 'Send invite');
    await owner.find('heading', 'Give access to all 240 client accounts?');
    await owner.think();
    await owner.pressLast('button', 'Send invite');
    await owner.find('heading', 'Invite sent');
    await owner.press('button', 'Got it');
    const letter = await letterTo(sink, 'pia.lang@northwind.test');
    assert.match(letter.text, /as Partner Manager/);
    const colleague = await arrive(await mailedLink(sink, 'pia.lang@northwind.test'));
    await join(colleague, 'pia.lang', 'Northwind Partners');
    await colleague.open(usersOf('harbourlane'));
    await colleague.sees('Harbour Lane Books');
    const can = await colleague.capabilities(accountIdOf('harbourlane'), accountIdOf('northwind'));
    assert.ok(can[0]?.includes('billing.manage'), 'the billing of a client');
    assert.ok(!can[1]?.includes('campaigns.edit'), 'no campaigns on the partner account');
  });

  it('story 2: help for one client only: the question leads to the clients, and the helper sees just that one', async () => {
    await owner.open(usersOf('northwind'));
    await write('otto.help@outside.test');
    await owner.press('button', 'Send invite');
    await owner.press('button', 'Choose one client');
    await owner.find('heading', 'Accounts');
    await owner.type('searchbox', 'Search accounts by name or ID', 'Harbour Lane');
    await owner.seesNoMore('Abbey Lane Opticians');
    await owner.press('link', 'Open Harbour Lane Books');
    await owner.sees('1 of 3 users on Standard');
    await write('otto.help@outside.test');
    await owner.sees('Partner Manager isn’t offered here because it works across the whole partnership.');
    await owner.press('button', 'Send invite');
    await owner.find('heading', 'Invite sent');
    await owner.press('button', 'Got it');
    const helper = await arrive(await mailedLink(sink, 'otto.help@outside.test'));
    await join(helper, 'otto.help', 'Harbour Lane Books');
    await helper.sees('Harbour Lane Books');
    assert.deepEqual(await helper.accounts(), ['Harbour Lane Books']);
  });

  it('story 3: the mail is lost; the copied link needs the mailed code, then username and password', async () => {
    await owner.open(usersOf('harbourlane'));
    await write('vera.lost@harbourlane.test');
    await owner.press('button', 'Send invite');
    await owner.find('heading', 'Invite sent');
    const url = await owner.value('textbox', 'Invite URL');
    await owner.press('button', 'Got it');
    const invitee = await arrive(url.slice(url.indexOf('/accept')));
    await invitee.press('button', 'Email me a code');
    await invitee.type(
      'textbox',
      'Code from the email',
      await mailedCode(sink, 'vera.lost@harbourlane.test'),
    );
    await join(invitee, 'vera.lost', 'Harbour Lane Books');
    await invitee.sees('Harbour Lane Books');
  });

  it('story 19: a mistyped address is revoked before use; the stranger is told, and the seat is back', async () => {
    await owner.open(usersOf('bluebird'));
    await owner.open(usersOf('harbourlane'));
    await owner.press('button', 'Actions for otto.help');
    await owner.press('menuitem', 'Remove from this account…');
    await owner.think();
    await owner.press('button', 'Remove user');
    await owner.sees('2 of 3 users on Standard');
    await write('wrong.person@elsewhere.test');
    await owner.press('button', 'Send invite');
    await owner.find('heading', 'Invite sent');
    await owner.press('button', 'Got it');
    const link = await mailedLink(sink, 'wrong.person@elsewhere.test');
    await owner.press('button', 'Actions for wrong.person@elsewhere.test');
    await owner.press('menuitem', 'Cancel invite…');
    await owner.think();
    await owner.press('button', 'Cancel invite');
    await owner.seesNoMore('wrong.person@elsewhere.test');
    await owner.sees('2 of 3 users on Standard');
    const stranger = await arrive(link);
    await stranger.find('heading', 'This invite was cancelled');
    await stranger.sees('It’s no longer valid, and nothing was created.');
    const told = await letterTo(sink, 'wrong.person@elsewhere.test', /no longer work/);
    assert.match(told.subject, /withdrawn/);
  });

  it('story 4: a freelancer with a login signs in and joins: two accounts, no error, no second user', async () => {
    const freelancer = 'otto.help@outside.test';
    await owner.open(usersOf('northwind'));
    await write(freelancer);
    await owner.press('button', 'Send invite');
    await owner.think();
    await owner.pressLast('button', 'Send invite');
    await owner.find('heading', 'Invite sent');
    await owner.press('button', 'Got it');
    const { text } = await letterTo(sink, freelancer, /you to Northwind Partners[^]*#cci_/);
    const invitee = await arrive(linkIn(text));
    await invitee.press('button', 'Sign in and join with it');
    await invitee.type('textbox', 'Username', 'otto.help');
    await invitee.typePassword('current-password', password);
    await invitee.press('button', 'Sign in and join');
    await invitee.find('button', 'Sign out');
    assert.ok((await invitee.accounts()).includes('Northwind Partners'));
    assert.deepEqual(await owner.usersNamed(accountIdOf('northwind'), freelancer), ['otto.help']);
  });

  it('story 10: a full plan is said with its numbers and the way out; after an upgrade the same form succeeds', async () => {
    await owner.open(usersOf('harbourlane'));
    await write('first.seat@harbourlane.test');
    await owner.press('button', 'Send invite');
    await owner.find('heading', 'Invite sent');
    await owner.press('button', 'Got it');
    await owner.sees('3 of 3 users on Standard');
    await owner.sees('You can’t add anyone yet.');
    await owner.find('link', 'See Plans and Pricing');
    await owner.press('button', 'Actions for first.seat@harbourlane.test');
    await owner.press('menuitem', 'Cancel invite…');
    await owner.think();
    await owner.press('button', 'Cancel invite');
    await owner.sees('2 of 3 users on Standard');
    // A smaller plan while the form is open, then a bigger one: what was typed stays, and goes out.
    await write('second.seat@harbourlane.test');
    await changePlan('harbourlane', 'starter');
    await owner.press('button', 'Send invite');
    await owner.sees('The plan includes 1 user, who is already there.');
    await changePlan('harbourlane', 'premium');
    await owner.seesNoMore('on Starter');
    await owner.sees('second.seat@harbourlane.test');
    await owner.press('button', 'Send invite');
    await owner.find('heading', 'Invite sent');
    await owner.press('button', 'Got it');
    await owner.press('button', 'Actions for second.seat@harbourlane.test');
    await owner.press('menuitem', 'Cancel invite…');
    await owner.think();
    await owner.press('button', 'Cancel invite');
    await changePlan('harbourlane', 'standard');
    await owner.open(usersOf('harbourlane'));
    await owner.sees('2 of 3 users on Standard');
    await owner.find('button', 'Add New User');
  });

  it('story 11: two managers take the last seat at the same moment: one wins, the other is told, no ghost row', async () => {
    const client = await Visitor.arrive(browser, portal.url);
    await client.signIn('harbourlane.owner');
    await client.open(usersOf('harbourlane'));
    const managers = [owner, client] as const;
    for (const [index, manager] of managers.entries()) {
      await manager.press('button', 'Add New User');
      await manager.type('textbox', 'Email address', `last.seat${index}@harbourlane.test`);
    }
    await Promise.all(managers.map((manager) => manager.press('button', 'Send invite')));
    const said = await Promise.all(
      managers.map((manager) => manager.seesOneOf('Invite sent', 'All 3 users of the plan are in use.')),
    );
    assert.deepEqual([...said].sort(), ['All 3 users of the plan are in use.', 'Invite sent'].sort());
    const winner = said.indexOf('Invite sent');
    assert.deepEqual(await owner.invited(accountIdOf('harbourlane'), 'last.seat'), [
      `last.seat${winner}@harbourlane.test`,
    ]);
  });

  it('story 12: after a downgrade nobody vanishes, and the banner stays until enough are suspended', async () => {
    const account = 'dunmore-distillery';
    await owner.open(usersOf(account));
    await write('waits@dunmore.test');
    await owner.press('button', 'Send invite');
    await owner.find('heading', 'Invite sent');
    await owner.press('button', 'Got it');
    // What moves rows waits while somebody points at them.
    await owner.page.mouse.move(1, 1);
    await changePlan(account, 'standard');
    await owner.sees('This account has more users than its plan.');
    await owner.sees('Standard includes 3 users, and 7 are active. Suspend or remove 4 users');
    for (const name of seven) await owner.sees(name);
    // Meanwhile nobody comes in, by an invite that is new or by one that waited.
    const refused = await owner.page.evaluate(async (id) => {
      const answer = await fetch(`/v1/accounts/${id}/invitations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
        body: JSON.stringify({ email: 'late@dunmore.test', roleId: 'campaign_creator' }),
      });
      return (await answer.json()) as { type: string; limit: number; used: number };
    }, accountIdOf(account));
    assert.equal(refused.type, '/problems/seat-limit-reached');
    assert.deepEqual([refused.limit, refused.used], [3, 7]);
    const invitee = await arrive(await mailedLink(sink, 'waits@dunmore.test'));
    await invitee.type('textbox', 'Username', 'waits.here');
    await invitee.typePassword('new-password', password);
    await invitee.press('button', 'Join Dunmore Distillery');
    await invitee.sees('All users of the plan of Dunmore Distillery are in use');
    for (const [index, name] of seven.slice(0, 4).entries()) {
      await owner.press('button', `Actions for ${name}`);
      await owner.press('menuitem', 'Suspend');
      const left = 3 - index;
      if (left > 0) await owner.sees(`Suspend or remove ${left === 1 ? '1 user' : `${left} users`}`);
      else await owner.seesNoMore('This account has more users than its plan.');
    }
  });

  it('no page reported a script error or a policy violation on the way', () => {
    const errors = owner.errors.filter((error) => !error.startsWith('Failed to load resource'));
    assert.deepEqual(errors, []);
  });
});
