import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/role-matrix.js';
import type { CcRoleMatrix } from '../../src/elements/role-matrix/role-matrix.js';
import { RoleMatrixHarness } from '../../src/testing/harnesses/role-matrix.harness.js';
import { accessibilityTree } from '../support/accessibility-tree.js';
import { expectAccessible } from '../support/axe.js';
import { canEmulateMedia } from '../support/media.js';
import { waitUntil } from '../support/wait.js';

async function matrix(width = 1100, markup = html`<cc-role-matrix></cc-role-matrix>`) {
  const box = await fixture<HTMLElement>(html`<div>${markup}</div>`);
  box.style.setProperty('width', `${width}px`);
  const element = box.querySelector('cc-role-matrix') as CcRoleMatrix;
  await waitUntil(() => element.matches(':state(narrow)') === width < 720, 'the layout of this width');
  await element.updateComplete;
  return { element, seen: new RoleMatrixHarness(element) };
}

const partner = 'Added on the partner account';
const client = 'Added on a client account';

describe('cc-role-matrix drawing', () => {
  // By hand from domain.md 2a and 2b, not from the role tables.
  for (const [rule, side, role, task, answer] of [
    ['K5', partner, 'Account Manager', 'Schedule and publish', 'Yes'],
    ['R8', partner, 'Campaign Creator', 'Schedule and publish', 'No'],
    ['R8', partner, 'Campaign Creator', 'Manage billing for client accounts', 'Yes'],
    ['R6', partner, 'Account Manager', 'Purchases and billing on this account', 'No'],
    ['R6', partner, 'Account Manager', 'Edit and manage Single Billing', 'Yes'],
    ['R9', partner, 'Partner Manager', 'Create and edit campaigns', 'No'],
    ['R9', partner, 'Partner Manager', 'Copy campaigns to client accounts', 'No'],
    ['R9', partner, 'Partner Manager', 'Use partnership tools', 'Yes'],
    ['R8', partner, 'Campaign Creator', 'Create and edit campaigns of client accounts', 'Yes'],
    ['R8', partner, 'Campaign Creator', 'Schedule and publish for client accounts', 'No'],
    ['R8', partner, 'Campaign Creator', 'Edit contact lists of client accounts', 'No'],
    ['R10', partner, 'Partner Manager', 'Create and edit campaigns of client accounts', 'Yes'],
    ['R10', partner, 'Partner Manager', 'Manage users of client accounts', 'Yes'],
    ['R7', client, 'Account Manager', 'Purchases and billing on this account', 'No'],
    ['R4', client, 'Account Manager', 'Open the partner account', 'No'],
    ['R5', client, 'Campaign Creator', 'Open client accounts', 'This one only'],
    ['K10', client, 'Campaign Creator', 'Create and edit contact lists', 'No'],
  ] as const) {
    it(`${rule}: ${role}, ${side.toLowerCase()}, ${task.toLowerCase()}: ${answer}`, async () => {
      const { seen } = await matrix();
      expect(seen.answer(side, role, task)).to.equal(answer);
    });
  }

  it('R1: explains why Partner Manager is not offered on a client, once', async () => {
    const { element } = await matrix();
    const closed = element.renderRoot.querySelectorAll('.closed');
    expect(closed.length).to.equal(1);
    expect(closed[0]?.textContent).to.contain('Not offered on client accounts.');
  });

  it('makes the column of a role stand out, on one side or on both', async () => {
    const { element } = await matrix(
      1100,
      html`<cc-role-matrix highlight="parent:campaign_creator"></cc-role-matrix>`,
    );
    expect(element.renderRoot.querySelectorAll('th.highlighted').length).to.equal(1);
    element.highlight = 'campaign_creator';
    await element.updateComplete;
    expect(element.renderRoot.querySelectorAll('th.highlighted').length).to.equal(2);
  });
});

describe('cc-role-matrix acting', () => {
  it('makes the row and the column under the pointer stand out together', async () => {
    const { element, seen } = await matrix();
    const cell = seen.cells().find((one) => one.getAttribute('headers')?.includes('parent-campaign_creator'));
    cell?.firstElementChild?.dispatchEvent(
      new PointerEvent('pointerover', { bubbles: true, composed: true }),
    );
    await element.updateComplete;
    const pointed = [...element.renderRoot.querySelectorAll('.pointed')];
    expect(pointed.length).to.equal(15);
    for (const one of pointed)
      expect([one.id, one.getAttribute('headers')].join(' ')).to.contain('parent-campaign_creator');
    element.renderRoot.querySelector('table')?.dispatchEvent(new PointerEvent('pointerleave'));
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.pointed')).to.equal(null);
  });

  it('shows one side when it is chosen', async () => {
    const { seen } = await matrix();
    expect(seen.sides()).to.deep.equal([partner, client]);
    await seen.choose('child');
    expect(seen.sides()).to.deep.equal([client]);
  });

  it('shows one side at a time under 720 px, the partner account first', async () => {
    const { seen, element } = await matrix(500);
    expect(seen.sides()).to.deep.equal([partner]);
    expect(element.matches(':state(narrow)')).to.equal(true);
    await seen.choose('child');
    expect(seen.sides()).to.deep.equal([client]);
  });
});

describe('cc-role-matrix events', () => {
  it('takes the roles of a host, with rights of its own', async () => {
    const { element, seen } = await matrix();
    element.roles = [{ id: 'editor', label: 'Editor', parent: ['campaigns.edit'], children: [], child: [] }];
    await element.updateComplete;
    expect(seen.answer(partner, 'Editor', 'Create and edit campaigns')).to.equal('Yes');
    expect(seen.answer(partner, 'Editor', 'Use partnership tools')).to.equal('No');
  });
});

describe('cc-role-matrix refusal and failure', () => {
  it('draws without any client, and takes an unknown highlight for none', async () => {
    const { element, seen } = await matrix(1100, html`<cc-role-matrix highlight="captain"></cc-role-matrix>`);
    expect(seen.cells().length).to.equal(71);
    expect(element.renderRoot.querySelector('.highlighted')).to.equal(null);
  });
});

describe('cc-role-matrix accessibility', () => {
  it('gives every cell its whole chain of headers', async () => {
    const { seen } = await matrix();
    for (const cell of seen.cells().filter((one) => !one.classList.contains('closed'))) {
      const chain = seen.headers(cell);
      expect(chain.length).to.equal(4);
      expect(chain).to.not.include('');
    }
  });

  for (const width of [1100, 360]) {
    it(`has no axe findings at ${width} px`, async () => {
      const { element } = await matrix(width);
      await expectAccessible(element);
    });
  }

  it('has exactly this tree', async function () {
    if (!canEmulateMedia) this.skip();
    await matrix(1100, html`<cc-role-matrix view="child"></cc-role-matrix>`);
    expect(await accessibilityTree()).to.deep.equal([
      'region "What each role can do"',
      '  heading "What each role can do" level=2',
      '  paragraph',
      '    The account you add someone on matters as much as the role you give them.',
      '  group "Show roles added on"',
      '    Legend',
      '      Show roles added on',
      '    radio "Both"',
      '    Both',
      '    radio "Partner account"',
      '    Partner account',
      '    radio "Client account" checked=true',
      '    Client account',
      '  table "What each role can do, by the account someone is added on"',
      '    caption',
      '      What each role can do, by the account someone is added on',
      '    rowgroup',
      '      row',
      '        cell',
      '        columnheader "Added on a client account"',
      '      row',
      '        columnheader "Account Manager"',
      '        columnheader "Campaign Creator"',
      '        columnheader "Partner Manager"',
      '    row',
      '      columnheader "Campaigns"',
      '      cell "Not offered on client accounts. It works across the whole partnership."',
      '        Not offered on client accounts.',
      '        It works across the whole partnership.',
      '    row',
      '      rowheader "Create and edit campaigns"',
      '      cell "Yes"',
      '      cell "Yes"',
      '    row',
      '      rowheader "Schedule and publish"',
      '      cell "Yes"',
      '      cell "No"',
      '    row',
      '      rowheader "Copy campaigns to client accounts"',
      '      cell "No"',
      '      cell "No"',
      '    row',
      '      columnheader "Contacts"',
      '    row',
      '      rowheader "Create and edit contact lists"',
      '      cell "Yes"',
      '      cell "No"',
      '    row',
      '      columnheader "Accounts"',
      '    row',
      '      rowheader "Open client accounts"',
      '      cell "This one only"',
      '      cell "This one only"',
      '    row',
      '      rowheader "Create and edit campaigns of client accounts"',
      '      cell "This one only"',
      '      cell "This one only"',
      '    row',
      '      rowheader "Schedule and publish for client accounts"',
      '      cell "This one only"',
      '      cell "No"',
      '    row',
      '      rowheader "Edit contact lists of client accounts"',
      '      cell "This one only"',
      '      cell "No"',
      '    row',
      '      rowheader "Open the partner account"',
      '      cell "No"',
      '      cell "No"',
      '    row',
      '      rowheader "Use partnership tools"',
      '      cell "No"',
      '      cell "No"',
      '    row',
      '      rowheader "Manage users of client accounts"',
      '      cell "No"',
      '      cell "No"',
      '    row',
      '      columnheader "Billing"',
      '    row',
      '      rowheader "Manage billing for client accounts"',
      '      cell "No"',
      '      cell "No"',
      '    row',
      '      rowheader "Edit and manage Single Billing"',
      '      cell "No"',
      '      cell "No"',
      '    row',
      '      rowheader "Purchases and billing on this account"',
      '      cell "No"',
      '      cell "No"',
      '  The Account Owner can do everything on their own account.',
    ]);
  });
});
