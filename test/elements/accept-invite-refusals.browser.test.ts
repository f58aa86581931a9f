import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { CcAcceptInvite } from '../../src/elements/accept-invite/accept-invite.js';
import type { CcUsernameConflict } from '../../src/elements/username-conflict/username-conflict.js';
import { demoPassword } from '../../src/mock/index.js';
import { AcceptInviteHarness } from '../../src/testing/harnesses/accept-invite.harness.js';
import { UsernameConflictHarness } from '../../src/testing/harnesses/username-conflict.harness.js';
import { invite, lastMail, next, open, password, tokenIn } from '../support/invitee.js';
import { waitUntil } from '../support/wait.js';

/** The guided way out, once the page shows it. */
async function guided(element: CcAcceptInvite): Promise<UsernameConflictHarness> {
  await waitUntil(() => element.querySelector('cc-username-conflict'), 'the guided page');
  const guide = new UsernameConflictHarness(
    element.querySelector('cc-username-conflict') as CcUsernameConflict,
  );
  await guide.until(() => guide.heading() !== '', 'its heading');
  return guide;
}

describe('cc-accept-invite refusal and failure', () => {
  const unknown = `cci_${'a'.repeat(43)}`;

  it('A02: says something else for every link that can’t be used, each with one next step', async () => {
    const { backend, id, mailed } = await invite();
    const { client, accountId } = backend;
    const seenAt = async (token: string) => {
      const { seen } = await open(backend, token);
      return [seen.heading(), seen.labels()];
    };
    expect(await seenAt(unknown)).to.deep.equal(['We don’t know this invite', ['Open invite']]);
    expect(await seenAt('cci_cut')).to.deep.equal(['This link is incomplete', ['Open invite']]);
    backend.clock.advance(8 * 86_400_000);
    expect(await seenAt(mailed)).to.deep.equal(['This invite has expired', ['Ask for a new invite']]);
    backend.clock.advance(-8 * 86_400_000);
    await backend.client.auth.signIn({ username: 'partner.owner', password: demoPassword });
    backend.clock.advance(61_000);
    const resent = await client.invitations.resend(accountId, id);
    expect(await seenAt(mailed)).to.deep.equal(['There’s a newer invite', ['Ask for a new invite']]);
    const newest = tokenIn(await lastMail(backend));
    await client.invitations.revoke(accountId, { id, version: resent.version });
    expect(await seenAt(newest)).to.deep.equal(['This invite was cancelled', ['Open invite']]);
  });

  it('A01: R41: says in the second tab that the link was used, and offers sign-in', async () => {
    const { backend, mailed } = await invite();
    const one = await open(backend, mailed);
    const two = await open(backend, mailed);
    for (const { seen } of [one, two]) {
      await seen.fill('username', seen === one.seen ? 'priya.one' : 'priya.two');
      await seen.fill('password', password);
      await seen.submit();
      await next(seen, 'Join Northwind Partners');
    }
    expect(one.seen.heading()).to.equal('You’ve joined Northwind Partners');
    expect([two.seen.heading(), two.seen.labels()]).to.deep.equal([
      'This invite was already used',
      ['Sign in'],
    ]);
    await two.seen.press('Sign in');
    await two.element.updateComplete;
    await two.seen.fill('username', 'priya.one');
    await two.seen.fill('password', password);
    setTimeout(() => void two.seen.submit());
    const fact = (await oneEvent(two.element, 'cc-signed-in')) as CustomEvent<{ joining: boolean }>;
    expect(fact.detail.joining).to.equal(false);
    await waitUntil(() => two.seen.text().includes('You’re signed in as priya.one already'));
  });

  it('R37: P9: asks for a new invite in one step', async () => {
    const { backend, mailed } = await invite();
    backend.clock.advance(8 * 86_400_000);
    const { seen, element } = await open(backend, mailed);
    setTimeout(() => void seen.press('Ask for a new invite'));
    await oneEvent(element, 'cc-invite-renewal-asked');
    expect(await next(seen, 'This invite has expired')).to.equal('We asked for a new invite');
    expect((await backend.mails()).at(-1)?.to).to.equal('partner.owner@northwind.test');
  });

  it('A03: R45: masks both identities, and lets the right person in after switching', async () => {
    const { backend, mailed } = await invite();
    const { seen } = await open(backend, mailed, { as: 'partner.manager' });
    expect(seen.heading()).to.equal('This invite is for somebody else');
    expect(seen.text()).to.contain('p•••@e•••.test').and.contain('p•••@n•••.test');
    await seen.press('Sign out and switch user');
    expect(await next(seen, 'This invite is for somebody else')).to.equal('Join Northwind Partners');
  });

  it('R33: a known address is asked to sign in, so that nobody ends up with two logins', async () => {
    const { backend, mailed } = await invite({ email: 'harbourlane.owner@harbourlane.test' });
    const { seen, element } = await open(backend, mailed);
    await seen.fill('username', 'second.login');
    await seen.fill('password', password);
    await seen.submit();
    const guide = await guided(element);
    expect(guide.heading()).to.equal('You already have a login with this address');
    expect(guide.options().map(({ name }) => name)).to.deep.equal([
      'Sign in with the login you have and join',
      'Use another email address',
    ]);
    await guide.press('Sign in');
    await waitUntil(() => seen.labels().includes('Sign in and join'));
    expect(seen.text()).to.include('You already have a login with this email address.');
    expect(document.activeElement).to.equal(seen.input('username'));
  });

  it('R31, R52: under one login per account the old name is changed from the page, and the same invite goes on', async () => {
    const held = 'priya.nair@studio-nair.test';
    const { backend, mailed } = await invite(
      { email: held, proposedUsername: 'priya.nair' },
      { scenario: 'username-conflict' },
    );
    const { seen, element } = await open(backend, mailed);
    await seen.fill('username', held);
    await seen.fill('password', password);
    await seen.submit();
    const guide = await guided(element);
    expect(guide.text()).to.contain('nothing to do with MFA').and.not.contain('Bluebird');
    await guide.choose('there');
    await guide.press('Continue');
    await guide.typeCredential('password', demoPassword);
    await guide.press('Sign in');
    await guide.until(() => guide.element.step === 'rename', 'the new name');
    await guide.typeCredential('username', 'priya.at.bluebird');
    await guide.press('Change username');
    expect(await next(seen, 'Join Northwind Partners')).to.equal('You’ve joined Northwind Partners');
    const users = await backend.store.read.users.find({ where: { emailKey: held } });
    expect(users.map(({ username }) => username).sort()).to.deep.equal(['priya.at.bluebird', held].sort());
  });

  it('R31: going back keeps the invite and what was typed', async () => {
    const { backend, mailed } = await invite({ email: 'harbourlane.owner@harbourlane.test' });
    const { seen, element } = await open(backend, mailed);
    await seen.fill('username', 'second.login');
    await seen.fill('password', password);
    await seen.submit();
    await guided(element);
    await seen.press('Back to the invite');
    await waitUntil(() => seen.heading() === 'Join Northwind Partners');
    expect([seen.input('username').value, seen.input('password').value]).to.deep.equal([
      'second.login',
      password,
    ]);
  });

  it('A06: a name that was taken meanwhile keeps the rest, and focus goes to the name', async () => {
    const { backend, mailed } = await invite();
    const { seen } = await open(backend, mailed);
    await seen.fill('password', password);
    await seen.fill('username', 'partner.owner');
    await seen.submit();
    await waitUntil(() => seen.suggestions().length > 0);
    expect([document.activeElement, seen.input('password').value]).to.deep.equal([
      seen.input('username'),
      password,
    ]);
  });

  it('R43: A07: an inviter who may no longer invite is explained, and somebody else can be asked', async () => {
    const { backend, mailed } = await invite({}, { viewer: 'partner.manager', account: 'harbourlane' });
    const { seen } = await open(backend, mailed);
    const partner = backend.accountIdOf('northwind');
    const owner = await backend.signIn('partner.owner');
    const { items } = await owner.members.list(partner);
    const inviter = items.find(({ username }) => username === 'partner.manager');
    if (inviter) await owner.members.remove(partner, inviter);
    await seen.fill('username', 'priya.here');
    await seen.fill('password', password);
    await seen.submit();
    expect(await next(seen, 'Join Harbour Lane Books')).to.equal('This invite needs a new sender');
    expect(seen.labels()).to.deep.equal(['Ask for a new invite']);
  });

  it('lists several mistakes, and a press leads to each', async () => {
    const { backend, mailed } = await invite();
    const { seen, element } = await open(backend, mailed);
    await seen.fill('password', 'short');
    await seen.submit();
    await waitUntil(() => seen.alert() !== '');
    expect(seen.alert()).to.contain('Fix 2 things to join');
    expect(document.activeElement).to.equal(seen.input('username'));
    await seen.press('Make the password longer');
    await element.updateComplete;
    expect(document.activeElement).to.equal(seen.input('password'));
  });

  it('Z8: keeps everything typed while offline, and joins once it is back', async () => {
    const { backend, mailed } = await invite();
    const { seen } = await open(backend, mailed);
    await seen.fill('username', 'priya.here');
    await seen.fill('password', password);
    backend.network.offline = true;
    await seen.submit();
    await waitUntil(() => seen.alert().includes('offline'), 'a refusal');
    expect([seen.input('username').value, seen.input('password').value]).to.deep.equal([
      'priya.here',
      password,
    ]);
    backend.network.offline = false;
    await seen.submit();
    expect(await next(seen, 'Join Northwind Partners')).to.equal('You’ve joined Northwind Partners');
  });

  it('offers to try again when the link could not be looked up', async () => {
    const { backend, mailed } = await invite();
    const client = await backend.signIn(null);
    backend.network.intercept = () => new Response('<p>proxy</p>', { status: 200 });
    const element = await fixture<CcAcceptInvite>(
      html`<cc-accept-invite .client=${client} token-source="property" .token=${mailed}></cc-accept-invite>`,
    );
    const seen = new AcceptInviteHarness(element);
    await waitUntil(() => seen.heading() === 'We couldn’t open your invite', 'a failure');
    backend.network.intercept = undefined;
    await seen.press('Try again');
    expect(await next(seen, 'We couldn’t open your invite')).to.equal('Join Northwind Partners');
  });
});
