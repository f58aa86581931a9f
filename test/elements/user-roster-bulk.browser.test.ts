import { expect } from '@open-wc/testing';
import type { Member } from '../../src/client/index.js';
import { expectAccessible } from '../support/axe.js';
import { announced, rosterScene, type Scene, type SceneOptions } from '../support/roster.js';

const selectable = (options: SceneOptions = {}) =>
  rosterScene({ scenario: 'northwind', ...options, roster: { selectable: true, ...options.roster } });

/** Opens the review and waits until a press is no longer taken for a mistake. */
async function review({ seen }: Scene, label: string): Promise<void> {
  await seen.until(() => seen.bulkBar().includes(label), 'the bar');
  seen.pressBulk(label);
  await seen.until(() => seen.bulkDialog() !== '', 'the review');
  await new Promise((done) => setTimeout(done, 520));
}

const two = ['Aisha Rahman', 'Chloé Bertrand'] as const;

describe('cc-user-roster selection', () => {
  it('has no boxes unless the host wants them and the viewer manages users', async () => {
    const plain = await rosterScene();
    expect(plain.roster.renderRoot.querySelector('input[type="checkbox"]')).to.equal(null);
    const readonly = await selectable({ roster: { readonly: true } });
    expect(readonly.roster.renderRoot.querySelector('input[type="checkbox"]')).to.equal(null);
  });

  it('selects a row, and with Shift all from the row before; tells the host, says the count, has the state', async () => {
    const { seen, roster, provider } = await selectable();
    const told: string[][] = [];
    roster.addEventListener('cc-selection-changed', ({ detail }) => told.push([...detail.ids]));
    const names = seen.names().slice(2, 5) as [string, string, string];
    seen.select(names[0]);
    seen.select(names[2], true);
    await seen.until(() => seen.selected().length === 3);
    expect(seen.selected()).to.deep.equal(names);
    expect(told.map((ids) => ids.length)).to.deep.equal([1, 3]);
    expect(roster.matches(':state(selecting)')).to.equal(true);
    expect(seen.bulkBar()).to.contain('3 selected');
    await seen.until(() => announced(provider).includes('3 selected'));
    seen.pressBulk('Clear');
    await seen.until(() => seen.selected().length === 0);
    expect(roster.matches(':state(selecting)')).to.equal(false);
    expect(seen.focused()?.getAttribute('part')).to.equal('select-all');
  });

  it('keeps what is selected over pages, and selects everybody who matches', async () => {
    const { seen, roster } = await selectable({ scenario: 'five-hundred', roster: { pageSize: 10 } });
    let ids: readonly string[] = [];
    roster.addEventListener('cc-selection-changed', ({ detail }) => (ids = detail.ids));
    seen.selectPage();
    await seen.until(() => seen.bulkBar().includes('10 selected'));
    seen.turnPage('Next page');
    await seen.until(() => seen.count().startsWith('11–20') && !seen.isBusy());
    expect(seen.selected()).to.deep.equal([]);
    seen.select(seen.names()[0] ?? '');
    await seen.until(() => seen.bulkBar().includes('11 selected'));
    seen.search('an');
    await seen.until(() => seen.count().endsWith(' of 500') === false && !seen.isBusy(), 'fewer people');
    seen.selectPage();
    await seen.until(() => seen.selectAllButton() !== null, 'the offer');
    const offered = Number(/\d+/.exec(seen.selectAllButton()?.textContent ?? '')?.[0]);
    seen.selectAllButton()?.click();
    await seen.until(() => ids.length >= offered, 'everybody selected');
    expect(new Set(ids).size).to.equal(ids.length);
    expect(seen.selectAllButton()).to.equal(null);
  });
});

describe('cc-user-roster bulk', () => {
  it('R58, R55: shows before the click who is done and who is left out, and why', async () => {
    const scene = await selectable();
    const { seen } = scene;
    const owner = 'Maya Okafor';
    for (const name of [...two, owner, 'priya.nair@northwind.test']) seen.select(name);
    await seen.until(() => seen.bulkBar().includes('4 selected'));
    expect(seen.bulkBar()).to.contain('The Account Owner and you are left out');
    await review(scene, 'Suspend… 3 of 4');
    const dialog = seen.bulkDialog();
    expect(dialog).to.contain('Suspend 2 people?');
    expect(dialog).to.contain('2 people are left out');
    expect(dialog).to.match(
      /Maya Okafor Account Owner An account always|Maya Okafor Account Owner You’re the owner/,
    );
    expect(dialog).to.match(/priya\.nair@northwind\.test Invited Only invited so far/);
    await expectAccessible(scene.roster);
  });

  it('suspends those who can be, raises a request and a fact for each, and takes it back', async () => {
    const scene = await selectable();
    const { seen, roster, provider } = scene;
    const heard: string[] = [];
    for (const type of ['cc-member-suspend-request', 'cc-member-suspended', 'cc-member-reactivated'] as const)
      roster.addEventListener(type, () => heard.push(type));
    for (const name of two) seen.select(name);
    await review(scene, 'Suspend…');
    seen.pressBulk('Suspend 2 people');
    await seen.until(() => seen.bulkDialog().includes('2 people are suspended.'), 'the result');
    await seen.until(() => announced(provider).includes('2 people are suspended.'));
    expect(heard.toSorted()).to.deep.equal([
      ...Array<string>(2).fill('cc-member-suspend-request'),
      ...Array<string>(2).fill('cc-member-suspended'),
    ]);
    expect(seen.bulkBar()).to.equal('');
    seen.pressBulk('Undo');
    await seen.until(() => seen.bulkDialog().includes('2 changes are taken back.'), 'that it is taken back');
    seen.pressBulk('Done');
    await seen.until(() => seen.row(two[0]).status === 'Active');
    expect(heard.filter((type) => type === 'cc-member-reactivated')).to.have.length(2);
    await seen.until(() => seen.focused() === seen.searchField(), 'focus in the search field');
  });

  it('changes roles: the role is asked for, and who has it already is left out', async () => {
    const scene = await selectable();
    const { seen, roster, backend } = scene;
    for (const name of two) seen.select(name);
    await review(scene, 'Change role…');
    seen.pressBulk('Change 2 roles');
    await seen.until(() => seen.bulkDialog().includes('Choose the new role first.'));
    const radios = [
      ...roster.renderRoot.querySelectorAll<HTMLInputElement>('dialog.bulk input[type="radio"]'),
    ];
    const creator = radios.find((radio) => radio.parentElement?.textContent.includes('Campaign Creator'));
    creator?.click();
    await seen.until(() => seen.bulkDialog().includes('Has this role already'));
    seen.pressBulk('Change 1 role');
    await seen.until(() => seen.bulkDialog().includes('1 person has the new role.'));
    const { items } = await backend.client.members.list(backend.accountId, { q: 'aisha' });
    expect(items[0]?.roleId).to.equal('campaign_creator');
  });

  it('tells for whom it failed and why, keeps them selected, and tries only those again', async () => {
    const scene = await selectable();
    const { seen, backend } = scene;
    const aisha = (await backend.client.members.list(backend.accountId, { q: 'aisha' })).items[0] as Member;
    let asked = 0;
    backend.network.intercept = ({ url, method }) => {
      if (method !== 'PATCH') return undefined;
      asked += 1;
      const problem = {
        type: '/problems/unavailable',
        code: 'unavailable',
        title: 'Unavailable',
        status: 503,
      };
      if (!url.includes(aisha.id)) return undefined;
      return new Response(JSON.stringify({ ...problem, instance: 'req_mock' }), {
        status: 503,
        headers: { 'content-type': 'application/problem+json' },
      });
    };
    for (const name of two) seen.select(name);
    await review(scene, 'Suspend…');
    seen.pressBulk('Suspend 2 people');
    await seen.until(() => seen.bulkDialog().includes('It failed for 1 person:'), 'the result');
    expect(seen.bulkDialog()).to.contain('Partly done 1 person is suspended.');
    expect(seen.bulkBar()).to.contain('1 selected');
    delete backend.network.intercept;
    const before = asked;
    seen.pressBulk('Try 1 again');
    await seen.until(() => seen.bulkDialog().includes('2 people are suspended.'), 'the second result');
    expect(before).to.be.greaterThan(1);
    expect(seen.bulkBar()).to.equal('');
  });

  it('stops between two people, says who was not reached, and goes on with them', async () => {
    const scene = await selectable({ scenario: 'five-hundred', roster: { pageSize: 20 } });
    const { seen, backend } = scene;
    seen.selectPage();
    await seen.until(() => seen.bulkBar().includes('20 selected'));
    await review(scene, 'Suspend…');
    const label = /Suspend \d+ people/.exec(seen.bulkDialog().replace(/^.*\?/, ''))?.[0] ?? '';
    backend.network.latency = 100;
    seen.pressBulk(label);
    await seen.until(() => seen.bulkDialog().includes('Stop'), 'the run');
    seen.dialog()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    seen.pressBulk('Stop');
    await seen.until(() => /were not reached/.test(seen.bulkDialog()), 'who was not reached');
    backend.network.latency = 0;
    const goOn = /Go on with \d+/.exec(seen.bulkDialog())?.[0] ?? '';
    seen.pressBulk(goOn);
    await seen.until(() => seen.bulkDialog().startsWith('Done'), 'the end');
    const { total } = await backend.client.members.list(backend.accountId, { status: 'suspended' });
    expect(total).to.be.greaterThan(15);
  });

  it('removes people and cancels invites in one go, after a second thought', async () => {
    const scene = await selectable();
    const { seen } = scene;
    for (const name of ['Aisha Rahman', 'priya.nair@northwind.test']) seen.select(name);
    await seen.until(() => seen.bulkBar().includes('2 selected'));
    seen.pressBulk('Remove…');
    await seen.until(() => seen.bulkDialog().includes('Remove 2 people from Northwind Partners?'));
    seen.pressBulk('Remove 2 people');
    expect(seen.bulkDialog(), 'a press that came too early').to.contain('Remove 2 people from');
    await new Promise((done) => setTimeout(done, 520));
    seen.pressBulk('Remove 2 people');
    await seen.until(() => seen.bulkDialog().includes('2 people are removed.'));
    seen.pressBulk('Done');
    await seen.until(() => !seen.names().includes('Aisha Rahman'));
    expect(seen.names()).to.not.include('priya.nair@northwind.test');
  });

  it('leaves out whom the host vetoes, and says so', async () => {
    const scene = await selectable();
    const { seen, roster } = scene;
    roster.addEventListener('cc-member-suspend-request', (event) => event.preventDefault());
    seen.select('Aisha Rahman');
    await review(scene, 'Suspend…');
    seen.pressBulk('Suspend 1 person');
    await seen.until(() => seen.bulkDialog().includes('This app has refused it.'));
    expect(seen.row('Aisha Rahman').status).to.equal('Active');
  });
});
