// Compiles only while the public types of cc-role-picker hold; every `@ts-expect-error` line must be an error.
import type { RoleDefinition } from '../../src/client/index.js';
import type { CcErrorEvent } from '../../src/elements/base/events.js';
import type { CcRolePicker } from '../../src/elements/role-picker/role-picker.js';

declare const element: HTMLElement;
declare const listed: readonly RoleDefinition[];

export function uses(): void {
  const picker: CcRolePicker = document.createElement('cc-role-picker');
  picker.value = 'campaign_creator';
  picker.required = true;
  picker.scope = 'child';
  picker.roles = listed;
  picker.target = { isOwner: false, isActor: true };
  picker.strings = { rolePicker: { legend: 'Rolle' }, roles: { account_manager: 'Manager' } };
  picker.addEventListener('change', (event: Event) => event.target);
  element.addEventListener('cc-error', (event) => {
    const typed: CcErrorEvent = event;
    typed.detail.retry();
  });

  // @ts-expect-error A scope is parent or child.
  picker.scope = 'account';
  // @ts-expect-error The value is the id of a role, not a list.
  picker.value = ['campaign_creator'];
  // @ts-expect-error There is no such word in the group.
  picker.strings = { rolePicker: { title: 'Rolle' } };
  // @ts-expect-error A text with values stays a function of these values.
  picker.strings = { rolePicker: { cleared: (role: string) => role } };
  // @ts-expect-error The form is the browser's to decide.
  picker.form = null;
}
