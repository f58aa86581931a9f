import { expect, oneEvent } from '@open-wc/testing';
import type { Member, OwnershipTransfer, PartnerPerson } from '../../src/client/index.js';
import type { CcUserDetail } from '../../src/elements/user-detail/user-detail.js';
import { UserDetailHarness } from '../../src/testing/harnesses/user-detail.harness.js';
import { detail, focused } from '../support/detail.js';
import { mfaScene, until } from '../support/mfa-scene.js';

describe('cc-user-detail drawing', () => {
  it('shows who somebody is, and what their role means here and on clients', async () => {
    const { seen } = await detail('Tomasz Wilk');
    expect(seen.facts()['Status']).to.equal('Active');
    expect(seen.facts()['Two-factor sign-in']).to.equal('Off');
    expect(seen.role()).to.equal('Partner Manager');
    await until(() => seen.section('Role').includes('240'), 'the reach');
    expect(seen.tasks()).to.deep.equal({
      'Create and edit campaigns': ['No', 'Yes'],
      'Schedule and publish': ['No', 'Yes'],
      'Change contact lists': ['No', 'Yes'],
      'Purchases and billing': ['No', 'Yes'],
      'Manage users': ['No', 'Yes'],
    });
    expect(seen.sections()).to.deep.equal([
      ...['Role', 'Access', 'Two-factor sign-in', 'Sessions and devices', 'History', 'Danger zone'],
    ]);
  });

  it('R11: names each source of the access: the role here, and the one on the partner account', async () => {
    const { seen, element, backend, member } = await detail('Priya Nair', {
      account: 'foxglove',
      viewer: 'foxglove.owner',
    });
    const { client } = backend;
    const people = await client.links.partnerPeople(backend.accountId);
    const both = { ...(people.items[0] as PartnerPerson), userId: member.userId, roleId: 'partner_manager' };
    const links = {
      ...client.links,
      partnerPeople: async () => Promise.resolve({ ...people, items: [both] }),
    };
    Object.assign(element, { client: { ...client, links } });
    await until(() => seen.section('Access').includes('Through'), 'both sources');
    const access = seen.section('Access');
    expect(access).to.contain('A role on this account').and.to.contain('Through Northwind Partners');
    expect(seen.tasks()['Manage users']).to.deep.equal(['No']);
  });

  it('tells the history of the person, what they did and what was done to them', async () => {
    const { seen, owner, backend, member } = await detail('Chloé Bertrand');
    await owner.members.setRole(backend.accountId, member, 'account_manager');
    await until(() => seen.history().length > 1, 'the change, live');
    expect(seen.history()[0]).to.equal(
      'You changed the role of Chloé Bertrand; Role: from Campaign Creator to Account Manager',
    );
    await until(() => seen.role() === 'Account Manager', 'the new role, live');
  });

  it('shows devices to their owner only', async () => {
    const { seen } = await detail('Tomasz Wilk');
    expect(seen.section('Sessions and devices')).to.contain('Only Tomasz Wilk sees where they’re signed in');
    const own = await detail('Maya Okafor');
    await until(() => own.element.renderRoot.querySelector('cc-device-list'), 'own devices');
  });

  it('shows the viewer where no member is named', async () => {
    const { element } = await mfaScene<CcUserDetail>('cc-user-detail', { viewer: 'partner.creator' });
    const seen = new UserDetailHarness(element);
    await until(() => seen.heading() === 'Ngozi Balogun You', 'oneself');
    expect(seen.sections()).not.to.include('History');
  });
});

describe('cc-user-detail acting', () => {
  it('R94: changes the role at once, and undoes it', async () => {
    const { seen, element, owner, backend, member } = await detail('Tomasz Wilk');
    const changed = oneEvent(element, 'cc-role-changed');
    await seen.chooseRole('Account Manager');
    const { detail: fact } = (await changed) as CustomEvent<{ previousRoleId: string }>;
    expect([seen.role(), fact.previousRoleId]).to.deep.equal(['Account Manager', 'partner_manager']);
    await until(() => element.renderRoot.querySelector('.role-line .role:not(.busy)'), 'saved');
    await seen.press('Undo the change of Tomasz Wilk');
    await until(async () => {
      const { roleId } = await owner.members.get(backend.accountId, member.id);
      return roleId === 'partner_manager' && seen.role() === 'Partner Manager';
    }, 'the old role');
    expect(focused(element)).to.equal('Role of Tomasz Wilk: Partner Manager');
  });

  it('R59: suspends and lets in again, beside the button', async () => {
    const { seen } = await detail('Tomasz Wilk');
    await seen.act('suspend');
    await until(() => seen.facts()['Status']?.startsWith('Suspended'), 'suspended');
    await until(() => seen.told().includes('Tomasz Wilk is suspended'), 'what was done');
    expect(seen.section('Access')).to.contain('Suspended: this role opens nothing now.');
    await seen.act('reactivate');
    await until(() => seen.facts()['Status'] === 'Active', 'active');
  });

  it('removes after a question; focus goes to what stands in their place', async () => {
    const { seen, element } = await detail('Tomasz Wilk');
    await seen.act('remove');
    await until(
      () => seen.question().includes('Remove Tomasz Wilk from Northwind Partners?'),
      'the question',
    );
    const removed = oneEvent(element, 'cc-member-removed');
    await seen.confirm();
    await removed;
    await until(() => seen.heading() === 'No user of this account any more', 'gone');
    await until(() => focused(element) === 'No user of this account any more', 'focus');
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('R71: resets a second factor; R72: explains where that is not theirs to do', async () => {
    const { seen, element } = await detail('Aisha Rahman');
    await seen.act('reset');
    const cleared = oneEvent(element, 'cc-mfa-cleared');
    await seen.confirm();
    await cleared;
    await until(() => seen.facts()['Two-factor sign-in'] === 'Off', 'off');
    const shared = await detail('Priya Nair', { account: 'foxglove', viewer: 'foxglove.owner' });
    await shared.seen.act('reset');
    await shared.seen.confirm();
    await until(
      () => shared.seen.question().includes('one account must not weaken the sign-in of another'),
      'the reason',
    );
  });

  it('R58: anybody but the owner leaves, after a warning about what is lost', async () => {
    const { element } = await mfaScene<CcUserDetail>('cc-user-detail', { viewer: 'partner.creator' });
    const seen = new UserDetailHarness(element);
    await until(() => seen.heading() === 'Ngozi Balogun You', 'oneself');
    await seen.act('leave');
    await until(() => seen.question().includes('You can’t open this account any more.'), 'the warning');
    const left = oneEvent(element, 'cc-member-left');
    await seen.confirm();
    await left;
    await until(() => seen.heading() === 'You’re no user of this account any more', 'gone');
  });
});

describe('cc-user-detail guards before the click', () => {
  it('R54, R55: the owner stays, and is told the way', async () => {
    const { seen } = await detail('Maya Okafor');
    expect(seen.whyNot('leave')).to.equal('You’re the owner. Transfer ownership first.');
    expect(seen.section('Role')).to.contain('Only the owner can hand the account over.');
    expect(seen.section('Danger zone')).to.contain('open the person who takes over');
    expect(seen.whyNot('reset')).to.equal('You can’t reset your own. Change it where you manage your login.');
  });

  it('2c: says of each role why it is not offered', async () => {
    const { seen } = await detail('Priya Nair', { account: 'foxglove', viewer: 'foxglove.owner' });
    const roles = await seen.openRoles();
    const partner = roles.find(({ label }) => label === 'Partner Manager');
    expect(partner).to.deep.include({
      possible: false,
      reason: 'Not offered here, because it works across the whole partnership.',
    });
    expect(roles.filter(({ checked }) => checked).length).to.equal(1);
  });

  it('R56: the ownership needs a second factor and an active member', async () => {
    const { seen } = await detail('Tomasz Wilk');
    expect(seen.whyNot('offer')).to.equal('Tomasz Wilk needs two-factor sign-in first.');
    const suspended = await detail('Kenji Watanabe');
    expect(suspended.seen.whyNot('offer')).to.equal('Kenji Watanabe is suspended. Reactivate them first.');
  });

  it('R06: a role only a newer server knows is shown and not changed', async () => {
    const { seen, element, backend, member } = await detail('Tomasz Wilk');
    const { client } = backend;
    Object.assign(element, {
      client: {
        ...client,
        members: { ...client.members, get: async () => Promise.resolve({ ...member, roleId: 'auditor' }) },
      },
    });
    await until(() => seen.role() === 'auditor', 'the new role');
    expect(seen.section('Role')).to.contain('This app doesn’t know this role yet, so it can’t change it.');
    expect(element.renderRoot.querySelector('.role-line button')).to.equal(null);
  });

  it('read-only shows everything and offers nothing', async () => {
    const { seen, element } = await detail('Tomasz Wilk', {}, { readonly: true });
    await until(() => !seen.sections().includes('Danger zone'), 'no danger zone');
    expect(element.renderRoot.querySelectorAll('[data-act], .role-line button').length).to.equal(0);
  });
});

describe('cc-user-detail ownership', () => {
  it('R56, R57: offers it, says until when, and takes it back', async () => {
    const { seen, element, owner, backend } = await detail('Aisha Rahman');
    expect(seen.whyNot('offer')).to.equal('');
    await seen.act('offer');
    await until(() => seen.question().includes('has 72 hours to accept'), 'the question');
    expect(seen.question()).to.contain('you become an Account Manager');
    const started = oneEvent(element, 'cc-ownership-transfer-started');
    await seen.confirm();
    const { detail: fact } = (await started) as CustomEvent<{ transfer: OwnershipTransfer }>;
    expect(fact.transfer.state).to.equal('pending');
    await until(() => seen.transfer().includes('The ownership is offered to Aisha Rahman'), 'pending');
    expect(seen.whyNot('offer')).to.equal(undefined);
    await until(() => focused(element) === 'Aisha Rahman', 'focus on the name');
    await seen.press('Cancel the offer…');
    const cancelled = oneEvent(element, 'cc-ownership-transfer-cancelled');
    await seen.confirm();
    await cancelled;
    await until(() => seen.transfer() === '', 'no transfer');
    expect(await owner.ownership.get(backend.accountId)).to.equal(null);
  });

  it('R57: one at a time: who else could own it is told of the offer', async () => {
    const { seen, element, owner, backend } = await detail('Aisha Rahman');
    const { items } = await owner.members.list(backend.accountId, { mfa: 'on', status: 'active' });
    const other = items.find(({ you, displayName }) => !you && displayName !== 'Aisha Rahman') as Member;
    await owner.ownership.start(backend.accountId, { toMembershipId: other.id });
    await element.refresh();
    await until(() => seen.whyNot('offer') !== '', 'why not');
    expect(seen.whyNot('offer')).to.contain('offered to').and.to.contain('Cancel that offer first.');
  });

  it('R56: whom it is offered to accepts on their own page, and both roles change', async () => {
    const { owner, backend, member, element, seen, page } = await detail('Aisha Rahman');
    await owner.ownership.start(backend.accountId, { toMembershipId: member.id });
    const transfer = (await owner.ownership.get(backend.accountId)) as OwnershipTransfer;
    const { client } = backend;
    let accepted = false;
    const you = () => ({ ...member, you: true, roleId: accepted ? 'account_owner' : member.roleId });
    const asAisha = {
      ...client,
      members: { ...client.members, get: async () => Promise.resolve(you()) },
      ownership: {
        ...client.ownership,
        get: async () => Promise.resolve(accepted ? null : transfer),
        accept: async () => {
          accepted = true;
          return Promise.resolve({ ...transfer, state: 'accepted' });
        },
      },
    };
    Object.assign(element, { client: asAisha });
    page.append(element);
    await until(() => seen.transfer().includes('Maya Okafor offers you the ownership'), 'the offer');
    await seen.press('Accept the ownership…');
    await until(() => seen.question().includes('Maya Okafor becomes an Account Manager.'), 'the question');
    const taken = oneEvent(element, 'cc-ownership-transferred');
    await seen.confirm();
    await taken;
    await until(() => seen.role() === 'Account Owner' && seen.transfer() === '', 'the owner');
  });
});

describe('cc-user-detail events', () => {
  it('asks before it acts, and does nothing when vetoed', async () => {
    const { seen, element, owner, backend } = await detail('Aisha Rahman');
    const asked: string[] = [];
    for (const type of ['cc-member-suspend-request', 'cc-ownership-transfer-request']) {
      element.addEventListener(type, (event) => {
        event.preventDefault();
        asked.push(type);
      });
    }
    await seen.act('suspend');
    await until(() => seen.whyNot('offer') === '', 'active as before');
    await seen.act('offer');
    await until(() => seen.question(), 'the question');
    await seen.confirm();
    await until(() => asked.length === 2, 'both requests');
    expect(seen.facts()['Status']).to.equal('Active');
    expect(await owner.ownership.get(backend.accountId)).to.equal(null);
  });

  it('lets a host do it in its place', async () => {
    const { seen, element } = await detail('Aisha Rahman');
    element.addEventListener('cc-ownership-transfer-request', (event) => {
      event.respondWith(Promise.reject(new Error('The board has to agree first')));
    });
    await seen.act('offer');
    await seen.confirm();
    await until(() => element.renderRoot.querySelector('dialog [role=alert]')?.textContent, 'why not');
    expect(seen.question()).to.contain('Something went wrong, and nothing was changed.');
  });
});

describe('cc-user-detail refusal and failure', () => {
  it('says who may look', async () => {
    const scene = await detail('Tomasz Wilk');
    const { backend, element, member } = scene;
    element.memberId = undefined;
    Object.assign(element, { client: await backend.signIn('partner.creator'), memberId: member.id });
    const seen = new UserDetailHarness(element);
    await until(() => seen.heading() === 'You can’t see this person', 'refused');
    expect(element.matches(':state(refused)')).to.equal(true);
  });

  it('R01: keeps the person when they cannot be read again, and tries once more', async () => {
    const { seen, element, backend } = await detail('Tomasz Wilk');
    backend.network.offline = true;
    await element.refresh();
    await until(() => seen.message().startsWith('Not up to date.'), 'not up to date');
    expect(seen.heading()).to.equal('Tomasz Wilk');
    backend.network.offline = false;
    await seen.press('Retry');
    await until(() => seen.message() === '', 'up to date');
  });

  /** Somebody else has changed the role; nothing tells of it, and nobody can be read until it is asked what is saved. */
  async function stale() {
    let unreadable = false;
    const deaf = ({ url, method }: Request) => {
      const refused =
        url.endsWith('/events') || (unreadable && method === 'GET' && url.includes('/members/'));
      return refused ? new Response(null, { status: 502 }) : undefined;
    };
    const scene = await detail('Chloé Bertrand', { network: { intercept: deaf } });
    const { seen, owner, backend, member } = scene;
    expect(seen.role()).to.equal('Campaign Creator');
    await owner.members.setRole(backend.accountId, member, 'partner_manager');
    unreadable = true;
    await seen.chooseRole('Account Manager');
    await until(() => seen.told().includes('Somebody else changed'), 'both values');
    const saved = () => {
      unreadable = false;
      return owner.members.get(backend.accountId, member.id);
    };
    return { ...scene, saved };
  }

  it('R14: when somebody else was faster, theirs is shown, the one chosen is kept, and can be written over it', async () => {
    const { seen, saved, element } = await stale();
    expect(seen.told()).to.equal(
      'Somebody else changed Chloé Bertrand meanwhile: now Partner Manager. You chose Account Manager. Change to Account Manager Keep Partner Manager',
    );
    expect(seen.role()).to.equal('Partner Manager');
    const heard: unknown[] = [];
    element.addEventListener('cc-role-changed', ({ detail: fact }) => heard.push(fact.previousRoleId));
    await seen.press('Change to Account Manager');
    await until(() => seen.role() === 'Account Manager' && seen.told() === '', 'what was chosen');
    await until(() => heard.length === 1, 'the fact');
    expect(heard).to.deep.equal(['partner_manager']);
    expect((await saved()).roleId).to.equal('account_manager');
  });

  it('R14: theirs can be kept; nothing is sent', async () => {
    const { seen, saved } = await stale();
    const { version } = await saved();
    await seen.press('Keep Partner Manager');
    await until(() => seen.told() === '', 'peace');
    expect(seen.role()).to.equal('Partner Manager');
    const now = await saved();
    expect([now.roleId, now.version]).to.deep.equal(['partner_manager', version]);
  });

  it('says why a role could not be changed, and what still applies', async () => {
    const { seen, backend } = await detail('Tomasz Wilk');
    backend.network.offline = true;
    await seen.chooseRole('Account Manager');
    await until(() => seen.told() !== '', 'why');
    expect(seen.told()).to.contain('Role not changed. Tomasz Wilk is still Partner Manager.');
    expect(seen.role()).to.equal('Partner Manager');
  });
});
