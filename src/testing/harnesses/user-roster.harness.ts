import type { FilterName } from '../../elements/user-roster/filter.js';
import type { CcUserRoster } from '../../elements/user-roster/user-roster.js';

/** A row as it can be read. */
export interface SeenRow {
  readonly group: string;
  readonly name: string;
  readonly secondary: string;
  readonly role: string;
  readonly status: string;
  readonly mfa: string;
  readonly lastActive: string;
  /** What is told about it, in it or under it. */
  readonly note: string;
}

/** An entry of an open menu. */
export interface SeenItem {
  readonly label: string;
  /** The sentence under it: what it means, or why it is not possible. */
  readonly text: string;
  readonly checked: boolean;
  readonly possible: boolean;
}

/** What a person sees of the roster, and does with it. */
export class UserRosterHarness {
  readonly #roster: CcUserRoster;

  constructor(roster: CcUserRoster) {
    this.#roster = roster;
  }

  /** Waits until the roster shows what `seen` looks for. */
  async until(seen: () => boolean, what = 'the expected state'): Promise<void> {
    for (let turn = 0; turn < 1500; turn += 1) {
      await this.#roster.updateComplete;
      if (seen()) return;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error(`The roster never showed ${what}. It shows: ${this.text().slice(0, 2000)}`);
  }

  /** Waits until the first answer is drawn. */
  loaded(): Promise<void> {
    return this.until(() => !this.isLoading() && !this.isBusy(), 'a list or a message');
  }

  /** Everything that can be read. */
  text(): string {
    return [...this.#roster.renderRoot.children].map(text).join(' ');
  }

  isLoading(): boolean {
    return this.#one('.skeletons') !== null;
  }

  /** Rows are there, and newer ones are on their way. */
  isBusy(): boolean {
    return this.#one('table')?.ariaBusy === 'true';
  }

  heading(): string {
    return text(this.#one('.title'));
  }

  /** The line with the account. */
  account(): string {
    return text(this.#one('.account'));
  }

  /** Heading and text in place of a list; empty while there is a list. */
  message(): string {
    return text(this.#one('.state'));
  }

  /** The bar above a list that is not up to date. */
  staleNote(): string {
    return text(this.#one('.stale'));
  }

  /** Why nobody can be added. */
  limitNote(): string {
    return text(this.#one('.limit'));
  }

  addButton(): HTMLButtonElement | null {
    return this.#all<HTMLButtonElement>('.add, .docked').find(isShown) ?? null;
  }

  hasSearch(): boolean {
    return this.#one('.search') !== null;
  }

  /** Titles of the groups, with their counts. */
  groups(): string[] {
    return this.#all('.group > th').map(text);
  }

  rows(): SeenRow[] {
    return this.#all<HTMLElement>('.table .row').map((row) => ({
      group: row.closest<HTMLElement>('tbody')?.dataset['group'] ?? '',
      name: text(row.querySelector('.name > bdi')),
      secondary: text(row.querySelector('.second')),
      role: text(row.querySelector('.role > bdi')),
      status: text(row.querySelector('[part~="status"] .lines')),
      mfa: text(row.querySelector('[part~="mfa"] .lines')),
      lastActive: text(row.querySelector('[part~="last-active"]')),
      note: text(this.#one(`[data-note="${CSS.escape(row.dataset['row'] ?? '')}"]`)),
    }));
  }

  names(): string[] {
    return this.rows().map(({ name }) => name);
  }

  row(name: string): SeenRow {
    const row = this.rows().find((one) => one.name === name);
    if (!row) throw new Error(`There is no row "${name}". Rows: ${this.names().join(', ') || 'none'}`);
    return row;
  }

  /** The button with the role; null where the role is plain text. */
  roleButton(name: string): HTMLButtonElement | null {
    return this.#row(name).querySelector<HTMLButtonElement>('button.role');
  }

  menuButton(name: string): HTMLButtonElement | null {
    return this.#row(name).querySelector<HTMLButtonElement>('.more');
  }

  undoButton(name: string): HTMLButtonElement | null {
    const [undo = null] = this.#rowAndNote(name).flatMap((part) => [
      ...part.querySelectorAll<HTMLButtonElement>('.undo'),
    ]);
    return undo;
  }

  /** Presses a button in a row or in the line under it, by its words. */
  press(name: string, label: string): void {
    const button = this.#rowAndNote(name)
      .flatMap((part) => [...part.querySelectorAll('button')])
      // Who is meant follows for screen readers; not every engine keeps the blank before it.
      .find((one) => text(one).startsWith(label));
    if (!button) throw new Error(`Nothing says "${label}" at ${name}.`);
    button.click();
  }

  isMenuOpen(): boolean {
    return this.#one('#menu')?.matches(':popover-open') ?? false;
  }

  items(): SeenItem[] {
    return this.#items().map((item) => ({
      label: text(item.querySelector('[id^="item-"]')),
      text: text(item.querySelector('.reason')),
      checked: item.ariaChecked === 'true',
      possible: item.ariaDisabled !== 'true',
    }));
  }

  /** Opens the menu of a row. */
  async openMenu(name: string): Promise<SeenItem[]> {
    return this.#open(this.menuButton(name));
  }

  /** Opens the roles of a row. */
  async openRoles(name: string): Promise<SeenItem[]> {
    return this.#open(this.roleButton(name));
  }

  /** Opens a filter; all of them where there is one button. */
  async openFilter(filter: FilterName | 'all'): Promise<SeenItem[]> {
    return this.#open(this.#one<HTMLButtonElement>(`[data-filter="${filter}"]`));
  }

  /** Presses an entry of the open menu. */
  async choose(label: string): Promise<void> {
    const item = this.#items().find((one) => text(one.querySelector('[id^="item-"]')) === label);
    if (!item) {
      const offered = this.items().map((one) => one.label);
      throw new Error(`The menu has no "${label}". It has: ${offered.join(', ')}`);
    }
    item.click();
    await this.#roster.updateComplete;
  }

  async chooseRole(name: string, role: string): Promise<void> {
    await this.openRoles(name);
    await this.choose(role);
  }

  async act(name: string, label: string): Promise<void> {
    await this.openMenu(name);
    await this.choose(label);
  }

  async setFilter(filter: FilterName, value: string): Promise<void> {
    await this.openFilter(filter);
    await this.choose(value);
  }

  /** What a filter button says. */
  filterLabel(filter: FilterName | 'all'): string {
    return text(this.#one(`[data-filter="${filter}"]`));
  }

  searchField(): HTMLInputElement {
    const field = this.#one<HTMLInputElement>('.search input');
    if (!field) throw new Error('There is no search field.');
    return field;
  }

  /** Types into the search field, as if at once. */
  search(words: string): void {
    const field = this.searchField();
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Presses a button of the message in place of a list. */
  pressInMessage(label: string): void {
    this.#press('.state button, .stale button', label);
  }

  /** `ascending` or `descending` by column title, for the column that is sorted by. */
  sorted(): Record<string, string> {
    return Object.fromEntries(this.#all('th[aria-sort]').map((head) => [text(head), head.ariaSort ?? '']));
  }

  sortBy(column: string): void {
    this.#press('.sort', column);
  }

  /** "1–11 of 48", or how many there are. */
  count(): string {
    return text(this.#one('.footer > .numbers'));
  }

  turnPage(way: 'Previous page' | 'Next page'): void {
    const button = this.#all<HTMLButtonElement>('.footer button').find(({ ariaLabel }) => ariaLabel === way);
    if (!button) throw new Error(`There is no "${way}".`);
    button.click();
  }

  /** The open dialog: a question, or somebody's access. */
  dialog(): HTMLDialogElement | null {
    return this.#one<HTMLDialogElement>('dialog[open]');
  }

  question(): { title: string; effects: string[]; error: string } {
    return {
      title: text(this.#one('#confirm-title')),
      effects: this.#all('.effect').map(text),
      error: text(this.#one('dialog[open] .field-error:not([hidden])')),
    };
  }

  /** Waits until a question stands there and may be answered. */
  async asked(): Promise<void> {
    await this.until(() => this.dialog() !== null, 'a dialog');
    // A confirming press in the first half second is taken for a mistake.
    await new Promise((done) => setTimeout(done, 520));
  }

  /** Presses the confirming button. */
  confirm(): void {
    this.#one<HTMLButtonElement>('dialog[open] .submit')?.click();
  }

  /** Presses the safe button. */
  cancel(): void {
    this.#one<HTMLButtonElement>('dialog[open] [autofocus]')?.click();
  }

  /** Presses the gentler way. */
  doInstead(): void {
    this.#one<HTMLButtonElement>('dialog[open] .instead')?.click();
  }

  /** Presses the box of a row; with Shift from the row pressed before. */
  select(name: string, shiftKey = false): void {
    const box = this.#row(name).querySelector('input[type="checkbox"]');
    box?.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, shiftKey }),
    );
  }

  /** Names of the people on this page who are selected. */
  selected(): string[] {
    return this.#all('.row.selected .name > bdi').map(text);
  }

  /** Presses the box of the page. */
  selectPage(): void {
    this.#one<HTMLInputElement>('thead input')?.click();
  }

  /** The offer to select everybody who matches; null while there is none. */
  selectAllButton(): HTMLButtonElement | null {
    return this.#one<HTMLButtonElement>('.selection button');
  }

  /** What can be done with those selected, as it can be read; empty while nobody is. */
  bulkBar(): string {
    return text(this.#one('.bulk-bar'));
  }

  /** Presses a button of the bar or of the dialog it leads to, by its words. */
  pressBulk(label: string): void {
    this.#press('.bulk-bar button, dialog.bulk[open] button', label);
  }

  /** Everything that can be read in the dialog about several people. */
  bulkDialog(): string {
    return text(this.#one('dialog.bulk[open]'));
  }

  /** What has focus in the roster. */
  focused(): HTMLElement | null {
    return (this.#roster.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
  }

  async #open(button: HTMLButtonElement | null): Promise<SeenItem[]> {
    if (!button) throw new Error('There is no such button.');
    button.click();
    await this.until(
      () => this.isMenuOpen() && this.#items().includes(this.focused() as HTMLElement),
      'a menu',
    );
    return this.items();
  }

  #press(selector: string, label: string): void {
    const button = this.#all<HTMLButtonElement>(selector).find((one) => text(one) === label);
    if (!button) throw new Error(`Nothing says "${label}".`);
    button.click();
  }

  #row(name: string): HTMLElement {
    const row = this.#all<HTMLElement>('.table .row').find(
      (one) => text(one.querySelector('.name > bdi')) === name,
    );
    if (!row) throw new Error(`There is no row "${name}". Rows: ${this.names().join(', ') || 'none'}`);
    return row;
  }

  #rowAndNote(name: string): Element[] {
    const row = this.#row(name);
    const note = this.#one(`[data-note="${CSS.escape(row.dataset['row'] ?? '')}"]`);
    return note ? [row, note] : [row];
  }

  #items(): HTMLElement[] {
    return this.#all<HTMLElement>('#menu [role^="menuitem"]');
  }

  #one<Found extends Element>(selector: string): Found | null {
    return this.#roster.renderRoot.querySelector<Found>(selector);
  }

  #all<Found extends Element>(selector: string): Found[] {
    return [...this.#roster.renderRoot.querySelectorAll<Found>(selector)];
  }
}

/** Words as they are read; what is not drawn is not read. */
function text(node: Element | null | undefined): string {
  return (node instanceof HTMLElement ? node.innerText : (node?.textContent ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
}

function isShown(node: HTMLElement): boolean {
  return node.checkVisibility();
}
