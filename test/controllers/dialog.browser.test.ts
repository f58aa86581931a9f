import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { html as lit, type TemplateResult } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { AnnounceController } from '../../src/controllers/announce.controller.js';
import { DialogController } from '../../src/controllers/dialog.controller.js';
import { CcElement } from '../../src/elements/base/cc-element.js';
import { define } from '../../src/elements/base/define.js';
import '../../src/define/provider.js';
import { dialogStyles } from '../../src/styles/dialog.js';
import { hostStyles } from '../../src/styles/host.js';

class Asking extends CcElement {
  static override readonly tag: string = 'cc-test-dialog';
  static override styles = [hostStyles, dialogStyles];
  guarded = false;
  asked = 0;
  closed = 0;
  readonly announce = new AnnounceController(this);
  readonly dialog = new DialogController(this, {
    dialog: () => this.renderRoot.querySelector('dialog'),
    mayClose: () => {
      this.asked += 1;
      return !this.guarded;
    },
    closed: () => (this.closed += 1),
  });
  protected override render(): TemplateResult {
    return lit`<div>
      <button id="open" @click=${() => this.dialog.show()}>Open</button>
      <dialog class="dialog" aria-label="Ask"><input /><button>Send</button></dialog>
    </div>`;
  }
  part_<Found extends HTMLElement>(selector: string): Found {
    return this.renderRoot.querySelector(selector) as Found;
  }
}
define(Asking);

async function opened(): Promise<Asking> {
  const provider = await fixture(html`<cc-provider><cc-test-dialog></cc-test-dialog></cc-provider>`);
  const element = provider.querySelector('cc-test-dialog') as Asking;
  await element.updateComplete;
  element.part_('#open').focus();
  element.part_('#open').click();
  await aTimeout(0);
  return element;
}

describe('DialogController', () => {
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

  it('speaks from inside while open, and through the provider afterwards', async () => {
    const element = await opened();
    const dialog = element.part_('dialog');
    element.announce.say('Sending');
    expect(dialog.querySelector('[data-cc-live=polite]')?.textContent).to.equal('Sending');
    element.dialog.close();
    await aTimeout(0);
    element.announce.say('Sent');
    expect(dialog.querySelector('[data-cc-live]')).to.equal(null);
    expect(element.parentElement?.querySelector('[data-cc-live=polite]')?.textContent).to.equal('Sent');
  });

  it('can be seen once it is open', async () => {
    const element = await opened();
    await aTimeout(300);
    const { opacity, display } = getComputedStyle(element.part_('dialog'));
    expect([opacity, display]).to.deep.equal(['1', 'flex']);
    element.dialog.close();
  });

  it('T23: does not take presses in its first half second', async () => {
    const element = await opened();
    expect(element.dialog.settled).to.equal(false);
    await aTimeout(520);
    expect(element.dialog.settled).to.equal(true);
    element.dialog.close();
  });

  it('lets the provider speak again when the element is removed while open', async () => {
    const element = await opened();
    const provider = element.parentElement as HTMLElement;
    const announcer = element.settings.announcer;
    element.remove();
    await aTimeout(0);
    announcer?.say('Gone');
    expect(provider.querySelector('[data-cc-live=polite]')?.textContent).to.equal('Gone');
  });

  it('fills a page below 480 px, and is 560 px wide above', async () => {
    const element = await opened();
    expect(element.part_('dialog').getBoundingClientRect().width).to.be.closeTo(
      Math.min(560, innerWidth - 32),
      12,
    );
    element.dialog.close();
  });
});
