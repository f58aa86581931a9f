import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/invite-dialog.js';
import '../../src/define/provider.js';
import type { CcInviteDialog } from '../../src/elements/invite-dialog/invite-dialog.js';
import { createMockBackend, type MockBackend, type MockOptions } from '../../src/mock/index.js';
import { InviteDialogHarness } from '../../src/testing/harnesses/invite-dialog.harness.js';
import { expectAccessible } from '../support/axe.js';

interface Scene {
  backend: MockBackend;
  element: CcInviteDialog;
  seen: InviteDialogHarness;
}

async function open(options: MockOptions = {}): Promise<Scene> {
  const backend = await createMockBackend(options);
  const accountId = options.account ? backend.accountIdOf(options.account) : backend.accountId;
  const page = await fixture(html`
    <cc-provider .client=${backend.client} account-id=${accountId} .clock=${backend.clock}>
      <cc-invite-dialog multiple open></cc-invite-dialog>
    </cc-provider>
  `);
  const element = page.querySelector('cc-invite-dialog') as CcInviteDialog;
  const seen = new InviteDialogHarness(element);
  await seen.until(
    () => seen.isOpen() && seen.scope() !== '' && seen.roles().options().length > 0,
    'the form',
  );
  return { backend, element, seen };
}

const priya = 'priya.nair@studio-nair.test';
const sentTo = async ({ store }: MockBackend, email: string) =>
  store.read.invitations.find({ where: { emailKey: email } });

describe('cc-invite-dialog: a role that reaches every client', () => {
  it('R3: names the number of clients and sends only after the person agreed, with focus on the safe button', async () => {
    const { seen, element, backend } = await open();
    await seen.type('zoe@northwind.test');
    await seen.send();
    await seen.until(() => seen.question() !== '', 'the question');
    expect(seen.question()).to.contain('Give access to all 240 client accounts?');
    expect(seen.question()).to.contain('Campaign Creator');
    await seen.until(() => element.shadowRoot?.activeElement?.textContent.trim() === 'Go back', 'focus');
    expect(await sentTo(backend, 'zoe@northwind.test')).to.have.length(0);
    await seen.agree();
    await seen.until(() => seen.title() === 'Invite sent', 'the result');
  });

  it('R3: going back sends nothing and loses nothing; another role asks again', async () => {
    const { seen, backend } = await open();
    await seen.type('zoe@northwind.test');
    await seen.send();
    await seen.until(() => seen.question() !== '', 'the question');
    await seen.goBack();
    expect(seen.chips()).to.deep.equal(['zoe@northwind.test']);
    expect(await sentTo(backend, 'zoe@northwind.test')).to.have.length(0);
    await seen.send();
    await seen.until(() => seen.question() !== '', 'the question once more');
  });

  it('R3: offers to invite on one client instead', async () => {
    const { seen, element } = await open();
    await seen.type('zoe@northwind.test');
    await seen.send();
    await seen.until(() => seen.question() !== '', 'the question');
    const asked = oneEvent(element, 'cc-account-change-request');
    await seen.press('Choose one client');
    expect((await asked).detail.input).to.deep.equal({ accountId: null });
  });

  it('asks nothing on a client account', async () => {
    const { seen } = await open({ account: 'harbourlane' });
    await seen.type('zoe@harbourlane.test');
    await seen.send();
    await seen.until(() => seen.title() === 'Invite sent', 'the result');
    expect(seen.text()).to.not.contain('every client');
  });
});

describe('cc-invite-dialog: why everyone gets a login', () => {
  it('K2: says beside the field that nobody has to share a password', async () => {
    const { seen } = await open();
    expect(seen.text()).to.contain('Everyone gets their own login, so nobody has to share a password.');
  });
});

describe('cc-invite-dialog: an invite that is pending already', () => {
  async function pending(): Promise<Scene> {
    const scene = await open();
    await scene.backend.client.invitations.create(scene.backend.accountId, {
      ...{ email: 'zoe@northwind.test', roleId: 'account_manager' },
    });
    await scene.seen.type('zoe@northwind.test');
    await scene.seen.sendAndAgree();
    await scene.seen.until(() => scene.seen.faults().join().includes('Account Manager'), 'both roles');
    return scene;
  }

  it('I06: changes the role of the pending invite in place, with both roles shown', async () => {
    const { seen, element, backend } = await pending();
    expect(seen.faults().join()).to.contain('as Account Manager and not as Campaign Creator');
    const told = oneEvent(element, 'cc-invite-changed');
    await seen.press('Change it to Campaign Creator zoe@northwind.test');
    expect((await told).detail.previousRoleId).to.equal('account_manager');
    await seen.until(() => seen.told() !== '', 'what was done');
    expect(seen.told()).to.contain('now gives the role Campaign Creator');
    expect(seen.chips()).to.deep.equal([]);
    expect((await sentTo(backend, 'zoe@northwind.test'))[0]?.roleId).to.equal('campaign_creator');
  });

  it('R28, R39: resends it, or says when that is possible again', async () => {
    const { seen, backend } = await pending();
    await seen.press('Resend zoe@northwind.test');
    await seen.until(() => seen.faults().join().includes('Try again in'), 'the limit');
    backend.clock.advance(61_000);
    await seen.send();
    await seen.until(() => seen.faults().join().includes('as Account Manager'), 'the offers again');
    await seen.press('Resend zoe@northwind.test');
    await seen.until(() => seen.told().includes('is sent again'), 'what was done');
  });

  it('I05: shows the row of somebody who is a user already', async () => {
    const { seen, element } = await open();
    await seen.type('aisha@northwind.test');
    await seen.sendAndAgree();
    await seen.until(() => seen.faults().length > 0, 'the refusal');
    const shown = oneEvent(element, 'cc-member-show');
    await seen.press('Show aisha@northwind.test');
    expect((await shown).detail.email).to.equal('aisha@northwind.test');
    expect(seen.isOpen()).to.equal(false);
  });
});

describe('cc-invite-dialog: a username that is in use elsewhere', () => {
  const perAccount: MockOptions = { scenario: 'username-conflict', viewer: 'partner.owner' };

  it('R30: opens the guided way at once, and the same invite goes out without typing anything again', async () => {
    const { seen, backend } = await open(perAccount);
    await seen.type(priya);
    await seen.sendAndAgree();
    await seen.until(() => (seen.conflict()?.heading() ?? '') !== '', 'the guided way');
    const conflict = seen.conflict();
    expect(conflict?.comparison()[0]).to.contain('Bluebird Dental');
    await conflict?.until(() => conflict.text().includes('Available'), 'the check');
    await conflict?.press('Send invite');
    await seen.until(() => seen.title() === 'Invite sent', 'the result');
    expect(seen.url()).to.contain('#cci_');
    expect(await sentTo(backend, priya)).to.have.length(1);
  });

  it('R53: held, it is closed without a question, and nothing is left to do', async () => {
    const { seen, backend } = await open(perAccount);
    await seen.type(priya);
    await seen.sendAndAgree();
    await seen.until(() => (seen.conflict()?.heading() ?? '') !== '', 'the guided way');
    await seen.conflict()?.choose('there');
    await seen.conflict()?.press('Hold the invite');
    await seen.until(() => seen.conflict()?.heading().startsWith('Waiting') ?? false, 'the waiting');
    await seen.press('Got it');
    await seen.until(() => seen.text().includes('waits until the username is free'), 'the result');
    expect((await sentTo(backend, priya))[0]?.delivery).to.equal('held');
  });

  it('one of several is put right from the result, which then holds all of them', async () => {
    const { seen } = await open(perAccount);
    await seen.paste(`zoe@northwind.test, ${priya}`);
    await seen.sendAndAgree();
    await seen.until(() => seen.title() === '1 of 2 invites sent', 'the result');
    await seen.press(`Fix ${priya}`);
    await seen.until(() => (seen.conflict()?.heading() ?? '') !== '', 'the guided way');
    const conflict = seen.conflict();
    await conflict?.until(() => conflict.text().includes('Available'), 'the check');
    await conflict?.press('Send invite');
    await seen.until(() => seen.title() === '2 invites sent', 'both');
  });

  it('Back keeps the address', async () => {
    const { seen } = await open(perAccount);
    await seen.type(priya);
    await seen.sendAndAgree();
    await seen.until(() => (seen.conflict()?.heading() ?? '') !== '', 'the guided way');
    await seen.press('Back');
    await seen.until(() => seen.title() === 'Add a collaborator', 'the form');
    expect(seen.chips()).to.deep.equal([priya]);
  });
});

describe('cc-invite-dialog: a file of people', () => {
  it('CV-035: shows good and bad lines, sends nothing by itself, and sends the good part', async () => {
    const { seen, backend } = await open({ account: 'harbourlane' });
    await seen.choose(
      'email,name,role\nann@harbourlane.test,Ann,campaign_creator\nbad,Bad,campaign_creator\n',
    );
    await seen.until(() => seen.chips().length === 2, 'the people');
    expect(seen.text()).to.contain('people.csv: 2 people, 1 to look at below.');
    expect(seen.faults().join()).to.contain('Line 3:');
    expect(await backend.store.read.invitations.count({ email: 'ann@harbourlane.test' })).to.equal(0);
    await seen.press('Remove bad').catch(() => seen.press('Edit bad'));
    expect(seen.chips()).to.deep.equal(['ann@harbourlane.test']);
  });

  it('CV-013: two roles for one address are for the person to choose', async () => {
    const { seen } = await open();
    await seen.choose(
      'email,role\njane@northwind.test,campaign_creator\nJANE@northwind.test,account_manager\n',
    );
    await seen.until(() => seen.faults().length > 0, 'the choice');
    await seen.press('As Account Manager jane@northwind.test');
    await seen.until(() => seen.faults().length === 0, 'the choice made');
    await seen.sendAndAgree();
    await seen.until(() => seen.title() === 'Invite sent', 'the result');
  });

  it('a role that can’t be given here is a mistake of its line', async () => {
    const { seen } = await open({ account: 'harbourlane' });
    await seen.choose('email,role\nann@harbourlane.test,partner_manager\n');
    await seen.until(() => seen.faults().length > 0, 'the mistake');
    expect(seen.faults().join()).to.contain('Line 2:');
  });

  it('R34: says how many of them fit today', async () => {
    const { seen } = await open({ account: 'northwind' });
    const rows = Array.from({ length: 600 }, (_, index) => `p${index}@northwind.test`);
    await seen.choose(`email\n${rows.join('\n')}\n`);
    await seen.until(() => seen.text().includes('fit today'), 'the number');
    expect(seen.text()).to.match(/\d+ of 600 fit today/);
    expect(seen.chips().length).to.be.lessThan(100);
    expect(seen.text()).to.contain('and 540 more');
  });

  it('a file that is none is refused with the reason, and what was typed stays', async () => {
    const { seen } = await open();
    await seen.paste('ann@northwind.test, bo@northwind.test');
    await seen.choose('name,role\nJane,campaign_creator\n');
    await seen.until(() => seen.text().includes('people.csv:'), 'the refusal');
    expect(seen.text()).to.contain('We found name and role');
    expect(seen.chips()).to.have.length(2);
  });
});

describe('cc-invite-dialog accessibility of its ways', () => {
  it('passes axe with the question, with a pending invite and in the guided way', async () => {
    const { seen, element } = await open({ scenario: 'username-conflict', viewer: 'partner.owner' });
    await new Promise((done) => setTimeout(done, 500));
    await seen.type(priya);
    await seen.send();
    await seen.until(() => seen.question() !== '', 'the question');
    await new Promise((done) => setTimeout(done, 500));
    await expectAccessible(element);
    await seen.agree();
    await seen.until(() => (seen.conflict()?.heading() ?? '') !== '', 'the guided way');
    await expectAccessible(element);
  });
});
