import assert from 'node:assert/strict';

/** Fields whose text opens something, in what people send and in what they are answered. */
const sentFields = /^(password|newPassword|token|code|emailCode|recoveryCode|secret)$/;
const toldFields = /^(token|secret|uri|recoveryCodes|url)$/;
const inMail = /(?:#|%23)(cc[a-z]_[\w-]{43})|^ {4}(\d{6})$/gm;

/**
 * Secrets that go through a backend under test: what people send, cookies and links they get, what is mailed to
 * them. None of them may ever be in a log (Z6).
 */
export class Canaries {
  readonly #secrets = new Set<string>();

  /** A body that somebody sent. */
  sent(body: unknown): void {
    this.#walk(body, sentFields);
  }

  /** A body that was answered. */
  told(body: unknown): void {
    this.#walk(body, toldFields);
  }

  /** A cookie as `Set-Cookie` names it. */
  cookie(line: string): void {
    this.#learn(/^[^=]*=([^;]*)/.exec(line)?.[1] ?? '');
  }

  mailed(text: string): void {
    for (const [, token, code] of text.matchAll(inMail)) this.#learn(token ?? code ?? '');
  }

  /** How many different secrets went through. */
  get count(): number {
    return this.#secrets.size;
  }

  /** Fails when one of them is in one of these lines. */
  check(lines: readonly string[]): void {
    const text = lines.join('\n');
    for (const secret of this.#secrets) {
      const at = text.indexOf(secret);
      // Six digits may be part of a longer number.
      const alone = secret.length > 6 || new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text);
      assert.ok(at < 0 || !alone, `a secret is in the log: ${text.slice(Math.max(0, at - 200), at)}…`);
    }
  }

  #walk(value: unknown, fields: RegExp): void {
    if (Array.isArray(value)) return value.forEach((item) => this.#walk(item, fields));
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      const texts: unknown[] = Array.isArray(inner) ? inner : [inner];
      if (fields.test(name))
        texts.forEach((text) => typeof text === 'string' && this.#learn(behindHash(text)));
      this.#walk(inner, fields);
    }
  }

  /** Words that are too short, or those of the people themselves, would be found anywhere. */
  #learn(secret: string): void {
    if (/^\d{6}$/.test(secret) || (secret.length >= 12 && !/^\/|^https?:/.test(secret)))
      this.#secrets.add(secret);
  }
}

/** Of an address that carries a token, the token. */
const behindHash = (text: string): string => (/^https?:/.test(text) ? text.replace(/^[^#]*#?/, '') : text);
