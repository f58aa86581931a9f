import { expect } from '@open-wc/testing';
import '../../src/define/invite-dialog.js';
import '../../src/define/user-roster.js';
import type { CcInviteDialog } from '../../src/elements/invite-dialog/invite-dialog.js';
import { InviteDialogHarness } from '../../src/testing/harnesses/invite-dialog.harness.js';
import { rosterScene } from '../support/roster.js';

describe('cc-user-roster: from the invite dialog back to the list', () => {
  it('I05: somebody who is a user already is found, with focus on their row', async () => {
    const { roster, seen } = await rosterScene({ scenario: 'northwind' });
    await seen.until(() => seen.names().length > 0);
    roster.filter = 'role=partner_manager';
    await seen.until(() => seen.addButton() !== null);
    seen.addButton()?.click();
    await seen.until(() => roster.renderRoot.querySelector('cc-invite-dialog') !== null);
    const dialog = new InviteDialogHarness(
      roster.renderRoot.querySelector('cc-invite-dialog') as CcInviteDialog,
    );
    await dialog.until(() => dialog.isOpen() && dialog.roles().options().length > 0, 'the form');
    await dialog.type('aisha@northwind.test');
    await dialog.sendAndAgree();
    await dialog.until(() => dialog.faults().length > 0, 'the refusal');
    await dialog.press('Show aisha@northwind.test');
    await seen.until(() => seen.names().length === 1);
    expect(dialog.isOpen()).to.equal(false);
    expect(roster.filter).to.equal('q=aisha%40northwind.test');
    const row = () => roster.shadowRoot?.activeElement?.closest('[data-row]');
    await seen.until(() => row() !== null && row() !== undefined);
    expect(row()?.textContent).to.contain('aisha@northwind.test');
  });
});
