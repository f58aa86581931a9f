import type { CcElement } from '../../elements/base/cc-element.js';
import type { CcAcceptInvite } from '../../elements/accept-invite/accept-invite.js';
import type { CcSignIn } from '../../elements/sign-in/sign-in.js';

/** What a person sees of a card with credential fields, and does with it. */
export class CardHarness<Card extends CcElement = CcSignIn | CcAcceptInvite> {
  readonly element: Card;

  constructor(element: Card) {
    this.element = element;
  }

  /** The heading of the state. */
  heading(): string {
    return words(this.find('h1'));
  }

  /** Everything that can be read, without the fields in light DOM. */
  text(): string {
    return words(this.find('.card'));
  }

  /** Why the last try failed, or what has to be put right. */
  alert(): string {
    return this.all<HTMLElement>('[role=alert]').filter(isShown).map(words).join(' ');
  }

  /** Labels of the fields that are drawn, in reading order. */
  fields(): string[] {
    return this.all<HTMLSlotElement>('slot[name$="-label"]').map((slot) => words(slot.assignedElements()[0]));
  }

  input(name: string): HTMLInputElement {
    const input = this.element.querySelector<HTMLInputElement>(`[slot="${name}"]`);
    if (!input) throw new Error(`There is no field "${name}"`);
    return input;
  }

  /** The hint or the mistake at a field. */
  message(name: string): string {
    return words(this.element.querySelector(`[slot="${name}-message"]`));
  }

  /** Fills a field as a paste or a password manager would. */
  async fill(name: string, value: string): Promise<void> {
    const input = this.input(name);
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** Presses the button or link with these words. */
  async press(label: string): Promise<void> {
    const button = this.buttons().find((one) => (one.ariaLabel ?? words(one)).startsWith(label));
    if (!button) throw new Error(`No button "${label}". There are: ${this.labels().join(', ')}`);
    button.click();
    await this.element.updateComplete;
  }

  /** Words on the buttons and links, in reading order. */
  labels(): string[] {
    return this.buttons().map((one) => one.ariaLabel ?? words(one));
  }

  /** What can be read in a node, in one line. */
  protected words(node: Element | null | undefined): string {
    return words(node);
  }

  protected buttons(): HTMLElement[] {
    return this.all<HTMLElement>('button, a[href]').filter(isShown);
  }

  protected find<Found extends Element>(selector: string): Found | null {
    return this.element.renderRoot.querySelector<Found>(selector);
  }

  protected all<Found extends Element>(selector: string): Found[] {
    return [...this.element.renderRoot.querySelectorAll<Found>(selector)];
  }
}

/** What a person sees of a sign-in card, and does with it. */
export class SignInHarness extends CardHarness<CcSignIn> {
  async signIn(username: string, password: string): Promise<void> {
    await this.fill('username', username);
    await this.fill('password', password);
    await this.press('Sign in');
  }

  /** Is "Remember this device" ticked? */
  remembers(): boolean {
    return this.find<HTMLInputElement>('#remember')?.checked ?? false;
  }
}

function words(node: Element | null | undefined): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

function isShown(node: HTMLElement): boolean {
  return node.checkVisibility();
}
