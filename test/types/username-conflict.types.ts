// Compiles only while the public types of cc-username-conflict hold; every `@ts-expect-error` line must be an error.
import type { CcUsernameConflict } from '../../src/elements/username-conflict/username-conflict.js';

export function uses(): void {
  const element: CcUsernameConflict = document.createElement('cc-username-conflict');
  element.invitationId = 'inv_0000000000000000000001';
  element.strings = { usernameConflict: { addressTitle: 'Schon vergeben' } };
  element.conflict = {
    side: 'inviter',
    draft: { email: 'priya@example.test', roleId: 'campaign_creator' },
  };
  element.addEventListener('cc-conflict-check-request', (event) => {
    const { choice, draft } = event.detail.input;
    if (choice === 'other' && draft) draft.email = 'other@example.test';
    event.respondWith(undefined);
  });
  element.addEventListener('cc-conflict-resolved', (event) => {
    const email: string | undefined = event.detail.invitation?.email;
    void email;
    // @ts-expect-error A fact never carries a link.
    void event.detail.invitation?.url;
  });
  element.addEventListener('cc-username-change-request', (event) => {
    event.detail.input.username = 'priya';
    // @ts-expect-error There is no password in it.
    void event.detail.input.password;
  });
  element.addEventListener('cc-username-changed', (event) => event.detail.username.toUpperCase());

  // @ts-expect-error There is no such way.
  element.step = 'support-ticket';
  // @ts-expect-error There is no such word in the group.
  element.strings = { usernameConflict: { footing: 'Ende' } };
}
