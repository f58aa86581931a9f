import type { ReactiveControllerHost } from 'lit';
import { isCcError, type CcError, type InvitationDraft } from '../../client/index.js';
import { canonicalEmail, type RoleId } from '../../domain/index.js';
import type { ProblemValues } from '../../i18n/problem-texts.js';
import {
  addAddresses,
  checkAddresses,
  knownDomains,
  suggestionFor,
  type Address,
  type DraftChecks,
} from './addresses.js';
import type { FailedInvite } from './result.js';

/** What the dialog's properties say about addresses. */
export interface DraftHost extends ReactiveControllerHost, DraftChecks {
  readonly multiple: boolean;
}

/** Everything typed into the dialog, kept until it is sent or the person throws it away. */
export class InviteDraft {
  readonly #host: DraftHost;
  addresses: readonly Address[] = [];
  /** What is in the text field and no chip yet. */
  typed = '';
  message = '';
  role = '';
  /** Index of the chip that Tab reaches. */
  chip = 0;
  /** The person pressed Send: mistakes are shown. */
  checked = false;
  /** Why nothing could be sent at all. */
  stopped: Error | undefined;

  constructor(host: DraftHost) {
    this.#host = host;
  }

  /** Something is typed that closing would lose. */
  get unsent(): boolean {
    return this.typed.trim() !== '' || this.addresses.length > 0 || this.message !== '';
  }

  type(text: string): void {
    this.typed = text;
    if (!this.#host.multiple) this.addresses = [];
    this.checked = false;
    this.#host.requestUpdate();
  }

  /** Adds typed or pasted text as addresses; says how many were new. */
  add(text: string): { added: number; duplicates: number } {
    if (!this.#host.multiple) {
      this.type(text.trim());
      return { added: 0, duplicates: 0 };
    }
    const { addresses, ...counts } = addAddresses(this.addresses, text);
    this.typed = '';
    this.#set(addresses);
    return counts;
  }

  remove(index: number): void {
    this.#set(this.addresses.filter((_, at) => at !== index));
    if (!this.#host.multiple) this.typed = '';
  }

  /** Back into the text field. */
  edit(index: number): void {
    const typed = this.addresses[index]?.typed ?? this.typed;
    this.#set(this.addresses.filter((_, at) => at !== index));
    this.typed = typed;
  }

  replace(index: number, typed: string): void {
    this.#set(this.addresses.map((one, at) => (at === index ? { ...one, typed, fault: undefined } : one)));
    if (!this.#host.multiple) this.typed = typed;
    this.check();
  }

  /** Everything typed becomes an address, and every address is checked. */
  check(): void {
    const { multiple } = this.#host;
    const all = multiple ? addAddresses(this.addresses, this.typed).addresses : alone(this.typed);
    if (multiple) this.typed = '';
    const known = knownDomains(all);
    this.addresses = checkAddresses(all, this.#host).map((address) => {
      const { fault, typed } = address;
      if (!fault || 'text' in fault || fault.suggestion) return address;
      return { ...address, fault: { ...fault, suggestion: suggestionFor(typed, known) } };
    });
    this.stopped = undefined;
    this.checked = true;
    this.#host.requestUpdate();
  }

  /** One draft per address, in the form that is stored. */
  drafts(): InvitationDraft[] {
    const message = this.message.trim();
    return this.addresses.map(({ typed, name }) => ({
      email: canonicalEmail(typed) ?? typed,
      roleId: this.role as RoleId,
      ...(name && { name }),
      ...(message && { message }),
    }));
  }

  /** What could not be sent, each mistake at its address. True when another try may help as it is. */
  takeBack(failed: readonly FailedInvite[]): boolean {
    this.#set(failed.map(({ entry, error }) => faulty(entry.draft, error)));
    if (!this.#host.multiple) this.typed = this.addresses[0]?.typed ?? '';
    this.stopped = failed.find(({ error }) => !isAboutAddress(error))?.error;
    this.checked = true;
    return this.addresses.every(({ fault }) => !fault);
  }

  stop(error: Error): void {
    this.stopped = error;
    this.#host.requestUpdate();
  }

  clear(role: string): void {
    this.#set([]);
    this.typed = '';
    this.message = '';
    this.role = role;
    this.checked = false;
  }

  #set(addresses: readonly Address[]): void {
    this.addresses = addresses;
    this.stopped = undefined;
    this.chip = Math.max(0, addresses.length - 1);
    this.#host.requestUpdate();
  }
}

const alone = (typed: string): Address[] => (typed.trim() === '' ? [] : [{ typed: typed.trim() }]);

/** Is the failure about this address, so that the others may still go through? */
const isAboutAddress = ({ status }: CcError): boolean => status === 409 || status === 422;

function faulty({ email, name }: InvitationDraft, error: CcError): Address {
  const address = name ? { typed: email, name } : { typed: email };
  if (!isAboutAddress(error)) return address;
  return {
    ...address,
    fault: {
      code: error.code,
      values: error.facts as ProblemValues,
      warning: isCcError(error, 'already-member') || isCcError(error, 'invitation-pending'),
    },
  };
}
