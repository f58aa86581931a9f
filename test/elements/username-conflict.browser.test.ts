import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/provider.js';
import '../../src/define/username-conflict.js';
import type { InvitationDraft } from '../../src/client/index.js';
import type { UsernameConflict } from '../../src/elements/username-conflict/conflict.js';
import type { CcUsernameConflict } from '../../src/elements/username-conflict/username-conflict.js';
import { createMockBackend, demoPassword, type MockBackend } from '../../src/mock/index.js';
import { UsernameConflictHarness } from '../../src/testing/harnesses/username-conflict.harness.js';
import { expectAccessible } from '../support/axe.js';
import { waitUntil } from '../support/wait.js';

const priya = 'priya.nair@studio-nair.test';
const draft: InvitationDraft = { email: priya, roleId: 'campaign_creator', name: 'Priya' };
const inviting: UsernameConflict = { side: 'inviter', draft };

interface Scene {
  backend: MockBackend;
  element: CcUsernameConflict;
  seen: UsernameConflictHarness;
}

async function open(
  properties: Partial<CcUsernameConflict>,
  { as = 'partner.owner', account = 'northwind' }: { as?: string | null; account?: string } = {},
): Promise<Scene> {
  const backend = await createMockBackend({ scenario: 'username-conflict' });
  return show(backend, properties, as, account);
}

async function show(
  backend: MockBackend,
  properties: Partial<CcUsernameConflict>,
  as: string | null,
  account = 'northwind',
): Promise<Scene> {
  const client = await backend.signIn(as);
  const page = await fixture(html`
    <cc-provider .client=${client} account-id=${backend.accountIdOf(account)} .clock=${backend.clock}>
      <cc-username-conflict .conflict=${properties.conflict} .invitationId=${properties.invitationId}>
      </cc-username-conflict>
    </cc-provider>
  `);
  const element = page.querySelector('cc-username-conflict') as CcUsernameConflict;
  const seen = new UsernameConflictHarness(element);
  await seen.until(() => seen.heading() !== '', 'a heading');
  return { backend, element, seen };
}

const invitations = ({ store }: MockBackend) => store.read.invitations.find({ where: { emailKey: priya } });

/** As the invitee's page shows it under one login for each account. */
const accepting: UsernameConflict = {
  side: 'invitee',
  kind: 'username-taken',
  username: priya,
  accountName: 'Northwind Partners',
  inviterName: 'Daniel Reyes',
  identityPolicy: 'per_account',
};

describe('cc-username-conflict drawing', () => {
  it('R30, U01: says it is a sign-in name elsewhere and not MFA, and offers three ways with their effects', async () => {
    const { seen } = await open({ conflict: inviting });
    expect(seen.heading()).to.equal('This address is already a username');
    expect(seen.text()).to.contain('this has nothing to do with MFA');
    expect(seen.options().map(({ name, chosen }) => [name, chosen])).to.deep.equal([
      ['Give Priya a different username here Quickest', true],
      ['Wait until the name is free', false],
      ['Use another email address', false],
    ]);
    for (const { effect } of seen.options()) expect(effect).to.not.equal('');
  });

  it('R32: never tells a stranger which account; whoever manages its users is told', async () => {
    const { seen, backend } = await open({ conflict: inviting });
    expect(seen.comparison()[0]).to.contain('Another account you don’t manage');
    expect(seen.text()).to.not.contain('Bluebird');
    const account = { id: backend.accountIdOf('bluebird'), name: 'Bluebird Dental' };
    const { seen: known } = await show(backend, { conflict: { ...inviting, account } }, 'partner.owner');
    expect(known.comparison()[0]).to.contain('Bluebird Dental');
    expect(known.text()).to.contain('Free the name on Bluebird Dental');
  });

  it('R33: somebody with a login is offered to join with it, never to make a second one', async () => {
    const { seen } = await open({
      conflict: { ...accepting, kind: 'identity-exists', identityPolicy: 'one_identity' },
    });
    expect(seen.heading()).to.equal('You already have a login with this address');
    expect(seen.options().map(({ name }) => name)).to.deep.equal([
      'Sign in with the login you have and join',
      'Use another email address',
    ]);
    expect(seen.options()[1]?.effect).to.contain('Daniel Reyes');
  });

  it('speaks in the words of the host', async () => {
    const { element, seen } = await open({ conflict: inviting });
    element.strings = { usernameConflict: { addressTitle: 'Schon vergeben' } };
    await element.updateComplete;
    expect(seen.heading()).to.equal('Schon vergeben');
  });
});

describe('cc-username-conflict acting', () => {
  it('R30, R49: another username here sends the invite, in two steps', async () => {
    const { seen, element, backend } = await open({ conflict: inviting });
    expect(seen.typed()).to.equal('priya.nair');
    await seen.until(() => seen.text().includes('Available'), 'the check');
    const resolved = oneEvent(element, 'cc-conflict-resolved');
    await seen.press('Send invite');
    const { detail } = await resolved;
    expect(detail.choice).to.equal('here');
    expect(detail.invitation?.email).to.equal(priya);
    expect(JSON.stringify(detail)).to.not.contain('cci_');
    expect(element.created?.url).to.contain('#cci_');
    expect((await invitations(backend))[0]).to.include({
      proposedUsername: 'priya.nair',
      delivery: 'queued',
      name: 'Priya',
    });
  });

  it('U02: a name that somebody took meanwhile is named, free ones are offered, and nothing is lost', async () => {
    const { seen, backend } = await open({ conflict: inviting });
    await seen.type('bluebird.owner');
    await seen.press('Send invite');
    await seen.until(() => seen.problem() !== '', 'the refusal');
    expect(seen.typed()).to.equal('bluebird.owner');
    await seen.until(() => seen.text().includes('Free:'), 'free names');
    await seen.press('bluebird.owner2');
    await seen.until(() => seen.text().includes('Available'), 'the check');
    await seen.press('Send invite');
    await seen.until(() => seen.heading() === 'Done', 'the end');
    expect((await invitations(backend))[0]?.proposedUsername).to.equal('bluebird.owner2');
  });

  it('R53: holds the invite, checks again without retyping, and it goes out once the name is free', async () => {
    const { seen, element, backend } = await open({ conflict: inviting });
    await seen.choose('there');
    await seen.press('Hold the invite');
    await seen.until(() => seen.heading() === 'Waiting for Priya', 'the waiting');
    expect(seen.steps().map(({ current }) => current)).to.deep.equal([false, true, false]);
    await seen.press('Check again');
    await seen.until(() => seen.text().includes('Still in use.'), 'the answer');
    const holder = await backend.signIn(priya);
    await holder.me.update(await holder.me.get(), { username: 'priya.at.bluebird' });
    expect((await invitations(backend))[0]?.delivery).to.not.equal('held');
    await seen.press('Check again');
    await seen.until(() => seen.heading() === 'Done', 'the end');
    expect(element.step).to.equal('done');
    expect(await invitations(backend)).to.have.length(1);
  });

  it('R53: a waiting invite gives way to another username, and there is one invite in the end', async () => {
    const backend = await createMockBackend({ scenario: 'username-conflict' });
    const held = await backend.client.invitations.create(backend.accountIdOf('northwind'), {
      ...draft,
      onUsernameTaken: 'hold',
    });
    const { seen } = await show(backend, { invitationId: held.id }, 'partner.owner');
    expect(seen.heading()).to.equal('Waiting for Priya');
    await seen.press('Use a different username');
    await seen.until(() => seen.text().includes('Available'), 'the check');
    await seen.press('Send invite');
    await seen.until(() => seen.heading() === 'Done', 'the end');
    const all = await invitations(backend);
    expect(all.map(({ state }) => state).sort()).to.deep.equal(['pending', 'revoked']);
    expect(all.find(({ state }) => state === 'pending')?.proposedUsername).to.equal('priya.nair');
  });

  it('R30: another address is invited instead, and a mistake in it stays to be put right', async () => {
    const { seen, backend } = await open({ conflict: inviting });
    await seen.choose('other');
    await seen.type('priya@nair');
    await seen.press('Send invite');
    expect(seen.problem()).to.contain('ending of the domain');
    await seen.type('priya@other.test');
    await seen.press('Send invite');
    await seen.until(() => seen.heading() === 'Done', 'the end');
    const sent = await backend.store.read.invitations.find({ where: { emailKey: 'priya@other.test' } });
    expect(sent[0]).to.include({ name: 'Priya', roleId: 'campaign_creator' });
  });

  it('R31, R52: the invitee proves the old login, renames it, and the same invite continues: four steps', async () => {
    const { seen, element, backend } = await open({ conflict: accepting }, { as: null });
    const steps = new Set([element.step]);
    new MutationObserver(() => steps.add(element.step)).observe(element, { attributeFilter: ['step'] });
    await seen.choose('there');
    await seen.press('Continue');
    expect(seen.credential('username')?.value).to.equal(priya);
    expect(document.activeElement).to.equal(seen.credential('password'));
    await seen.typeCredential('password', demoPassword);
    const resolved = oneEvent(element, 'cc-conflict-resolved');
    await seen.press('Sign in');
    await seen.until(() => element.step === 'rename', 'the new name');
    await seen.typeCredential('username', 'priya.at.bluebird');
    const changed = oneEvent(element, 'cc-username-changed');
    await seen.press('Change username');
    expect((await changed).detail).to.deep.equal({ username: 'priya.at.bluebird' });
    expect((await resolved).detail).to.include({ choice: 'there', username: priya });
    expect(steps.size).to.be.at.most(4);
    const [user] = await backend.store.read.users.find({ where: { emailKey: priya } });
    expect(user?.username).to.equal('priya.at.bluebird');
  });

  it('R52, R69: one’s own username changes after a fresh proof, without typing the name twice', async () => {
    const { backend, seen } = await open({}, { as: priya, account: 'bluebird' });
    expect(seen.heading()).to.equal('Your username');
    expect(seen.text()).to.contain('It is an email address');
    backend.clock.advance(16 * 60_000);
    await seen.typeCredential('username', 'priya.nair');
    await seen.press('Change username');
    const dialog = () => document.querySelector('cc-mfa-challenge');
    await waitUntil(() => dialog()?.querySelector('input[slot="password"]'), 'the proof');
    const password = dialog()?.querySelector<HTMLInputElement>('input[slot="password"]');
    if (password) password.value = demoPassword;
    password?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await seen.until(() => seen.heading() === 'Your username is changed', 'the end');
    expect(seen.text()).to.contain('priya.nair');
    expect((await backend.mails()).at(-1)).to.include({ to: priya, subject: 'Your username was changed' });
  });
});

describe('cc-username-conflict events', () => {
  it('asks before it sends, lets the host change what is sent, and tells after', async () => {
    const { seen, element, backend } = await open({ conflict: inviting });
    element.addEventListener('cc-conflict-check-request', (event) => {
      if (event.detail.input.draft) event.detail.input.draft.proposedUsername = 'priya.of.northwind';
    });
    const told = oneEvent(element, 'cc-conflict-resolved');
    await seen.press('Send invite');
    expect((await told).cancelable).to.equal(false);
    expect((await invitations(backend))[0]?.proposedUsername).to.equal('priya.of.northwind');
  });

  it('a host may hold a change of username back', async () => {
    const { seen, element, backend } = await open({}, { as: priya, account: 'bluebird' });
    element.addEventListener('cc-username-change-request', (event) => event.preventDefault());
    await seen.typeCredential('username', 'priya.nair');
    await seen.press('Change username');
    await waitUntil(() => !seen.text().includes('Checking'));
    expect(element.step).to.equal('rename');
    expect(await backend.store.read.users.count({ username: priya })).to.equal(1);
  });
});

describe('cc-username-conflict refusal and failure', () => {
  it('U03: a proof that fails says nothing about whether such a login exists', async () => {
    const said: string[] = [];
    for (const username of [priya, 'nobody.at.all@studio-nair.test']) {
      const { seen } = await open({ conflict: { ...accepting, username } }, { as: null });
      await seen.choose('there');
      await seen.press('Continue');
      await seen.typeCredential('password', 'not the password');
      await seen.press('Sign in');
      await seen.until(() => seen.problem() !== '', 'the refusal');
      said.push(seen.problem());
    }
    expect(said[0]).to.equal(said[1]);
  });

  it('U04: a rename whose answer was lost is harmless to repeat', async () => {
    const { seen, element, backend } = await open({}, { as: priya, account: 'bluebird' });
    const other = await backend.signIn(priya);
    await seen.typeCredential('username', 'priya.nair');
    await other.me.update(await other.me.get(), { username: 'priya.nair' });
    await seen.press('Change username');
    await seen.until(() => element.step === 'done', 'the end');
    expect(seen.text()).to.contain('priya.nair');
  });

  it('U06: a stale tab is told the current name, and what was typed stays', async () => {
    const { seen, backend } = await open({}, { as: priya, account: 'bluebird' });
    const other = await backend.signIn(priya);
    await other.me.update(await other.me.get(), { username: 'priya.elsewhere' });
    await seen.typeCredential('username', 'priya.nair');
    await seen.press('Change username');
    await seen.until(() => seen.problem().includes('It is priya.elsewhere now.'), 'the current name');
    expect(seen.credential('username')?.value).to.equal('priya.nair');
    await seen.press('Change username');
    await seen.until(() => seen.heading() === 'Your username is changed', 'the second try');
  });

  it('offline, nothing is lost and the same press tries again', async () => {
    const { seen, backend } = await open({ conflict: inviting });
    await seen.until(() => seen.text().includes('Available'), 'the check');
    backend.network.offline = true;
    await seen.press('Send invite');
    await seen.until(() => seen.problem().includes('offline'), 'the failure');
    expect(seen.typed()).to.equal('priya.nair');
    backend.network.offline = false;
    await seen.press('Send invite');
    await seen.until(() => seen.heading() === 'Done', 'the end');
    expect(await invitations(backend)).to.have.length(1);
  });
});

describe('cc-username-conflict accessibility', () => {
  it('has no axe findings in any step', async () => {
    const { seen, element } = await open({ conflict: inviting });
    await expectAccessible(element);
    await seen.choose('other');
    await expectAccessible(element);
    await seen.choose('there');
    await seen.press('Hold the invite');
    await seen.until(() => element.step === 'wait', 'the waiting');
    await expectAccessible(element);
    const own = await open({}, { as: priya, account: 'bluebird' });
    await expectAccessible(own.element);
  });

  it('K7: the heading takes focus, and the arrows move between the ways', async () => {
    const { element } = await open({ conflict: inviting });
    element.focus();
    expect(element.shadowRoot?.activeElement?.className).to.contain('title');
    const radios = [...element.renderRoot.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    expect(new Set(radios.map(({ name }) => name)).size).to.equal(1);
    for (const radio of radios) expect(radio.getAttribute('aria-describedby')).to.equal(`${radio.id}-effect`);
  });
});
