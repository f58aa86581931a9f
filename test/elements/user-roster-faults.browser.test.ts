import { expect } from '@open-wc/testing';
import type { Member } from '../../src/client/index.js';
import type { MockBackend } from '../../src/mock/index.js';
import { announced, rosterScene } from '../support/roster.js';

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const problem = (status: number, slug: string, code = slug.replaceAll('-', '_')) =>
  new Response(
    JSON.stringify({ type: `/problems/${slug}`, code, title: slug, status, instance: 'req_7f3a19c2' }),
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

const isMembers = ({ url, method }: Request) => method === 'GET' && /\/members\?/.test(url);

/** Answers a request that fits by itself, the others go to the backend. */
function answer(
  backend: MockBackend,
  fits: (request: Request) => boolean,
  reply: (request: Request) => Response | undefined,
): void {
  backend.network.intercept = (request) => (fits(request) ? reply(request) : undefined);
}

async function memberOf(backend: MockBackend, name: string): Promise<Member> {
  const { items } = await backend.client.members.list(backend.accountId, { q: name });
  return items[0] as Member;
}

describe('cc-user-roster faults', () => {
  it('R01: old rows stay with "not up to date" and Retry when the list fails, without an endless spinner', async () => {
    const { seen, backend, roster } = await rosterScene();
    answer(backend, isMembers, () => problem(500, 'unavailable'));
    await roster.refresh();
    await seen.until(() => seen.staleNote() !== '');
    expect(seen.staleNote()).to.equal(
      'Not up to date: this is what we knew just now. The server can’t answer right now. Nothing has changed. Retry',
    );
    expect(seen.names()).to.have.length(3);
    expect(seen.isBusy()).to.equal(false);
    backend.network.intercept = undefined;
    seen.pressInMessage('Retry');
    await seen.until(() => seen.staleNote() === '');
  });

  it('says what happened, what did not, and offers Retry and a reference when nothing could be loaded', async () => {
    const { seen, backend, roster } = await rosterScene({ early: true, network: { offline: true } });
    await seen.until(() => seen.message() !== '');
    expect(seen.message()).to.contain('We couldn’t load your users');
    expect(seen.message()).to.contain('You’re offline. Nothing has changed on this account.');
    expect(roster.matches(':state(failed)')).to.equal(true);
    backend.network.offline = false;
    answer(backend, isMembers, () => problem(404, 'not-found'));
    seen.pressInMessage('Retry');
    await seen.until(() => seen.message().includes('You can’t see the users'));
  });

  it('R03: of two searches only the newer is shown, however late the older is answered', async () => {
    const { seen, backend } = await rosterScene({ scenario: 'expired-invites' });
    backend.network.latency = 600;
    seen.search('Daniel');
    await new Promise((done) => setTimeout(done, 300));
    backend.network.latency = 0;
    seen.search('Hannah');
    await seen.until(() => seen.names().length === 1);
    await new Promise((done) => setTimeout(done, 700));
    expect(seen.names()).to.deep.equal(['Hannah Lindqvist']);
  });

  it('R03: says how many were found half a second after typing, once', async () => {
    const { seen, clock, provider } = await rosterScene({ scenario: 'expired-invites', byHand: true });
    seen.search('Han');
    seen.search('Hannah');
    clock.pass(250);
    await seen.until(() => seen.names().length === 1);
    expect(announced(provider)).to.equal('');
    clock.pass(250);
    await seen.until(() => announced(provider) === '1 person found', 'the count');
  });

  it('R04: a row that goes while its menu is open closes the menu, and focus goes to its neighbour', async () => {
    const { seen, backend, roster, provider } = await rosterScene();
    const daniel = await memberOf(backend, 'Daniel');
    const other = await backend.signIn('partner.owner');
    await seen.openMenu('Daniel Reyes');
    await other.members.remove(backend.accountId, daniel);
    await roster.refresh();
    await seen.until(() => !seen.names().includes('Daniel Reyes'));
    await seen.until(() => !seen.isMenuOpen());
    await seen.until(() => announced(provider) === 'This row was removed meanwhile.', 'what is announced');
    expect(seen.focused()).to.equal(seen.menuButton('Hannah Lindqvist'));
  });

  it('R04: acting on somebody who is already removed says so and takes the row away', async () => {
    const { seen, backend, provider } = await rosterScene();
    const daniel = await memberOf(backend, 'Daniel');
    await (await backend.signIn('partner.owner')).members.remove(backend.accountId, daniel);
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => !seen.names().includes('Daniel Reyes'));
    await seen.until(() => announced(provider) === 'Daniel Reyes is already removed.', 'what is announced');
  });

  it('R05: 500 people come page by page, and each page says where it is', async () => {
    const { seen } = await rosterScene({ scenario: 'five-hundred', roster: { pageSize: 20 } });
    expect(seen.count()).to.equal('1–20 of 500');
    const first = seen.names();
    seen.turnPage('Next page');
    await seen.until(() => seen.count() === '21–40 of 500');
    expect(seen.names().filter((name) => first.includes(name))).to.deep.equal([]);
    seen.turnPage('Previous page');
    await seen.until(() => seen.count() === '1–20 of 500');
    expect(seen.names()).to.deep.equal(first);
    seen.turnPage('Previous page');
    await seen.loaded();
    expect(seen.count()).to.equal('1–20 of 500');
  });

  it('sorts in the backend by every column, both ways, and says so', async () => {
    const { seen, provider } = await rosterScene({ scenario: 'five-hundred', roster: { pageSize: 5 } });
    expect(seen.sorted()).to.deep.equal({ Name: 'ascending' });
    const up = seen.names();
    seen.sortBy('Name');
    await seen.until(() => seen.sorted()['Name'] === 'descending' && !seen.isBusy());
    await seen.until(() => announced(provider) === 'Sorted by Name, descending', 'what is announced');
    await seen.until(() => seen.names()[0] !== up[0]);
    for (const column of ['Role', 'Status', 'MFA']) {
      seen.sortBy(column);
      await seen.until(() => seen.sorted()[column] === 'ascending' && !seen.isBusy());
    }
    seen.sortBy('Last active');
    await seen.until(() => seen.sorted()['Last active'] === 'descending' && !seen.isBusy());
    await seen.until(() => /ago|now/i.test(seen.rows()[0]?.lastActive ?? ''));
  });

  it('R06: an unknown role or status is shown by its name, and nothing can be done to it', async () => {
    const { seen, backend, roster } = await rosterScene();
    const { items } = await backend.client.members.list(backend.accountId);
    const [daniel, hannah, maya] = items as [Member, Member, Member];
    const odd = [{ ...daniel, roleId: 'billing_helper' }, { ...hannah, status: 'on_leave' }, maya];
    answer(backend, isMembers, () => json({ items: odd, nextCursor: null, total: 3 }));
    await roster.refresh();
    await seen.until(() => seen.row('Daniel Reyes').role === 'billing_helper');
    expect(seen.roleButton('Daniel Reyes')).to.equal(null);
    expect(seen.row('Hannah Lindqvist').status).to.contain('on_leave');
    expect(seen.roleButton('Hannah Lindqvist')).to.equal(null);
    const items2 = await seen.openMenu('Hannah Lindqvist');
    expect(items2.filter(({ possible }) => possible).map(({ label }) => label)).to.deep.equal([
      'View access',
    ]);
  });

  it('R07: a name with a direction override stays in its own box, and the hidden mark is shown', async () => {
    const { seen, backend, roster } = await rosterScene();
    const { items } = await backend.client.members.list(backend.accountId);
    const [first, ...rest] = items as [Member, ...Member[]];
    const odd = { ...first, displayName: 'Ann \u202Egnp.exe' };
    answer(backend, isMembers, () => json({ items: [odd, ...rest], nextCursor: null, total: 3 }));
    await roster.refresh();
    await seen.until(() => seen.names()[0]?.startsWith('Ann') ?? false);
    const name = roster.renderRoot.querySelector('.name > bdi');
    expect(getComputedStyle(name as Element).unicodeBidi).to.equal('isolate');
    expect(roster.renderRoot.querySelectorAll('.hidden-mark')).to.have.length(1);
    expect(seen.row('Hannah Lindqvist').secondary).to.contain('partner.manager ·');
  });

  it('R08: items without an id, or with one seen before, are left out; the others are shown', async () => {
    const { seen, backend, roster } = await rosterScene();
    const { items } = await backend.client.members.list(backend.accountId);
    const broken = [items[0], items[0], { ...items[1], id: undefined }, items[2]];
    answer(backend, isMembers, () => json({ items: broken, nextCursor: null, total: 4 }));
    await roster.refresh();
    await seen.until(() => seen.names().length === 2);
    expect(seen.names()).to.deep.equal(['Daniel Reyes', 'Maya Okafor']);
  });

  it('R09: a page of a proxy in place of data is "unexpected", not data', async () => {
    const { seen, backend, roster } = await rosterScene();
    const page = () =>
      new Response('<html>Welcome to the lounge</html>', { headers: { 'content-type': 'text/html' } });
    answer(backend, isMembers, page);
    await roster.refresh();
    await seen.until(() => seen.staleNote() !== '');
    expect(seen.staleNote()).to.contain('The server gave an unexpected answer.');
    expect(seen.text()).to.not.contain('lounge');
  });

  it('R10: removed during loading it ends its requests and leaves no timer or listener', async () => {
    const { roster, provider, clock } = await rosterScene({
      early: true,
      byHand: true,
      network: { latency: 300 },
    });
    const added: string[] = [];
    provider.remove();
    const update = roster.requestUpdate.bind(roster);
    roster.requestUpdate = (...args) => {
      added.push('update');
      return update(...args);
    };
    await new Promise((done) => setTimeout(done, 500));
    expect(added).to.deep.equal([]);
    expect(clock.waiting).to.equal(0);
  });

  it('R11: leaving asks a second time and says what is lost', async () => {
    const { backend, seen, roster } = await rosterScene({
      account: 'harbourlane',
      viewer: 'partner.manager',
    });
    const { read } = backend.store;
    const [owner] = await read.memberships.find({ where: { accountId: backend.accountId } });
    const [hannah] = await read.users.find({ where: { usernameKey: 'partner.manager' } });
    await backend.store.transaction(async ({ memberships }) => {
      if (!owner || !hannah) throw new Error('The scenario has an owner and a manager');
      const own = {
        ...owner,
        id: 'mem_0000000000000000000009',
        userId: hannah.id,
        roleId: 'account_manager',
      };
      await memberships.insert({ ...own, nameKey: 'hannah', searchText: 'hannah' });
    });
    await roster.refresh();
    await seen.until(() =>
      seen.rows().some(({ group, name }) => group === 'members' && name === 'Hannah Lindqvist'),
    );
    await seen.act('Hannah Lindqvist', 'Leave this account…');
    await seen.asked();
    expect(seen.question().title).to.equal('Leave Harbour Lane Books?');
    expect(seen.question().effects).to.include('To come back, somebody has to invite you again.');
    seen.confirm();
    await seen.until(() => seen.groups().includes('Members 1'));
  });

  it('R12: a right lost meanwhile is explained at the row, and the actions go', async () => {
    const { seen, backend } = await rosterScene();
    const denied = {
      userId: 'usr_1',
      targetAccountId: backend.accountId,
      capabilities: ['account.access'],
      grants: [],
    };
    backend.network.intercept = ({ url, method }) => {
      if (method === 'PATCH') return problem(403, 'forbidden');
      return url.endsWith('/access') ? json(denied) : undefined;
    };
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => seen.row('Daniel Reyes').note !== '');
    expect(seen.row('Daniel Reyes').note).to.contain(
      'Role not changed. Daniel Reyes is still Account Manager.',
    );
    expect(seen.row('Daniel Reyes').note).to.contain('You can’t do this on this account.');
    await seen.until(() => seen.roleButton('Daniel Reyes') === null);
  });

  it('R14: two managers change one person: both values are shown, and the person decides', async () => {
    const { seen, backend } = await rosterScene();
    const daniel = await memberOf(backend, 'Daniel');
    const other = await backend.signIn('partner.owner');
    await other.members.setRole(backend.accountId, daniel, 'partner_manager');
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => seen.row('Daniel Reyes').note !== '');
    expect(seen.row('Daniel Reyes').note).to.equal(
      'Somebody else changed Daniel Reyes meanwhile: now Partner Manager. You chose Campaign Creator. Change to Campaign Creator Keep Partner Manager',
    );
    expect(seen.row('Daniel Reyes').role).to.equal('Partner Manager');
    seen.press('Daniel Reyes', 'Change to Campaign Creator');
    await seen.until(() => seen.row('Daniel Reyes').role === 'Campaign Creator');
    await seen.until(() => seen.undoButton('Daniel Reyes') !== null);
    expect((await memberOf(backend, 'Daniel')).roleId).to.equal('campaign_creator');
  });

  it('R94: a role that could not be saved is taken back, with the one that applies and Retry', async () => {
    const { seen, backend, provider } = await rosterScene();
    backend.network.offline = true;
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => seen.row('Daniel Reyes').note !== '');
    expect(seen.row('Daniel Reyes').note).to.equal(
      'Role not changed. Daniel Reyes is still Account Manager. You’re offline. Retry',
    );
    expect(seen.row('Daniel Reyes').role).to.equal('Account Manager');
    await seen.until(() => announced(provider) === 'You’re offline.', 'what is announced');
    backend.network.offline = false;
    seen.press('Daniel Reyes', 'Retry');
    await seen.until(() => seen.row('Daniel Reyes').role === 'Campaign Creator');
    await seen.until(() => seen.row('Daniel Reyes').note === '');
  });

  it('keeps the question open when removing fails, and says why', async () => {
    const { seen, backend } = await rosterScene();
    await seen.act('Daniel Reyes', 'Remove from this account…');
    await seen.asked();
    backend.network.offline = true;
    seen.confirm();
    await seen.until(() => seen.question().error !== '');
    expect(seen.question().error).to.equal('You’re offline.');
    backend.network.offline = false;
    seen.confirm();
    await seen.until(() => !seen.names().includes('Daniel Reyes'));
    expect(seen.dialog()).to.equal(null);
  });
});
