import type { CcError } from './errors.js';
import type {
  Account,
  AccountChange,
  AccountLink,
  Invitation,
  InvitationAccepted,
  Me,
  Member,
  OwnershipTransfer,
} from './wire/index.js';

/** One resource became what `value` says, or went where there is no value left. */
export interface ResourceDetail<Value = unknown> {
  /** The account it belongs to; undefined for the person's own profile. */
  readonly accountId: string | undefined;
  readonly id: string;
  readonly value: Value;
}

interface ResourceFacts {
  /** Own profile, or the account that is shown. */
  'me.changed': ResourceDetail<Me>;
  'account.changed': ResourceDetail<Account>;
  'account.closed': ResourceDetail<Account>;
  'account.restored': ResourceDetail<Account>;
  'member.changed': ResourceDetail<Member>;
  'member.removed': ResourceDetail;
  'invitation.created': ResourceDetail<Invitation>;
  'invitation.changed': ResourceDetail<Invitation>;
  'invitation.resent': ResourceDetail<Invitation>;
  'invitation.revoked': ResourceDetail;
  'invitation.link-issued': ResourceDetail;
  'ownership.started': ResourceDetail<OwnershipTransfer>;
  'ownership.transferred': ResourceDetail<OwnershipTransfer>;
  'ownership.cancelled': ResourceDetail;
}

/** What became true through a call of this client, or failed. Never holds a token, a link or a password. */
export interface CcFacts extends ResourceFacts {
  /** Somebody signed in, or gave a fresh proof. */
  'signed-in': { readonly user: Me };
  /** `requested`: by the person; `expired`: the backend no longer knows who calls, once per time. */
  'signed-out': { readonly reason: 'requested' | 'expired' };
  'invitation.accepted': InvitationAccepted;
  /** Somebody, perhaps elsewhere, changed this thing; `everything` where it is not known what (see `audit.stream`). */
  'live.changed': AccountChange & { readonly accountId: string };
  /** A link became what `value` says; `link.ended` and `job.ended` say to read again what they may have changed. */
  'link.changed': ResourceDetail<AccountLink>;
  'link.ended': Readonly<Record<never, never>>;
  /** A bulk grant or an offboarding that really ran has come to its end, or was seen to have. */
  'job.ended': { readonly id: string };
  /** The person's second factors or recovery codes are not what they were; read them again. */
  'mfa.changed': Readonly<Record<never, never>>;
  /** Fewer browsers skip the second factor. */
  'devices.changed': Readonly<Record<never, never>>;
  /** A call failed, after all retries; `action` is the group and the call, such as `members.setRole`. */
  failure: { readonly action: string; readonly accountId: string | undefined; readonly error: CcError };
}

export type ResourceFactType = keyof ResourceFacts;

export type FactType = keyof CcFacts;

export type FactListener<Type extends FactType> = (detail: CcFacts[Type], type: Type) => void;

/** A fact on its way out: its name and its detail. */
export type Fact = { [Type in FactType]: readonly [Type, CcFacts[Type]] }[FactType];

type AnyListener = (detail: never, type: never) => void;

/** Hands facts to listeners. */
export interface FactStream {
  /** Listens to one type of fact, or with `*` to all; answers the function that stops it. */
  subscribe<Type extends FactType>(type: Type | '*', listener: FactListener<Type>): () => void;
  emit(fact: Fact): void;
}

/** A listener that throws breaks neither the call nor the other listeners. */
export function createFacts(): FactStream {
  const listeners = new Set<readonly [string, AnyListener]>();
  return {
    subscribe(type, listener) {
      const entry = [type, listener] as const;
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    emit([type, detail]) {
      for (const [wanted, listener] of [...listeners]) {
        if (wanted !== type && wanted !== '*') continue;
        try {
          listener(detail as never, type as never);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
