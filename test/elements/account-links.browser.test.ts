import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/account-links.js';
import '../../src/define/provider.js';
import type { CcClient } from '../../src/client/index.js';
import type { CcLinkApproveRequestEvent } from '../../src/elements/account-links/account-links.events.js';
import type { CcAccountLinks } from '../../src/elements/account-links/account-links.js';
import { createMockBackend, demoPassword, type MockBackend } from '../../src/mock/index.js';
import type { CcMfaChallenge } from '../../src/elements/mfa-challenge/mfa-challenge.js';
import { AccountLinksHarness } from '../../src/testing/harnesses/account-links.harness.js';
import { MfaChallengeHarness } from '../../src/testing/harnesses/mfa.harness.js';
import { expectAccessible } from '../support/axe.js';
import { stubClient } from '../support/stub-client.js';
import { waitUntil as until } from '../support/wait.js';

const partner = 'Northwind Partners';
const client = 'Linden Bakery';

/** Both sides of one backend, each in a browser of its own. */
async function sides() {
  const backend = await createMockBackend({ scenario: 'three', viewer: 'partner.owner' });
  const owner = await backend.signIn('linden.owner');
  return { backend, owner, linden: backend.accountIdOf('linden') };
}

async function show(
  using: CcClient,
  accountId: string,
  properties: Partial<CcAccountLinks> = {},
  backend?: MockBackend,
) {
  const page = await fixture<HTMLElement>(html`
    <cc-provider .client=${using} .clock=${backend?.clock} account-id=${accountId}></cc-provider>
  `);
  const element = Object.assign(document.createElement('cc-account-links'), properties);
  page.append(element);
  const seen = new AccountLinksHarness(element);
  await until(() => seen.heading() !== '' && !element.matches(':state(busy)'), 'the links');
  return { element, seen, page };
}

const codeOf = async (using: CcClient, accountId: string) => (await using.links.code(accountId)).code;

/** The client's owner reads a request of the partner. */
async function asked(note?: string) {
  const given = await sides();
  const { backend, owner, linden } = given;
  const linkCode = await codeOf(owner, linden);
  const link = await backend.client.links.request({ parentId: backend.accountId, linkCode, note });
  return { ...given, link, ...(await show(owner, linden, {}, backend)) };
}

const said = () =>
  [...document.querySelectorAll('cc-provider > [data-cc-live=polite]')].at(-1)?.textContent ?? '';

describe('cc-account-links drawing', () => {
  it('R74: tells the client’s owner who asks, what access and billing mean, and how it ends', async () => {
    const { seen } = await asked('As agreed on the phone');
    expect(seen.decisions()).to.deep.equal([`${partner} asks to work in ${client}`]);
    expect(seen.text()).to.contain(`People of ${partner} can enter ${client} in the role they have there`);
    expect(seen.text()).to.contain('They can change your plan and manage your billing');
    expect(seen.text()).to.contain('No account and no user is created');
    expect(seen.text()).to.contain('Either side can end the link here at any time');
    expect(seen.text()).to.contain('As agreed on the phone');
    expect(seen.text()).to.contain('Expires in 30 days');
  });

  it('R78: shows both sides the same state in the same words', async () => {
    const { seen, backend, link } = await asked();
    const ours = await show(backend.client, backend.accountId, { linkId: link.id }, backend);
    expect(ours.seen.links()).to.deep.equal([`${client}: Waiting for ${client} to answer`]);
    await seen.press('Decline');
    await until(() => seen.question() !== '', 'the question');
    await seen.confirm();
    await until(() => seen.text().includes('declined on'), 'the client’s side');
    await ours.element.refresh();
    await until(() => ours.seen.links()[0]?.includes('declined on'), 'the partner’s side');
    expect(ours.seen.links()[0]?.split(': ')[1]).to.equal(seen.links()[0]?.split(': ')[1]);
  });

  it('R90: lists who of the partner reaches the client, as what, since when, and their last visit', async () => {
    const { owner, linden, link, seen, element } = await asked();
    const { parent, child } = link;
    const shown = { parentId: parent.id, parentName: parent.name, childId: child.id, childName: child.name };
    await owner.links.approve(link.id, { shown, maxRole: 'account_manager' });
    await until(() => seen.people().length === 3, 'the people');
    expect(seen.people()[0]).to.match(/Account Manager.*Since .*Never been here/);
    expect(seen.text()).to.contain('Limit: At most Account Manager');
    expect(seen.people().join()).to.contain('Account Owner on the partner account');
    expect((await owner.links.partnerPeople(linden)).items.length).to.equal(3);
    expect(element.matches(':state(empty)')).to.equal(false);
  });

  it('never tells a client of another client', async () => {
    const { seen, owner, linden } = await asked();
    expect(seen.text()).not.to.contain('Harbour');
    expect(JSON.stringify(await owner.links.list(linden))).not.to.contain('Harbour');
  });

  it('draws a state of a newer backend as it came', async () => {
    const { link, linden, owner } = await asked();
    const using = stubClient({
      accounts: { get: (id: string) => owner.accounts.get(id) },
      links: {
        list: () => Promise.resolve({ items: [{ ...link, state: 'on_hold' }], nextCursor: null, total: 1 }),
        code: () => owner.links.code(linden),
      },
      capabilities: () => owner.capabilities(),
    } as never);
    const { seen } = await show(using, linden);
    expect(seen.text()).to.contain('on_hold');
  });
});

describe('cc-account-links acting', () => {
  it('L05, R73: a partner is asked "existing or new?" first, then asks by code; no account is made', async () => {
    const { backend, owner, linden } = await sides();
    const { seen, element } = await show(backend.client, backend.accountId, {}, backend);
    const before = (await backend.client.accounts.list()).total;
    await seen.press('Link a client');
    expect(seen.text()).to.contain('Does the client have an account already?');
    await seen.press('Continue');
    expect(seen.fieldError()).to.equal('Choose one of the two.');
    await seen.choose('Yes, it has an account');
    await seen.press('Continue');
    await seen.type('Link code', (await codeOf(owner, linden)).toLowerCase());
    await seen.type('Note (optional)', 'Hello');
    const told = oneEvent(element, 'cc-link-created');
    await seen.press('Ask for the link');
    expect(((await told) as CustomEvent).detail.link.child.name).to.equal(client);
    await until(() => seen.links().length > 1, 'the request');
    expect(seen.links()[0]).to.equal(`${client}: Waiting for ${client} to answer`);
    expect(said()).to.contain(`${client} was asked.`);
    expect((await backend.client.accounts.list()).total).to.equal(before);
  });

  it('L05: for a new client the host’s own page is asked for, and nothing is sent', async () => {
    const { backend } = await sides();
    const { seen, element } = await show(backend.client, backend.accountId, { mode: 'ask' }, backend);
    await seen.choose('No, it’s new');
    const told = oneEvent(element, 'cc-account-add-opened');
    await seen.press('Continue');
    expect(((await told) as CustomEvent).detail.accountId).to.equal(backend.accountId);
    expect((await backend.client.links.list(backend.accountId, { state: 'pending' })).total).to.equal(0);
  });

  it('R74, R91: the owner sets a ceiling and approves; the client is in the partner’s list at once', async () => {
    const { seen, element, backend } = await asked();
    await seen.choose('At most Campaign Creator');
    const told = oneEvent(element, 'cc-link-approved');
    await seen.press('Approve');
    expect(((await told) as CustomEvent).detail.link.maxRole).to.equal('campaign_creator');
    await until(() => seen.links().some((line) => line.startsWith(`${partner}: Linked since`)), 'linked');
    expect(said()).to.contain('are linked');
    const names = (await backend.client.accounts.list()).items.map(({ name }) => name);
    expect(names).to.contain(client);
    await until(() => element.shadowRoot?.activeElement?.classList.contains('title'), 'focus');
  });

  it('R69: an old sign-in is asked for a proof, and the same approval goes on', async () => {
    const { seen, backend } = await asked();
    backend.clock.advance(16 * 60_000);
    await seen.press('Approve');
    const asking = () => document.querySelector('cc-mfa-challenge');
    await until(() => asking() !== null, 'the proof');
    const dialog = new MfaChallengeHarness(asking() as CcMfaChallenge);
    await until(() => dialog.isOpen() && dialog.element.querySelector('[slot=password]'), 'the password');
    await dialog.fill('password', demoPassword);
    await dialog.press('Confirm');
    await until(() => seen.links().some((line) => line.includes('Linked since')), 'linked');
  });

  it('R75: reminds once a day, three times at most, and takes a request back after a question', async () => {
    const { backend, link } = await asked();
    const { seen, element } = await show(backend.client, backend.accountId, { linkId: link.id }, backend);
    expect(seen.text()).to.contain('3 reminders left');
    await seen.press(`Remind ${client}`);
    await until(() => seen.alert() !== '', 'too early');
    expect(seen.alert()).to.contain('too often');
    for (const left of [2, 1, 0]) {
      backend.clock.advance(24 * 60 * 60_000 + 1000);
      await backend.client.auth.signIn({ username: 'partner.owner', password: demoPassword });
      await seen.press(`Remind ${client}`);
      const words = left === 0 ? 'No reminder is left' : `${left} reminder`;
      await until(() => seen.text().includes(words), words);
    }
    const told = oneEvent(element, 'cc-link-cancelled');
    await seen.press(`Cancel request to ${client}`);
    await until(() => seen.question() === `Cancel the request to ${client}?`, 'the question');
    await seen.confirm();
    expect(((await told) as CustomEvent).detail.linkId).to.equal(link.id);
    await until(() => seen.text().includes(`${partner} took the request back`), 'the state');
  });

  it('R77: ends a link after saying what stops and what stays', async () => {
    const { backend } = await sides();
    const { seen, element } = await show(backend.client, backend.accountId, {}, backend);
    await seen.press('End link with Harbour Lane Books');
    await until(() => seen.question() !== '', 'the question');
    expect(seen.consequences()).to.contain('can’t enter Harbour Lane Books from that moment on');
    expect(seen.consequences()).to.contain('Who has a role of their own on Harbour Lane Books keeps it');
    const told = oneEvent(element, 'cc-link-ended');
    await seen.confirm();
    await told;
    await until(() => seen.text().includes(`${partner} ended it on`), 'the state');
  });

  it('R73: shows the own code, and makes a new one after a question', async () => {
    const { owner, linden, backend } = await sides();
    const { seen, element } = await show(owner, linden, {}, backend);
    await until(() => seen.code() !== '', 'the code');
    const before = seen.code();
    await seen.press('New code');
    await until(() => seen.question() === 'Make a new link code?', 'the question');
    const told = oneEvent(element, 'cc-link-code-rotated');
    await seen.confirm();
    await told;
    await until(() => seen.code() !== before, 'another code');
  });
});

describe('cc-account-links events', () => {
  it('asks before it approves, lets a host change the ceiling, and does nothing when vetoed', async () => {
    const { seen, element, link, backend } = await asked();
    const veto = (event: Event) => event.preventDefault();
    element.addEventListener('cc-link-approve-request', veto, { once: true });
    await seen.press('Approve');
    expect((await backend.client.links.get(link.id)).state).to.equal('pending');
    element.addEventListener('cc-link-approve-request', (event: CcLinkApproveRequestEvent) => {
      event.detail.input.maxRole = 'account_manager';
    });
    await until(() => !element.matches(':state(busy)'), 'at rest');
    await seen.press('Approve');
    await until(() => seen.text().includes('At most Account Manager'), 'the ceiling');
  });
});

describe('cc-account-links refusal and failure', () => {
  it('L01: a client that is managed elsewhere is refused without naming the other partner', async () => {
    const { backend } = await sides();
    const harbour = await backend.signIn('harbourlane.owner');
    const { seen } = await show(backend.client, backend.accountId, { mode: 'ask' }, backend);
    await seen.choose('Yes, it has an account');
    await seen.press('Continue');
    await seen.type('Link code', await codeOf(harbour, backend.accountIdOf('harbourlane')));
    await seen.press('Ask for the link');
    await until(() => seen.alert() !== '', 'why');
    expect(seen.alert()).to.contain('These accounts are already linked');
  });

  it('says at the field that no account has this code, and keeps what was typed', async () => {
    const { backend } = await sides();
    const { seen, element } = await show(backend.client, backend.accountId, { mode: 'ask' }, backend);
    await seen.choose('Yes, it has an account');
    await seen.press('Continue');
    await seen.press('Ask for the link');
    expect(seen.fieldError()).to.equal('Type the link code.');
    await seen.type('Link code', 'WRONGONE');
    await seen.press('Ask for the link');
    await until(() => seen.fieldError().includes('No account has this link code'), 'why');
    expect(element.renderRoot.querySelector<HTMLInputElement>('#link-code')?.value).to.equal('WRONGONE');
  });

  it('L02: what was taken back meanwhile is said, and the list shows it', async () => {
    const { seen, backend, link } = await asked();
    await backend.client.links.end(link);
    await seen.press('Approve');
    await until(() => seen.text().includes('took the request back'), 'the state');
  });

  it('R77: Single Billing stands in the way, and is said beside the button before it is pressed', async () => {
    const { owner, linden, backend, link } = await asked();
    const { parent, child } = link;
    const shown = { parentId: parent.id, parentName: parent.name, childId: child.id, childName: child.name };
    await owner.links.approve(link.id, { shown });
    const { singleBilling } = await owner.accounts.get(linden);
    expect(singleBilling).to.equal(true);
    const theirs = await show(owner, linden, {}, backend);
    await until(() => theirs.seen.text().includes('Single Billing is on.'), 'why not');
    await theirs.seen.press(`End link with ${partner}`);
    expect(theirs.seen.question()).to.equal('');
    const ours = await show(backend.client, backend.accountId, {}, backend);
    await ours.seen.press(`End link with ${client}`);
    await until(() => ours.seen.question() !== '', 'the question');
    await ours.seen.confirm();
    await until(() => ours.seen.alert().includes('Turn Single Billing off'), 'the refusal');
  });

  it('R74: somebody who is not the owner is told who decides', async () => {
    const { backend, linden } = await sides();
    const creator = await backend.signIn('linden.creator');
    const { seen, element } = await show(creator, linden, {}, backend);
    await until(() => element.matches(':state(refused)'), 'refused');
    expect(seen.text()).to.contain('Only the Account Owner of a client decides');
  });

  it('says that nothing could be loaded, and loads on Retry', async () => {
    const { backend } = await sides();
    backend.network.offline = true;
    const { seen, element } = await show(backend.client, backend.accountId, {}, backend);
    await until(() => element.matches(':state(failed)'), 'failed');
    expect(seen.alert()).to.contain('We couldn’t load the links');
    backend.network.offline = false;
    await seen.press('Retry');
    await until(() => seen.links().length > 0, 'the links');
  });
});

describe('cc-account-links accessibility', () => {
  it('is accessible while asking, deciding and linked', async () => {
    const { element, seen, backend } = await asked('A note');
    await expectAccessible(element);
    await seen.press('Approve');
    await until(() => seen.people().length > 0, 'linked');
    await expectAccessible(element);
    const ours = await show(backend.client, backend.accountId, {}, backend);
    await ours.seen.press('Link a client');
    await expectAccessible(ours.element);
  });

  it('changes nothing while read-only', async () => {
    const { owner, linden, backend } = await asked();
    const { element, seen } = await show(owner, linden, { readonly: true }, backend);
    await until(() => seen.code() !== '', 'the code');
    const buttons = [...element.renderRoot.querySelectorAll('button')].map((one) => one.textContent.trim());
    expect(buttons).to.deep.equal(['Copy']);
  });
});
