import { expect, oneEvent } from '@open-wc/testing';
import '../../src/define/provider.js';
import '../../src/define/user-roster.js';
import type { CcUserRoster } from '../../src/elements/user-roster/user-roster.js';
import type { MockOptions } from '../../src/mock/index.js';
import { UserRosterHarness } from '../../src/testing/harnesses/user-roster.harness.js';
import { expectAccessible } from '../support/axe.js';
import { mfaScene, until } from '../support/mfa-scene.js';

async function roster(person: string, options: MockOptions = {}) {
  const scene = await mfaScene<CcUserRoster>('cc-user-roster', { scenario: 'northwind', ...options });
  const seen = new UserRosterHarness(scene.element);
  await until(() => seen.names().includes(person), 'the people');
  return { ...scene, seen };
}

const inDialog = ({ element }: { element: CcUserRoster }) =>
  element.shadowRoot?.querySelector('dialog[open]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Confirms, once the button is no longer inert. */
async function confirm({ element }: { element: CcUserRoster }): Promise<void> {
  await new Promise((settled) => setTimeout(settled, 600));
  element.shadowRoot?.querySelector<HTMLElement>('dialog[open] .submit')?.click();
}

describe('cc-user-roster: resetting a second factor', () => {
  it('R71: says what stops and what comes next, then the row shows it off', async () => {
    const scene = await roster('Aisha Rahman');
    await scene.seen.act('Aisha Rahman', 'Reset two-factor sign-in…');
    await until(
      () => inDialog(scene).includes('set up a new second factor at their next sign-in'),
      'the question',
    );
    await expectAccessible(scene.element);
    const cleared = oneEvent(scene.element, 'cc-mfa-cleared');
    await confirm(scene);
    const { detail } = (await cleared) as CustomEvent<{ member: { mfaActive: boolean } }>;
    expect(detail.member.mfaActive).to.equal(false);
    await until(() => inDialog(scene) === '', 'the question is gone');
  });

  it('R72: for somebody shared with others the question is replaced by the reason and the way out', async () => {
    const scene = await roster('Priya Nair', { viewer: 'foxglove.owner', account: 'foxglove' });
    await scene.seen.act('Priya Nair', 'Reset two-factor sign-in…');
    await until(() => inDialog(scene) !== '', 'the question');
    await confirm(scene);
    await until(
      () => inDialog(scene).includes('one account must not weaken the sign-in of another'),
      'the reason',
    );
    expect(inDialog(scene)).to.contain('can sign in with a recovery code');
    expect(scene.element.shadowRoot?.querySelector('dialog[open] .submit')).to.equal(null);
    expect(scene.element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Got it');
    await expectAccessible(scene.element);
  });

  it('R71: never for an owner or oneself, nor where there is nothing to reset', async () => {
    const { seen } = await roster('Tomasz Wilk');
    const reset = (await seen.openMenu('Tomasz Wilk')).find(({ label }) => label.startsWith('Reset'));
    expect(reset).to.deep.include({ possible: false, text: 'They have no second factor yet.' });
    const own = await roster('Maya Okafor');
    const labels = (await own.seen.openMenu('Maya Okafor')).map(({ label }) => label);
    expect(labels.some((label) => label.startsWith('Reset'))).to.equal(false);
  });
});
