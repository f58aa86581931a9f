import { place, type CallSpec, type CallTable, type Send } from './call.js';
import { localError } from './errors.js';
import type { AcceptanceGroup } from './groups/acceptance.js';
import type { AuditCalls } from './groups/audit.js';
import type { AuthGroup } from './groups/auth.js';
import type { DevicesGroup } from './groups/devices.js';
import type { BulkGrantsGroup, OffboardingsGroup } from './groups/jobs.js';
import type { LinkActsGroup } from './groups/link-acts.js';
import type { MfaGroup } from './groups/mfa.js';
import type { OwnershipGroup } from './groups/ownership.js';
import type { PeopleGroup } from './groups/people.js';

/** Groups that most pages never call. Their tables are one file, which is fetched with the first call. */
export interface LaterGroups {
  readonly auth: AuthGroup;
  readonly mfa: MfaGroup;
  readonly devices: DevicesGroup;
  readonly ownership: OwnershipGroup;
  readonly audit: AuditCalls;
  readonly people: PeopleGroup;
  readonly bulkGrants: BulkGrantsGroup;
  readonly offboardings: OffboardingsGroup;
}

/** With those methods of two groups whose others are there from the start: the invitee's side, and deciding on links. */
export interface LaterTables extends LaterGroups {
  readonly invitations: AcceptanceGroup;
  readonly links: LinkActsGroup;
}

type Tables = { readonly [Name in keyof LaterTables]: CallTable<LaterTables[Name]> };

/** One such group: each of its methods fetches the tables, then calls as any other. */
export function laterGroup<Name extends keyof LaterTables>(send: Send, group: Name): LaterTables[Name] {
  const call = async (name: string, args: unknown[]) => {
    const { laterCalls } = await import('./groups/later.js').catch((cause: unknown) => {
      throw localError('offline', { cause });
    });
    const table = (laterCalls satisfies Tables)[group] as Record<string, CallSpec<unknown>>;
    return send(place(`${group}.${name}`, table[name] as CallSpec<unknown>, args));
  };
  return new Proxy({} as LaterTables[Name], {
    get:
      (_, name: string) =>
      (...args: unknown[]) =>
        call(name, args),
  });
}
