import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall, onPath } from '../../scripts/find-browser.js';

/** Programs that know nothing of ours: a reader of QR codes, and an authenticator. */
export function haveAuthenticator(): void {
  if (!onPath(['zbarimg'])) aptInstall(['zbar-tools']);
  if (!onPath(['oathtool'])) aptInstall(['oathtool']);
}

/** What a camera would read from a picture. */
export function readQr(png: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'crew-qr-'));
  try {
    const file = join(folder, 'qr.png');
    writeFileSync(file, png);
    return execFileSync('zbarimg', ['--raw', '--quiet', file], { encoding: 'utf8' }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The code that an app shows `ago` seconds before now. */
export function codeOf(secret: string, ago = 0): string {
  const at = new Date(Date.now() - ago * 1000)
    .toISOString()
    .replace(/\.\d+Z/, ' UTC')
    .replace('T', ' ');
  return execFileSync('oathtool', ['--totp', '--base32', '--now', at, secret], { encoding: 'utf8' }).trim();
}

/** Waits until a code of the app has a while to live, so that two in a row are those of two steps. */
export async function freshStep(): Promise<void> {
  while (Math.floor(Date.now() / 1000) % 30 > 15) await new Promise((done) => setTimeout(done, 500));
}
