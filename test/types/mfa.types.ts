// Compiles only while the public types of the second factor hold; every `@ts-expect-error` line must be an error.
import { withProof, type CcDeviceList, type CcMfaChallenge, type CcMfaSetup } from '../../src/index.js';

declare const element: HTMLElement;

export function uses(): void {
  const challenge: CcMfaChallenge = document.createElement('cc-mfa-challenge');
  challenge.challengeId = 'chl_1';
  challenge.withoutTrust = true;
  challenge.challenge = { challengeId: 'chl_1', methods: ['totp'], expiresAt: '2030-01-01T00:00:00Z' };
  challenge.strings = { mfaChallenge: { verify: 'Weiter' } };
  // @ts-expect-error A code is never a property.
  challenge.code = '123456';

  const setup: CcMfaSetup = document.createElement('cc-mfa-setup');
  setup.step = 'scan';
  setup.qrSize = 240;
  const leaves: Promise<boolean> = setup.confirmLeave();
  const unsaved: boolean = setup.unsaved;
  // @ts-expect-error There is no such step.
  setup.step = 'codes';
  // @ts-expect-error Only the element knows.
  setup.unsaved = false;

  const devices: CcDeviceList = document.createElement('cc-device-list');
  void devices.refresh();

  element.addEventListener('cc-mfa-enrol-request', (event) => {
    const method: 'totp' = event.detail.input.method;
    event.respondWith(Promise.reject(new Error(method)));
    // @ts-expect-error A secret is never in an event.
    void event.detail.input.secret;
  });
  element.addEventListener('cc-mfa-enrolled', (event) => event.detail.codesFollow);
  element.addEventListener('cc-mfa-remove-request', (event) => event.detail.input.enrolmentId);
  element.addEventListener('cc-recovery-codes-created', (event) => {
    // @ts-expect-error Nor are recovery codes.
    void event.detail.codes;
  });
  element.addEventListener('cc-device-forget-request', (event) => {
    const id: string | null = event.detail.input.deviceId;
    return id;
  });
  element.addEventListener('cc-mfa-reset-request', (event) => event.detail.input.memberId);
  element.addEventListener('cc-mfa-cleared', (event) => event.detail.member.mfaActive);
  element.addEventListener('cc-mfa-verify-request', (event) => event.detail.input.method === 'password');

  const saved: Promise<number> = withProof(element, () => Promise.resolve(1));
  void [leaves, unsaved, saved];
}
