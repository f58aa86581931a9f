import { fixture, html } from '@open-wc/testing';
import { html as lit, type TemplateResult } from 'lit';
import { AnnounceController } from '../../src/controllers/announce.controller.js';
import { DialogController } from '../../src/controllers/dialog.controller.js';
import { CcElement } from '../../src/elements/base/cc-element.js';
import { define } from '../../src/elements/base/define.js';
import '../../src/define/provider.js';
import { dialogStyles } from '../../src/styles/dialog.js';
import { hostStyles } from '../../src/styles/host.js';
import { waitUntil } from './wait.js';

/** An element with a dialog that asks before it closes, and counts. */
export class Asking extends CcElement {
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

/** One on the page, its dialog open. */
export async function opened(): Promise<Asking> {
  const provider = await fixture(html`<cc-provider><cc-test-dialog></cc-test-dialog></cc-provider>`);
  const element = provider.querySelector('cc-test-dialog') as Asking;
  await element.updateComplete;
  element.part_('#open').focus();
  element.part_('#open').click();
  await waitUntil(() => element.dialog.open, 'the dialog');
  return element;
}
