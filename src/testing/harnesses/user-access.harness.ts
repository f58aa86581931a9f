import type { CcUserAccess } from '../../elements/user-access/user-access.js';

/** What a person sees of somebody's access over all accounts, and does with it. */
export class UserAccessHarness {
  readonly #element: CcUserAccess;

  constructor(element: CcUserAccess) {
    this.#element = element;
  }

  /** The person's name, or what stands in place of the accounts. */
  heading(): string {
    return text(this.#find('.panel h2'));
  }

  /** The four facts: label and value. */
  stats(): string[] {
    return this.#all('.stat').map(text);
  }

  /** Titles of the groups, with what they say. */
  groups(): string[] {
    return this.#all('.group > th').map(text);
  }

  /** Names of the accounts shown, in reading order. */
  accounts(): string[] {
    return this.#all('.row > .col-account').map(text);
  }

  /** Everything in the row of an account; of the first one where there are several. */
  row(account: string): string {
    return text(this.#row(account));
  }

  /** What went wrong. */
  trouble(): string {
    return this.#all('[part~=error]').map(text).join(' ');
  }

  /** Everything in the element that can be read. */
  text(): string {
    return text(this.#find('.panel'));
  }

  /** Title of the open dialog; nothing while none is open. */
  question(): string {
    return text(this.#dialog?.querySelector('.title'));
  }

  /** Everything in the open dialog. */
  dialog(): string {
    return text(this.#dialog);
  }

  /** Accounts in the preview or the result, each with its sentence. */
  rows(): [account: string, sentence: string][] {
    return this.#all('dialog[open] .job-table > tbody > tr').map((row) => [
      text(row.querySelector('.job-name')),
      text(row.querySelector('.job-what')),
    ]);
  }

  /** Opens the menu of an account's role and chooses another. */
  async chooseRole(account: string, role: string): Promise<void> {
    await this.#menu(this.#row(account)?.querySelector<HTMLElement>('.role-button'), role);
  }

  /** Opens the menu of an account and chooses an entry. */
  async act(account: string, label: string): Promise<void> {
    await this.#menu(this.#row(account)?.querySelector<HTMLElement>('.col-end button'), label);
  }

  /** Presses any button by its words; in the dialog while one is open. */
  async press(label: string): Promise<void> {
    const root = this.#dialog ?? this.#element.renderRoot;
    const all = [...root.querySelectorAll<HTMLElement>('button')];
    const button = all.find((one) => text(one) === label || one.ariaLabel === label);
    if (!button) throw new Error(`There is no button "${label}": ${all.map(text).join(', ')}`);
    button.click();
    await this.#element.updateComplete;
  }

  async #menu(button: HTMLElement | null | undefined, label: string): Promise<void> {
    if (!button) throw new Error('There is no such menu');
    button.click();
    const entry = () => this.#all('.menu:popover-open .menu-item').find((one) => text(one) === label);
    for (let round = 0; round < 200 && !entry(); round += 1) {
      await new Promise((done) => setTimeout(done, 20));
    }
    const item = entry();
    if (!item) throw new Error(`The menu has no "${label}": ${this.#all('.menu-item').map(text).join(', ')}`);
    item.click();
    await this.#element.updateComplete;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#find<HTMLDialogElement>('dialog[open]');
  }

  #row(account: string): HTMLElement | undefined {
    return this.#all('.row').find((row) => text(row.querySelector('.col-account')) === account);
  }

  #find<Found extends Element = HTMLElement>(selector: string): Found | null {
    return this.#element.renderRoot.querySelector<Found>(selector);
  }

  #all<Found extends Element = HTMLElement>(selector: string): Found[] {
    return [...this.#element.renderRoot.querySelectorAll<Found>(selector)];
  }
}

function text(node: Element | null | undefined): string {
  const copy = node?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
  return copy?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
