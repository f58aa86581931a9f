// Compiles only while the public types of cc-accept-invite hold; every `@ts-expect-error` line must be an error.
import type { CcAcceptInvite } from '../../src/elements/accept-invite/accept-invite.js';

declare const element: HTMLElement;

export function uses(): void {
  const page: CcAcceptInvite = document.createElement('cc-accept-invite');
  page.tokenSource = 'property';
  page.token = 'cci_';
  page.redirect = '/accounts';
  page.strings = { acceptInvite: { askNew: 'Neue Einladung anfordern' } };
  element.addEventListener('cc-invite-accept-request', (event) => {
    const way: 'new' | 'existing' = event.detail.input.as;
    event.detail.input.username = way;
    // @ts-expect-error A password is never in an event.
    void event.detail.input.password;
    // @ts-expect-error The answer is a membership.
    event.respondWith({ membershipId: 'mem_1' });
  });
  element.addEventListener('cc-invite-accepted', (event) => {
    const ids: string[] = [event.detail.accountId, event.detail.membershipId];
    return event.detail.gate === 'mfa_enrolment' ? ids : [];
  });
  element.addEventListener('cc-invite-renewal-asked', (event) => {
    // @ts-expect-error A fact can't be answered.
    event.respondWith(undefined);
  });

  // @ts-expect-error A token comes from the fragment or the property.
  page.tokenSource = 'query';
}
