// Compiles only while the public types of cc-sign-in hold; every `@ts-expect-error` line must be an error.
import type { CcSignIn } from '../../src/elements/sign-in/sign-in.js';

declare const element: HTMLElement;

export function uses(): void {
  const card: CcSignIn = document.createElement('cc-sign-in');
  card.redirect = '/';
  card.username = 'ana';
  card.strings = { signIn: { title: 'Anmelden' } };
  element.addEventListener('cc-sign-in-request', (event) => {
    const name: string = event.detail.input.username;
    event.respondWith(Promise.reject(new Error(name)));
    // @ts-expect-error A password is never in an event.
    void event.detail.input.password;
  });
  element.addEventListener('cc-signed-in', (event) => {
    const id: string = event.detail.user.id;
    const joining: boolean = event.detail.joining;
    return [id, joining];
  });
  element.addEventListener('cc-signed-out', (event) => event.detail.reason === 'expired');
  element.addEventListener('cc-mfa-verify-request', (event) => {
    // @ts-expect-error Nor is a code.
    void event.detail.input.code;
  });

  // @ts-expect-error An address is text.
  card.redirect = new URL('https://north.test');
}
