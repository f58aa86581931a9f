import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type {
  CcInviteAcceptedEvent,
  CcInviteAcceptRequestEvent,
} from '../../src/elements/accept-invite/accept-invite.events.js';
import { demoPassword } from '../../src/mock/index.js';
import { AcceptInviteHarness } from '../../src/testing/harnesses/accept-invite.harness.js';
import { expectAccessible } from '../support/axe.js';
import { email, invite, lastCode, next, open, password } from '../support/invitee.js';
import { waitUntil } from '../support/wait.js';

describe('cc-accept-invite drawing', () => {
  it('R46: says account, role in words, inviter, masked address and until when', async () => {
    const { backend, mailed } = await invite();
    const { seen } = await open(backend, mailed);
    expect(seen.heading()).to.equal('Join Northwind Partners');
    expect(seen.role()).to.contain('Campaign Creator Drafts and edits campaigns');
    expect(seen.text()).to.match(/Maya Okafor invited p•••@e•••\.test\. The invite works until \d/);
    expect(seen.text()).not.to.contain(email);
  });

  it('R50: leaves the username empty, and fills in what the inviter proposed', async () => {
    const plain = await invite();
    expect((await open(plain.backend, plain.mailed)).seen.input('username').value).to.equal('');
    const proposed = await invite({ proposedUsername: 'priya.n' });
    const { seen } = await open(proposed.backend, proposed.mailed);
    expect([seen.input('username').value, seen.message('username')]).to.deep.equal([
      'priya.n',
      'Suggested by Maya Okafor. You can choose another.',
    ]);
  });

  it('offers fields that password managers know', async () => {
    const { backend, mailed } = await invite();
    const { seen, element } = await open(backend, mailed);
    expect([seen.fields(), seen.input('password').autocomplete]).to.deep.equal([
      ['Username', 'Password'],
      'new-password',
    ]);
    await seen.press('Sign in and join with it');
    await element.updateComplete;
    expect(seen.input('password').autocomplete).to.equal('current-password');
  });

  it('R51: says how far the password is, by length and by what is easy to guess', async () => {
    const { backend, mailed } = await invite();
    const { seen } = await open(backend, mailed);
    const said: string[] = [];
    for (const typed of ['', 'blue mountain', password, 'northwind partners 1']) {
      await seen.fill('password', typed);
      said.push(seen.strength());
    }
    expect(said).to.deep.equal(['15 more characters', '2 more characters', 'Long enough', 'Easy to guess']);
  });
});

describe('cc-accept-invite, a bulk invitation', () => {
  const others = Array.from({ length: 39 }, (_, index) => ({
    accountName: `Client ${index + 1}`,
    roleId: index === 0 ? 'account_manager' : 'campaign_creator',
    username: `priya.client${index + 1}`,
  }));

  it('R83: names every account with the role there, and the username where each has its own', async () => {
    const { backend, mailed } = await invite();
    const { seen, element } = await open(backend, mailed, { more: { otherAccounts: others } });
    expect(seen.text()).to.contain('You also join 39 more accounts');
    const listed = [...(element.shadowRoot?.querySelectorAll('.card-list > li') ?? [])].map((row) =>
      row.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(listed.length).to.equal(39);
    expect(listed[0]).to.equal('Client 1 as Account Manager · Username priya.client1');
    expect(listed[38]).to.equal('Client 39 as Campaign Creator · Username priya.client39');
    await expectAccessible(element);
  });
});

describe('cc-accept-invite acting', () => {
  it('R47: a new person chooses username and password, and is in', async () => {
    const { backend, mailed } = await invite();
    const { seen, element, client } = await open(backend, mailed);
    await seen.fill('username', 'priya.here');
    await seen.fill('password', password);
    setTimeout(() => void seen.submit());
    const { detail } = (await oneEvent(element, 'cc-invite-accepted')) as unknown as CcInviteAcceptedEvent;
    expect(detail.accountId).to.equal(backend.accountId);
    expect(detail.membershipId).to.match(/^mem_/);
    expect(detail.gate).to.equal('none');
    expect(await next(seen, 'Join Northwind Partners')).to.equal('You’ve joined Northwind Partners');
    expect((await client.auth.session())?.user.username).to.equal('priya.here');
    expect(seen.input('password').value).to.equal('');
  });

  it('R49: A06: says while typing that a name is taken, and offers free ones', async () => {
    const { backend, mailed } = await invite();
    const { seen } = await open(backend, mailed);
    await seen.fill('username', 'partner.owner');
    await waitUntil(() => seen.availability() === 'Taken');
    expect(seen.message('username')).to.equal('This username is taken. Choose another.');
    const [first = ''] = seen.suggestions();
    await seen.press(first);
    await waitUntil(() => seen.availability() === 'Available');
    expect(seen.input('username').value).to.equal(first);
  });

  it('R29: somebody with a login signs in and joins with one press', async () => {
    const { backend, mailed } = await invite({ email: 'harbourlane.owner@harbourlane.test' });
    const { seen, element } = await open(backend, mailed);
    await seen.press('Sign in and join with it');
    await seen.fill('username', 'harbourlane.owner');
    await seen.fill('password', demoPassword);
    setTimeout(() => void seen.submit());
    const { detail } = (await oneEvent(element, 'cc-invite-accepted')) as unknown as CcInviteAcceptedEvent;
    expect(detail.accountId).to.equal(backend.accountId);
    expect(await next(seen, 'Join Northwind Partners')).to.equal('You’ve joined Northwind Partners');
  });

  it('somebody who is signed in joins with one press', async () => {
    const { backend, mailed } = await invite({ email: 'harbourlane.owner@harbourlane.test' });
    const { seen } = await open(backend, mailed, { as: 'harbourlane.owner' });
    await waitUntil(() => seen.text().includes('You join as'));
    expect(seen.fields()).to.deep.equal([]);
    await seen.submit();
    expect(await next(seen, 'Join Northwind Partners')).to.equal('You’ve joined Northwind Partners');
  });

  it('R44: a copied link needs the code that is mailed on request', async () => {
    const { backend, copied } = await invite();
    const { seen } = await open(backend, copied);
    const before = (await backend.mails()).length;
    expect(seen.fields()).to.deep.equal(['Code from the email', 'Username', 'Password']);
    await seen.press('Email me a code');
    await waitUntil(() => seen.text().includes('Sent to p•••@e•••.test'));
    expect((await backend.mails()).length).to.equal(before + 1);
    await seen.fill('username', 'priya.here');
    await seen.fill('password', password);
    await seen.fill('code', '000 000');
    await seen.submit();
    await waitUntil(() => seen.message('code').startsWith('That code isn’t right.'));
    expect(seen.input('password').value).to.equal(password);
    await seen.fill('code', ` ${await lastCode(backend)}`);
    await seen.submit();
    expect(await next(seen, 'Join Northwind Partners')).to.equal('You’ve joined Northwind Partners');
  });

  it('declines after a question', async () => {
    const { backend, mailed } = await invite();
    const { seen, element } = await open(backend, mailed);
    await seen.press('Decline invite');
    await new Promise((settle) => setTimeout(settle, 600));
    setTimeout(() => void seen.confirm());
    await oneEvent(element, 'cc-invite-declined');
    expect(await next(seen, 'Join Northwind Partners')).to.equal('You declined the invite');
  });
});

describe('cc-accept-invite and the address', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('threat 12: takes the token out of the address before it draws, and puts it nowhere else', async () => {
    const { backend, mailed } = await invite();
    const client = await backend.signIn(null);
    history.replaceState(null, '', `#${mailed}.`);
    const element = document.createElement('cc-accept-invite');
    element.client = client;
    document.body.append(element);
    expect(location.hash).to.equal('');
    const seen = new AcceptInviteHarness(element);
    await waitUntil(() => seen.heading() === 'Join Northwind Partners');
    const places = [
      ...[location.href, JSON.stringify(history.state), element.outerHTML],
      ...[element.shadowRoot?.innerHTML ?? '', JSON.stringify({ ...localStorage, ...sessionStorage })],
    ];
    expect(places.filter((text) => text.includes(mailed))).to.deep.equal([]);
    element.remove();
  });

  it('A08: says after the back button that all is done, without a token', async () => {
    const { backend, mailed } = await invite();
    history.replaceState({ mine: 1 }, '', `#${mailed}`);
    const first = document.createElement('cc-accept-invite');
    first.client = await backend.signIn(null);
    document.body.append(first);
    const seen = new AcceptInviteHarness(first);
    await waitUntil(() => seen.heading() === 'Join Northwind Partners');
    await first.updateComplete;
    await seen.fill('username', 'priya.here');
    await seen.fill('password', password);
    await seen.submit();
    await next(seen, 'Join Northwind Partners');
    first.remove();
    const again = document.createElement('cc-accept-invite');
    again.client = await backend.signIn(null);
    document.body.append(again);
    await waitUntil(() => new AcceptInviteHarness(again).heading() === 'You’re done here');
    expect((history.state as { mine: number }).mine).to.equal(1);
    again.remove();
  });

  it('asks for the link where there is none', async () => {
    const { backend, mailed } = await invite();
    const element = document.createElement('cc-accept-invite');
    element.client = await backend.signIn(null);
    document.body.append(element);
    const seen = new AcceptInviteHarness(element);
    await waitUntil(() => seen.heading() === 'Open the link from your invite');
    await seen.paste(`<https://north.test/accept#${mailed}>.`);
    await waitUntil(() => seen.heading() === 'Join Northwind Partners');
    element.remove();
  });
});

describe('cc-accept-invite events', () => {
  it('asks before it accepts, says no password, and a host may change the name', async () => {
    const { backend, mailed } = await invite();
    const { seen, element, client } = await open(backend, mailed);
    await seen.fill('username', 'priya.here');
    await seen.fill('password', password);
    let said = '';
    element.addEventListener('cc-invite-accept-request', (event: CcInviteAcceptRequestEvent) => {
      said = JSON.stringify(event.detail);
      event.detail.input.username = 'priya.there';
    });
    setTimeout(() => void seen.submit());
    await oneEvent(element, 'cc-invite-accepted');
    expect(said).to.contain('"as":"new"');
    expect([said.includes(password), said.includes(mailed)]).to.deep.equal([false, false]);
    expect((await client.auth.session())?.user.username).to.equal('priya.there');
  });

  it('shows what a host answers itself', async () => {
    const { backend, mailed } = await invite();
    const { seen, element } = await open(backend, mailed);
    await seen.fill('username', 'priya.here');
    await seen.fill('password', password);
    element.addEventListener('cc-invite-accept-request', (event: CcInviteAcceptRequestEvent) => {
      event.respondWith({
        ...{ membershipId: 'mem_1', accountId: 'acc_1', accountName: 'Bluebird', roleId: 'account_manager' },
        gate: 'mfa_enrolment',
      });
    });
    await seen.submit();
    expect(await next(seen, 'Join Northwind Partners')).to.equal('One more step');
    expect(seen.text()).to.contain('You’ve joined Bluebird. It requires a second factor');
  });
});

describe('cc-accept-invite accessibility', () => {
  it('has no findings in the form, with mistakes, at a dead end and for somebody else', async () => {
    const { backend, copied, mailed } = await invite();
    const { seen, element } = await open(backend, copied);
    await expectAccessible(element);
    await seen.submit();
    await waitUntil(() => seen.alert() !== '');
    await expectAccessible(element);
    await expectAccessible((await open(backend, 'cci_cut')).element);
    await expectAccessible((await open(backend, mailed, { as: 'partner.manager' })).element);
  });

  it('is done with the keyboard alone, and a new state begins at its heading', async () => {
    const { backend, mailed } = await invite();
    const { seen, element } = await open(backend, mailed);
    element.focus();
    await sendKeys({ type: 'priya.here' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: password });
    await sendKeys({ press: 'Enter' });
    await next(seen, 'Join Northwind Partners');
    await waitUntil(() => element.shadowRoot?.activeElement?.tagName === 'H1');
  });
});
