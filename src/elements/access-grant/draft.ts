import type { BulkGrantDraft, JobSubject } from '../../client/index.js';
import { isRoleId, type ExistingChoice, type RoleId } from '../../domain/index.js';
import type { CcAccessGrant } from './access-grant.js';

/** Whom, with which role, and where: what the person has chosen so far. */
export class GrantDraft {
  subject: JobSubject | undefined;
  roleId: RoleId = 'campaign_creator';
  existing: ExistingChoice = 'skip';
  /** Lets each account have a role of its own. */
  perAccount = false;
  #ids: ReadonlySet<string> = new Set();
  #roles: ReadonlyMap<string, RoleId> = new Map();

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** Begins with what the host has given. */
  begin({ subject, defaultRole, existing, accountIds, roles }: CcAccessGrant): void {
    this.subject = subject;
    this.roleId = defaultRole;
    this.existing = existing;
    this.#ids = new Set(accountIds);
    const own = Object.entries(roles).filter(([, role]) => isRoleId(role));
    this.#roles = new Map(own);
    this.perAccount = own.length > 0;
  }

  set(ids: Iterable<string>, on: boolean): void {
    const next = new Set(this.#ids);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    this.#ids = next;
  }

  clear(): void {
    this.#ids = new Set();
  }

  roleOf(accountId: string): RoleId {
    return (this.perAccount && this.#roles.get(accountId)) || this.roleId;
  }

  setRole(accountId: string, roleId: RoleId): void {
    this.#roles = new Map(this.#roles).set(accountId, roleId);
  }

  /** As it is sent; undefined while nobody or no account is chosen. */
  get wire(): BulkGrantDraft | undefined {
    const { subject, roleId, existing } = this;
    if (!subject || this.#ids.size === 0) return undefined;
    const accounts = [...this.#ids].map((accountId) => {
      const own = this.roleOf(accountId);
      return own === roleId ? { accountId } : { accountId, roleId: own };
    });
    return { subject, roleId, existing, accounts };
  }

  /** All that a forecast of one account depends on. */
  keyOf(accountId: string): string {
    const { subject, existing } = this;
    return JSON.stringify([subject?.userId ?? subject?.email, existing, this.roleOf(accountId)]);
  }
}
