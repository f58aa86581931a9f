import type { CcDeviceList } from '../../elements/device-list/device-list.js';
import type { CcMfaChallenge } from '../../elements/mfa-challenge/mfa-challenge.js';
import type { CcMfaSetup } from '../../elements/mfa-setup/mfa-setup.js';
import { CardHarness } from './sign-in.harness.js';

/** What a person sees of a challenge, and does with it. */
export class MfaChallengeHarness extends CardHarness<CcMfaChallenge> {
  /** The heading, of the card or of the dialog. */
  override heading(): string {
    return this.words(this.find('.title'));
  }

  /** Is it shown as a dialog, and open? */
  isOpen(): boolean {
    return this.find<HTMLDialogElement>('dialog')?.open ?? false;
  }

  /** Is "Remember this device" offered? */
  offersTrust(): boolean {
    return this.find('#remember') !== null;
  }

  /** How many cells are drawn behind the code. */
  cells(): number {
    return this.all('.otp-cell').length;
  }

  async remember(): Promise<void> {
    this.find<HTMLInputElement>('#remember')?.click();
    await this.element.updateComplete;
  }
}

/** What a person sees of their second factor, and does with it. */
export class MfaSetupHarness extends CardHarness<CcMfaSetup> {
  override heading(): string {
    return this.words(this.find('.card .title'));
  }

  /** The step that is marked as the present one. */
  step(): string {
    return this.words(this.find('[aria-current="step"]'));
  }

  /** The key as it stands there, in groups. */
  key(): string {
    return this.words(this.find('.key'));
  }

  /** The drawing of the QR code; null until it is there. */
  qr(): SVGElement | null {
    return this.find<SVGElement>('.qr svg');
  }

  codes(): string[] {
    return this.all('[part="code"] > :last-child').map((node) => this.words(node));
  }

  /** Says that the codes are saved. */
  async tick(): Promise<void> {
    this.find<HTMLInputElement>('#saved')?.click();
    await this.element.updateComplete;
  }

  /** The question that is open; empty without one. */
  question(): string {
    return this.words(this.find('dialog[open] .title'));
  }

  /** Confirms the question, once its button is no longer inert. */
  async confirm(): Promise<void> {
    await new Promise((settled) => setTimeout(settled, 600));
    this.find<HTMLElement>('dialog[open] .submit')?.click();
    await this.element.updateComplete;
  }
}

/** What a person sees of the remembered devices, and does with them. */
export class DeviceListHarness extends CardHarness<CcDeviceList> {
  override heading(): string {
    return this.words(this.find('.card .title'));
  }

  /** Their names, with the mark of the one in use. */
  devices(): string[] {
    return this.all('.device-name').map((node) => this.words(node));
  }

  question(): string {
    return this.words(this.find('dialog[open] .title'));
  }

  async confirm(): Promise<void> {
    await new Promise((settled) => setTimeout(settled, 600));
    this.find<HTMLElement>('dialog[open] .submit')?.click();
    await this.element.updateComplete;
  }
}
