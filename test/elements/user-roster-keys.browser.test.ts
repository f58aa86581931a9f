import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CcUserRoster } from '../../src/elements/user-roster/user-roster.js';
import { accessibilityTree, branch } from '../support/accessibility-tree.js';
import { canEmulateMedia } from '../support/media.js';
import { rosterScene } from '../support/roster.js';

/** What has focus, as a person would name it. */
const focused = ({ renderRoot }: CcUserRoster): string => {
  const active = (renderRoot as ShadowRoot).activeElement as HTMLElement | null;
  return active?.ariaLabel ?? active?.innerText.replace(/\s+/g, ' ').trim() ?? 'nothing';
};

const scene = () => rosterScene({ scenario: 'expired-invites', roster: { selectable: true } });

describe('cc-user-roster by keys', () => {
  it('K1: filters, chooses people and opens the review of what is done to them; the focus path is this one', async () => {
    const { roster, seen } = await scene();
    const press = async (...keys: string[]) => {
      const path: string[] = [];
      for (const key of keys) {
        await sendKeys({ press: key });
        path.push(focused(roster));
      }
      return path;
    };
    roster.focus();
    expect(await press('Tab', 'Tab', 'Tab', 'Tab')).to.deep.equal(['Role', 'Status', 'MFA', 'Last active']);
    await press('Enter');
    await seen.until(() => focused(roster) === 'Any time', 'the menu');
    expect(await press('ArrowDown', 'End', 'Home', 'p')).to.deep.equal([
      ...['Past 7 days', 'Never', 'Any time', 'Past 7 days'],
    ]);
    await press('Enter');
    await seen.until(() => focused(roster) === 'Last active: Past 7 days', 'focus on the filter');
    await seen.until(() => !seen.isBusy() && seen.rows().length === 3, 'three members');
    expect(await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab')).to.deep.equal([
      ...['Select all on this page', 'Name', 'Role', 'Status', 'MFA', 'Last active'],
      'Select Daniel Reyes',
    ]);
    await press('Space');
    await seen.until(() => seen.bulkBar().includes('1 selected'), 'the bar');
    expect(await press(...Array<string>(10).fill('Tab'))).to.deep.equal([
      ...['Role of Daniel Reyes: Account Manager', 'Actions for Daniel Reyes', 'Select Hannah Lindqvist'],
      ...['Role of Hannah Lindqvist: Partner Manager', 'Actions for Hannah Lindqvist'],
      ...['Select Maya Okafor', 'Actions for Maya Okafor', 'Clear', 'Change role…', 'Suspend…'],
    ]);
    await press('Enter');
    await seen.until(() => focused(roster) === 'Cancel', 'the safe button');
    await press('Escape');
    await seen.until(() => focused(roster) === 'Suspend…', 'focus where it came from');
    await sendKeys({ down: 'Shift' });
    expect(await press('Tab', 'Tab')).to.deep.equal(['Change role…', 'Clear']);
    await sendKeys({ up: 'Shift' });
    await press('Enter');
    await seen.until(() => focused(roster) === 'Select all on this page', 'focus after clearing');
  });

  it('has exactly these children: a filter, the bar of those selected, the review', async function () {
    if (!canEmulateMedia) this.skip();
    const { seen } = await scene();
    await seen.openFilter('lastActive');
    expect(branch(await accessibilityTree(), 'menu ')).to.deep.equal([
      'menu "Last active"',
      '  menuitemradio "Any time" checked=true',
      ...['Past 7 days', 'Past 30 days', 'Not for 30 days', 'Not for 90 days', 'Never'].map(
        (label) => `  menuitemradio "${label}"`,
      ),
    ]);
    await sendKeys({ press: 'Escape' });
    seen.select('Daniel Reyes');
    seen.select('luca.moretti@northwind.test');
    await seen.until(() => seen.bulkBar().includes('2 selected'), 'the bar');
    expect(branch(await accessibilityTree(), 'group "2 selected"')).to.deep.equal([
      'group "2 selected"',
      '  2 selected',
      ...['Clear', 'Change role…', 'Resend invite… 1 of 2', 'Suspend… 1 of 2', 'Remove…'].map(
        (label) => `  button "${label}"`,
      ),
    ]);
    seen.pressBulk('Suspend… 1 of 2');
    await seen.until(() => seen.bulkDialog() !== '', 'the review');
    expect(branch(await accessibilityTree(), 'dialog ')).to.deep.equal([
      'dialog "Suspend 1 person?" modal=true',
      '  heading "Suspend 1 person?" level=2',
      '  button "Close"',
      '  heading "For 1 person" level=3',
      '  list "For 1 person"',
      '    listitem level=1',
      '      Daniel Reyes',
      '      Account Manager',
      '  list',
      '    listitem level=1',
      '      They can’t open this account until somebody reactivates them.',
      '    listitem level=1',
      '      You can take it back afterwards.',
      '  heading "1 person is left out" level=3',
      '  list "1 person is left out"',
      '    listitem level=1',
      '      luca.moretti@northwind.test',
      '      Expired',
      '      Only invited so far',
      '  button "Cancel"',
      '  button "Suspend 1 person"',
      '  status',
      '  alert',
    ]);
  });
});
