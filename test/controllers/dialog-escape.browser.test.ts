import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { opened } from '../support/asking-dialog.js';

// Apart from the other tests of dialogs: Escape also stops what a Chromium page is loading, and with it the
// connection over which the runner hears of tests that come later.
describe('DialogController on Escape', () => {
  it('opens a modal with focus inside, and gives focus back when it closes', async () => {
    const element = await opened();
    expect(element.dialog.open).to.equal(true);
    expect(element.shadowRoot?.activeElement?.localName).to.equal('input');
    await sendKeys({ press: 'Escape' });
    await aTimeout(0);
    expect([element.dialog.open, element.closed]).to.deep.equal([false, 1]);
    expect(element.shadowRoot?.activeElement?.id).to.equal('open');
  });

  it('I13: stays open on Escape while its guard says no, however often', async () => {
    const element = await opened();
    element.guarded = true;
    for (const _ of [1, 2, 3]) await sendKeys({ press: 'Escape' });
    await aTimeout(0);
    expect([element.dialog.open, element.asked]).to.deep.equal([true, 3]);
    element.guarded = false;
    await sendKeys({ press: 'Escape' });
    await aTimeout(0);
    expect(element.dialog.open).to.equal(false);
  });
});
