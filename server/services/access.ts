import type { EffectiveAccess } from '../../src/domain/access.js';
import type { RoleId } from '../../src/domain/roles.js';
import type { Row } from '../stores/schema.js';

/** One account as one person may use it. */
export interface AccountAccess extends EffectiveAccess {
  account: Row<'accounts'>;
  /** The active managed link the inherited grants come through, if any. */
  link: Row<'accountLinks'> | null;
  /** Ceiling of that link (R91). */
  ceiling: RoleId | null;
}
