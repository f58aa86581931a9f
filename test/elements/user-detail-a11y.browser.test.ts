import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { accessibilityTree } from '../support/accessibility-tree.js';
import { expectAccessible } from '../support/axe.js';
import { detail, focused } from '../support/detail.js';
import { canEmulateMedia } from '../support/media.js';
import type { Account, EffectiveAccess, Member, OwnershipTransfer } from '../../src/client/index.js';
import { aMember } from '../../src/testing/index.js';
import { anEntry } from '../support/history.js';
import { until } from '../support/mfa-scene.js';
import { stubClient } from '../support/stub-client.js';
import { keepsItsPromises } from '../support/suites.js';

describe('cc-user-detail accessibility', () => {
  it('passes every rule of axe: a page, a menu, a question, oneself, gone', async () => {
    const { element, seen } = await detail('Aisha Rahman', {}, { layout: 'page' });
    await until(() => seen.history().length > 0, 'the history');
    await expectAccessible(element);
    await seen.openRoles();
    await expectAccessible(element);
    await sendKeys({ press: 'Escape' });
    await seen.act('offer');
    await until(() => seen.question(), 'the question');
    await expectAccessible(element);
    const own = await detail('Maya Okafor');
    await until(() => own.element.renderRoot.querySelector('cc-device-list'), 'own devices');
    await expectAccessible(own.element);
    Object.assign(own.element, { memberId: 'mem_0000000000000000000000' });
    await until(() => own.seen.heading() === 'No user of this account any more', 'gone');
    await expectAccessible(own.element);
  });

  it('is worked by keys alone; the focus path is this one', async () => {
    const { element, seen } = await detail('Aisha Rahman');
    await until(() => seen.history().length > 0, 'the history');
    element.focus();
    element.renderRoot.querySelector<HTMLElement>('.role')?.focus();
    const path = [focused(element)];
    for (let step = 0; step < 4; step += 1) {
      await sendKeys({ press: 'Tab' });
      path.push(focused(element));
    }
    expect(path).to.deep.equal([
      'Role of Aisha Rahman: Account Manager',
      'Reset two-factor sign-in…',
      ...['Offer ownership…', 'Suspend', 'Remove from this account…'],
    ]);
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element) === 'Cancel', 'the safe button');
    await sendKeys({ press: 'Escape' });
    await until(() => focused(element) === 'Remove from this account…', 'back');
    element.renderRoot.querySelector<HTMLElement>('.role')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => focused(element).startsWith('Account Manager'), 'the role in force');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(element)).to.match(/^Campaign Creator/);
    await sendKeys({ press: 'Escape' });
    expect(focused(element)).to.equal('Role of Aisha Rahman: Account Manager');
  });

  it('has exactly this tree', async function () {
    if (!canEmulateMedia) this.skip();
    const { element, seen } = await detail('Aisha Rahman', {
      now: new Date('2026-11-22T12:00:00Z'),
    });
    await until(() => seen.history().length > 0, 'the history');
    await until(() => seen.section('Role').includes('240'), 'the reach');
    await element.updateComplete;
    const tree = await accessibilityTree();
    expect(tree).to.deep.equal([
      'status',
      'alert',
      'article',
      '  sectionheader',
      '    heading "Aisha Rahman" level=2',
      '    paragraph',
      '      aisha.rahman',
      '      ·',
      '      aisha@northwind.test',
      '    DescriptionList',
      '      term "Status"',
      '      definition',
      '        Active',
      '      term "Two-factor sign-in"',
      '      definition',
      '        On',
      '      term "Last active"',
      '      definition',
      '        time',
      '      term "User since"',
      '      definition',
      '        time',
      '  heading "Role" level=3',
      '  button "Role of Aisha Rahman: Account Manager" haspopup=menu',
      '  paragraph',
      '    Runs lists and campaigns from draft to publish, and manages client billing and Single Billing, but not this account’s own billing.',
      '  table "What Account Manager can do"',
      '    caption',
      '      What Account Manager can do',
      '    rowgroup',
      '      row',
      '        columnheader "Task"',
      '        columnheader "On this account"',
      '        columnheader "On client accounts"',
      '    row',
      '      rowheader "Create and edit campaigns"',
      '      cell "Yes"',
      '      cell "Yes"',
      '    row',
      '      rowheader "Schedule and publish"',
      '      cell "Yes"',
      '      cell "Yes"',
      '    row',
      '      rowheader "Change contact lists"',
      '      cell "Yes"',
      '      cell "Yes"',
      '    row',
      '      rowheader "Purchases and billing"',
      '      cell "No"',
      '      cell "Yes"',
      '    row',
      '      rowheader "Manage users"',
      '      cell "No"',
      '      cell "No"',
      '  paragraph',
      '    Reaches all 240 client accounts through this role.',
      '  heading "Access" level=3',
      '  paragraph',
      '    Where their access to this account comes from. Each is enough by itself.',
      '  list',
      '    listitem level=1',
      '      paragraph',
      '        A role on this account',
      '      paragraph',
      '        Account Manager',
      '        , since',
      '        5 Jul 2024',
      '        .',
      '        By an invite.',
      '  heading "Two-factor sign-in" level=3',
      '  paragraph',
      '    On',
      '  paragraph',
      '    A code from their app is asked for on devices that aren’t remembered.',
      '  button "Reset two-factor sign-in…"',
      '  heading "Sessions and devices" level=3',
      '  paragraph',
      '    Only',
      '    Aisha Rahman',
      '    sees where they’re signed in and which devices are remembered. A reset of two-factor sign-in ends them all.',
      '  heading "History" level=3',
      '  paragraph',
      '    What',
      '    Aisha Rahman',
      '    did on this account, and what was done to them.',
      '  list "History"',
      '    listitem level=1',
      '      paragraph',
      '        Aisha Rahman',
      '        became a user',
      '      paragraph',
      '        Role: Account Manager',
      '      time',
      '  heading "Danger zone" level=3',
      '  heading "Ownership" level=4',
      '  paragraph',
      '    Aisha Rahman',
      '    becomes the Account Owner once they accept, and the owner of today an Account Manager.',
      '  button "Offer ownership…"',
      '  heading "Suspend" level=4',
      '  paragraph',
      '    Aisha Rahman',
      '    can’t open this account until somebody lets them in again. Their work stays.',
      '  button "Suspend"',
      '  heading "Remove user" level=4',
      '  paragraph',
      '    Aisha Rahman',
      '    loses the role on this account. Their work stays.',
      '  button "Remove from this account…"',
    ]);
  });
});

/** Everything that is drawn: a member of a client account who is offered the ownership, and comes through its partner too. */
function client() {
  const member: Member = {
    ...aMember({ username: 'zz', roleId: 'account_manager' }),
    accountId: 'acc_1',
    mfaActive: true,
  };
  const party = { membershipId: member.id, userId: member.userId, displayName: 'Zz', username: 'zz' };
  const account = {
    id: 'acc_1',
    name: 'Nrth',
    kind: 'child',
    parent: null,
    childCount: 0,
    mfaPolicy: 'encouraged',
  };
  const through = { ...member, effectiveRoleId: 'account_manager', lastEnteredAt: null, since: null };
  return stubClient({
    accounts: {
      get: async () => Promise.resolve(account as unknown as Account),
      access: async () =>
        Promise.resolve({
          userId: 'u9',
          targetAccountId: 'acc_1',
          capabilities: ['users.manage', 'audit.read', 'ownership.transfer'],
          grants: [],
        } as EffectiveAccess),
    },
    members: { get: async () => Promise.resolve(member) },
    roles: { list: async () => Promise.resolve({ items: [] }) },
    seats: { get: async () => Promise.resolve({ limit: null, available: null, overLimit: false } as never) },
    ownership: {
      get: async () =>
        Promise.resolve({
          ...{ id: 'own_1', accountId: 'acc_1', from: party, to: party, state: 'pending', version: 1 },
          ...{ createdAt: member.createdAt, expiresAt: '2026-11-24T15:00:00.000Z', decidedAt: null },
        } as OwnershipTransfer),
    },
    links: {
      partnerPeople: async () =>
        Promise.resolve({ parent: { id: 'acc_0', name: 'Prtnr' }, items: [through] } as never),
    },
    audit: {
      list: async () => Promise.resolve({ items: [anEntry(1, 'member.role-changed')], nextCursor: null }),
      stream: () => () => undefined,
    },
    capabilities: (async () => Promise.resolve({ features: [] })) as never,
  });
}

keepsItsPromises('with everything', {
  tag: 'cc-user-detail',
  client,
  properties: { memberId: aMember({ username: 'zz' }).id },
});
