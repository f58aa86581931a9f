import type { CcAccountLinks } from '../../elements/account-links/account-links.js';

/** What a person sees of an account's links, and does with them. */
export class AccountLinksHarness {
  readonly #element: CcAccountLinks;

  constructor(element: CcAccountLinks) {
    this.#element = element;
  }

  heading(): string {
    return words(this.#find('h2'));
  }

  /** Everything that can be read. */
  text(): string {
    return words(this.#find('.body'));
  }

  /** The links shown: name and state of each. */
  links(): string[] {
    return this.#all('[data-link] .what').map((what) =>
      [what.children[0], what.children[1]].map((line) => words(line ?? null)).join(': '),
    );
  }

  /** The requests that wait for an answer of this account. */
  decisions(): string[] {
    return this.#all('.decision > h3').map(words);
  }

  /** Partner people who reach the account, each as one line. */
  people(): string[] {
    return this.#all('[data-person] .what').map(words);
  }

  /** The account's own link code. */
  code(): string {
    return words(this.#find('.code'));
  }

  /** What went wrong. */
  alert(): string {
    return this.#all('[role="alert"]')
      .filter((node) => !('ccLive' in node.dataset))
      .map(words)
      .join(' ')
      .trim();
  }

  /** What is wrong with a field of the form. */
  fieldError(): string {
    return this.#all('.ask .field-error').map(words).join(' ');
  }

  /** Chooses a radio by its label. */
  async choose(label: string): Promise<void> {
    const card = this.#all('.cards > .card').find((one) => words(one.querySelector('.card-name')) === label);
    if (!card) throw new Error(`There is no choice "${label}"`);
    card.querySelector('input')?.click();
    await this.#element.updateComplete;
  }

  /** Types into the field with this label. */
  async type(label: string, text: string): Promise<void> {
    const found = this.#all<HTMLLabelElement>('label').find((one) => words(one) === label);
    const field = this.#find<HTMLInputElement>(`#${found?.htmlFor ?? ''}`);
    if (!field) throw new Error(`There is no field "${label}"`);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.#element.updateComplete;
  }

  /** Presses a button by its words or its name. */
  async press(label: string): Promise<void> {
    const button = this.#all<HTMLElement>('button').find(
      (one) => (one.ariaLabel ?? words(one)) === label || words(one) === label,
    );
    if (!button)
      throw new Error(`There is no button "${label}": ${this.#all('button').map(words).join(', ')}`);
    button.click();
    await this.#element.updateComplete;
  }

  /** The question that is open; empty without one. */
  question(): string {
    return words(this.#find('dialog[open] .title'));
  }

  /** What the open question says. */
  consequences(): string {
    return words(this.#find('dialog[open] .dialog-body'));
  }

  /** Confirms the question, once its button is no longer inert. */
  async confirm(): Promise<void> {
    await new Promise((settled) => setTimeout(settled, 600));
    this.#find<HTMLElement>('dialog[open] .submit')?.click();
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
