import type { Invitation } from '../../client/index.js';
import type { ProblemValues } from '../../i18n/problem-texts.js';
import {
  canonicalEmail,
  checkEmail,
  emailKey,
  splitAddresses,
  type ProblemCode,
  type RoleId,
} from '../../domain/index.js';

/** What is wrong with one address: from the checks, from the host, or from the backend's answer. */
export type AddressFault =
  | {
      readonly code: ProblemCode | (string & {});
      readonly suggestion?: string;
      readonly warning?: boolean;
      /** Numbers the sentence uses. */
      readonly values?: ProblemValues;
      /** Roles to choose between, where a file gives several. */
      readonly roles?: readonly RoleId[];
      /** The invite that is there already, once it is known (R28). */
      readonly pending?: Invitation;
    }
  | { readonly text: string };

/** One address of the draft, as a chip. */
export interface Address {
  /** As typed; what is sent is the checked form. */
  readonly typed: string;
  readonly name?: string;
  /** A role of its own, from a file; else the one of the form. */
  readonly roleId?: RoleId;
  /** Line of the file it came from. */
  readonly line?: number;
  /** What is wrong with that line besides the address, until somebody has put it right. */
  readonly rowFault?: AddressFault;
  readonly fault?: AddressFault;
}

export interface DraftChecks {
  /** Domains the host allows; empty allows all. */
  readonly domains: readonly string[];
  /** The host's own check: a sentence when the address is refused. */
  validate?(email: string): string | undefined;
}

/** The key two spellings of one mailbox share; what is no address is its own key. */
const keyOf = (typed: string): string => {
  const canonical = canonicalEmail(typed);
  return canonical === undefined ? typed : emailKey(canonical);
};

/** Adds typed or pasted text; addresses that are there already are not added twice. */
export function addAddresses(
  addresses: readonly Address[],
  text: string,
): { addresses: readonly Address[]; added: number; duplicates: number } {
  const keys = new Set(addresses.map(({ typed }) => keyOf(typed)));
  const entries = splitAddresses(text);
  const fresh: Address[] = [];
  for (const { address, name } of entries) {
    if (keys.has(keyOf(address))) continue;
    keys.add(keyOf(address));
    fresh.push(name ? { typed: address, name } : { typed: address });
  }
  return {
    addresses: [...addresses, ...fresh],
    added: fresh.length,
    duplicates: entries.length - fresh.length,
  };
}

/** Adds people of a file; who is there already is not added twice. */
export function addPeople(
  addresses: readonly Address[],
  people: readonly Address[],
): { addresses: readonly Address[]; added: number; duplicates: number } {
  const keys = new Set(addresses.map(({ typed }) => keyOf(typed)));
  const fresh = people.filter(({ typed }) => {
    const key = keyOf(typed);
    return !keys.has(key) && keys.add(key);
  });
  return {
    addresses: [...addresses, ...fresh],
    added: fresh.length,
    duplicates: people.length - fresh.length,
  };
}

/** The draft with a fault at every address that can't be sent. */
export function checkAddresses(addresses: readonly Address[], checks: DraftChecks): Address[] {
  return addresses.map(({ fault: _, ...address }) => {
    const found = faultOf(address.typed, checks) ?? address.rowFault;
    return found ? { ...address, fault: found } : address;
  });
}

function faultOf(typed: string, { domains, validate }: DraftChecks): AddressFault | undefined {
  const checked = checkEmail(typed);
  if (!checked.ok) return { code: checked.code, suggestion: checked.suggestion };
  const domain = checked.value.slice(checked.value.lastIndexOf('@') + 1);
  if (domains.length > 0 && !domains.includes(domain)) return { code: 'domain_refused' };
  const text = validate?.(checked.value);
  return text ? { text } : undefined;
}

/** "tess@harbourlane" where "harbourlane.test" is a colleague's domain: the address that was probably meant. */
export function suggestionFor(typed: string, known: readonly string[]): string | undefined {
  const at = typed.lastIndexOf('@');
  if (at < 1) return undefined;
  const local = typed.slice(0, at);
  const domain = typed.slice(at + 1).toLowerCase();
  const meant = known.find((one) => domain !== '' && one !== domain && one.startsWith(`${domain}.`));
  return meant && canonicalEmail(`${local}@${meant}`);
}

/** The domains of the addresses in a draft that are fine. */
export function knownDomains(addresses: readonly Address[]): string[] {
  const fine = addresses.map(({ typed }) => canonicalEmail(typed));
  return [...new Set(fine.flatMap((one) => (one ? [one.slice(one.lastIndexOf('@') + 1)] : [])))];
}
