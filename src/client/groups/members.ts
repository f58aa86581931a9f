import type { RoleId } from '../../domain/index.js';
import type { CallOptions, CallTable, CreateOptions, Versioned, WriteOptions } from '../call.js';
import { decodeNothing, decodeOne, decodeItems } from '../decode.js';
import type { Member, MemberQuery, Page } from '../wire/index.js';

/** People with a direct role on an account. */
export interface MembersGroup {
  list(accountId: string, query?: MemberQuery, options?: CallOptions): Promise<Page<Member>>;
  get(accountId: string, memberId: string, options?: CallOptions): Promise<Member>;
  setRole(accountId: string, member: Versioned, roleId: RoleId, options?: WriteOptions): Promise<Member>;
  /** Suspends, or lets in again (R59). */
  setStatus(
    accountId: string,
    member: Versioned,
    status: 'active' | 'suspended',
    options?: WriteOptions,
  ): Promise<Member>;
  /** Takes a member's second factor away: they must set up a new one before they enter again (R71). */
  resetMfa(accountId: string, memberId: string, options?: CreateOptions): Promise<Member>;
  /** Removes, or leaves if it is oneself. There is no undo (R94). */
  remove(accountId: string, member: Versioned, options?: WriteOptions): Promise<void>;
}

const member = decodeOne<Member>('id');

const change = {
  to: 'PATCH accounts/*/members/*',
  gives: member,
  fact: 'member.changed',
} as const;

export const membersCalls: CallTable<MembersGroup> = {
  list: { to: 'GET accounts/*/members', with: 'query', gives: decodeItems<Member>('id') },
  get: { to: 'GET accounts/*/members/*', gives: member },
  setRole: { ...change, with: 'roleId' },
  setStatus: { ...change, with: 'status' },
  resetMfa: { to: 'POST accounts/*/members/*/mfa-reset', gives: member, fact: 'member.changed' },
  remove: {
    to: 'DELETE accounts/*/members/*',
    gives: decodeNothing,
    fact: 'member.removed',
  },
};
