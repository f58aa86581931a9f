import type { CcAccountSwitcher } from '../../elements/account-switcher/account-switcher.js';

/** What a person sees of an account switcher, and does with it. */
export class AccountSwitcherHarness {
  readonly #element: CcAccountSwitcher;

  constructor(element: CcAccountSwitcher) {
    this.#element = element;
  }

  /** The words on the button. */
  shown(): string {
    return words(this.#find('.trigger > .name'));
  }

  isOpen(): boolean {
    return this.#find('.panel.popover')?.matches(':popover-open') ?? false;
  }

  /** Names of the accounts that are drawn, by group. */
  groups(): Record<string, string[]> {
    const found = this.#all('[role="group"]:has(> .group-head)');
    return Object.fromEntries(
      found.map((group) => [
        words(group.querySelector('.group-head')),
        [...group.querySelectorAll('.option .name')].map(words),
      ]),
    );
  }

  /** How many options are in the page, and of how many the last one says it is. */
  drawn(): { options: number; total: number } {
    const options = this.#all('.option');
    return { options: options.length, total: Number(options.at(-1)?.ariaSetSize ?? 0) };
  }

  /** The second line of an account. */
  second(name: string): string[] {
    return this.#all('.option')
      .filter((one) => words(one.querySelector('.name')) === name)
      .map((one) => words(one.querySelector('.secondary')));
  }

  /** The option where the keys are. */
  active(): string {
    const id = this.#find('#search')?.getAttribute('aria-activedescendant');
    return id ? words(this.#find(`#${id} .name`) ?? this.#find(`#${id}`)) : '';
  }

  /** What stands in place of the options. */
  message(): string {
    return words(this.#find('.message'));
  }

  /** What went wrong, or that another tab shows another account. */
  alert(): string {
    return this.#all('[role="alert"]')
      .filter((node) => !('ccLive' in node.dataset))
      .map(words)
      .join(' ')
      .trim();
  }

  /** Presses the button and waits for the list. */
  async open(): Promise<void> {
    this.#find('.trigger')?.click();
    for (let turn = 0; turn < 200 && !this.#find('#search'); turn += 1) {
      await new Promise((drawn) => setTimeout(drawn, 25));
    }
    await this.#element.updateComplete;
  }

  /** Types into the search field. */
  async search(text: string): Promise<void> {
    const field = this.#find<HTMLInputElement>('#search');
    if (!field) throw new Error('The list is not open');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.#element.updateComplete;
  }

  /** Presses a key in the search field, or on the button while the list is closed. */
  async key(key: string): Promise<KeyboardEvent> {
    const target = this.#find('#search') ?? this.#find('.trigger');
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    target?.dispatchEvent(event);
    await this.#element.updateComplete;
    await this.#element.updateComplete;
    return event;
  }

  /** Presses an account. */
  async choose(name: string): Promise<void> {
    const option = this.#all('.option').find((one) => words(one.querySelector('.name')) === name);
    if (!option) throw new Error(`There is no account "${name}": ${JSON.stringify(this.groups())}`);
    option.click();
    await this.#element.updateComplete;
  }

  /** Presses a button by its words. */
  async press(label: string): Promise<void> {
    const button = this.#all<HTMLElement>('button').find((one) => words(one) === label);
    if (!button) throw new Error(`There is no button "${label}"`);
    button.click();
    await this.#element.updateComplete;
  }

  #find<Found extends Element = HTMLElement>(selector: string): Found | null {
    return this.#element.renderRoot.querySelector<Found>(selector);
  }

  #all<Found extends Element = HTMLElement>(selector: string): Found[] {
    return [...this.#element.renderRoot.querySelectorAll<Found>(selector)];
  }
}

function words(node: Element | null): string {
  const copy = node?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
  return copy?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
