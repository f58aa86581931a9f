import { expect } from '@open-wc/testing';
import { announced, rosterScene } from '../support/roster.js';

const luca = 'luca.moretti@northwind.test';
const priya = 'priya.nair@northwind.test';

describe('cc-user-roster role change', () => {
  it('R2: offers the roles with what they mean here, and ticks the one in force', async () => {
    const { seen } = await rosterScene();
    const items = await seen.openRoles('Daniel Reyes');
    expect(items.map(({ label, checked }) => [label, checked])).to.deep.equal([
      ['Account Manager', true],
      ['Campaign Creator', false],
      ['Partner Manager', false],
    ]);
    expect(items[1]?.text).to.contain('can’t schedule, publish or change lists');
  });

  it('R1: says on a client account why Partner Manager is missing, and does not take it', async () => {
    const { seen } = await rosterScene({
      scenario: 'northwind',
      account: 'bluebird',
      viewer: 'bluebird.owner',
    });
    const items = await seen.openRoles('Elsie Tan');
    const partner = items.find(({ label }) => label === 'Partner Manager');
    expect(partner).to.deep.include({ possible: false });
    expect(partner?.text).to.contain('works across the whole partnership');
    await seen.choose('Partner Manager');
    expect(seen.row('Elsie Tan').role).to.equal('Campaign Creator');
    expect(seen.isMenuOpen()).to.equal(true);
  });

  it('R94: shows the new role at once and saves it, with Undo beside the control', async () => {
    const { backend, seen, provider } = await rosterScene({ network: { latency: 150 } });
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    expect(seen.row('Daniel Reyes').role).to.equal('Campaign Creator');
    expect(seen.roleButton('Daniel Reyes')?.ariaDisabled).to.equal('true');
    await seen.until(() => seen.undoButton('Daniel Reyes') !== null);
    await seen.until(
      () => announced(provider).includes('Daniel Reyes is now Campaign Creator. Undo is possible.'),
      'what is announced',
    );
    const [saved] = await backend.store.read.memberships.find({
      where: { accountId: backend.accountId, roleId: 'campaign_creator' },
    });
    expect(saved).to.not.equal(undefined);
  });

  it('R94: Undo writes the old role back and puts focus on the control', async () => {
    const { backend, seen, provider } = await rosterScene();
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => seen.undoButton('Daniel Reyes') !== null);
    seen.undoButton('Daniel Reyes')?.focus();
    seen.undoButton('Daniel Reyes')?.click();
    await seen.until(() => seen.row('Daniel Reyes').role === 'Account Manager');
    await seen.until(() => announced(provider) === 'Change of Daniel Reyes undone.', 'that it was undone');
    expect(seen.undoButton('Daniel Reyes')).to.equal(null);
    expect(seen.focused()).to.equal(seen.roleButton('Daniel Reyes'));
    expect(
      await backend.store.read.memberships.find({
        where: { accountId: backend.accountId, roleId: 'campaign_creator' },
      }),
    ).to.deep.equal([]);
  });

  it('R94: Undo stays for 10 seconds, longer while it has focus', async () => {
    const { seen, clock } = await rosterScene({ byHand: true });
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => seen.undoButton('Daniel Reyes') !== null);
    clock.pass(9_000);
    expect(seen.undoButton('Daniel Reyes')).to.not.equal(null);
    seen.undoButton('Daniel Reyes')?.focus();
    clock.pass(60_000);
    await seen.until(() => true);
    expect(seen.undoButton('Daniel Reyes')).to.not.equal(null);
    seen.menuButton('Daniel Reyes')?.focus();
    clock.pass(11_000);
    await seen.until(() => seen.undoButton('Daniel Reyes') === null);
  });

  it('R42: changes the role of an invite that was not accepted yet', async () => {
    const { backend, seen } = await rosterScene({ scenario: 'expired-invites' });
    await seen.chooseRole(priya, 'Account Manager');
    await seen.until(() => seen.undoButton(priya) !== null);
    const [saved] = await backend.store.read.invitations.find({ where: { emailKey: priya } });
    expect(saved?.roleId).to.equal('account_manager');
  });

  it('R58: one’s own role is not for choosing, and says why', async () => {
    const { seen } = await rosterScene({
      scenario: 'northwind',
      account: 'harbourlane',
      viewer: 'partner.manager',
    });
    expect(seen.roleButton('Hannah Lindqvist')).to.equal(null);
    expect(seen.roleButton('Elena Marsh')).to.equal(null);
  });
});

describe('cc-user-roster suspend, remove, leave', () => {
  it('R59: suspends somebody with Undo, and lets them in again', async () => {
    const { seen, provider } = await rosterScene();
    await seen.act('Daniel Reyes', 'Suspend');
    await seen.until(() => seen.row('Daniel Reyes').note.includes('is suspended'));
    expect(seen.row('Daniel Reyes').status).to.match(/^Suspended By you, \d+ \w+$/);
    await seen.until(
      () => announced(provider).includes('Daniel Reyes is suspended. Undo is possible.'),
      'what is announced',
    );
    seen.press('Daniel Reyes', 'Undo');
    await seen.until(() => seen.row('Daniel Reyes').status === 'Active');
    const items = await seen.openMenu('Daniel Reyes');
    expect(items.map(({ label }) => label)).to.include('Suspend');
  });

  it('R21: says before the click that reactivating needs a free place', async () => {
    const { backend, seen } = await rosterScene({
      scenario: 'northwind',
      account: 'bluebird',
      viewer: 'bluebird.owner',
    });
    await seen.act('Elsie Tan', 'Suspend');
    await seen.until(() => seen.row('Elsie Tan').status.startsWith('Suspended'));
    const other = await backend.signIn('bluebird.owner');
    await other.invitations.create(backend.accountId, {
      email: 'theo@bluebird.test',
      roleId: 'campaign_creator',
    });
    seen.sortBy('Status');
    await seen.loaded();
    const roster = document.querySelector('cc-user-roster');
    await roster?.refresh();
    await seen.until(() => seen.limitNote() !== '');
    const items = await seen.openMenu('Elsie Tan');
    expect(items.find(({ label }) => label === 'Reactivate')).to.deep.include({
      possible: false,
      text: 'The plan has no free place. Remove a user or move to a bigger plan.',
    });
  });

  it('R94: removing asks first, says the consequences, starts on Cancel and has no undo', async () => {
    const { seen, provider } = await rosterScene();
    await seen.act('Daniel Reyes', 'Remove from this account…');
    await seen.asked();
    const { title, effects } = seen.question();
    expect(title).to.equal('Remove Daniel Reyes from Northwind Partners?');
    expect(effects).to.include('Campaigns and lists they made stay in the account.');
    expect(effects.join()).to.contain('Daniel Reyes can’t open the client account from here.');
    expect(seen.focused()?.textContent.trim()).to.equal('Cancel');
    seen.confirm();
    await seen.until(() => !seen.names().includes('Daniel Reyes'));
    await seen.until(() => seen.dialog() === null);
    await seen.until(() => announced(provider) === 'Daniel Reyes is removed.', 'what is announced');
    expect(seen.undoButton('Hannah Lindqvist')).to.equal(null);
    await seen.until(() => seen.focused() === seen.menuButton('Hannah Lindqvist'), 'focus on the next row');
  });

  it('R94: cancelling changes nothing and gives focus back to the menu button', async () => {
    const { seen } = await rosterScene();
    seen.menuButton('Daniel Reyes')?.focus();
    await seen.act('Daniel Reyes', 'Remove from this account…');
    await seen.until(() => seen.dialog() !== null);
    seen.cancel();
    await seen.until(() => seen.dialog() === null);
    expect(seen.names()).to.include('Daniel Reyes');
    await seen.until(() => seen.focused() === seen.menuButton('Daniel Reyes'));
  });

  it('T23: the confirming button is dead in the first half second', async () => {
    const { seen } = await rosterScene();
    await seen.act('Daniel Reyes', 'Remove from this account…');
    await seen.until(() => seen.dialog() !== null);
    seen.confirm();
    await new Promise((done) => setTimeout(done, 150));
    expect(seen.names()).to.include('Daniel Reyes');
    expect(seen.dialog()).to.not.equal(null);
  });

  it('R59: offers suspending before removing', async () => {
    const { seen } = await rosterScene();
    await seen.act('Daniel Reyes', 'Remove from this account…');
    await seen.asked();
    seen.doInstead();
    await seen.until(() => seen.row('Daniel Reyes').status.startsWith('Suspended'));
    expect(seen.dialog()).to.equal(null);
  });

  it('R55: the owner can’t be removed, suspended or leave, and the menu says why', async () => {
    const own = await rosterScene();
    expect((await own.seen.openMenu('Maya Okafor')).at(-1)).to.deep.include({
      label: 'Leave this account…',
      possible: false,
      text: 'You’re the owner. Transfer ownership first.',
    });
    const other = await rosterScene({ account: 'harbourlane' });
    const items = await other.seen.openMenu('Elena Marsh');
    expect(items.filter(({ possible }) => !possible).map(({ label, text }) => [label, text])).to.deep.equal([
      ['Suspend', 'An account always has one owner. Transfer ownership first.'],
      [
        'Reset two-factor sign-in…',
        'Nobody resets an Account Owner’s second factor. They use a recovery code.',
      ],
      ['Remove from this account…', 'An account always has one owner. Transfer ownership first.'],
    ]);
  });

  it('shows somebody’s access, also what a narrow list leaves out', async () => {
    const { seen } = await rosterScene({ width: 600 });
    await seen.act('Daniel Reyes', 'View access');
    await seen.until(() => seen.dialog() !== null);
    const shown = seen.dialog()?.innerText.replace(/\s+/g, ' ') ?? '';
    expect(shown).to.contain('partner.accounts@northwind.test');
    expect(shown).to.contain('Last active 12 min ago');
    expect(shown).to.contain('Runs lists and campaigns from draft to publish');
  });
});

describe('cc-user-roster invitations', () => {
  it('R38: resending says first that earlier links stop, then sends', async () => {
    const { backend, seen, provider } = await rosterScene({ scenario: 'expired-invites' });
    seen.press(luca, 'Resend');
    await seen.asked();
    expect(seen.question().title).to.equal(`Send the invite to ${luca} again?`);
    expect(seen.question().effects).to.include('Links sent or copied earlier stop working.');
    seen.confirm();
    await seen.until(() => seen.row(luca).status.startsWith('Invited'));
    expect(seen.row(luca).note).to.equal(`Invite sent again to ${luca}.`);
    await seen.until(() => announced(provider) === `Invite sent again to ${luca}.`, 'what is announced');
    expect((await backend.mails()).some(({ to }) => to === luca)).to.equal(true);
  });

  it('R39: the menu says when a resend is possible again', async () => {
    const { seen } = await rosterScene({ scenario: 'expired-invites' });
    seen.press(luca, 'Resend');
    await seen.asked();
    seen.confirm();
    await seen.until(() => seen.row(luca).status.startsWith('Invited'));
    const items = await seen.openMenu(luca);
    const resend = items.find(({ label }) => label === 'Resend invite…');
    expect(resend?.possible).to.equal(false);
    expect(resend?.text).to.match(/^Possible again in \d+ seconds$/);
  });

  it('R40: cancelling an invite asks, says what stops, and takes the row away', async () => {
    const { seen, provider } = await rosterScene({ scenario: 'expired-invites' });
    await seen.act(priya, 'Cancel invite…');
    await seen.asked();
    expect(seen.question().effects).to.deep.equal(['Its links stop working at once.']);
    seen.confirm();
    await seen.until(() => !seen.names().includes(priya));
    await seen.until(() => announced(provider) === `Invite to ${priya} cancelled.`, 'what is announced');
    await seen.until(() => seen.focused()?.classList.contains('more') ?? false, 'focus on a menu button');
  });

  it('R37: an expired invite has no URL to copy, and says what to do', async () => {
    const { seen } = await rosterScene({ scenario: 'expired-invites' });
    const items = await seen.openMenu(luca);
    expect(items.find(({ label }) => label === 'Copy URL')).to.deep.include({
      possible: false,
      text: 'An expired invite has no working URL. Resend it first.',
    });
  });

  it('R25: where the clipboard refuses, the URL stands in a field, selected on focus', async () => {
    const { seen, roster } = await rosterScene({ scenario: 'expired-invites' });
    const refuse = () => Promise.reject(new Error('NotAllowed'));
    const { write, writeText } = navigator.clipboard;
    Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
    await seen.act(priya, 'Copy URL');
    await seen.until(() => seen.row(priya).note.includes('didn’t allow copying'));
    Object.assign(navigator.clipboard, { write, writeText });
    const field = roster.renderRoot.querySelector<HTMLInputElement>('input.url');
    expect(field?.value).to.contain('/accept#cci_');
    expect(field?.readOnly).to.equal(true);
    field?.focus();
    expect((field?.selectionEnd ?? 0) - (field?.selectionStart ?? 0)).to.equal(field?.value.length);
    seen.press(priya, 'Done');
    await seen.until(() => seen.row(priya).note === '');
    expect(seen.focused()).to.equal(seen.menuButton(priya));
  });

  it('R25: copies a fresh URL and says so', async () => {
    const { seen, provider } = await rosterScene({ scenario: 'expired-invites' });
    let copied = '';
    const { write } = navigator.clipboard;
    Object.assign(navigator.clipboard, {
      write: async ([item]: ClipboardItem[]) => {
        copied = await ((await item?.getType('text/plain')) ?? new Blob()).text();
      },
    });
    await seen.act(priya, 'Copy URL');
    await seen.until(() => seen.row(priya).note === 'Copied');
    Object.assign(navigator.clipboard, { write });
    expect(copied).to.contain('/accept#cci_');
    await seen.until(() => announced(provider) === `Copied the URL for ${priya}.`, 'what is announced');
  });
});

describe('cc-user-roster delivery of an invite', () => {
  it('R36: an invite that was not delivered says so, with a corrected address and the URL as ways on', async () => {
    const { backend, seen, roster } = await rosterScene({ scenario: 'northwind' });
    await backend.store.transaction((tx) =>
      tx.invitations.updateWhere({ email: priya }, { delivery: 'bounced' }),
    );
    await roster.refresh();
    await seen.until(() => seen.row(priya).status.includes('Not delivered'), 'the state');
    expect(seen.row(priya).status).to.contain('Correct');
    const ways = (await seen.openMenu(priya)).map(({ label }) => label);
    expect(ways).to.include('Correct the address…').and.to.include('Copy URL');
    const line = [...roster.renderRoot.querySelectorAll('.state-cell [title]')].find(
      (one) => one.textContent === 'Not delivered',
    );
    expect(line?.getAttribute('title')).to.contain('Correct the address');
  });

  it('R37: says in words how long an invite lives, with the date at hand', async () => {
    const { seen, roster } = await rosterScene({ scenario: 'northwind' });
    const titles = [...roster.renderRoot.querySelectorAll('.state-cell [title]')].map((one) =>
      one.getAttribute('title'),
    );
    expect(titles.some((title) => /^The invite expires on \d/.test(title ?? ''))).to.equal(true);
    expect(seen.row(priya).status).to.match(/Expires|Mail is waiting/);
  });
});
