import { place, type CallSpec, type CallTable, type Send } from './call.js';
import type { AuditCalls } from './groups/audit.js';
import type { DevicesGroup } from './groups/devices.js';
import type { MfaGroup } from './groups/mfa.js';
import type { OwnershipGroup } from './groups/ownership.js';

/** Groups that most pages never call. Their tables are one file, which is fetched with the first call. */
export interface LaterGroups {
  readonly mfa: MfaGroup;
  readonly devices: DevicesGroup;
  readonly ownership: OwnershipGroup;
  readonly audit: AuditCalls;
}

type Tables = { readonly [Name in keyof LaterGroups]: CallTable<LaterGroups[Name]> };

/** One such group: each of its methods fetches the tables, then calls as any other. */
export function laterGroup<Name extends keyof LaterGroups>(send: Send, group: Name): LaterGroups[Name] {
  const call = async (name: string, args: unknown[]) => {
    const { laterCalls } = await import('./groups/later.js');
    const table = (laterCalls satisfies Tables)[group] as Record<string, CallSpec<unknown>>;
    return send(place(`${group}.${name}`, table[name] as CallSpec<unknown>, args));
  };
  return new Proxy({} as LaterGroups[Name], {
    get:
      (_, name: string) =>
      (...args: unknown[]) =>
        call(name, args),
  });
}
