import type { CcRolePicker } from '../../elements/role-picker/role-picker.js';

/** What a person sees of a role picker, and does with it. */
export class RolePickerHarness {
  readonly #picker: CcRolePicker;

  constructor(picker: CcRolePicker) {
    this.#picker = picker;
  }

  /** Waits until what is to be seen is drawn. */
  async settled(): Promise<void> {
    await this.#picker.updateComplete;
  }

  /** Names of the roles that can be chosen, in reading order. */
  options(): string[] {
    return this.#cards().map((card) => text(card.querySelector('.card-name')));
  }

  /** The sentence of a role. */
  description(role: string): string {
    return text(this.#card(role)?.querySelector('.card-text'));
  }

  /** Name of the chosen role. */
  chosen(): string | undefined {
    const card = this.#cards().find((one) => one.querySelector('input')?.checked);
    return card && text(card.querySelector('.card-name'));
  }

  /** Sentences about roles that are not offered, and about a choice that was taken away. */
  reasons(): string[] {
    return this.#all<HTMLElement>('.note').filter(isShown).map(text);
  }

  /** What is missing, if the form asked. */
  error(): string {
    return text(this.#all<HTMLElement>('.field-error').find(isShown));
  }

  /** Presses the card of a role. */
  async choose(role: string): Promise<void> {
    const card = this.#card(role);
    if (!card)
      throw new Error(`"${role}" is not offered. Offered: ${this.options().join(', ') || 'nothing'}`);
    card.click();
    await this.settled();
  }

  /** Presses Retry after the roles could not be loaded. */
  async retry(): Promise<void> {
    this.#all<HTMLButtonElement>('button').at(0)?.click();
    await this.settled();
  }

  #card(role: string): HTMLElement | undefined {
    return this.#cards().find((card) => text(card.querySelector('.card-name')) === role);
  }

  #cards(): HTMLElement[] {
    return this.#all('.card');
  }

  #all<Found extends Element>(selector: string): Found[] {
    return [...this.#picker.renderRoot.querySelectorAll<Found>(selector)];
  }
}

function text(node: Element | null | undefined): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

function isShown(node: HTMLElement): boolean {
  return node.checkVisibility();
}
