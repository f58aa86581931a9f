import {
  capabilitiesOnChildren,
  capabilitiesOnSelf,
  roleAvailability,
  roleDefinitions,
  type AccountKind,
} from '../../src/domain/index.js';
import type { RoleList } from '../../src/client/wire/index.js';
import type { AccountAccess } from './access.js';

/** Every role, offered to this caller here or with the reason why not (R1, R2, 2c). */
export function listRoles({ account, grants, ceiling }: AccountAccess): RoleList {
  const accountKind = account.kind as AccountKind;
  const items = roleAvailability({ accountKind, grants, ceiling }).map((answer) => {
    const { id, grantableOn, assignable, order } = roleDefinitions[answer.roleId];
    return {
      id,
      grantableOn: [...grantableOn],
      assignable,
      order,
      capabilitiesOnSelf: [...capabilitiesOnSelf(id, accountKind)],
      capabilitiesOnChildren: accountKind === 'parent' ? [...capabilitiesOnChildren(id)] : [],
      available: answer.available,
      reason: answer.available ? null : answer.reason,
    };
  });
  return { items };
}
