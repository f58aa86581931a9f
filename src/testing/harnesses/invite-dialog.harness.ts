import type { CcInviteDialog } from '../../elements/invite-dialog/invite-dialog.js';
import type { CcRolePicker } from '../../elements/role-picker/role-picker.js';
import type { CcUsernameConflict } from '../../elements/username-conflict/username-conflict.js';
import { RolePickerHarness } from './role-picker.harness.js';
import { UsernameConflictHarness } from './username-conflict.harness.js';

/** What a person sees of the invite dialog, and does with it. */
export class InviteDialogHarness {
  readonly #dialog: CcInviteDialog;

  constructor(dialog: CcInviteDialog) {
    this.#dialog = dialog;
  }

  /** Waits until the dialog shows what `seen` looks for. */
  async until(seen: () => boolean, what = 'the expected state'): Promise<void> {
    for (let turn = 0; turn < 1500; turn += 1) {
      await this.#dialog.updateComplete;
      if (seen()) return;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error(`The dialog never showed ${what}. It shows: ${this.text()}`);
  }

  isOpen(): boolean {
    return this.#one<HTMLDialogElement>('dialog.invite')?.open ?? false;
  }

  title(): string {
    return text(this.#one('#title'));
  }

  /** Everything that can be read in the dialog. */
  text(): string {
    return text(this.#one('dialog.invite'));
  }

  /** Addresses that are chips. */
  chips(): string[] {
    return this.#all('.chip-text bdi').map(text);
  }

  /** What is typed and no chip yet. */
  typed(): string {
    return this.#field().value;
  }

  /** Mistakes: the address and what is wrong with it. */
  faults(): string[] {
    return this.#all('.fault-text').map(text);
  }

  /** Why nothing was sent at all. */
  problem(): string {
    return text(this.#one('.callout.danger'));
  }

  /** How far the invite reaches. */
  scope(): string {
    return text(this.#one('#scope-note'));
  }

  /** The link of a single invite. */
  url(): string {
    return this.#one<HTMLInputElement>('#url')?.value ?? '';
  }

  roles(): RolePickerHarness {
    return new RolePickerHarness(this.#one('[name="role"]') as CcRolePicker);
  }

  async type(value: string): Promise<void> {
    const field = this.#field();
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.#dialog.updateComplete;
  }

  async paste(value: string): Promise<void> {
    // Browsers differ in what a made-up clipboard event may carry.
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { getData: () => value } });
    this.#field().dispatchEvent(event);
    await this.#dialog.updateComplete;
  }

  /** Presses the button with this label. */
  async press(label: string): Promise<void> {
    const buttons = this.#all<HTMLElement>('button, summary').filter((one) => one.checkVisibility());
    const named = (one: HTMLElement) => text(one) === label || one.ariaLabel === label;
    const button = buttons.find(named);
    if (!button) throw new Error(`No button "${label}". There are: ${buttons.map(text).join(', ')}`);
    button.click();
    await this.#dialog.updateComplete;
  }

  async send(): Promise<void> {
    this.#one<HTMLButtonElement>('button[type="submit"]')?.click();
    await this.#dialog.updateComplete;
  }

  /** The question before a role reaches every client; empty while it is not asked. */
  question(): string {
    return text(this.#one('dialog.confirm'));
  }

  /** Agrees to it, once its button is no longer inert. */
  async agree(): Promise<void> {
    const dialog = () => this.#one<HTMLDialogElement>('dialog.confirm[open]');
    await this.until(() => dialog() !== null, 'the question');
    await this.until(() => {
      dialog()?.querySelector<HTMLElement>('[part="button-primary"]')?.click();
      return dialog() === null;
    }, 'the form without the question');
  }

  /** Goes back to the form instead. */
  async goBack(): Promise<void> {
    await this.until(() => {
      this.#one<HTMLElement>('dialog.confirm[open] [autofocus]')?.click();
      return this.#one('dialog.confirm[open]') === null;
    }, 'the form without the question');
  }

  /** Sends from a partner account: press, read, agree. */
  async sendAndAgree(): Promise<void> {
    await this.send();
    await this.agree();
  }

  /** Chooses a file of people. */
  async choose(content: string | Uint8Array<ArrayBuffer>, name = 'people.csv'): Promise<void> {
    const input = this.#one<HTMLInputElement>('#file');
    const files = new DataTransfer();
    files.items.add(new File([content], name, { type: 'text/csv' }));
    if (input) input.files = files.files;
    input?.dispatchEvent(new Event('change'));
    await this.#dialog.updateComplete;
  }

  /** What was done in place of an invite. */
  told(): string {
    return text(this.#one('.told'));
  }

  /** The guided way out of a username that is in use elsewhere. */
  conflict(): UsernameConflictHarness | undefined {
    const inner = this.#one('.conflict > :last-child') as CcUsernameConflict | null;
    return inner ? new UsernameConflictHarness(inner) : undefined;
  }

  #field(): HTMLInputElement {
    const field = this.#one<HTMLInputElement>('#email');
    if (!field) throw new Error('The dialog shows no address field');
    return field;
  }

  #one<Found extends Element = Element>(selector: string): Found | null {
    return this.#dialog.renderRoot.querySelector<Found>(selector);
  }

  #all<Found extends Element = Element>(selector: string): Found[] {
    return [...this.#dialog.renderRoot.querySelectorAll<Found>(selector)];
  }
}

function text(node: Element | null | undefined): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
