import { expect } from '@open-wc/testing';
import type { Member } from '../../src/client/index.js';
import { announced, rosterScene, type Scene } from '../support/roster.js';

/** Somebody else at another browser, who manages the same account. */
async function withOther(scene: Scene) {
  const { backend, roster } = scene;
  const other = await backend.signIn('partner.owner');
  const member = async (name: string) => {
    const { items } = await other.members.list(backend.accountId, { q: name });
    return items[0] as Member;
  };
  const hint = () =>
    roster.renderRoot.querySelector('.toolbar .live')?.textContent.replace(/\s+/g, ' ').trim();
  return { other, member, hint };
}

const menu = (scene: Scene, name: string) => scene.seen.menuButton(name) as HTMLButtonElement;

describe('cc-user-roster live', () => {
  it('shows a role that somebody else changed, in its row and without reading the list again', async () => {
    const scene = await rosterScene();
    const { other, member } = await withOther(scene);
    await other.members.setRole(scene.backend.accountId, await member('daniel'), 'campaign_creator');
    await scene.seen.until(() => scene.seen.row('Daniel Reyes').role === 'Campaign Creator');
  });

  it('keeps rows where they are while focus is in one, counts what waits, and shows it when asked', async () => {
    const scene = await rosterScene({ scenario: 'northwind' });
    const { seen, backend, provider, roster } = scene;
    const { other, hint } = await withOther(scene);
    menu(scene, 'Daniel Reyes').focus();
    const before = seen.names();
    await other.invitations.create(backend.accountId, {
      email: 'new@northwind.test',
      roleId: 'campaign_creator',
    });
    await seen.until(() => /^1 update ?· ?Show$/.test(hint() ?? ''), 'what waits');
    expect(seen.names()).to.deep.equal(before);
    await seen.until(() => announced(provider).includes('1 update by others'), 'that something waits');
    expect(seen.focused() === menu(scene, 'Daniel Reyes')).to.equal(true);
    roster.renderRoot.querySelector<HTMLButtonElement>('.toolbar .live button')?.click();
    await seen.until(() => seen.names().includes('new@northwind.test'), 'the new invite');
    expect(seen.focused() === seen.searchField()).to.equal(true);
  });

  it('shows what waited as soon as focus leaves the rows', async () => {
    const scene = await rosterScene({ scenario: 'northwind' });
    const { seen, backend } = scene;
    const { other, hint } = await withOther(scene);
    menu(scene, 'Daniel Reyes').focus();
    await other.invitations.create(backend.accountId, {
      email: 'new@northwind.test',
      roleId: 'campaign_creator',
    });
    await seen.until(() => hint()?.startsWith('1 update') ?? false, 'what waits');
    seen.searchField().focus();
    await seen.until(() => seen.names().includes('new@northwind.test'), 'the new invite');
    expect(hint()).to.equal('Updated just now');
  });

  it('R04: closes the menu of somebody who is removed elsewhere, says so, and moves focus to a neighbour', async () => {
    const scene = await rosterScene();
    const { seen, backend, provider } = scene;
    const { other, member } = await withOther(scene);
    await seen.openMenu('Daniel Reyes');
    await other.members.remove(backend.accountId, await member('daniel'));
    await seen.until(() => !seen.names().includes('Daniel Reyes'), 'the list without Daniel');
    await seen.until(() => !seen.isMenuOpen() && announced(provider).includes('removed meanwhile'));
    expect(seen.focused()?.closest('[data-row]')).to.not.equal(null);
  });

  it('R14: another role for the same person at the same time: both values are shown, the chosen one is kept', async () => {
    const scene = await rosterScene();
    const { seen, backend } = scene;
    const { other, member } = await withOther(scene);
    await other.members.setRole(backend.accountId, await member('daniel'), 'partner_manager');
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => seen.row('Daniel Reyes').note.includes('You chose Campaign Creator'));
    expect(seen.row('Daniel Reyes').role).to.equal('Partner Manager');
    seen.press('Daniel Reyes', 'Change to Campaign Creator');
    await seen.until(() => seen.row('Daniel Reyes').role === 'Campaign Creator');
  });

  it('says that it is not live where the connection is lost, and connects again when asked', async () => {
    const scene = await rosterScene({ scenario: 'northwind', early: true });
    const { seen, backend, roster } = scene;
    backend.network.intercept = ({ url }) =>
      url.endsWith('/events') ? new Response(null, { status: 502 }) : undefined;
    const { hint } = await withOther(scene);
    await seen.loaded();
    await seen.until(() => hint()?.startsWith('Not live, showing just now') ?? false, 'that it is not live');
    delete backend.network.intercept;
    roster.renderRoot.querySelector<HTMLButtonElement>('.toolbar .live button')?.click();
    await seen.until(() => hint() === 'Updated just now', 'that it is live');
  });
});
