import { expect } from '@open-wc/testing';
import type { InvitationLink, Member } from '../../src/client/index.js';
import type { CcErrorEvent } from '../../src/elements/base/events.js';
import type {
  CcFilterChangedEvent,
  CcInviteLinkCopiedEvent,
  CcMemberRemoveRequestEvent,
  CcRoleChangedEvent,
  CcRoleChangeRequestEvent,
} from '../../src/elements/user-roster/user-roster.events.js';
import { announced, rosterScene } from '../support/roster.js';

const priya = 'priya.nair@northwind.test';

/** Every event of the roster that reaches the page, in order. */
function record(types: readonly string[]): { names: string[]; events: CustomEvent[]; stop(): void } {
  const events: CustomEvent[] = [];
  const listener = (event: Event) => events.push(event as CustomEvent);
  for (const type of types) document.addEventListener(type, listener);
  return {
    events,
    get names() {
      return events.map(({ type }) => type);
    },
    stop: () => types.forEach((type) => document.removeEventListener(type, listener)),
  };
}

describe('cc-user-roster events', () => {
  it('asks before and tells after a role change, with ids and a copy of the input', async () => {
    const { seen, backend } = await rosterScene();
    const heard = record(['cc-role-change-request', 'cc-role-changed', 'cc-error']);
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => heard.events.length === 2);
    heard.stop();
    expect(heard.names).to.deep.equal(['cc-role-change-request', 'cc-role-changed']);
    const [request, fact] = heard.events as [CcRoleChangeRequestEvent, CcRoleChangedEvent];
    expect(request.cancelable && request.bubbles && request.composed).to.equal(true);
    expect(request.detail).to.deep.include({
      accountId: backend.accountId,
      availability: { available: true },
    });
    expect(request.detail.input).to.include({ roleId: 'campaign_creator' });
    expect(fact.cancelable).to.equal(false);
    expect(fact.detail.previousRoleId).to.equal('account_manager');
    expect(fact.detail.member.roleId).to.equal('campaign_creator');
  });

  it('stops where the host vetoes, without a trace', async () => {
    const { seen, roster } = await rosterScene();
    const heard = record(['cc-role-changed', 'cc-error']);
    roster.addEventListener('cc-role-change-request', (event) => event.preventDefault());
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await new Promise((done) => setTimeout(done, 100));
    heard.stop();
    expect(heard.names).to.deep.equal([]);
    expect(seen.row('Daniel Reyes')).to.deep.include({ role: 'Account Manager', note: '' });
  });

  it('sends what the host has changed in the copy', async () => {
    const { seen, roster } = await rosterScene();
    roster.addEventListener('cc-role-change-request', (event) => {
      event.detail.input.roleId = 'partner_manager';
    });
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => seen.row('Daniel Reyes').role === 'Partner Manager');
  });

  it('shows busy and then the result where the host answers by itself', async () => {
    const { seen, roster, backend } = await rosterScene();
    let answer: (member: Member) => void = () => undefined;
    roster.addEventListener('cc-role-change-request', (event) => {
      event.respondWith(new Promise((done) => (answer = done)));
    });
    const heard = record(['cc-role-changed']);
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    expect(seen.row('Daniel Reyes').role).to.equal('Campaign Creator');
    expect(seen.roleButton('Daniel Reyes')?.ariaDisabled).to.equal('true');
    const [daniel] = (await backend.client.members.list(backend.accountId)).items;
    const changed = await backend.client.members.setRole(
      backend.accountId,
      daniel as Member,
      'partner_manager',
    );
    answer(changed);
    await seen.until(() => seen.row('Daniel Reyes').role === 'Partner Manager');
    heard.stop();
    expect(heard.names).to.deep.equal(['cc-role-changed']);
  });

  it('tells of a host’s own failure in the row, and hands the error on', async () => {
    const { seen, roster } = await rosterScene();
    roster.addEventListener('cc-role-change-request', (event) => {
      event.respondWith(Promise.reject(new Error('no approval')));
    });
    const heard = record(['cc-error']);
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => heard.events.length === 1);
    heard.stop();
    const [{ detail }] = heard.events as [CcErrorEvent];
    expect(detail).to.deep.include({ code: 'unexpected', action: 'cc-role-change-request' });
    await seen.until(() => seen.row('Daniel Reyes').note.includes('Something went wrong'));
    expect(seen.row('Daniel Reyes').role).to.equal('Account Manager');
  });

  it('keeps its own message to itself where the host takes cc-error over', async () => {
    const { seen, roster, backend } = await rosterScene();
    roster.addEventListener('cc-error', (event) => event.preventDefault());
    backend.network.offline = true;
    const heard = record(['cc-error']);
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => heard.events.length === 1);
    heard.stop();
    expect((heard.events[0] as CcErrorEvent).detail.code).to.equal('offline');
    await seen.until(() => seen.row('Daniel Reyes').role === 'Account Manager');
    expect(seen.row('Daniel Reyes').note).to.equal('');
  });

  it('raises a request and a fact for each act of a member', async () => {
    const { seen } = await rosterScene();
    const acts = ['suspend', 'reactivate', 'remove', 'open'];
    const facts = ['suspended', 'reactivated', 'removed', 'opened'];
    const heard = record([
      ...acts.map((act) => `cc-member-${act}-request`),
      ...facts.map((fact) => `cc-member-${fact}`),
    ]);
    await seen.act('Daniel Reyes', 'View access');
    await seen.until(() => seen.dialog() !== null);
    seen.dialog()?.close();
    await seen.act('Daniel Reyes', 'Suspend');
    await seen.until(() => seen.row('Daniel Reyes').status.startsWith('Suspended'));
    await seen.until(() => seen.row('Daniel Reyes').note !== '');
    await seen.act('Daniel Reyes', 'Reactivate');
    await seen.until(() => seen.row('Daniel Reyes').status === 'Active');
    await seen.until(() => heard.names.includes('cc-member-reactivated'));
    await seen.act('Daniel Reyes', 'Remove from this account…');
    await seen.asked();
    seen.confirm();
    await seen.until(() => !seen.names().includes('Daniel Reyes'));
    await seen.until(() => heard.names.includes('cc-member-removed'));
    heard.stop();
    expect(heard.names).to.deep.equal([
      ...['cc-member-open-request', 'cc-member-opened', 'cc-member-suspend-request', 'cc-member-suspended'],
      ...['cc-member-reactivate-request', 'cc-member-reactivated'],
      ...['cc-member-remove-request', 'cc-member-removed'],
    ]);
  });

  it('asks the host only after the person confirmed; a veto closes the dialog and keeps the row', async () => {
    const { seen, roster } = await rosterScene();
    let asked = 0;
    roster.addEventListener('cc-member-remove-request', (event: CcMemberRemoveRequestEvent) => {
      asked += 1;
      event.preventDefault();
    });
    await seen.act('Daniel Reyes', 'Remove from this account…');
    await seen.asked();
    expect(asked).to.equal(0);
    seen.confirm();
    await seen.until(() => seen.dialog() === null);
    expect(asked).to.equal(1);
    expect(seen.names()).to.include('Daniel Reyes');
  });

  it('raises requests and facts for invites, and no event ever holds a link or a token', async () => {
    const { seen } = await rosterScene({ scenario: 'expired-invites' });
    const heard = record([
      ...['resend', 'revoke', 'change', 'link'].map((act) => `cc-invite-${act}-request`),
      ...['resent', 'revoked', 'changed', 'link-copied'].map((fact) => `cc-invite-${fact}`),
    ]);
    const { write } = navigator.clipboard;
    Object.assign(navigator.clipboard, { write: () => Promise.resolve() });
    await seen.act(priya, 'Copy URL');
    await seen.until(() => seen.row(priya).note === 'Copied');
    Object.assign(navigator.clipboard, { write });
    await seen.chooseRole(priya, 'Account Manager');
    await seen.until(() => heard.names.includes('cc-invite-changed'));
    await seen.act(priya, 'Resend invite…');
    await seen.asked();
    seen.confirm();
    await seen.until(() => heard.names.includes('cc-invite-resent'));
    await seen.until(() => seen.dialog() === null);
    await seen.act(priya, 'Cancel invite…');
    await seen.asked();
    seen.confirm();
    await seen.until(() => heard.names.includes('cc-invite-revoked'));
    heard.stop();
    expect(heard.names).to.deep.equal([
      ...['cc-invite-link-request', 'cc-invite-link-copied'],
      ...['cc-invite-change-request', 'cc-invite-changed'],
      ...['cc-invite-resend-request', 'cc-invite-resent'],
      ...['cc-invite-revoke-request', 'cc-invite-revoked'],
    ]);
    expect((heard.events[1] as CcInviteLinkCopiedEvent).detail).to.have.all.keys('accountId', 'invitationId');
    expect(JSON.stringify(heard.events.map(({ detail }) => detail))).to.not.match(/cci_|\/accept/);
  });

  it('lets a host hand out the link by itself', async () => {
    const { seen, roster } = await rosterScene({ scenario: 'expired-invites' });
    roster.addEventListener('cc-invite-link-request', (event) => {
      event.respondWith({ url: 'https://host.test/join', expiresAt: '' } as InvitationLink);
    });
    let copied = '';
    const { write } = navigator.clipboard;
    Object.assign(navigator.clipboard, {
      write: async ([item]: ClipboardItem[]) => {
        copied = await ((await item?.getType('text/plain')) ?? new Blob()).text();
      },
    });
    await seen.act(priya, 'Copy URL');
    await seen.until(() => seen.row(priya).note === 'Copied');
    Object.assign(navigator.clipboard, { write });
    expect(copied).to.equal('https://host.test/join');
  });

  it('tells the host what a person searches, filters and sorts, and never what the host itself set', async () => {
    const { seen, roster } = await rosterScene({ scenario: 'expired-invites' });
    const heard = record(['cc-filter-changed']);
    roster.filter = 'status=expired';
    await seen.until(() => seen.names().length === 4);
    expect(heard.names).to.deep.equal([]);
    seen.search('luca');
    await seen.until(() => seen.names().length === 1);
    await seen.setFilter('status', 'Any status');
    seen.sortBy('Last active');
    await seen.until(() => heard.events.length === 3);
    heard.stop();
    const told = (heard.events as CcFilterChangedEvent[]).map(({ detail }) => [detail.filter, detail.sort]);
    expect(told).to.deep.equal([
      ['q=luca&status=expired', ''],
      ['q=luca', ''],
      ['q=luca', '-lastActive'],
    ]);
    expect(roster.filter).to.equal('q=luca');
    expect(roster.sort).to.equal('-lastActive');
  });

  it('R03: search, role, MFA and last activity narrow the list together, told with the count and undone one by one', async () => {
    const { seen, roster, provider } = await rosterScene({
      scenario: 'five-hundred',
      roster: { pageSize: 20 },
    });
    const total = () => Number(/of (\d+)/.exec(seen.count())?.[1] ?? seen.rows().length);
    const items = await seen.openFilter('lastActive');
    expect(items.map(({ label }) => label)).to.deep.equal([
      'Any time',
      'Past 7 days',
      'Past 30 days',
      'Not for 30 days',
      'Not for 90 days',
      'Never',
    ]);
    await seen.choose('Not for 30 days');
    await seen.until(() => !seen.isBusy() && total() < 400, 'fewer people');
    const idle = total();
    expect(seen.filterLabel('lastActive')).to.equal('Last active: Not for 30 days');
    // Nobody invited has been here yet, but is no user either.
    expect(seen.groups().some((group) => group.startsWith('Invited'))).to.equal(false);
    await seen.setFilter('mfa', 'Off');
    await seen.until(() => !seen.isBusy() && total() < idle, 'those without a second factor');
    await seen.setFilter('role', 'Campaign Creator');
    await seen.setFilter('lastActive', 'Never');
    await seen.until(() => !seen.isBusy() && seen.rows().every(({ lastActive }) => lastActive === 'Never'));
    const rows = seen.rows();
    expect(rows.length).to.be.greaterThan(0);
    for (const { role, mfa } of rows) expect([role, mfa]).to.deep.equal(['Campaign Creator', 'Off']);
    expect(roster.filter).to.equal('role=campaign_creator&mfa=off&lastActive=never');
    await seen.until(() => announced(provider) === `${total()} people found`, 'the count');
    seen.search('zzz');
    await seen.until(() =>
      seen
        .message()
        .includes('No users with the role Campaign Creator and MFA Off (last active: never) match “zzz”'),
    );
    seen.pressInMessage('Show any time');
    await seen.until(() => roster.filter === 'q=zzz&role=campaign_creator&mfa=off');
  });
});

describe('cc-user-roster in the address of the page', () => {
  const before = location.href;
  const address = () => location.search;
  const visit = (search: string) => history.replaceState({ of: 'the host' }, '', search);
  afterEach(() => history.replaceState(null, '', before));

  it('leaves the address alone unless the host names a parameter', async () => {
    const { seen } = await rosterScene({ scenario: 'expired-invites' });
    seen.search('luca');
    await seen.until(() => seen.names().length === 1);
    await seen.setFilter('status', 'Expired');
    expect(location.href).to.equal(before);
  });

  it('remembers search, filters and order beside the parameters of others, and nothing else', async () => {
    visit('?page=2');
    const roster = { queryParam: 'users', filter: 'status=expired' };
    const { seen } = await rosterScene({ scenario: 'expired-invites', roster });
    const { length } = history;
    expect(address()).to.equal('?page=2');
    seen.search('luca');
    const kept = new URLSearchParams(address());
    expect(kept.get('page')).to.equal('2');
    expect(kept.get('users')).to.equal('q=luca&status=expired');
    expect([...kept.keys()]).to.deep.equal(['page', 'users']);
    expect(history.state).to.deep.equal({ of: 'the host' });
    expect(history.length).to.equal(length);
    // What the host asks for anyway need not be remembered; everybody is something else.
    seen.search('');
    expect(address()).to.equal('?page=2');
    await seen.setFilter('status', 'Any status');
    expect(new URLSearchParams(address()).get('users')).to.equal('');
    await seen.until(() => !seen.isBusy() && seen.names().length === 8, 'everybody');
    seen.sortBy('Last active');
    expect(new URLSearchParams(address()).get('users')).to.equal('sort=-lastActive');
  });

  it('asks at once for what the address says, also after Back, and drops what it does not know', async () => {
    visit('?users=' + encodeURIComponent('q=rhys&token=secret&status=dancing&sort=-name'));
    const roster = { queryParam: 'users', filter: 'status=expired' };
    const { seen, roster: element } = await rosterScene({ scenario: 'expired-invites', roster });
    expect(element.filter).to.equal('q=rhys&status=dancing');
    expect(element.sort).to.equal('-name');
    expect(seen.searchField().value).to.equal('rhys');
    expect(seen.names()).to.deep.equal(['rhys.morgan@northwind.test']);
    const back = (search: string) => {
      visit(search);
      dispatchEvent(new PopStateEvent('popstate'));
    };
    back('?page=2');
    expect([element.filter, element.sort]).to.deep.equal(['status=expired', '']);
    await seen.until(() => !seen.isBusy() && seen.names().length === 4, 'what the host asks for');
    back('?users=');
    await seen.until(() => !seen.isBusy() && seen.names().length === 8, 'everybody');
    element.remove();
    back('?users=q%3Dluca');
    expect(element.filter).to.equal('');
  });
});
