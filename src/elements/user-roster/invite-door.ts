import { nothing, type ReactiveController } from 'lit';
import { html as staticHtml } from 'lit/static-html.js';
import type { CcElement } from '../base/cc-element.js';
import { tagWith } from '../base/define.js';
import { registeredTag } from '../base/inner.js';

interface InviteDialog extends HTMLElement {
  show(opener?: HTMLElement): void;
}

const tag = 'cc-invite-dialog';
const parts = [
  'dialog',
  'title',
  'body',
  'footer',
  'field',
  'chip',
  'role-card',
  'submit',
  'cancel',
  'callout',
];

/**
 * The way to the invite dialog, which is another element and may not be on the page: it is found by its tag when
 * it is needed, and loaded then if somebody has said how.
 */
export class InviteDoor implements ReactiveController {
  readonly #host: CcElement;
  readonly #load: () => (() => Promise<unknown>) | undefined;
  readonly #showMember: (email: string) => void;
  #opened = false;
  #wanted = '';

  /** `showMember` leads to somebody who was invited and is a user already (I05). */
  constructor(
    host: CcElement,
    load: () => (() => Promise<unknown>) | undefined,
    showMember: (email: string) => void,
  ) {
    this.#host = host;
    this.#load = load;
    this.#showMember = showMember;
    host.addController(this);
  }

  /** Is there anything behind the door? */
  get exists(): boolean {
    return this.#load() !== undefined || registeredTag(this.#host, tag) !== undefined;
  }

  hostConnected(): void {
    if (this.exists) return;
    const { prefix, registry = customElements } = this.#host.constructor as typeof CcElement;
    // Its script may come later than ours.
    void registry.whenDefined(tagWith(prefix, { tag })).then(() => this.#host.requestUpdate());
  }

  async open(opener: HTMLElement): Promise<void> {
    if (!registeredTag(this.#host, tag)) await this.#load()?.();
    this.#opened = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<InviteDialog>('.invite')?.show(opener);
  }

  /** Drawn from the first opening on. */
  template(): unknown {
    const name = this.#opened ? registeredTag(this.#host, tag) : undefined;
    if (!name) return nothing;
    return staticHtml`<${name}
      class="invite"
      multiple
      exportparts=${parts.map((part) => `${part}: invite-dialog__${part}`).join(', ')}
      .strings=${this.#host.strings}
      .density=${this.#host.density}
      @cc-member-show=${this.#onShow}
      @cc-closed=${this.#onClosed}
    ></${name}>`;
  }

  readonly #onShow = ({ detail }: CustomEvent<{ email: string }>): void => {
    this.#wanted = detail.email;
  };

  /** Closing gives focus back to what opened the dialog; only then is it led on. */
  readonly #onClosed = (): void => {
    if (this.#wanted) this.#showMember(this.#wanted);
    this.#wanted = '';
  };
}
