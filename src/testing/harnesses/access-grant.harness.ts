import type { CcAccessGrant } from '../../elements/access-grant/access-grant.js';

/** What a person sees of the dialog that grants access, and does with it. */
export class AccessGrantHarness {
  readonly #grant: CcAccessGrant;

  constructor(grant: CcAccessGrant) {
    this.#grant = grant;
  }

  /** The heading; nothing while the dialog is closed. */
  title(): string {
    return this.#dialog?.open ? text(this.#find('#title')) : '';
  }

  /** The line below the heading. */
  subtitle(): string {
    return text(this.#find('[part=subheading]'));
  }

  /** The step the person is at. */
  step(): string {
    return text(this.#find('[aria-current=step]'));
  }

  /** Names of the accounts to choose from; `✓` before those that are chosen. */
  choices(): string[] {
    return this.#all('.pick').map((pick) =>
      [pick.querySelector('input')?.checked ? '✓' : '', text(pick.querySelector('bdi'))].join(''),
    );
  }

  /** People found for what is typed, and the way to invite somebody new. */
  people(): string[] {
    return this.#all('.people:not([hidden]) > li').map(text);
  }

  /** Each account with its sentence, in reading order. */
  rows(): [account: string, sentence: string][] {
    return this.#all('.job-table > tbody > tr').map((row) => [
      text(row.querySelector('.job-name')),
      text(row.querySelector('.job-what')),
    ]);
  }

  /** Headings of the groups of results. */
  groups(): string[] {
    return this.#all('.group-heading').map(text);
  }

  /** Labels of the tabs, with their numbers. */
  tabs(): string[] {
    return this.#all('[role=tab]').map(text);
  }

  /** What has to be put right, or went wrong. */
  trouble(): string {
    return this.#all('[part~=error]').map(text).join(' ');
  }

  /** Notes in boxes. */
  notes(): string {
    return this.#all('.callout').map(text).join(' ');
  }

  /** The sentence beside the buttons: how many of what. */
  tally(): string {
    return text(this.#find('.dialog-foot > [role=status]'));
  }

  /** How far the job is. */
  progress(): string {
    return text(this.#find('.job-progress'));
  }

  /** Everything in the dialog. */
  text(): string {
    return text(this.#dialog);
  }

  /** Types into the field for the person. */
  async typePerson(words: string): Promise<void> {
    const field = this.#input('#person');
    field.focus();
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.#grant.updateComplete;
  }

  /** Chooses one of the people found. */
  async choosePerson(name: string): Promise<void> {
    const option = this.#all('.people > li').find((one) => text(one).includes(name));
    if (!option) throw new Error(`Nobody called "${name}" was found: ${this.people().join(', ')}`);
    option.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    await this.#grant.updateComplete;
  }

  /** Chooses a role by its name; on one account where it is named. */
  async chooseRole(name: string, account?: string): Promise<void> {
    const select = this.#all<HTMLSelectElement>('select').find((one) =>
      account ? one.ariaLabel?.endsWith(` ${account}`) : one.id === 'role',
    );
    const option = [...(select?.options ?? [])].find((one) => text(one) === name);
    if (!select || !option) throw new Error(`There is no role "${name}"`);
    select.value = option.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.#grant.updateComplete;
  }

  /** Searches the accounts to choose from. */
  search(words: string): void {
    const field = this.#input('.picker-search input');
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Presses a checkbox by its words. */
  async tick(label: string): Promise<void> {
    const box = this.#all('label').find((one) => text(one).startsWith(label));
    if (!box) throw new Error(`There is no checkbox "${label}"`);
    box.click();
    await this.#grant.updateComplete;
  }

  /** Pastes ids and adds them. */
  async paste(ids: string): Promise<void> {
    const area = this.#find<HTMLTextAreaElement>('#ids');
    if (!area) throw new Error('There is no field for ids');
    area.closest('details')?.setAttribute('open', '');
    area.value = ids;
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.press('Add these');
  }

  /** Presses any button, tab or link by its words. */
  async press(label: string): Promise<void> {
    const all = this.#all('button, a');
    const button = all.find((one) => text(one) === label || one.ariaLabel === label);
    if (!button) throw new Error(`There is no button "${label}": ${all.map(text).join(', ')}`);
    button.click();
    await this.#grant.updateComplete;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#find<HTMLDialogElement>('dialog.grant');
  }

  #input(selector: string): HTMLInputElement {
    const field = this.#find<HTMLInputElement>(selector);
    if (!field) throw new Error(`There is no field ${selector}`);
    return field;
  }

  #find<Found extends Element = HTMLElement>(selector: string): Found | null {
    return this.#grant.renderRoot.querySelector<Found>(selector);
  }

  #all<Found extends Element = HTMLElement>(selector: string): Found[] {
    return [...this.#grant.renderRoot.querySelectorAll<Found>(selector)];
  }
}

function text(node: Element | null | undefined): string {
  const copy = node?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
  return copy?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
