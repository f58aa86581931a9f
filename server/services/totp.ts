import { limits } from '../../src/domain/index.js';

/** RFC 6238 as every authenticator app knows it (R63): SHA-1, six digits, 30 seconds. */
const form = {
  strategy: 'totp',
  algorithm: 'sha1',
  digits: limits.totpDigits,
  period: limits.totpStepSeconds,
} as const;

/** Fetched when the first factor is used: a page with the backend in it does not carry it from the start. */
const load = () => import('otplib');
let loaded: ReturnType<typeof load> | undefined;
const library = () => (loaded ??= load());

/** A new secret of 160 bits in Base32. */
export async function newTotpSecret(bytes: (count: number) => Uint8Array): Promise<string> {
  const { ScureBase32Plugin } = await library();
  return new ScureBase32Plugin().encode(bytes(limits.totpSecretBits / 8));
}

/** The address a QR code holds (Key URI format). A colon would end the issuer early. */
export async function otpauthUri(secret: string, issuer: string, username: string): Promise<string> {
  const { generateURI } = await library();
  return generateURI({ ...form, secret, issuer: issuer.replaceAll(':', ' '), label: username });
}

/**
 * The time step this code belongs to, the present one or the one before (R64); undefined for any other code.
 * Whether the step was used already is not known here.
 */
export async function stepOfCode(secret: string, code: string, now: Date): Promise<number | undefined> {
  const { verify } = await library();
  try {
    const epoch = Math.floor(now.getTime() / 1000);
    const found = await verify({
      ...form,
      secret,
      token: code,
      epoch,
      epochTolerance: [limits.totpStepSeconds, 0],
    });
    return found.valid && 'timeStep' in found ? found.timeStep : undefined;
  } catch (error) {
    // The library throws where the code has another form; anything else is a fault of ours.
    if (error instanceof Error && error.name.startsWith('Token')) return undefined;
    throw error;
  }
}
