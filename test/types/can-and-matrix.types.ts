// Compiles only while the public types of cc-can and cc-role-matrix hold.
import type { CcCan } from '../../src/elements/can/can.js';
import type { CcRoleMatrix } from '../../src/elements/role-matrix/role-matrix.js';

export function uses(): void {
  const can: CcCan = document.createElement('cc-can');
  can.capability = 'campaigns.schedule';
  can.capability = 'acme.invoices';
  can.mode = 'explain';
  const matrix: CcRoleMatrix = document.createElement('cc-role-matrix');
  matrix.view = 'child';
  matrix.roles = [{ id: 'editor', label: 'Editor', parent: ['campaigns.edit'] }];

  // @ts-expect-error A mode is hide, disable or explain.
  can.mode = 'remove';
  // @ts-expect-error A view is both, parent or child.
  matrix.view = 'client';
  // @ts-expect-error A role has an id.
  matrix.roles = [{ label: 'Editor' }];
}
