import { expect, fixture, html } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';

import { expectAccessible } from '../support/axe.js';
import { canEmulateMedia, emulateMedia } from '../support/media.js';

describe('the browser test runner', () => {
  it('presses real keys in a focused page', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Name" />`);
    field.focus();
    await sendKeys({ type: 'héllo' });
    expect(field.value).to.equal('héllo');
    expect(document.hasFocus()).to.equal(true);
  });

  it('emulates dark scheme and forced colours, and lets go of them', async function () {
    if (!canEmulateMedia) this.skip();
    await emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    await emulateMedia();
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
  });

  it('reads the accessibility tree', async function () {
    if (!canEmulateMedia) this.skip();
    await fixture(html`<button>Send invite</button>`);
    const tree = (await a11ySnapshot({})) as unknown as { children?: { role: string; name: string }[] };
    expect(tree.children?.some((node) => node.role === 'button' && node.name === 'Send invite')).to.equal(
      true,
    );
  });

  it('lets axe look into an element, and axe finds what is wrong', async () => {
    await expectAccessible(await fixture(html`<button>Send invite</button>`));
    let message = '';
    await expectAccessible(await fixture(html`<div><button></button></div>`)).catch((error: Error) => {
      message = error.message;
    });
    expect(message).to.contain('button-name');
  });
});
