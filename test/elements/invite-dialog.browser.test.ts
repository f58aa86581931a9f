import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/invite-dialog.js';
import '../../src/define/provider.js';
import { CcError } from '../../src/client/errors.js';
import type { CcErrorEvent } from '../../src/elements/base/events.js';
import type {
  CcInviteSendRequestEvent,
  CcInviteSentEvent,
} from '../../src/elements/shared/invite-send.events.js';
import type { CcInviteDialog } from '../../src/elements/invite-dialog/invite-dialog.js';
import { createMockBackend, type MockBackend, type MockOptions } from '../../src/mock/index.js';
import { InviteDialogHarness } from '../../src/testing/harnesses/invite-dialog.harness.js';
import { expectAccessible } from '../support/axe.js';
import { waitUntil } from '../support/wait.js';

interface Scene {
  backend: MockBackend;
  element: CcInviteDialog;
  seen: InviteDialogHarness;
  opener: HTMLButtonElement;
}

async function open(options: MockOptions = {}, properties: Partial<CcInviteDialog> = {}): Promise<Scene> {
  const backend = await createMockBackend(options);
  const accountId = options.account ? backend.accountIdOf(options.account) : backend.accountId;
  const page = await fixture(html`
    <cc-provider .client=${backend.client} account-id=${accountId} .clock=${backend.clock}>
      <cc-invite-dialog multiple><button slot="trigger">Invite</button></cc-invite-dialog>
    </cc-provider>
  `);
  const element = page.querySelector('cc-invite-dialog') as CcInviteDialog;
  Object.assign(element, properties);
  const opener = page.querySelector('button') as HTMLButtonElement;
  opener.focus();
  opener.click();
  const seen = new InviteDialogHarness(element);
  await seen.until(
    () => seen.isOpen() && seen.scope() !== '' && seen.roles().options().length > 0,
    'the form',
  );
  return { backend, element, seen, opener };
}

const invitationsOf = async ({ store }: MockBackend, email: string) =>
  store.read.invitations.find({ where: { emailKey: email } });

describe('cc-invite-dialog drawing', () => {
  it('R3: says on a partner account how many clients the invite reaches, and preselects the least rights', async () => {
    const { seen } = await open();
    expect(seen.title()).to.equal('Add a collaborator');
    expect(seen.scope()).to.equal(
      'Reaches all 240 client accounts. For one client only, open that account and add the person there.',
    );
    expect(seen.roles().options()).to.deep.equal(['Account Manager', 'Campaign Creator', 'Partner Manager']);
    expect(seen.roles().chosen()).to.equal('Campaign Creator');
  });

  it('R1: offers two roles on a client account and says what the person will not see', async () => {
    const { seen } = await open({ account: 'harbourlane' });
    expect(seen.roles().options()).to.deep.equal(['Account Manager', 'Campaign Creator']);
    expect(seen.roles().reasons().join()).to.contain('Partner Manager isn’t offered here');
    expect(seen.scope()).to.contain('This person will only have access to Harbour Lane Books.');
    await waitUntil(() => seen.text().includes('2 of 3 users left on Standard'), 'the seats');
  });

  it('I10: an address as long as one may be stays inside the dialog', async () => {
    const { seen, element } = await open();
    await seen.paste(`${'x'.repeat(60)}@${'very-long-label.'.repeat(11)}test, jane@example.test`);
    const body = element.renderRoot.querySelector('.dialog-body') as HTMLElement;
    await seen.until(() => body.querySelector('.chip') !== null, 'the address');
    const edge = body.getBoundingClientRect().right;
    const parts = [...body.querySelectorAll('.chip, .field, .field-box, fieldset, cc-role-picker')];
    expect(parts.map((part) => part.getBoundingClientRect().right > edge)).to.not.include(true);
    expect(body.scrollWidth).to.equal(body.clientWidth);
  });
});

describe('cc-invite-dialog acting', () => {
  it('R24, R25: sends the invite and shows its link, with focus on the result', async () => {
    const { seen, backend, element } = await open();
    await seen.type('zoe@northwind.test');
    await seen.sendAndAgree();
    await seen.until(() => seen.title() === 'Invite sent', 'the result');
    expect(seen.text()).to.contain('We emailed zoe@northwind.test a link');
    expect(seen.url()).to.match(/\/accept#cci_[\w-]{43}$/);
    expect(element.shadowRoot?.activeElement?.id).to.equal('title');
    expect(await invitationsOf(backend, 'zoe@northwind.test')).to.have.length(1);
  });

  it('I01: Enter pressed twice sends one invite', async () => {
    const { seen, backend } = await open({ network: { latency: 60 } });
    await seen.type('zoe@northwind.test');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await seen.until(() => seen.question() !== '', 'the question');
    expect(await invitationsOf(backend, 'zoe@northwind.test')).to.have.length(0);
    await seen.agree();
    await seen.until(() => seen.title() === 'Invite sent', 'the result');
    expect(await invitationsOf(backend, 'zoe@northwind.test')).to.have.length(1);
    expect((await backend.mails()).map(({ to }) => to)).to.deep.equal(['zoe@northwind.test']);
  });

  it('I10: makes chips of a pasted list, without doubles, and sends one invite for each', async () => {
    const { seen } = await open();
    await seen.paste(
      'Ann Lee <ann@northwind.test>, bo@northwind.test\nANN@northwind.test; cy@northwind.test',
    );
    expect(seen.chips()).to.deep.equal(['ann@northwind.test', 'bo@northwind.test', 'cy@northwind.test']);
    await seen.sendAndAgree();
    await seen.until(() => seen.title() === '3 invites sent', 'the result');
  });

  it('keeps what was sent apart from what failed, and takes only the failed back', async () => {
    const { seen } = await open();
    await seen.paste('zoe@northwind.test, aisha@northwind.test');
    await seen.sendAndAgree();
    await seen.until(() => seen.title() === '1 of 2 invites sent', 'the result');
    expect(seen.text()).to.contain('Already a user on this account.');
    await seen.press('Retry 1 failed');
    expect(seen.chips()).to.deep.equal(['aisha@northwind.test']);
  });

  it('I14: another account became current in another tab: nothing is sent, and no address is to blame', async () => {
    const { seen, backend, element } = await open({ account: 'harbourlane', viewer: 'harbourlane.owner' });
    const changed = new CcError({ kind: 'account-changed', code: 'account_changed', status: 409 });
    element.addEventListener('cc-invite-send-request', (event) => {
      const [draft] = event.detail.input.drafts;
      if (draft) event.respondWith([{ status: 'failed', entry: { draft }, error: changed }]);
    });
    await seen.type('zoe@example.test');
    await seen.send();
    await seen.until(() => seen.text().includes('in another account now'), 'the reason');
    expect(seen.text()).to.not.contain('Fix 1 thing');
    expect(seen.text()).to.contain('zoe@example.test').and.to.contain('What you typed is still here');
    expect(await invitationsOf(backend, 'zoe@example.test')).to.deep.equal([]);
  });

  it('I13: asks once before throwing typed text away, and Escape goes back to it', async () => {
    const { seen, element } = await open();
    await seen.type('zoe@north');
    await sendKeys({ press: 'Escape' });
    const confirm = () => element.renderRoot.querySelector<HTMLDialogElement>('dialog.confirm');
    await seen.until(() => confirm()?.open ?? false, 'the question');
    await sendKeys({ press: 'Escape' });
    await seen.until(() => !confirm()?.open, 'the form again');
    expect(seen.isOpen()).to.equal(true);
    expect(seen.typed()).to.equal('zoe@north');
  });

  it('reaches chips with Backspace, removes them with Delete and edits them with Enter', async () => {
    const { seen } = await open();
    await seen.paste('ann@northwind.test, bo@northwind.test');
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Delete' });
    expect(seen.chips()).to.deep.equal(['ann@northwind.test']);
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Enter' });
    expect(seen.chips()).to.deep.equal([]);
    expect(seen.typed()).to.equal('ann@northwind.test');
  });
});

describe('cc-invite-dialog events', () => {
  it('asks before it sends and tells afterwards, without the link', async () => {
    const { seen, element } = await open();
    const asked = oneEvent(element, 'cc-invite-send-request') as Promise<CcInviteSendRequestEvent>;
    const told = oneEvent(element, 'cc-invite-sent') as Promise<CcInviteSentEvent>;
    await seen.type('zoe@northwind.test');
    await seen.sendAndAgree();
    expect((await asked).detail.input.drafts).to.deep.equal([
      { email: 'zoe@northwind.test', roleId: 'campaign_creator' },
    ]);
    const { invitation } = (await told).detail;
    expect(invitation.email).to.equal('zoe@northwind.test');
    expect(JSON.stringify(invitation)).not.to.contain('cci_');
  });

  it('sends nothing when the host vetoes, and keeps what was typed', async () => {
    const { seen, element, backend } = await open();
    element.addEventListener('cc-invite-send-request', (event) => {
      event.preventDefault();
    });
    await seen.type('zoe@northwind.test');
    await seen.sendAndAgree();
    await element.updateComplete;
    expect(seen.title()).to.equal('Add a collaborator');
    expect(await invitationsOf(backend, 'zoe@northwind.test')).to.have.length(0);
  });

  it('gives focus back to what opened it', async () => {
    const { seen, opener } = await open();
    await sendKeys({ press: 'Escape' });
    await seen.until(() => !seen.isOpen(), 'nothing any more');
    expect(document.activeElement).to.equal(opener);
  });
});

describe('cc-invite-dialog refusal and failure', () => {
  it('names a mistake once, with its fix, and puts the fix in place', async () => {
    const { seen } = await open();
    await seen.paste('ann@northwind.test, tess@northwind');
    await seen.send();
    await seen.until(() => seen.faults().length > 0, 'the mistake');
    expect(seen.faults()).to.deep.equal(['tess@northwind Add the ending of the domain, such as .com.']);
    await seen.press('Use tess@northwind.test');
    expect(seen.chips()).to.deep.equal(['ann@northwind.test', 'tess@northwind.test']);
    expect(seen.faults()).to.deep.equal([]);
  });

  it('R16, I07: says how many are too many, and keeps the addresses', async () => {
    const { seen } = await open({ account: 'harbourlane' });
    await seen.paste('a@harbourlane.test, b@harbourlane.test, c@harbourlane.test');
    await seen.send();
    await seen.until(() => seen.faults().length > 0, 'the mistake');
    expect(seen.faults().join()).to.contain('1 person too many');
    expect(seen.chips()).to.have.length(3);
  });

  it('I07: the seat that was free is taken before sending: said with the numbers, nothing lost', async () => {
    const { seen, backend } = await open({ account: 'harbourlane' });
    const elsewhere = await backend.signIn('harbourlane.owner');
    for (const email of ['x@harbourlane.test', 'y@harbourlane.test']) {
      await elsewhere.invitations.create(backend.accountIdOf('harbourlane'), {
        email,
        roleId: 'campaign_creator',
      });
    }
    await seen.type('zoe@harbourlane.test');
    await seen.send();
    await seen.until(() => seen.faults().length > 0, 'the refusal');
    expect(seen.faults().join()).to.contain('All 3 users of the plan are in use.');
    expect(seen.chips()).to.deep.equal(['zoe@harbourlane.test']);
  });

  it('I03: offline, nothing is sent and everything typed is kept; the next press sends it once', async () => {
    const { seen, backend, element } = await open();
    await seen.type('zoe@northwind.test');
    backend.network.offline = true;
    const failed = oneEvent(element, 'cc-error') as Promise<CcErrorEvent>;
    await seen.sendAndAgree();
    expect((await failed).detail.code).to.equal('offline');
    await seen.until(() => seen.problem() !== '', 'the problem');
    expect(seen.problem()).to.equal('No invites were sent. You’re offline. What you typed is still here.');
    expect(seen.chips()).to.deep.equal(['zoe@northwind.test']);
    backend.network.offline = false;
    await seen.send();
    await seen.until(() => seen.title() === 'Invite sent', 'the result');
    expect(await invitationsOf(backend, 'zoe@northwind.test')).to.have.length(1);
  });

  it('refuses a domain the host does not allow, and an address the host refuses', async () => {
    const { seen } = await open({}, { domains: ['northwind.test'] });
    await seen.type('zoe@elsewhere.test');
    await seen.send();
    await seen.until(() => seen.faults().length > 0, 'the refusal');
    expect(seen.faults().join()).to.contain('Use an address at northwind.test.');
  });
});

describe('cc-invite-dialog accessibility', () => {
  it('passes axe as a form, with mistakes, and as a result', async () => {
    const { seen, element } = await open();
    // Half faded in, the dialog has no contrast to measure.
    await new Promise((done) => setTimeout(done, 500));
    await expectAccessible(element);
    await seen.paste('ann@northwind.test, tess@northwind');
    await seen.send();
    await seen.until(() => seen.faults().length > 0, 'the mistake');
    await expectAccessible(element);
    await seen.press('Use tess@northwind.test');
    await seen.sendAndAgree();
    await seen.until(() => seen.title() === '2 invites sent', 'the result');
    await expectAccessible(element);
  });

  it('opens on the address field, which is described by its hint', async () => {
    const { element } = await open();
    const field = element.shadowRoot?.activeElement as HTMLInputElement;
    expect(field.id).to.equal('email');
    expect(field.getAttribute('aria-describedby')).to.contain('email-hint');
  });
});
