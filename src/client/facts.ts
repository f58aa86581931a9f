import type { CcError } from './errors.js';
import type { Account, Invitation, InvitationAccepted, Me, Member } from './wire/index.js';

/** What became true through a call of this client, or failed. Never holds a token, a link or a password. */
export interface CcFacts {
  'signed-in': { user: Me };
  /** `requested`: by the person; `expired`: the backend no longer knows who calls, once per time. */
  'signed-out': { reason: 'requested' | 'expired' };
  'me.changed': { me: Me };
  'account.chosen': { accountId: string };
  'account.changed': { accountId: string; account: Account };
  'member.changed': { accountId: string; member: Member };
  'member.removed': { accountId: string; memberId: string };
  'invitation.created': { accountId: string; invitation: Invitation };
  'invitation.changed': { accountId: string; invitation: Invitation };
  'invitation.resent': { accountId: string; invitation: Invitation };
  'invitation.revoked': { accountId: string; invitationId: string };
  'invitation.link-issued': { accountId: string; invitationId: string };
  'invitation.accepted': InvitationAccepted;
  'invitation.declined': object;
  /** A call failed, after all retries; `action` is the group and the call, such as `members.setRole`. */
  failure: { action: string; accountId: string | undefined; error: CcError };
}

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
