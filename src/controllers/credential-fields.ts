import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

export interface CredentialField {
  /** Slot and input name: `username`, `password`, `code`. */
  readonly name: string;
  readonly type: 'text' | 'password' | 'email';
  readonly autocomplete:
    'username' | 'current-password' | 'new-password' | 'one-time-code' | 'email' | 'name';
  readonly inputMode?: 'numeric' | 'email' | 'text';
  readonly required?: boolean;
  /** Its place is drawn now; a field that never was is not made. Always, when absent. */
  shown?(): boolean;
  label(): string;
  hint?(): string | undefined;
}

export interface CredentialOptions {
  /** Enter in a field. */
  submit(): void;
  /** The person typed. */
  changed?(name: string): void;
}

interface Nodes {
  readonly input: HTMLInputElement;
  readonly label: HTMLElement;
  readonly message: HTMLElement;
}

/**
 * Credential fields live in light DOM, where password managers look for them. The host page may slot its own
 * input under the field's name; if it doesn't, the element appends one. Label and message join it there, since
 * they can only be tied to an input of the same tree (contracts.md 7, trust.md 4).
 *
 * In render: `${this.#fields.render('username')}`.
 */
export class CredentialFields implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #fields: readonly CredentialField[];
  readonly #options: CredentialOptions;
  readonly #errors = new Map<string, string>();
  readonly #id = `cc-${Math.random().toString(36).slice(2, 8)}`;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    fields: readonly CredentialField[],
    options: CredentialOptions,
  ) {
    this.#host = host;
    this.#fields = fields;
    this.#options = options;
    host.addController(this);
  }

  /** What is typed; never trimmed, since blanks count in a password. */
  value(name: string): string {
    return this.input(name)?.value ?? '';
  }

  set(name: string, value: string): void {
    const input = this.input(name);
    if (input) input.value = value;
  }

  /** Empties every field, so that nothing secret stays in the page. */
  clear(): void {
    for (const { name } of this.#fields) this.set(name, '');
  }

  /** The input in light DOM, the page's own or ours. */
  input(name: string): HTMLInputElement | undefined {
    const child = this.#child(name);
    if (child instanceof HTMLInputElement) return child;
    return child?.querySelector('input') ?? undefined;
  }

  focus(name: string): void {
    this.input(name)?.focus();
  }

  error(name: string): string | undefined {
    return this.#errors.get(name);
  }

  /** Shows a sentence at the field, or takes it away. */
  setError(name: string, text: string | undefined): void {
    if (text) this.#errors.set(name, text);
    else this.#errors.delete(name);
    this.#host.requestUpdate();
  }

  /** Puts focus on the first field that has an error; false if none has. */
  focusFirstError(): boolean {
    const first = this.#fields.find((field) => this.#errors.has(field.name) && isShown(field));
    if (first) this.focus(first.name);
    return first !== undefined;
  }

  /** Shows a password as text, or hides it again. */
  reveal(name: string, shown: boolean): void {
    const input = this.input(name);
    if (input) input.type = shown ? 'text' : 'password';
  }

  /** The place of a field in the element; `end` stands inside its box, such as a reveal button. */
  render(name: string, end: unknown = nothing): TemplateResult {
    const invalid = this.#errors.has(name);
    return html`<div class="field" part=${invalid ? 'field invalid' : 'field'}>
      <slot name="${name}-label"></slot>
      <div class=${invalid ? 'field-box credential invalid' : 'field-box credential'}>
        <slot name=${name}></slot>${end}
      </div>
      <slot class=${invalid ? 'field-error' : 'field-hint'} name="${name}-message"></slot>
    </div>`;
  }

  hostConnected(): void {
    this.#host.addEventListener('input', this.#onInput);
    this.#host.addEventListener('keydown', this.#onKeydown);
  }

  hostUpdated(): void {
    for (const field of this.#fields) if (isShown(field)) this.#tie(field, this.#nodes(field));
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('input', this.#onInput);
    this.#host.removeEventListener('keydown', this.#onKeydown);
  }

  readonly #onInput = (event: Event): void => {
    const field = this.#fieldOf(event);
    if (field) this.#options.changed?.(field.name);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !this.#fieldOf(event)) return;
    event.preventDefault();
    this.#options.submit();
  };

  #fieldOf(event: Event): CredentialField | undefined {
    return this.#fields.find(({ name }) => this.input(name) === event.target);
  }

  #child(slot: string): HTMLElement | undefined {
    return [...this.#host.children].find(
      (child): child is HTMLElement => child instanceof HTMLElement && child.slot === slot,
    );
  }

  #nodes(field: CredentialField): Nodes {
    const input = this.input(field.name) ?? this.#append(field.name, document.createElement('input'));
    const label =
      this.#child(`${field.name}-label`) ??
      this.#append(`${field.name}-label`, document.createElement('label'));
    const message =
      this.#child(`${field.name}-message`) ??
      this.#append(`${field.name}-message`, document.createElement('div'));
    return { input, label, message };
  }

  #append<Node extends HTMLElement>(slot: string, node: Node): Node {
    node.slot = slot;
    node.dataset['ccOwn'] = '';
    this.#host.append(node);
    return node;
  }

  #tie(field: CredentialField, { input, label, message }: Nodes): void {
    const text = this.#errors.get(field.name) ?? field.hint?.() ?? '';
    input.id ||= `${this.#id}-${field.name}`;
    message.id ||= `${input.id}-message`;
    if (isOwn(input)) setUp(input, field);
    else if (!input.autocomplete) input.autocomplete = field.autocomplete;
    if (isOwn(label)) {
      (label as HTMLLabelElement).htmlFor = input.id;
      setText(label, field.label());
    }
    setText(message, text);
    input.ariaInvalid = this.#errors.has(field.name) ? 'true' : null;
    if (text) input.setAttribute('aria-describedby', message.id);
    else input.removeAttribute('aria-describedby');
  }
}

function isOwn(node: HTMLElement): boolean {
  return 'ccOwn' in node.dataset;
}

function isShown(field: CredentialField): boolean {
  return field.shown?.() ?? true;
}

function setUp(input: HTMLInputElement, field: CredentialField): void {
  // A field may change its meaning while it stays: a password that is chosen, or one that is remembered.
  if (input.autocomplete !== field.autocomplete) input.autocomplete = field.autocomplete;
  if (input.inputMode !== (field.inputMode ?? '')) input.inputMode = field.inputMode ?? '';
  if (input.name) return;
  input.name = field.name;
  input.type = field.type;
  input.autocapitalize = 'none';
  input.spellcheck = false;
  input.ariaRequired = field.required ? 'true' : null;
}

function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
