/** Mail addresses (R26): one spelling for one mailbox, and nothing two mail programs could read differently. */
import { limits } from '../limits.js';
import { accept, reject, type Check, type Rejected } from './check.js';
import { checkMailDomain, unicodeDomain } from './mail-domain.js';
import { asciiLower, hasControl, hasHidden, isWellFormed, utf8Bytes } from './text.js';

/** What a deployment may loosen. */
export interface EmailPolicy {
  /** Its mail transport can send to UTF-8 local parts (RFC 6531). */
  readonly smtpUtf8?: boolean;
  /** An intranet with host names of one label. */
  readonly singleLabelDomains?: boolean;
}

/**
 * Checks an address; the value is the stored form: local part as typed, domain as A-label. Nothing is trimmed
 * here, the field does that (`cleanEmail`).
 */
export function checkEmail(value: unknown, policy: EmailPolicy = {}): Check<string> {
  if (value === undefined || value === null) return reject('email_required');
  if (typeof value !== 'string') return reject('type_mismatch');
  if (value.length > limits.emailOctets) return reject('email_too_long');
  if (!isWellFormed(value)) return reject('invalid_unicode');
  if (value.trim() === '') return reject('email_required');
  if (hasControl(value)) return reject('email_control_char');
  if (hasHidden(value)) return reject('email_hidden_char');
  return checkShape(value, policy) ?? checkParts(value, policy);
}

/** What the field does before sending: outer space comes from copy and paste. */
export function cleanEmail(typed: string): string {
  return typed.trim();
}

/** The stored form of an address, or undefined where it is none. Applying it twice changes nothing. */
export function canonicalEmail(value: unknown, policy?: EmailPolicy): string | undefined {
  const checked = checkEmail(value, policy);
  return checked.ok ? checked.value : undefined;
}

/** Two stored addresses with this same key are one mailbox: the local part without ASCII case. */
export function emailKey(canonical: string): string {
  return asciiLower(canonical);
}

/** The address with its domain in letters, to be shown beside the stored form. */
export function unicodeEmail(canonical: string): string {
  const at = canonical.lastIndexOf('@');
  return canonical.slice(0, at + 1) + unicodeDomain(canonical.slice(at + 1));
}

/** Things that are more, or something else, than one bare address. */
function checkShape(value: string, policy: EmailPolicy): Rejected | undefined {
  const inner = /^[^<>]*<([^<>]*@[^<>]*)>$/.exec(value.trim())?.[1];
  if (inner !== undefined) {
    const suggestion = canonicalEmail(inner.trim(), policy);
    return suggestion ? { ...reject('email_display_form'), suggestion } : reject('email_display_form');
  }
  const local = value.slice(0, Math.max(0, value.lastIndexOf('@')));
  if (local.length > 1 && local.startsWith('"') && local.endsWith('"')) return reject('email_quoted_local');
  if (/^[^@]*:/.test(value)) return reject('email_malformed');
  const addresses = value.split(/[\s,;]+/).filter((part) => part.includes('@'));
  return addresses.length > 1 ? reject('email_multiple') : undefined;
}

function checkParts(value: string, policy: EmailPolicy): Check<string> {
  const at = value.indexOf('@');
  if (at < 1 || at !== value.lastIndexOf('@') || at === value.length - 1) return reject('email_malformed');
  const local = value.slice(0, at);
  if (/[%!]/.test(value)) return reject('email_routing_char');
  const localProblem = checkLocal(local, policy);
  if (localProblem) return localProblem;
  const domain = checkMailDomain(value.slice(at + 1), policy.singleLabelDomains ?? false);
  if (!domain.ok) return domain;
  const canonical = `${local}@${domain.value}`;
  return utf8Bytes(canonical) > limits.emailOctets ? reject('email_too_long') : accept(canonical);
}

function checkLocal(local: string, policy: EmailPolicy): Rejected | undefined {
  if (/[^\p{ASCII}]/u.test(local)) {
    if (!policy.smtpUtf8) return reject('email_local_non_ascii');
    if (local.normalize('NFC') !== local || /\p{Z}/u.test(local)) return reject('email_malformed');
  }
  if (utf8Bytes(local) > limits.emailLocalOctets) return reject('email_local_too_long');
  const atoms = local.split('.');
  return atoms.every((atom) => /^[\w#$&'*+/=?^`{|}~\u0080-\u{10ffff}-]+$/u.test(atom))
    ? undefined
    : reject('email_malformed');
}
