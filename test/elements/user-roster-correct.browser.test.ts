import { expect } from '@open-wc/testing';
import type { CcInviteSendRequestEvent } from '../../src/index.js';
import { expectAccessible } from '../support/axe.js';
import { announced, rosterScene, type Scene, type SceneOptions } from '../support/roster.js';

const wrong = 'priya.nair@northwind.test';
const right = 'priya.nair@northwind-media.test';

/** A roster with an invite that no mail reaches, and the dialog that asks for another address. */
async function asked(options: SceneOptions = {}) {
  const scene = await rosterScene({ scenario: 'northwind', ...options });
  const { backend, roster, seen } = scene;
  await backend.store.transaction((tx) =>
    tx.invitations.updateWhere({ email: wrong }, { delivery: 'bounced' }),
  );
  await roster.refresh();
  await seen.until(() => seen.row(wrong).status.includes('Not delivered'), 'the state');
  const field = () => roster.renderRoot.querySelector<HTMLInputElement>('#corrected');
  const open = async () => {
    seen.press(wrong, 'Correct');
    await seen.asked();
  };
  const type = (text: string) => {
    const input = field();
    if (!input) throw new Error('There is no field.');
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const enter = () =>
    field()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await open();
  return { ...scene, field, type, enter, open };
}

const waiting = ({ backend }: Scene, email: string) =>
  backend.store.read.invitations.find({ where: { accountId: backend.accountId, email, state: 'pending' } });

describe('cc-user-roster correcting an address', () => {
  it('R36: asks with the address to be corrected, says what follows, and sends to the new one in one step', async () => {
    const scene = await asked();
    const { seen, roster, provider, field, type, enter } = scene;
    expect(seen.focused()).to.equal(field());
    expect(field()?.value).to.equal(wrong);
    const { title, effects } = seen.question();
    expect(title).to.equal('Correct the address');
    expect(effects.join(' ')).to.contain('240 client accounts').and.to.contain(`The invite to ${wrong} ends`);
    await expectAccessible(roster);
    const sent: string[] = [];
    roster.addEventListener('cc-invite-sent', (event) => sent.push(event.detail.invitation.email));
    type(` ${right} `);
    enter();
    await seen.until(() => seen.dialog() === null, 'no dialog');
    await seen.until(() => seen.names().includes(right) && !seen.names().includes(wrong), 'the new row');
    expect(sent).to.deep.equal([right]);
    expect((await waiting(scene, right)).length).to.equal(1);
    expect((await waiting(scene, wrong)).length).to.equal(0);
    await seen.until(
      () => announced(provider) === `Invite sent to ${right}. The one to ${wrong} is cancelled.`,
      'what is announced',
    );
    expect(seen.focused()).to.not.equal(null);
  });

  it('keeps what was typed where it is refused, and where the dialog was left', async () => {
    const scene = await asked();
    const { seen, backend, roster, field, type, enter, open } = scene;
    enter();
    await seen.until(() => seen.question().error.startsWith('Type another address'), 'the reason');
    type('priya');
    seen.confirm();
    await seen.until(() => seen.question().error.startsWith('Type an email address'), 'the reason');
    expect(field()?.ariaInvalid).to.equal('true');
    expect(seen.focused()).to.equal(field());
    type(right);
    backend.network.offline = true;
    seen.confirm();
    await seen.until(() => seen.question().error.includes('offline'), 'the reason');
    expect(field()?.value).to.equal(right);
    roster.renderRoot.querySelector<HTMLElement>('dialog[open] .dialog-foot .button')?.click();
    await seen.until(() => seen.dialog() === null, 'no dialog');
    expect((await waiting(scene, wrong)).length).to.equal(1);
    backend.network.offline = false;
    await open();
    expect(field()?.value).to.equal(right);
  });

  it('asks a host that approves invites, which may stop it', async () => {
    const scene = await asked();
    const { seen, roster, type } = scene;
    let drafts: CcInviteSendRequestEvent['detail']['input']['drafts'] = [];
    roster.addEventListener('cc-invite-send-request', (event) => {
      ({ drafts } = event.detail.input);
      event.preventDefault();
    });
    type(right);
    seen.confirm();
    await seen.until(() => seen.dialog() === null, 'no dialog');
    expect(drafts.map(({ email, replaces }) => [email, typeof replaces])).to.deep.equal([[right, 'string']]);
    expect((await waiting(scene, wrong)).length).to.equal(1);
  });
});
