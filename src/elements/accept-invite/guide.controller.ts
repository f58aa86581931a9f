import { isCcError, type CcError, type InvitationPreview } from '../../client/index.js';
import type { CredentialFields } from '../../controllers/credential-fields.js';
import type { CcElement } from '../base/cc-element.js';
import type { InviteeConflict } from '../username-conflict/conflict.js';
import type { ConflictPlace, ConflictWay } from './conflict-place.js';
import type { FormController } from './form.controller.js';

interface Options {
  readonly fields: CredentialFields;
  form(): FormController;
  preview(): InvitationPreview | undefined;
  policy(): 'one_identity' | 'per_account';
  /** The person signs in with the login they have, and joins. */
  joins(): Promise<void>;
  /** Nothing is in the way any more: the same invite goes on. */
  goesOn(): Promise<void>;
}

/** Leads to the guided page where a name is in the way, and back to the same invite with everything typed (R31, R33). */
export class GuideController {
  readonly #host: CcElement;
  readonly #options: Options;
  #place: ConflictPlace | undefined;
  shown = false;

  constructor(host: CcElement, options: Options) {
    this.#host = host;
    this.#options = options;
  }

  /** Shows it if this refusal is about a login that exists, or an address that is a sign-in name elsewhere. */
  async offer(error: CcError | Error): Promise<boolean> {
    const conflict = this.#conflictOf(error);
    if (!conflict) return false;
    const { ConflictPlace: Place } = await import('./conflict-place.js');
    this.#place ??= new Place(this.#host, (way) => void this.#solved(way));
    await this.#show(true);
    await this.#place.show(conflict);
    return true;
  }

  /** Back to the form without having chosen a way. */
  async leave(): Promise<void> {
    this.#place?.close();
    await this.#show(false);
    await this.#options.form().focus('username');
  }

  #conflictOf(error: CcError | Error): InviteeConflict | undefined {
    const { fields, preview, policy } = this.#options;
    const { accountName, inviterName } = preview() ?? {};
    if (accountName === undefined || inviterName === undefined || !isCcError(error)) return undefined;
    const known = error.kind === 'identity-exists';
    const username = fields.value('username').trim();
    const taken = isCcError(error, 'username-taken') && error.code === 'username_taken';
    if (!known && !(taken && username.includes('@'))) return undefined;
    return {
      ...{ side: 'invitee', kind: known ? 'identity-exists' : 'username-taken', username },
      ...{ accountName, inviterName, identityPolicy: policy() },
      suggestions: taken ? error.facts.suggestions : undefined,
    };
  }

  async #solved({ choice, username }: ConflictWay): Promise<void> {
    const { fields, form, joins, goesOn } = this.#options;
    if (username && choice !== 'join') fields.set('username', username);
    form().username.forget();
    fields.setError('username', undefined);
    await this.#show(false);
    await (choice === 'join' ? joins() : goesOn());
  }

  async #show(shown: boolean): Promise<void> {
    this.shown = shown;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }
}
