import type { Language } from '../../i18n/language.js';
import type { ReactiveControllerHost } from 'lit';
import { isCcError, type CcError, type InvitationDraft } from '../../client/index.js';
import { canonicalEmail, type RoleId } from '../../domain/index.js';
import type { ProblemValues } from '../../i18n/problem-texts.js';
import {
  addAddresses,
  addPeople,
  checkAddresses,
  knownDomains,
  suggestionFor,
  type Address,
  type DraftChecks,
} from './addresses.js';
import type { FailedInvite } from './result.js';

/** What the dialog's properties say about addresses. */
export interface DraftHost extends ReactiveControllerHost, DraftChecks {
  readonly language: Pick<Language, 'locale'>;
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
  /** The role for which the person has confirmed that it reaches every client (R3). */
  confirmed = '';

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

  /** Adds people of a file. */
  addFile(people: readonly Address[]): { added: number; duplicates: number } {
    const { addresses, ...counts } = addPeople(this.addresses, people);
    this.#set(addresses);
    this.check();
    return counts;
  }

  /** Gives one address a role of its own. */
  setRole(index: number, roleId: RoleId): void {
    this.#set(
      this.addresses.map((one, at) => (at === index ? { ...one, roleId, rowFault: undefined } : one)),
    );
    this.check();
  }

  /** Takes everything out that can't be sent; the rest goes. */
  leaveOut(): void {
    this.#set(this.addresses.filter(({ fault }) => !fault));
    this.check();
  }

  /** What was found out about the mistake of one address. */
  tell(typed: string, fault: Address['fault']): void {
    this.addresses = this.addresses.map((one) => (one.typed === typed ? { ...one, fault } : one));
    this.#host.requestUpdate();
  }

  /** Was an address refused because an invite to it is pending? */
  get hasPending(): boolean {
    return this.addresses.some(({ fault }) => fault && 'code' in fault && fault.code === 'invite_pending');
  }

  /** Is somebody there from a file, whose rows are more than one types? */
  get fromFile(): boolean {
    return this.addresses.some(({ line }) => line !== undefined);
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
    this.#set(
      this.addresses.map((one, at) =>
        at === index ? { ...one, typed, fault: undefined, rowFault: undefined } : one,
      ),
    );
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
    const { locale } = this.#host.language;
    return this.addresses.map(({ typed, name, roleId }) => ({
      email: canonicalEmail(typed) ?? typed,
      roleId: roleId ?? (this.role as RoleId),
      ...(name && { name }),
      ...(message && { message }),
      // Where the page chose no language, the inviter's own decides.
      ...(locale !== 'en' && { locale }),
    }));
  }

  /** What could not be sent, each mistake at its address. True when another try may help as it is. */
  takeBack(failed: readonly FailedInvite[]): boolean {
    this.#set(failed.map(({ entry, error }) => faulty(entry.draft, error, this.role)));
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
    this.confirmed = '';
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

/** Is the failure about this address, so that the others may still go through? That of another tab is not (I14). */
const isAboutAddress = ({ status, kind }: CcError): boolean =>
  (status === 409 || status === 422) && kind !== 'account-changed';

function faulty({ email, name, roleId }: InvitationDraft, error: CcError, role: string): Address {
  const address = { typed: email, ...(name && { name }), ...(roleId !== role && { roleId }) };
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
