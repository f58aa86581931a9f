import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import type { RoleReason } from '../../domain/index.js';
import { common } from '../../i18n/en/common.js';
import { rolePicker } from '../../i18n/en/role-picker.js';
import { roles } from '../../i18n/en/roles.js';
import { roleName, roleSentence } from '../../i18n/role-words.js';
import { createRolesStore } from '../../stores/roles.js';
import { CcFormElement } from '../base/cc-form-element.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, info } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { cloneTemplate } from '../base/template-slot.js';
import {
  roleChoice,
  type RoleActor,
  type RoleChoice,
  type RoleOption,
  type RoleScope,
  type RoleTarget,
} from './role-options.js';
import { rolePickerStyles } from './role-picker.styles.js';

/**
 * Choose a role, with what it means in one sentence, and why a role is missing. Works in forms like a native
 * control.
 *
 * @tagname cc-role-picker
 * @status experimental
 *
 * @example
 * <form>
 *   <cc-role-picker name="role" value="campaign_creator" required></cc-role-picker>
 * </form>
 *
 * @slot description - Text between the legend and the options.
 * @slot option - A `<template>` drawn in every option; `data-field="id"` and `data-field="name"` are filled in.
 * @slot reason-link - A link beside the sentence about Partner Manager on a client account.
 * @slot footer - Text below the options, such as a disclosure with role details.
 *
 * @event {Event} input - The person chose a role.
 * @event {Event} change - The person chose a role.
 *
 * @csspart group - The fieldset.
 * @csspart label - The legend.
 * @csspart option - One role; `option selected` for the chosen one.
 * @csspart description - The sentence of a role.
 * @csspart reason - Why a role is not offered.
 * @csspart error - What is missing.
 * @csspart icon - An icon.
 *
 * @cssprop --cc-role-picker-option-gap - Space between options.
 *
 * @cssstate busy - The roles are being loaded.
 * @cssstate failed - The roles could not be loaded.
 * @cssstate empty - No role can be given.
 */
export class CcRolePicker extends CcFormElement {
  static override readonly tag: string = 'cc-role-picker';
  static override styles = rolePickerStyles;

  /** Kind of account the role is granted on; read from the roles when absent. */
  @property() scope?: RoleScope;
  /** Roles with their availability; asked from the backend when absent. */
  @property({ attribute: false }) roles?: readonly RoleOption[];
  /** The grants of the person who chooses, for hosts that decide without a call. */
  @property({ attribute: false }) actor?: RoleActor;
  /** The member whose role changes; absent for somebody new. */
  @property({ attribute: false }) target?: RoleTarget;

  #value = '';
  #choice: RoleChoice | undefined;
  #cleared: string | undefined;

  readonly #store = new StoreController(this, createRolesStore);
  readonly #text = new StringsController(this, 'rolePicker', rolePicker);
  readonly #roles = new StringsController(this, 'roles', roles);
  readonly #common = new StringsController(this, 'common', common);
  readonly #announce = new AnnounceController(this);

  /** Id of the chosen role. A role that is not offered here is refused; before roles are known it waits. */
  @property()
  get value(): string {
    return this.#value;
  }
  set value(next: string | null | undefined) {
    const wanted = next ?? '';
    if (wanted && this.#choice && !this.#isOffered(wanted)) {
      console.warn(
        `<${this.localName}> keeps "${this.#value}": the role "${wanted}" is not offered on this account.`,
      );
      return;
    }
    this.#value = wanted;
    this.#cleared = undefined;
  }

  protected override get formValue(): string | null {
    return this.#choice ? this.#value || null : null;
  }
  protected override get missingText(): string {
    return this.#text.t.required;
  }
  protected override resetValue(): void {
    this.value = this.getAttribute('value');
  }
  protected override restoreValue(value: string): void {
    this.value = value;
  }
  protected override get focusTarget(): HTMLElement | null {
    return (
      this.renderRoot.querySelector<HTMLElement>('input:checked') ??
      this.renderRoot.querySelector('input, button')
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { roles, scope, actor, target } = this;
    // With roles or an actor of the host's own, nothing is asked.
    const loaded = roles || actor ? undefined : this.#store.store?.$roles.get().data;
    this.#choice = roleChoice({ roles: roles ?? loaded, scope, actor, target });
    if (this.#choice && this.#value && !this.#isOffered(this.#value)) this.#clear();
    this.setState('busy', !this.#choice && !this.#failed);
    this.setState('failed', !this.#choice && this.#failed);
    this.setState('empty', this.#choice?.offered.length === 0);
  }

  protected override render(): TemplateResult {
    const choice = this.#choice;
    const { error } = this;
    return html`<fieldset
      part="group"
      aria-describedby="notes error"
      aria-busy=${choice || this.#failed ? nothing : 'true'}
      ?disabled=${this.disabledByForm}
    >
      <legend class="label" part="label">${this.#text.t.legend}</legend>
      <slot name="description"></slot>
      ${choice ? this.#options(choice, error) : this.#failed ? this.#failure() : this.#skeleton()}
      <slot name="footer"></slot>
    </fieldset>`;
  }

  #options(choice: RoleChoice, error: string | undefined): TemplateResult {
    return html`
      <div class=${error ? 'cards invalid' : 'cards'} ?hidden=${choice.offered.length === 0}>
        ${choice.offered.map((role, index) => this.#option(role, index, choice.scope))}
      </div>
      <p id="error" class="field-error" part="error" ?hidden=${!error}>
        ${error ? html`${icon(circleAlert)}${error}` : nothing}
      </p>
      <div id="notes">${this.#notes(choice)}</div>
    `;
  }

  #option(role: RoleOption, index: number, scope: RoleScope): TemplateResult {
    const chosen = role.id === this.#value;
    return html`<label class="card" part=${chosen ? 'option selected' : 'option'}>
      <input
        type="radio"
        name="role"
        value=${role.id}
        .checked=${chosen}
        aria-labelledby="name-${index}"
        aria-describedby="text-${index}"
        aria-disabled=${this.settings.readonly ? 'true' : nothing}
        @click=${this.#onClick}
        @input=${stop}
        @change=${this.#onChange}
      />
      <span id="name-${index}" class="card-name">${roleName(this.#roles.t, role)}</span>
      <span id="text-${index}" class="card-text" part="description"
        >${roleSentence(this.#roles.t, role, scope)}</span
      >
      ${cloneTemplate(this, 'option', { id: role.id, name: roleName(this.#roles.t, role) })}
    </label>`;
  }

  #notes({ blocked, refused }: RoleChoice): unknown {
    const { t } = this.#text;
    const partner = blocked ? undefined : refused.find(({ reason }) => reason === 'role_not_available');
    const others = blocked ? [] : refused.filter((role) => role !== partner);
    return html`
      ${blocked ? note(this.#blocked(blocked)) : nothing}
      ${this.#cleared && !blocked ? note(rich(t.cleared, { role: roleName(this.#roles.t, this.#cleared) })) : nothing}
      ${others.map((role) => note(this.#reason(role)))}
      ${note(html`${partner ? this.#reason(partner) : nothing} <slot name="reason-link"></slot>`, !partner)}
    `;
  }

  #blocked(reason: RoleReason): string {
    const { t } = this.#text;
    return reason === 'last_owner' || reason === 'role_self_change' ? t[reason] : t.noRoles;
  }

  #reason(role: RoleOption): unknown[] {
    const { t } = this.#text;
    const sentence =
      role.reason && Object.hasOwn(reasons, role.reason) ? t[role.reason as keyof typeof reasons] : t.refused;
    return rich(sentence, { role: roleName(this.#roles.t, role) });
  }

  #failure(): TemplateResult {
    return html`<p class="field-error" id="notes">
      ${icon(circleAlert)}<span
        >${this.#text.t.failed}
        <button class="link" type="button" @click=${this.#onRetry}>${this.#common.t.retry}</button></span
      >
    </p>`;
  }

  #skeleton(): TemplateResult {
    const card = html`<div class="placeholder">
      <span class="skeleton"></span><span class="skeleton"></span>
    </div>`;
    return html`<div class="cards" id="notes">
      <span class="visually-hidden">${this.#text.t.loading}</span>${card}${card}
    </div>`;
  }

  readonly #onClick = (event: Event): void => {
    if (this.settings.readonly) event.preventDefault();
  };

  readonly #onChange = (event: Event): void => {
    stop(event);
    this.value = (event.target as HTMLInputElement).value;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  readonly #onRetry = (): void => {
    void this.refresh();
  };

  get #failed(): boolean {
    return this.#store.store?.$roles.get().state === 'failed';
  }

  #isOffered(id: string): boolean {
    return this.#choice?.offered.some((role) => role.id === id) ?? false;
  }

  /** The chosen role may no longer be given (G01): it goes, and the picker says so. */
  #clear(): void {
    this.#cleared = this.#value;
    this.#value = '';
    this.#announce.say(this.#text.t.cleared({ role: roleName(this.#roles.t, this.#cleared) }));
  }
}

// Reasons with a sentence of their own about one role.
const reasons = { role_not_available: true, role_above_actor: true, role_above_ceiling: true };

function note(content: unknown, hidden = false): TemplateResult {
  return html`<p class="note" part="reason" ?hidden=${hidden}>${icon(info)}<span>${content}</span></p>`;
}

/** The inner radio's own events stay inside; the element sends its own, after its value changed. */
function stop(event: Event): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-role-picker': CcRolePicker;
  }
}
