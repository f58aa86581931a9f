import { defineInner, tagWith } from '../base/define.js';
import type { CcElement } from '../base/cc-element.js';
import type { InviteeConflict } from '../username-conflict/conflict.js';
import type { CcConflictResolvedEvent } from '../username-conflict/username-conflict.events.js';
import { CcUsernameConflict } from '../username-conflict/username-conflict.js';

export interface ConflictWay {
  readonly choice: 'join' | 'here' | 'there' | 'other';
  readonly username?: string;
}

/**
 * The guided way out of a name that is in use (R31), on the invitee's page. It stands in light DOM under the slot
 * `conflict`, because its own fields are credentials and belong where password managers look for them.
 */
export class ConflictPlace {
  readonly #host: CcElement;
  readonly #solved: (way: ConflictWay) => void;
  #element: CcUsernameConflict | undefined;

  constructor(host: CcElement, solved: (way: ConflictWay) => void) {
    this.#host = host;
    this.#solved = solved;
    defineInner(host, CcUsernameConflict);
  }

  async show(conflict: InviteeConflict): Promise<void> {
    this.close();
    const { prefix, registry = customElements } = this.#host.constructor as typeof CcElement;
    const Class = registry.get(tagWith(prefix, CcUsernameConflict)) as typeof CcUsernameConflict;
    const element = new Class();
    element.slot = 'conflict';
    element.conflict = conflict;
    element.strings = this.#host.strings;
    element.addEventListener('cc-conflict-resolved', this.#onResolved);
    this.#element = element;
    this.#host.append(element);
    await element.updateComplete;
    await element.refresh();
    element.focus();
  }

  close(): void {
    this.#element?.remove();
    this.#element = undefined;
  }

  readonly #onResolved = ({ detail }: CcConflictResolvedEvent): void => {
    this.close();
    this.#solved(detail);
  };
}
