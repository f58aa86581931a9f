import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { html as lit, type TemplateResult } from 'lit';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { menuTarget } from '../../src/controllers/menu-keys.js';
import { follow } from '../../src/controllers/placement.js';
import { PopoverController } from '../../src/controllers/popover.controller.js';
import { CcElement } from '../../src/elements/base/cc-element.js';
import { define } from '../../src/elements/base/define.js';
import { hostStyles } from '../../src/styles/host.js';
import { menuStyles } from '../../src/styles/menu.js';
import { canEmulateMedia } from '../support/media.js';
import { waitUntil } from '../support/wait.js';

class Menus extends CcElement {
  static override readonly tag: string = 'cc-test-menu';
  static override styles = [hostStyles, menuStyles];
  toggles: boolean[] = [];
  readonly popover_ = new PopoverController(this, {
    popover: () => this.renderRoot.querySelector<HTMLElement>('.menu'),
    toggled: (open) => this.toggles.push(open),
  });
  protected override render(): TemplateResult {
    return lit`<div>
      <button id="one" @click=${this.#onPress}>One</button>
      <p>Between</p>
      <button id="two" @click=${this.#onPress}>Two</button>
      <div class="popover menu" popover role="menu">
        ${['View access', 'Suspend', 'Remove'].map(
          (text) => lit`<button class="menu-item" role="menuitem" @keydown=${this.#onKey}>${text}</button>`,
        )}
      </div>
    </div>`;
  }
  readonly #onPress = (event: Event): void => {
    void this.popover_.toggle(event.currentTarget as HTMLElement);
  };
  readonly #onKey = (event: KeyboardEvent): void => {
    menuTarget(event, this.items, this.shadowRoot?.activeElement ?? null)?.focus();
  };
  get items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.menu-item')];
  }
  get menu(): HTMLElement {
    return this.renderRoot.querySelector('.menu') as HTMLElement;
  }
  button(id: string): HTMLElement {
    return this.renderRoot.querySelector(`#${id}`) as HTMLElement;
  }
}
define(Menus);

async function menus(): Promise<Menus> {
  return fixture<Menus>(html`<cc-test-menu></cc-test-menu>`);
}

/** Presses a button, and waits until the menu stands beside it. */
async function press(element: Menus, id: string): Promise<void> {
  element.button(id).click();
  await waitUntil(
    () => element.popover_.anchor?.id === id && getComputedStyle(element.menu).opacity === '1',
    `the menu at ${id}`,
  );
  await Promise.all(element.menu.getAnimations().map(({ finished }) => finished));
}

describe('PopoverController', () => {
  it('opens beside the anchor that was pressed, one at a time', async () => {
    const element = await menus();
    await press(element, 'one');
    expect(element.popover_.anchor?.id).to.equal('one');
    const first = element.menu.getBoundingClientRect().top;
    expect(first).to.be.closeTo(element.button('one').getBoundingClientRect().bottom + 4, 2);
    await press(element, 'two');
    expect(element.popover_.anchor?.id).to.equal('two');
    expect(element.menu.getBoundingClientRect().top).to.be.closeTo(
      element.button('two').getBoundingClientRect().bottom + 4,
      2,
    );
    element.button('two').click();
    await waitUntil(() => !element.popover_.open, 'the menu to go');
    expect([element.popover_.open, element.menu.matches(':popover-open')]).to.deep.equal([false, false]);
  });

  it('belongs to the button that opened it alone: a real press there closes it, and it stays closed', async function () {
    if (!canEmulateMedia) this.skip();
    const element = await menus();
    await press(element, 'one');
    const targets = ['one', 'two'].map(
      (id) => (element.button(id) as HTMLButtonElement).popoverTargetElement,
    );
    expect(targets.map((target) => target === element.menu)).to.deep.equal([true, false]);
    const { x, y, width, height } = element.button('one').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await waitUntil(() => !element.popover_.open, 'the menu to go');
    await aTimeout(0);
    expect(element.toggles).to.deep.equal([true, false]);
    expect((element.button('one') as HTMLButtonElement).popoverTargetElement).to.equal(null);
  });

  it('closes on Escape and forgets its anchor', async () => {
    const element = await menus();
    await press(element, 'one');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !element.popover_.open, 'the menu to go');
    expect(element.toggles).to.deep.equal([true, false]);
  });

  it('is closed after its element left the page', async () => {
    const element = await menus();
    await press(element, 'one');
    element.remove();
    expect(element.popover_.open).to.equal(false);
  });

  it('is placed by Floating UI where CSS cannot', async () => {
    const element = await menus();
    const anchor = element.button('two');
    const stop = await follow(anchor, element.menu, 'bottom-start');
    const y = () => Number.parseFloat(element.menu.style.getPropertyValue('--_y'));
    await waitUntil(() => !Number.isNaN(y()), 'its place');
    stop();
    expect(y()).to.be.closeTo(anchor.getBoundingClientRect().bottom + 4, 2);
  });
});

describe('menuTarget', () => {
  const keys: [from: number, key: string, to: string | undefined][] = [
    [0, 'ArrowDown', 'Suspend'],
    [2, 'ArrowDown', 'View access'],
    [0, 'ArrowUp', 'Remove'],
    [1, 'Home', 'View access'],
    [1, 'End', 'Remove'],
    [0, 'r', 'Remove'],
    [0, 'x', undefined],
    [0, 'Enter', undefined],
  ];
  for (const [from, key, to] of keys) {
    it(`goes from item ${from} with ${key} to ${to ?? 'nothing'}`, async () => {
      const { items } = await menus();
      const found = menuTarget(new KeyboardEvent('keydown', { key }), items, items[from] ?? null);
      expect(found?.textContent).to.equal(to);
    });
  }
});
