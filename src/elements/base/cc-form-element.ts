import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { booleanAttribute } from './boolean.js';
import { CcElement } from './cc-element.js';

/**
 * The ground of elements that are form controls: value, validity, reset and restore as a native control has
 * them. A missing value is shown only once the form or the host asked whether all is well.
 */
export abstract class CcFormElement extends CcElement {
  static readonly formAssociated = true;

  /** Name of the value in its form. */
  @property({ reflect: true }) name = '';
  /** A value must be chosen before the form is sent. */
  @property({ converter: booleanAttribute, reflect: true }) required = false;

  /** Switched off by a disabled fieldset or form. */
  @state() protected disabledByForm = false;
  @state() private asked = false;

  /** What the form sends; null sends nothing. */
  protected abstract get formValue(): string | null;
  /** The sentence for a missing value. */
  protected abstract get missingText(): string;
  /** Back to the value in the markup. */
  protected abstract resetValue(): void;
  protected abstract restoreValue(value: string): void;

  /** The form it takes part in. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  /** What is wrong with the value, as native controls say it. */
  get validity(): ValidityState {
    return this.internals.validity;
  }
  /** The sentence for what is wrong; empty when nothing is. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  /** Whether the form looks at it before sending. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  /** Whether all is well, without showing it. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }
  /** Asks, and shows what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** What to show under the control. */
  protected get error(): string | undefined {
    return this.asked && this.#missing ? this.missingText : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('invalid', this.#onInvalid);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('invalid', this.#onInvalid);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { formValue, internals } = this;
    internals.setFormValue(formValue, formValue ?? undefined);
    if (this.#missing)
      internals.setValidity({ valueMissing: true }, this.missingText, this.focusTarget ?? undefined);
    else internals.setValidity({});
  }

  formResetCallback(): void {
    this.resetValue();
    this.asked = false;
  }
  formStateRestoreCallback(value: string): void {
    this.restoreValue(value);
  }
  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
  }

  get #missing(): boolean {
    return this.required && !this.formValue;
  }

  readonly #onInvalid = (): void => {
    this.asked = true;
  };
}
