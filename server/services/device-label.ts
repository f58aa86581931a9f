import { limits } from '../../src/domain/index.js';

/** Names as they stand in a `User-Agent`, and as people know them; the first that is found counts. */
const browsers: readonly [mark: RegExp, name: string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//, 'Safari'],
];

const systems: readonly [mark: RegExp, name: string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

const nameIn = (agent: string, names: readonly [RegExp, string][]): string | undefined =>
  names.find(([mark]) => mark.test(agent))?.[1];

/** What a person calls a browser, such as `Firefox on Linux`. What the header says besides is kept nowhere. */
export function deviceLabel(userAgent: string | null): string {
  const agent = (userAgent ?? '').slice(0, 400);
  const browser = nameIn(agent, browsers) ?? 'Browser';
  const system = nameIn(agent, systems);
  return (system === undefined ? browser : `${browser} on ${system}`).slice(0, limits.deviceLabelChars);
}
