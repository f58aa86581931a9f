import type { CallOptions, CallTable } from '../call.js';
import { decodeItems } from '../decode.js';
import type { RoleDefinition, RoleList } from '../wire/index.js';

/** Roles of an account, each available to this viewer or not, and why (2c). */
export interface RolesGroup {
  list(accountId: string, options?: CallOptions): Promise<RoleList>;
}

export const rolesCalls: CallTable<RolesGroup> = {
  list: { to: 'GET accounts/*/roles', gives: decodeItems<RoleDefinition, RoleList>('id') },
};
