import type { CcUsernameConflict } from '../../elements/username-conflict/username-conflict.js';

/** What a person sees of a username conflict, and does with it. */
export class UsernameConflictHarness {
  readonly element: CcUsernameConflict;

  constructor(element: CcUsernameConflict) {
    this.element = element;
  }

  /** Waits until it shows what `seen` looks for. */
  async until(seen: () => boolean, what = 'the expected state'): Promise<void> {
    for (let turn = 0; turn < 1500; turn += 1) {
      await this.element.updateComplete;
      if (seen()) return;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error(`It never showed ${what}. It shows: ${this.text()}`);
  }

  heading(): string {
    return text(this.#one('.title'));
  }

  /** Everything that can be read. */
  text(): string {
    return text(this.#one('.frame'));
  }

  /** The ways, with the effect of each. */
  options(): { name: string; effect: string; chosen: boolean }[] {
    return this.#all('[part~="option"]').map((one) => ({
      name: text(one.querySelector('label')),
      effect: text(one.querySelector('.card-text')),
      chosen: one.querySelector('input')?.checked ?? false,
    }));
  }

  /** Where the name is used, and where it is needed. */
  comparison(): string[] {
    return this.#all('[part="comparison"] li').map(text);
  }

  /** The steps, and which one is the present. */
  steps(): { name: string; current: boolean }[] {
    return this.#all('[part~="step"]').map((one) => ({
      name: text(one.querySelector('.strong')),
      current: one.ariaCurrent === 'step' || one.getAttribute('aria-current') === 'step',
    }));
  }

  /** What has to be put right, at its field or above the buttons. */
  problem(): string {
    const messages = [...this.element.querySelectorAll('[slot$="-message"]')].map(text);
    const own = this.#all('[part="error"]').map(text);
    const invalid = this.element.querySelector('[aria-invalid="true"]');
    return [...own, ...(invalid ? messages : [])].filter(Boolean).join(' ');
  }

  async choose(way: 'join' | 'here' | 'there' | 'other'): Promise<void> {
    this.#one<HTMLInputElement>(`#${way}`)?.click();
    await this.element.updateComplete;
  }

  /** The name or address in the field of the choice. */
  typed(): string {
    return this.#one<HTMLInputElement>('#username, #email')?.value ?? '';
  }

  async type(value: string): Promise<void> {
    await fill(this.#one<HTMLInputElement>('#username, #email'), value);
    await this.element.updateComplete;
  }

  /** A field in light DOM: username, password, code. */
  credential(slot: string): HTMLInputElement | null {
    return this.element.querySelector(`input[slot="${slot}"]`);
  }

  async typeCredential(slot: string, value: string): Promise<void> {
    await fill(this.credential(slot), value);
    await this.element.updateComplete;
  }

  /** Presses the button with this label. */
  async press(label: string): Promise<void> {
    const buttons = this.#all<HTMLElement>('button').filter((one) => one.checkVisibility());
    const button = buttons.find((one) => text(one) === label);
    if (!button) throw new Error(`No button "${label}". There are: ${buttons.map(text).join(', ')}`);
    button.click();
    await this.element.updateComplete;
  }

  #one<Found extends Element = Element>(selector: string): Found | null {
    return this.element.renderRoot.querySelector<Found>(selector);
  }

  #all<Found extends Element = Element>(selector: string): Found[] {
    return [...this.element.renderRoot.querySelectorAll<Found>(selector)];
  }
}

async function fill(field: HTMLInputElement | null, value: string): Promise<void> {
  if (!field) throw new Error('There is no such field');
  field.focus();
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function text(node: Element | null | undefined): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
