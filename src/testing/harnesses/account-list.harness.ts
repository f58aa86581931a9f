import type { CcAccountList } from '../../elements/account-list/account-list.js';

/** What a person sees of a list of accounts, and does with it. */
export class AccountListHarness {
  readonly #list: CcAccountList;

  constructor(list: CcAccountList) {
    this.#list = list;
  }

  /** Names of the accounts shown, in reading order. */
  names(): string[] {
    return this.#all('.row .name > bdi').map(text);
  }

  /** The cells of an account as text, by the column's title. */
  cells(name: string): Record<string, string> {
    const titles = this.#all('thead :is(th, td)').map(text);
    const cells = [...(this.#row(name)?.children ?? [])].map(text);
    return Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? '']));
  }

  /** The line under the title. */
  subheading(): string {
    return text(this.#find('[part=subheading]'));
  }

  /** What stands in place of the rows: heading and sentence. */
  message(): string {
    return this.#all('.state :is(h3, p)').map(text).join(' ');
  }

  /** What stands above the rows or under one of them because something went wrong. */
  trouble(): string {
    return this.#all('.stale, .note').map(text).join(' ');
  }

  /** Which accounts of how many. */
  count(): string {
    return text(this.#find('[part=count]'));
  }

  /** Where Open leads; nothing where it is a button. */
  address(name: string): string | undefined {
    return this.#row(name)?.querySelector<HTMLAnchorElement>('a.open')?.href;
  }

  /** Types into the search field. */
  search(words: string): void {
    const field = this.#find<HTMLInputElement>('.search input');
    if (!field) throw new Error('There is no search field');
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Opens the menu of a filter and chooses a value. */
  async filter(label: string, value: string): Promise<void> {
    const button = this.#all<HTMLElement>('.filter.one').find((one) => text(one).startsWith(label));
    await this.#menu(button, value);
  }

  /** Opens the menu of a row and chooses an entry. */
  async act(name: string, label: string): Promise<void> {
    await this.#menu(this.#row(name)?.querySelector<HTMLElement>('.more'), label);
  }

  /** Presses a column's title. */
  async sortBy(column: string): Promise<void> {
    this.#all<HTMLElement>('.sort')
      .find((button) => text(button) === column)
      ?.click();
    await this.#list.updateComplete;
  }

  /** Presses Open. */
  async open(name: string): Promise<void> {
    this.#row(name)?.querySelector<HTMLElement>('.open')?.click();
    await this.#list.updateComplete;
  }

  /** Presses a row's checkbox. */
  async select(name: string): Promise<void> {
    this.#row(name)?.querySelector<HTMLElement>('input')?.click();
    await this.#list.updateComplete;
  }

  /** Presses any button by its words. */
  async press(label: string): Promise<void> {
    const button = this.#all<HTMLElement>('button').find(
      (one) => text(one) === label || one.ariaLabel === label,
    );
    if (!button) throw new Error(`There is no button "${label}"`);
    button.click();
    await this.#list.updateComplete;
  }

  async #menu(button: HTMLElement | null | undefined, label: string): Promise<void> {
    if (!button) throw new Error('There is no such menu');
    button.click();
    // A frame, because the menu is shown once its content is drawn.
    await new Promise((done) => setTimeout(done, 50));
    const item = this.#all<HTMLElement>('.menu-item').find((one) => text(one) === label);
    if (!item) throw new Error(`The menu has no "${label}": ${this.#all('.menu-item').map(text).join(', ')}`);
    item.click();
    await this.#list.updateComplete;
  }

  #row(name: string): HTMLElement | undefined {
    return this.#all<HTMLElement>('.row').find((row) => text(row.querySelector('.name > bdi')) === name);
  }

  #find<Found extends Element>(selector: string): Found | null {
    return this.#list.renderRoot.querySelector<Found>(selector);
  }

  #all<Found extends Element>(selector: string): Found[] {
    return [...this.#list.renderRoot.querySelectorAll<Found>(selector)];
  }
}

function text(node: Element | null | undefined): string {
  const copy = node?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
  return copy?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
