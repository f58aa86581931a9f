import { expect, oneEvent } from '@open-wc/testing';
import '../../src/define/provider.js';
import '../../src/define/user-access.js';
import type { CcUserAccess } from '../../src/elements/user-access/user-access.js';
import type { MockBackend, MockOptions } from '../../src/mock/index.js';
import { UserAccessHarness } from '../../src/testing/harnesses/user-access.harness.js';
import {
  aFailure,
  anOffboarding,
  anOffboardingItem,
  aPersonAccess,
  aPersonAccessItem,
  aProblem,
  aRefusal,
  createFakeClient,
} from '../../src/testing/index.js';
import { expectAccessible } from '../support/axe.js';
import { mfaScene, until } from '../support/mfa-scene.js';

interface Scene {
  readonly backend: MockBackend;
  readonly element: CcUserAccess;
  readonly seen: UserAccessHarness;
}

async function shown(properties: Partial<CcUserAccess>, options: MockOptions = {}): Promise<Scene> {
  const scene = await mfaScene<CcUserAccess>('cc-user-access', options, properties);
  const seen = new UserAccessHarness(scene.element);
  await until(() => seen.heading() !== '', 'the person');
  return { ...scene, seen };
}

const partner = aPersonAccessItem('Northwind Partners', {
  account: { id: 'acc_partner', name: 'Northwind Partners', kind: 'parent' },
});
const through = { accountId: 'acc_partner', accountName: 'Northwind Partners', roleId: 'campaign_creator' };
const reached = ['Abbey', 'Bluebird', 'Copper'].map((name) =>
  aPersonAccessItem(name, { kind: 'inherited', through }),
);
const ngozi = aPersonAccess([
  partner,
  aPersonAccessItem('Abbey', { roleId: 'account_manager' }),
  aPersonAccessItem('Dover', { status: 'suspended' }),
  aPersonAccessItem('Elm', { kind: 'invitation' }),
  ...reached,
]);

type Calls = Record<string, (call: never) => unknown>;

async function stubbed(calls: Calls = {}, properties: Partial<CcUserAccess> = {}): Promise<Scene> {
  const client = createFakeClient({ calls: { 'people.access': () => ngozi, ...calls } as never });
  const given = { client, accountId: 'acc_partner', userId: ngozi.person.id, ...properties };
  return shown(given, { scenario: 'empty' });
}

describe('cc-user-access, offboardings whose page was closed', () => {
  const rows = ({ element }: Scene) => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.own-jobs li') ?? []),
  ];
  const { userId, email, displayName } = ngozi.person;
  const createdAt = new Date().toISOString();
  const running = anOffboarding({ status: 'running', createdAt, subject: { userId, email, displayName } });
  const other = anOffboarding({
    id: 'off_other',
    status: 'running',
    subject: { userId: 'usr_other', email: 'other@example.test', displayName: 'Other' },
  });

  it('R89: offers to go on watching the one of this person, and of nobody else', async () => {
    const scene = await stubbed({
      'offboardings.list': () => ({ items: [other, running], nextCursor: null }),
      'offboardings.get': () => running,
    });
    await until(() => rows(scene).length > 0, 'the job');
    expect(rows(scene).map(({ dataset }) => dataset['job'])).to.deep.equal([running.id]);
    await expectAccessible(scene.element);
    rows(scene)[0]?.querySelector('button')?.click();
    await until(() => scene.element.shadowRoot?.querySelector('.offboard progress') !== null, 'its progress');
  });

  it('R89: leads to the result where the person was, once nothing is left', async () => {
    const scene = await stubbed({
      'people.access': () => Promise.reject(aRefusal('not-found')),
      'offboardings.list': () => ({ items: [{ ...running, status: 'completed' }], nextCursor: null }),
    });
    await until(() => rows(scene).length > 0, 'the job');
    expect(rows(scene)[0]?.textContent).to.contain('See results');
  });
});

const items = [
  anOffboardingItem('Northwind Partners', { account: { id: 'acc_partner', name: 'Northwind Partners' } }),
  anOffboardingItem('Abbey'),
  anOffboardingItem('Dover', { outcome: 'failed', problem: aProblem('last-owner') }),
  anOffboardingItem('Elm', { kind: 'invitation', outcome: 'revoked' }),
  anOffboardingItem('Bluebird', { kind: 'inherited' }),
];
const page = (all: readonly object[]) => ({ items: all, nextCursor: null, total: all.length });
const preview = {
  'offboardings.forecast': () => anOffboarding({ dryRun: true }),
  'offboardings.items': () => page(items),
};
/** The confirming button is dead at first (T23). */
const think = () => new Promise((done) => setTimeout(done, 600));

describe('cc-user-access drawing', () => {
  it('R11: shows every direct and every inherited access, with where it comes from', async () => {
    const { seen } = await stubbed();
    expect(seen.heading()).to.equal('Ngozi Balogun');
    expect(seen.groups()).to.deep.equal([
      'Partner account Reaches 3 client accounts through this role',
      'Client accounts 3 with a role of their own',
      'Reached through the partner account Ends with the role on the partner account',
    ]);
    expect(seen.row('Bluebird')).to.contain('From Campaign Creator on Northwind Partners');
    expect(seen.row('Abbey')).to.contain('Also through the partner account');
    expect(seen.row('Elm')).to.contain('Invited');
    expect(seen.stats()[0]).to.equal('Direct access 3 accounts 1 invite waiting, 1 suspended');
  });

  it('R33: shows the username on each account only where each has a login of its own', async () => {
    const { seen } = await stubbed();
    expect(seen.text()).not.to.contain('Username there');
    const each = await stubbed({
      'capabilities.get': () => ({ identityPolicy: 'per_account', plans: [], limits: {} }),
      'people.access': () =>
        aPersonAccess([aPersonAccessItem('Abbey', { username: 'ngozi@northwind.test' })]),
    });
    await until(() => each.seen.text().includes('Username there'), 'the column');
    expect(each.seen.text()).to.contain('One username is an email address.');
  });

  it('shows ten of many inherited accounts, and the rest on a press', async () => {
    const many = Array.from({ length: 240 }, (_, index) =>
      aPersonAccessItem(`Client ${index}`, { kind: 'inherited', through }),
    );
    const { seen } = await stubbed({ 'people.access': () => aPersonAccess([partner, ...many]) });
    expect(seen.accounts().length).to.equal(11);
    await seen.press('Show 230 more');
    expect(seen.accounts().length).to.equal(241);
  });

  it('finds somebody who was only invited by their address', async () => {
    const { seen } = await stubbed(
      { 'people.list': () => page([{ ...ngozi.person, id: 'inv_1', email: 'new@example.test' }]) },
      { userId: undefined, subject: { email: 'New@example.test' } },
    );
    expect(seen.heading()).to.equal('Ngozi Balogun');
  });

  it('changes nothing while read-only, nor for oneself', async () => {
    const { seen } = await stubbed({}, { readonly: true });
    expect(seen.text()).not.to.contain('Remove from all accounts…');
  });
});

describe('cc-user-access acting', () => {
  it('R94: changes a role on the account it is on, and takes it back', async () => {
    const { backend, seen } = await creator();
    const [account = ''] = seen.accounts().filter((name) => seen.row(name).includes('Account Manager'));
    await seen.chooseRole(account, 'Campaign Creator');
    await until(() => seen.row(account).includes('Undo'), 'Undo');
    expect(await rolesOf(backend, account)).to.include('campaign_creator');
    await seen.press(`Undo the change on ${account}`);
    await until(() => !seen.row(account).includes('Undo'), 'it is taken back');
    expect(await rolesOf(backend, account)).to.include('account_manager');
  });

  it('R88: the preview lists what ending the partner role alone would leave behind', async () => {
    const { seen } = await stubbed(preview);
    await seen.press('Remove from all accounts…');
    await until(() => seen.rows().length > 0, 'the preview');
    expect(seen.question()).to.equal('Remove Ngozi Balogun from all accounts?');
    expect(seen.dialog()).to.contain('This ends 2 roles, 1 invite, the way into 1 client account.');
    expect(seen.dialog()).to.contain(
      '1 direct role would stay if only the role on the partner account ended.',
    );
    expect(seen.rows()[0]).to.deep.equal([
      'Dover',
      'An account always has one owner. Transfer ownership first.',
    ]);
  });

  it('R89: ends all of it in one step, with one result per access', async () => {
    const { backend, seen, element } = await creator();
    const before = { userId: await creatorOf(backend), status: 'active' };
    expect(await backend.store.read.memberships.count(before)).to.equal(3);
    await seen.press('Remove from all accounts…');
    await until(() => seen.rows().length > 0, 'the preview');
    expect(seen.dialog()).to.contain('2 direct roles would stay');
    await think();
    const told = oneEvent(element, 'cc-person-offboarded');
    await seen.press(
      [...(element.shadowRoot?.querySelectorAll('dialog[open] .submit') ?? [])].at(-1)?.textContent.trim() ??
        '',
    );
    const { detail } = await told;
    expect(detail.job.status).to.equal('completed');
    await until(() => seen.dialog().includes('Download results'), 'the result');
    const userId = detail.job.subject.userId ?? '';
    expect(await backend.store.read.memberships.count({ userId, status: 'active' })).to.equal(0);
    await until(() => seen.heading() === 'No access left', 'what is left');
  });

  it('R81: tries again only what failed', async () => {
    let fixed = false;
    const { seen } = await stubbed({
      ...preview,
      'offboardings.items': () =>
        page(fixed ? items.map((item) => ({ ...item, outcome: 'removed', problem: null })) : items),
      'offboardings.start': () => anOffboarding({ status: 'completed_with_errors' }),
      'offboardings.retry': () => {
        fixed = true;
        return anOffboarding();
      },
    });
    await seen.press('Remove from all accounts…');
    await until(() => seen.rows().length > 0, 'the preview');
    await think();
    await seen.press('Remove from 4 accounts');
    await until(() => seen.question().endsWith('not everywhere'), 'the result');
    await seen.press('Retry 1 account that failed');
    await until(() => seen.question() === 'Ngozi Balogun is removed from 5 accounts', 'the new result');
  });
});

/** A Campaign Creator of the partner account, with roles of their own on two roomy clients. */
async function creator(): Promise<Scene> {
  const scene = await mfaScene<CcUserAccess>('cc-user-access', {}, {});
  const { client, accountId, store } = scene.backend;
  const person = await creatorOf(scene.backend);
  const query = { parent: accountId, plan: 'premium', seats: 'free', from: 1, limit: 2 } as const;
  const { items: found } = await client.accounts.list(query);
  const job = await client.bulkGrants.start({
    subject: { userId: person },
    roleId: 'account_manager',
    accounts: found.map(({ id }) => ({ accountId: id })),
  });
  await until(async () => (await store.read.jobs.get(job.id))?.status === 'completed', 'the grant');
  scene.element.userId = person;
  const seen = new UserAccessHarness(scene.element);
  await until(() => seen.accounts().length > 1 && seen.text().includes('Remove from'), 'the person');
  return { ...scene, seen };
}

async function creatorOf({ client, accountId }: Pick<MockBackend, 'client' | 'accountId'>): Promise<string> {
  const query = { role: 'campaign_creator', status: 'active', sort: 'name', limit: 1 } as const;
  const [member] = (await client.members.list(accountId, query)).items;
  if (!member) throw new Error('The scenario has no Campaign Creator');
  return member.userId;
}

async function rolesOf({ client, accountId }: MockBackend, account: string): Promise<string[]> {
  const { items: all } = await client.people.access(accountId, await creatorOf({ client, accountId }));
  return all.filter((one) => one.account.name === account).map(({ roleId }) => roleId);
}

describe('cc-user-access events', () => {
  it('asks the host for the dialog that grants access, and says for whom', async () => {
    const { seen, element } = await stubbed();
    const asked = oneEvent(element, 'cc-grant-open-request');
    await seen.press('Grant access…');
    expect((await asked).detail.input.subject).to.deep.equal({
      userId: ngozi.person.userId,
      name: 'Ngozi Balogun',
    });
  });

  it('asks before it ends one access, with the account it is on', async () => {
    const removed: unknown[] = [];
    const { seen, element } = await stubbed({
      'members.remove': ({ path }: { path: string[] }) => removed.push(path.slice(1)),
    });
    await seen.act('Abbey', 'End this access…');
    await until(() => seen.question() !== '', 'the question');
    expect(seen.dialog()).to.contain('They still reach this account through the partner account.');
    await think();
    const asked = oneEvent(element, 'cc-member-remove-request');
    const told = oneEvent(element, 'cc-member-removed');
    await seen.press('Remove');
    expect((await asked).detail.accountId).to.equal(ngozi.items[1]?.account.id);
    expect((await told).detail.memberId).to.equal(ngozi.items[1]?.membershipId);
    expect(removed.length).to.equal(1);
  });

  it('ends nothing when it is vetoed', async () => {
    let started = false;
    const { seen, element } = await stubbed({
      ...preview,
      'offboardings.start': () => {
        started = true;
        return anOffboarding();
      },
    });
    element.addEventListener('cc-person-offboard-request', (event) => event.preventDefault());
    await seen.press('Remove from all accounts…');
    await until(() => seen.rows().length > 0, 'the preview');
    await think();
    await seen.press('Remove from 4 accounts');
    await until(() => seen.question() === '', 'it is closed');
    expect(started).to.equal(false);
  });
});

describe('cc-user-access refusal and failure', () => {
  it('R93: who may not be seen looks like nobody', async () => {
    const { seen, element } = await stubbed({
      'people.access': () => {
        throw aRefusal('not-found');
      },
    });
    expect(seen.heading()).to.equal('You can’t see this person’s access');
    expect(element.matches(':state(refused)')).to.equal(true);
  });

  it('says what could not be loaded, and loads again', async () => {
    let down = true;
    const { seen } = await stubbed({
      'people.access': () => {
        if (down) throw aFailure('offline');
        return ngozi;
      },
    });
    expect(seen.heading()).to.equal('We couldn’t load this person’s access');
    down = false;
    await seen.press('Retry');
    await until(() => seen.heading() === 'Ngozi Balogun', 'the person');
  });

  it('a refused role stays what it was, with the reason under the row', async () => {
    const { seen } = await stubbed({
      'roles.list': () => ({
        items: ['account_manager', 'campaign_creator'].map((id) => ({ id, available: true })),
      }),
      'members.setRole': () => {
        throw aRefusal('forbidden', { code: 'role_above_ceiling' });
      },
    });
    await seen.chooseRole('Abbey', 'Campaign Creator');
    await until(() => seen.trouble() !== '', 'the reason');
    expect(seen.trouble()).to.contain('has limited which roles');
    expect(seen.row('Abbey')).to.contain('Account Manager');
  });

  it('T23: a press aimed at what lay there before ends nothing', async () => {
    let started = false;
    const { seen } = await stubbed({
      ...preview,
      'offboardings.start': () => {
        started = true;
        return anOffboarding();
      },
    });
    await seen.press('Remove from all accounts…');
    await until(() => seen.rows().length > 0, 'the preview');
    await seen.press('Remove from 4 accounts');
    expect(started).to.equal(false);
  });
});

describe('cc-user-access accessibility', () => {
  it('has no findings with accounts, at the preview and at the result', async () => {
    const { seen, element } = await stubbed({ ...preview, 'offboardings.start': () => anOffboarding() });
    await expectAccessible(element);
    await seen.press('Remove from all accounts…');
    await until(() => seen.rows().length > 0, 'the preview');
    await expectAccessible(element);
    await think();
    await seen.press('Remove from 4 accounts');
    await until(() => seen.dialog().includes('Download results'), 'the result');
    await expectAccessible(element);
  });

  it('focus starts on the safe button, and comes back to what opened the dialog', async () => {
    const { seen, element } = await stubbed(preview);
    const opener = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.head-end button') ?? [])].at(-1);
    opener?.focus();
    await seen.press('Remove from all accounts…');
    await until(() => element.shadowRoot?.activeElement?.textContent.trim() === 'Cancel', 'focus');
    await seen.press('Cancel');
    await until(() => element.shadowRoot?.activeElement === opener, 'focus comes back');
  });
});
