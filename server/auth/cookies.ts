import type { Config } from '../config.js';

/** A cookie that only this host gets back; on http://localhost the prefix is not possible (trust.md 0). */
function cookieName(name: string, config: Config): string {
  return config.publicUrl.startsWith('https:') ? `__Host-${name}` : name;
}

/** Value of one of our cookies in a request. */
export function readCookie(headers: Headers, name: string, config: Config): string | undefined {
  const wanted = cookieName(name, config);
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const split = pair.indexOf('=');
    if (split > 0 && pair.slice(0, split).trim() === wanted) return pair.slice(split + 1).trim();
  }
  return undefined;
}

/** `Set-Cookie` for a secret that no script may read; no value ends it. */
export function secretCookie(name: string, value: string | null, maxAge: number, config: Config): string {
  const secure = config.publicUrl.startsWith('https:') ? '; Secure' : '';
  const life = value === null ? 0 : maxAge;
  const start = `${cookieName(name, config)}=${value ?? ''}`;
  return `${start}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(life)}${secure}`;
}

/** Name of the session's cookie, before the prefix. */
export const sessionCookie = 'crew_session';
