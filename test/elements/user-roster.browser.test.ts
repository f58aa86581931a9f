import { expect } from '@open-wc/testing';
import type { Entry } from '../../src/elements/shared/roster/people.js';
import { rosterScene } from '../support/roster.js';

describe('cc-user-roster drawing', () => {
  it('shows the people of a partner account with name, username, address, role, status, MFA and last visit', async () => {
    const { seen } = await rosterScene();
    expect(seen.heading()).to.equal('Manage users');
    expect(seen.account()).to.equal('Northwind Partners · Partner account');
    expect(seen.names()).to.deep.equal(['Daniel Reyes', 'Hannah Lindqvist', 'Maya Okafor']);
    expect(seen.row('Daniel Reyes')).to.deep.equal({
      group: 'members',
      name: 'Daniel Reyes',
      secondary: 'partner.accounts · partner.accounts@northwind.test',
      role: 'Account Manager',
      status: 'Active',
      mfa: 'Off',
      lastActive: '12 min ago',
      note: '',
    });
    expect(seen.count()).to.equal('3 people can open this account');
  });

  it('R15: says Unlimited users on a partner account, and draws no meter', async () => {
    const { roster, seen } = await rosterScene();
    const meter = roster.renderRoot.querySelector('cc-seat-meter');
    await seen.until(() => meter?.renderRoot.textContent?.includes('Unlimited users') ?? false);
    expect(meter?.renderRoot.querySelector('[role="meter"]')).to.equal(null);
  });

  it('R24: puts those who are invited in a group of their own above the members', async () => {
    const { seen } = await rosterScene({ scenario: 'expired-invites' });
    expect(seen.groups()).to.deep.equal(['Invited 5', 'Members 3']);
    const [first] = seen.rows();
    expect(first?.group).to.equal('invited');
    expect(seen.row('luca.moretti@northwind.test').mfa).to.equal('Not yet');
    expect(seen.row('luca.moretti@northwind.test').lastActive).to.equal('Never');
  });

  it('R37: keeps expired invites, and says how each invite stands', async () => {
    const { seen } = await rosterScene({ scenario: 'expired-invites' });
    expect(seen.row('luca.moretti@northwind.test').status).to.match(/^Expired On \d+ \w+ · Resend/);
    expect(seen.row('priya.nair@northwind.test').status).to.match(/^Invited Expires (today|in 1 day)$/);
    expect(seen.row('luca.moretti@northwind.test').secondary).to.match(/^Invited by you, \d+ \w+$/);
    expect(seen.row('rhys.morgan@northwind.test').secondary).to.match(/^Invited by Daniel Reyes, \d+ \w+$/);
  });

  it('R90: shows a client who comes through the partner account, read-only and without a seat', async () => {
    const { seen } = await rosterScene({ account: 'harbourlane', viewer: 'harbourlane.owner' });
    expect(seen.groups()).to.deep.equal([
      'Members 1',
      'Access through Northwind Partners 3 No seat used. Managed on the partner account',
    ]);
    expect(seen.row('Hannah Lindqvist').role).to.equal('Partner Manager');
    expect(seen.roleButton('Hannah Lindqvist')).to.equal(null);
    const items = await seen.openMenu('Hannah Lindqvist');
    expect(items.map(({ label }) => label)).to.deep.equal(['View access']);
  });

  it('R16: at the limit Add New User stays, is switched off, and says why with a way out', async () => {
    const { roster, seen } = await rosterScene({
      scenario: 'northwind',
      account: 'bluebird',
      viewer: 'bluebird.owner',
    });
    await seen.until(() => seen.limitNote() !== '');
    expect(seen.limitNote()).to.equal(
      'You can’t add anyone yet. Standard includes 3 users, and 3 active users are using them. Remove a user, or move to a bigger plan. See Plans and Pricing',
    );
    const add = seen.addButton();
    expect(add?.ariaDisabled).to.equal('true');
    expect(roster.renderRoot.querySelector(`#${add?.getAttribute('aria-describedby')}`)).to.not.equal(null);
    add?.click();
    await roster.updateComplete;
    expect(roster.renderRoot.querySelector('cc-invite-dialog')).to.equal(null);
  });

  it('R17: counts a pending invite in the sentence about the limit', async () => {
    const { seen } = await rosterScene({
      scenario: 'seat-limit',
      account: 'bluebird',
      viewer: 'bluebird.owner',
    });
    await seen.until(() => seen.limitNote() !== '');
    expect(seen.limitNote()).to.contain(
      '2 active users and 1 pending invite are using them. Cancel an invite',
    );
  });

  it('R23: asks whom to suspend where the plan has become too small, and takes nobody away', async () => {
    const { seen } = await rosterScene({
      scenario: 'over-limit',
      account: 'bluebird',
      viewer: 'bluebird.owner',
    });
    await seen.until(() => seen.limitNote() !== '');
    expect(seen.limitNote()).to.contain('This account has more users than its plan.');
    expect(seen.limitNote()).to.contain('Suspend or remove 4 users');
    expect(seen.rows().filter(({ group }) => group === 'members')).to.have.length(7);
  });

  it('says to somebody alone that nobody else is there, and leads with Add New User', async () => {
    const { roster, seen } = await rosterScene({ scenario: 'empty' });
    expect(seen.message()).to.contain('You’re the only user so far');
    expect(seen.names()).to.deep.equal([]);
    expect(roster.matches(':state(empty)')).to.equal(true);
    expect(seen.addButton()?.classList.contains('primary')).to.equal(false);
    expect(roster.renderRoot.querySelectorAll('.button.primary')).to.have.length(1);
  });

  it('names the filters in the way when nothing is found, and drops the smallest first', async () => {
    const { seen } = await rosterScene({
      scenario: 'expired-invites',
      roster: { filter: 'q=zzz&status=expired' },
    });
    expect(seen.message()).to.contain('No expired users match “zzz”');
    seen.pressInMessage('Show any status');
    await seen.until(() => seen.message().includes('No users match “zzz”'));
    seen.pressInMessage('Clear search and filters');
    await seen.until(() => seen.names().length === 8);
    expect(seen.searchField().value).to.equal('');
  });

  it('R13: refuses the list to somebody who may not manage users, in words and without Add New User', async () => {
    const { roster, seen } = await rosterScene({ viewer: 'partner.accounts' });
    expect(seen.message()).to.contain('You can’t see the users of this account');
    expect(seen.addButton()).to.equal(null);
    expect(roster.matches(':state(refused)')).to.equal(true);
  });

  it('leaves out search and filters where five people or fewer can be seen at a glance', async () => {
    const few = await rosterScene();
    expect(few.seen.hasSearch()).to.equal(false);
    const many = await rosterScene({ scenario: 'expired-invites' });
    expect(many.seen.hasSearch()).to.equal(true);
  });

  it('leaves out what the host does not want', async () => {
    const { seen } = await rosterScene({
      scenario: 'expired-invites',
      roster: { withoutSearch: true, withoutInvite: true },
    });
    expect(seen.hasSearch()).to.equal(false);
    expect(seen.addButton()).to.equal(null);
  });

  it('changes nothing where it is read-only: roles are text and the menu only shows', async () => {
    const { seen } = await rosterScene({ scenario: 'expired-invites', roster: { readonly: true } });
    expect(seen.addButton()).to.equal(null);
    expect(seen.roleButton('Daniel Reyes')).to.equal(null);
    expect(seen.menuButton('luca.moretti@northwind.test')).to.equal(null);
    expect(await seen.openMenu('Daniel Reyes')).to.deep.equal([
      { label: 'View access', text: '', checked: false, possible: true },
    ]);
  });

  it('R54: shows the owner with a lock in place of a choice, and You beside the viewer', async () => {
    const { roster, seen } = await rosterScene();
    expect(seen.row('Maya Okafor').role).to.equal('Account Owner');
    expect(seen.roleButton('Maya Okafor')).to.equal(null);
    expect(roster.renderRoot.querySelector('[part~="role-control"][title]')?.getAttribute('title')).to.equal(
      'Only the owner can hand the account over.',
    );
    expect(roster.renderRoot.querySelector('.badge')?.textContent).to.equal('You');
  });

  it('holds long names and addresses in their columns, with the whole text at hand', async () => {
    const { roster, seen } = await rosterScene({ scenario: 'long-names' });
    const box = roster.getBoundingClientRect();
    expect(seen.names().length).to.be.greaterThan(10);
    let cut = 0;
    for (const name of roster.renderRoot.querySelectorAll<HTMLElement>('.name > bdi')) {
      name.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      const isCut = name.scrollWidth > name.clientWidth;
      expect(name.title).to.equal(isCut ? name.textContent : '');
      if (isCut) cut += 1;
      expect(name.getBoundingClientRect().right).to.be.at.most(box.right);
    }
    expect(cut).to.be.greaterThan(3);
    expect(roster.renderRoot.querySelector('script, svg[onload], img')).to.equal(null);
  });

  it('shows bars of the height of a row while the first answer is awaited', async () => {
    const { roster, seen } = await rosterScene({ early: true, network: { latency: 900 } });
    await seen.until(() => seen.isLoading(), 'bars');
    const [bar] = roster.renderRoot.querySelectorAll('.skeletons .line');
    const height = bar?.getBoundingClientRect().height ?? 0;
    expect(roster.matches(':state(busy)')).to.equal(true);
    await seen.loaded();
    expect(roster.renderRoot.querySelector('.row')?.getBoundingClientRect().height).to.be.closeTo(height, 1);
  });

  it('draws columns and menu entries of the host', async () => {
    let pressed = '';
    const { roster, seen } = await rosterScene({
      roster: {
        columns: [{ id: 'team', label: 'Team', cell: (entry: Entry) => `Team of ${entry.kind}` }],
        rowActions: (entry: Entry) => [
          { id: 'call', label: 'Call', run: () => (pressed = entry.id) },
          { id: 'fax', label: 'Fax', reason: 'Nobody has one.', run: () => (pressed = 'fax') },
        ],
      },
    });
    expect(roster.renderRoot.querySelector('th.col-own')?.textContent).to.equal('Team');
    expect(roster.renderRoot.querySelector('td.col-own')?.textContent).to.equal('Team of member');
    const items = await seen.openMenu('Daniel Reyes');
    expect(items.map(({ label }) => label)).to.deep.equal([
      'View access',
      'Suspend',
      'Reset two-factor sign-in…',
      'Call',
      'Fax',
      'Remove from this account…',
    ]);
    await seen.choose('Fax');
    expect(pressed).to.equal('');
    await seen.choose('Call');
    expect(pressed).to.match(/^mem_/);
  });
});

describe('cc-user-roster layout', () => {
  const columns = async (width: number) => {
    const { roster } = await rosterScene({ scenario: 'expired-invites', width });
    return [...roster.renderRoot.querySelectorAll<HTMLElement>('thead th')]
      .filter((head) => head.checkVisibility() && (head.closest('thead')?.offsetHeight ?? 0) > 1)
      .map((head) => head.innerText.trim())
      .filter((label) => label !== 'Actions');
  };

  it('shows all columns from 1040 px', async () => {
    expect(await columns(1100)).to.deep.equal(['Name', 'Role', 'Status', 'MFA', 'Last active']);
  });

  it('leaves out the last visit below', async () => {
    expect(await columns(800)).to.deep.equal(['Name', 'Role', 'Status', 'MFA']);
  });

  it('puts MFA under the status below 720 px, and the filters behind one button', async () => {
    expect(await columns(600)).to.deep.equal(['Name', 'Role', 'Status']);
    const { roster, seen } = await rosterScene({ scenario: 'expired-invites', width: 600 });
    expect(seen.row('Daniel Reyes').status).to.equal('Active MFA off');
    const shown = [...roster.renderRoot.querySelectorAll<HTMLElement>('.filter')].filter((one) =>
      one.checkVisibility(),
    );
    expect(shown.map((one) => one.innerText.trim())).to.deep.equal(['Filters']);
  });

  it('stands as cards below 480 px, with Add New User docked and no sideways scrolling at 320', async () => {
    const { roster, seen } = await rosterScene({ scenario: 'expired-invites', width: 320 });
    await seen.until(() => roster.matches(':state(narrow)'));
    expect(await columns(320)).to.deep.equal([]);
    expect(seen.addButton()?.classList.contains('docked')).to.equal(true);
    const panel = roster.renderRoot.querySelector('.panel') as HTMLElement;
    expect(panel.scrollWidth).to.be.at.most(320);
    expect(seen.row('Daniel Reyes').mfa).to.equal('MFA off');
    // A username longer than the row ends in it.
    const name = roster.renderRoot.querySelector('.second > .username') as HTMLElement;
    name.textContent = 'wolfe.montgomery-featherstonehaugh.of.northwind-partners-and-sons';
    expect(name.getBoundingClientRect().right).to.be.at.most(panel.getBoundingClientRect().right);
  });

  it('stands as a table or as cards where the host decides it', async () => {
    const table = await rosterScene({ width: 400, roster: { view: 'table' } });
    expect(table.roster.renderRoot.querySelector('thead')?.getBoundingClientRect().height).to.be.greaterThan(
      20,
    );
    const cards = await rosterScene({ width: 1100, roster: { view: 'cards' } });
    const [one, other] = cards.roster.renderRoot.querySelectorAll('.row');
    expect(one?.getBoundingClientRect().top).to.equal(other?.getBoundingClientRect().top);
  });
});
