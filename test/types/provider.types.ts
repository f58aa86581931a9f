// Compiles only while the public types of provider, meter and events hold.
import type { CcProvider } from '../../src/elements/provider/provider.js';
import type { CcSeatMeter } from '../../src/elements/seat-meter/seat-meter.js';
import type { LocalePack } from '../../src/i18n/language.js';
import type { Strings } from '../../src/i18n/strings.js';

declare const english: Strings;

export function uses(): void {
  const provider: CcProvider = document.createElement('cc-provider');
  provider.baseUrl = '/v1';
  provider.getToken = async ({ reason, signal }) => (signal.aborted || reason === 'refused' ? null : 'token');
  provider.theme = 'auto';
  provider.density = 'touch';
  provider.brand = { tokens: { accent: '#3351a5' } };
  provider.loadLocale = (locale) => ({ locale, strings: english });
  provider.translateWith = (key, values) => (key === 'common.retry' ? String(values['count']) : undefined);
  provider.addEventListener('cc-signed-out', ({ detail }) => detail.reason === 'expired');
  document.addEventListener('cc-connected', ({ detail }) => detail.accountId.length);

  const meter: CcSeatMeter = document.createElement('cc-seat-meter');
  meter.warnAt = 1;
  meter.addEventListener('cc-plan-open-request', (event) => {
    event.respondWith(Promise.resolve());
    event.detail.input.planUrl?.startsWith('https:');
  });

  // @ts-expect-error There is no such theme.
  provider.theme = 'sepia';
  // @ts-expect-error There is no such density.
  provider.density = 'cosy';
  // @ts-expect-error A token is a string or null.
  provider.getToken = () => 42;
  // @ts-expect-error A plan opening has no result.
  meter.addEventListener('cc-plan-open-request', (event) => event.respondWith('done'));
  // @ts-expect-error A fact can't be answered.
  meter.addEventListener('cc-plan-opened', (event) => event.respondWith(undefined));
  // @ts-expect-error A locale that misses a group is not complete.
  const pack: LocalePack = { locale: 'de', strings: { common: english.common } };
  // @ts-expect-error Nor is one that misses a key.
  const group: Strings['rolePicker'] = { legend: 'Rolle' };
  void [pack, group];
}
