import { expect } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import type { Account, EffectiveAccess, Invitation, Member } from '../../src/client/index.js';
import type { CcUserRoster } from '../../src/elements/user-roster/user-roster.js';
import { expectAccessible } from '../support/axe.js';
import { canEmulateMedia, emulateMedia } from '../support/media.js';
import { rosterScene } from '../support/roster.js';
import { stubClient, type StubClient } from '../support/stub-client.js';
import { keepsItsPromises } from '../support/suites.js';

/** What has focus, as a person would name it. */
function focusName({ renderRoot }: CcUserRoster): string {
  const active = (renderRoot as ShadowRoot).activeElement as HTMLElement | null;
  if (!active) return 'nothing';
  const label = active.ariaLabel ?? active.getAttribute('aria-label') ?? active.innerText;
  return label.replace(/\s+/g, ' ').trim();
}

interface TreeNode {
  role: string;
  name?: string;
  children?: TreeNode[];
}

const flat = (node: TreeNode): TreeNode[] => [node, ...(node.children ?? []).flatMap(flat)];

describe('cc-user-roster accessibility', () => {
  it('passes every rule of axe as a table, with the groups of a client account', async () => {
    const { roster, seen } = await rosterScene({
      scenario: 'northwind',
      account: 'bluebird',
      viewer: 'bluebird.owner',
    });
    await seen.until(() => seen.limitNote() !== '');
    await expectAccessible(roster);
  });

  it('passes every rule of axe as cards, and with invites', async () => {
    const { roster } = await rosterScene({ scenario: 'expired-invites', width: 360 });
    await expectAccessible(roster);
  });

  it('passes every rule of axe with a menu, a question and a note', async () => {
    const { roster, seen } = await rosterScene();
    await seen.chooseRole('Daniel Reyes', 'Campaign Creator');
    await seen.until(() => seen.undoButton('Daniel Reyes') !== null);
    await seen.openRoles('Hannah Lindqvist');
    await expectAccessible(roster);
    await sendKeys({ press: 'Escape' });
    await seen.act('Daniel Reyes', 'Remove from this account…');
    await seen.asked();
    await expectAccessible(roster);
  });

  it('passes every rule of axe alone, refused, failed and with nothing found', async () => {
    for (const options of [
      { scenario: 'empty' as const },
      { viewer: 'partner.accounts' },
      { network: { offline: true } },
      { scenario: 'expired-invites' as const, roster: { filter: 'q=zzz' } },
    ]) {
      const { roster } = await rosterScene(options);
      await expectAccessible(roster);
    }
  });

  it('is a table to assistive technology, in every width', async function () {
    if (!canEmulateMedia) this.skip();
    for (const width of [1100, 360]) {
      const { roster, provider } = await rosterScene({ width });
      const tree = (await a11ySnapshot({})) as unknown as TreeNode;
      const seen = flat(tree).map(({ role, name }) => `${role} ${name ?? ''}`.trim());
      expect(seen, String(width)).to.include('button Role of Daniel Reyes: Account Manager');
      expect(seen, String(width)).to.include('button Actions for Daniel Reyes');
      // What the layout takes from the native elements stands on them as a role.
      const roles = [...roster.renderRoot.querySelectorAll('table, table tr, table th, table td')];
      expect(roles.filter((part) => !part.hasAttribute('role'))).to.deep.equal([
        ...roster.renderRoot.querySelectorAll('thead th:not([role])'),
      ]);
      provider.remove();
    }
  });

  it('K1: is worked by keys alone: tab order, menu keys, and focus that always comes back', async () => {
    const { roster, seen } = await rosterScene({ scenario: 'expired-invites' });
    roster.focus();
    const path = [focusName(roster)];
    for (let step = 0; step < 11; step += 1) {
      await sendKeys({ press: 'Tab' });
      path.push(focusName(roster));
    }
    expect(path).to.deep.equal([
      ...['Search name, username or email', 'Role', 'Status', 'MFA', 'Last active'],
      ...['Name', 'Role', 'Status', 'MFA', 'Last active'],
      'Role of priya.nair@northwind.test: Campaign Creator',
      'Actions for priya.nair@northwind.test',
    ]);
    seen.menuButton('Daniel Reyes')?.focus();
    await sendKeys({ press: 'Enter' });
    await seen.until(() => focusName(roster) === 'View access');
    await sendKeys({ press: 'ArrowDown' });
    expect(focusName(roster)).to.equal('Suspend');
    await sendKeys({ press: 'End' });
    expect(focusName(roster)).to.equal('Remove from this account…');
    await sendKeys({ press: 'Home' });
    expect(focusName(roster)).to.equal('View access');
    await sendKeys({ press: 's' });
    expect(focusName(roster)).to.equal('Suspend');
    await sendKeys({ press: 'Escape' });
    expect(seen.isMenuOpen()).to.equal(false);
    expect(focusName(roster)).to.equal('Actions for Daniel Reyes');
    await sendKeys({ press: 'ArrowUp' });
    await seen.until(() => focusName(roster) === 'Remove from this account…');
    await sendKeys({ press: 'Tab' });
    expect(seen.isMenuOpen()).to.equal(false);
    expect(focusName(roster)).to.equal('Role of Hannah Lindqvist: Partner Manager');
  });

  it('K1: chooses a role by keys, starting at the one in force', async () => {
    const { roster, seen } = await rosterScene();
    seen.roleButton('Hannah Lindqvist')?.focus();
    await sendKeys({ press: 'Enter' });
    await seen.until(() => seen.isMenuOpen() && focusName(roster).startsWith('Partner Manager'));
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    await seen.until(() => seen.row('Hannah Lindqvist').role === 'Campaign Creator');
    expect(focusName(roster)).to.equal('Role of Hannah Lindqvist: Campaign Creator');
  });

  it('a press on the open button closes the menu, and a press outside too', async () => {
    const { seen } = await rosterScene();
    const button = seen.menuButton('Daniel Reyes');
    await seen.openMenu('Daniel Reyes');
    button?.click();
    await seen.until(() => !seen.isMenuOpen());
    expect(button?.getAttribute('aria-expanded')).to.equal('false');
    await seen.openMenu('Hannah Lindqvist');
    expect(seen.menuButton('Hannah Lindqvist')?.getAttribute('aria-expanded')).to.equal('true');
  });

  it('the search key moves to the search field, but never out of a field or another control', async () => {
    const { roster, seen } = await rosterScene({ scenario: 'expired-invites' });
    await sendKeys({ press: '/' });
    expect(seen.focused()).to.equal(seen.searchField());
    await sendKeys({ press: '/' });
    expect(seen.searchField().value).to.equal('/');
    await sendKeys({ press: 'Escape' });
    await seen.until(() => seen.searchField().value === '');
    const field = document.createElement('input');
    roster.after(field);
    field.focus();
    await sendKeys({ press: '/' });
    expect(field.value).to.equal('/');
  });

  it('every control is at least 24 px in both directions', async () => {
    const { roster } = await rosterScene({ scenario: 'expired-invites' });
    const small = [...roster.renderRoot.querySelectorAll<HTMLElement>('button:not(.link), input')]
      .filter((control) => control.checkVisibility() && !control.closest('.field-box'))
      .filter((control) => Math.min(control.offsetWidth, control.offsetHeight) < 24);
    expect(small.map(({ outerHTML }) => outerHTML.slice(0, 100))).to.deep.equal([]);
  });

  it('keeps borders and focus visible in forced colours', async function () {
    if (!canEmulateMedia) this.skip();
    await emulateMedia({ forcedColors: 'active' });
    const { roster, seen } = await rosterScene();
    const role = seen.roleButton('Daniel Reyes') as HTMLElement;
    (roster.renderRoot.querySelector('th.col-last button') as HTMLElement).focus();
    await sendKeys({ press: 'Tab' });
    const { borderTopWidth, borderTopColor, backgroundColor, outlineStyle } = getComputedStyle(role);
    await emulateMedia();
    expect([borderTopWidth, outlineStyle]).to.deep.equal(['1px', 'solid']);
    expect(borderTopColor).to.not.equal(backgroundColor);
  });

  it('moves nothing where motion is not wanted', async function () {
    if (!canEmulateMedia) this.skip();
    await emulateMedia({ reducedMotion: 'reduce' });
    const { roster } = await rosterScene({ early: true, network: { latency: 600 } });
    const bar = roster.renderRoot.querySelector('.skeleton') as Element;
    const { animationName } = getComputedStyle(bar);
    await emulateMedia();
    expect(animationName).to.equal('cc-appear');
  });

  it('lies right to left: the name column starts at the right, addresses run left to right', async () => {
    const { roster, provider, seen } = await rosterScene();
    provider.dir = 'rtl';
    provider.locale = 'ar';
    await seen.until(() => getComputedStyle(roster).direction === 'rtl');
    const box = roster.getBoundingClientRect();
    const avatar = roster.renderRoot.querySelector('.avatar')?.getBoundingClientRect();
    expect(box.right - (avatar?.right ?? 0)).to.be.below(40);
    const address = roster.renderRoot.querySelector('.second bdi') as Element;
    expect(getComputedStyle(address).direction).to.equal('ltr');
  });
});

// Words of the catalogue have no plain vowels in the pseudo-locale, so the data has none either.
function client(): StubClient {
  const at = '2020-11-22T09:00:00.000Z';
  const member = {
    id: 'm1',
    userId: 'u1',
    accountId: 'acc_1',
    displayName: 'Dnl Rys',
    username: 'dnl',
    email: 'dnl@x.tst',
  };
  const rest = { gate: 'none', source: 'bulk', mfaActive: false, you: false, invitedBy: null, version: 1 };
  const times = { suspendedAt: null, suspendedBy: null, createdAt: at, lastActiveAt: null };
  const people = [
    'account_manager',
    'account_owner',
    'campaign_creator',
    'partner_manager',
    'account_manager',
    'campaign_creator',
  ].map(
    (roleId, index) =>
      ({
        ...member,
        ...rest,
        ...times,
        id: `m${index}`,
        roleId,
        status: index === 4 ? 'suspended' : 'active',
      }) as Member,
  );
  const invitation = {
    ...{
      id: 'i1',
      accountId: 'acc_1',
      email: 'prv@x.tst',
      name: null,
      roleId: 'campaign_creator',
      state: 'expired',
    },
    ...{
      delivery: 'sent',
      expiresAt: at,
      createdAt: at,
      sentCount: 1,
      lastSentAt: at,
      resendAvailableAt: null,
    },
    ...{ invitedBy: { userId: 'u1', displayName: null, you: true }, inviterMayGrant: true, version: 1 },
  } as Invitation;
  const account = {
    id: 'acc_1',
    name: 'Nrthwnd',
    kind: 'parent',
    parent: null,
    childCount: 3,
    mfaPolicy: 'encouraged',
  } as Account;
  const seats = {
    accountId: 'acc_1',
    limit: 3,
    used: 3,
    reserved: 0,
    available: 0,
    overLimit: false,
    planName: 'Stndrd',
    planUrl: null,
    ownerUsesSeat: true,
  };
  const access = {
    userId: 'u9',
    targetAccountId: 'acc_1',
    capabilities: ['users.manage'],
    grants: [],
  } as EffectiveAccess;
  return stubClient({
    accounts: { get: async () => account, access: async () => access },
    members: { list: async () => ({ items: people, nextCursor: null, total: people.length }) },
    invitations: { list: async () => ({ items: [invitation], nextCursor: null, total: 1 }) },
    links: { partnerPeople: async () => ({ parent: null, items: [] }) },
    seats: { get: async () => seats },
    roles: { list: async () => ({ items: [] }) },
  });
}

keepsItsPromises('with a list', { tag: 'cc-user-roster', client });
