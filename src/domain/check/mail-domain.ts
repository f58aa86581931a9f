/** The domain of a mail address, as its A-label form (R26). Stricter than `URL`, which maps what IDNA 2008 bans. */
import { accept, reject, type Check } from './check.js';
import { decodePunycode } from './punycode.js';
import { isMixedScript } from './scripts.js';
import { asciiLower } from './text.js';

/** Letters, marks and digits of IDNA 2008, and the signs it allows in their places. */
const uLabel =
  /^(?:[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}-]|l\u00b7(?=l)|\p{Script=Hebrew}[\u05f3\u05f4]|\u30fb)+$/u;

/** Checks a domain and gives its A-label form in lower case. */
export function checkMailDomain(domain: string, allowSingleLabel: boolean): Check<string> {
  if (domain.startsWith('[')) return reject('email_domain_literal');
  const labels = domain.split('.');
  if (labels.includes('') || /[\s()<>[\]:;,\\/?"]/.test(domain)) return reject('email_malformed');
  const ascii: string[] = [];
  for (const label of labels) {
    const checked = checkLabel(label);
    if (!checked.ok) return checked;
    ascii.push(checked.value);
  }
  if (/^(?:[0-9]+|0x[0-9a-f]*)$/.test(ascii.at(-1) ?? '')) return reject('email_domain_literal');
  if (ascii.length === 1 && !allowSingleLabel) return reject('email_domain_single_label');
  return accept(ascii.join('.'));
}

/** What a person reads instead of the A-labels; shown beside them, never instead of them. */
export function unicodeDomain(domain: string): string {
  const labels = domain.split('.');
  return labels
    .map((label) => (label.startsWith('xn--') && decodePunycode(label.slice(4))) || label)
    .join('.');
}

function checkLabel(label: string): Check<string> {
  if (/^[\p{ASCII}]*$/u.test(label)) {
    const lower = asciiLower(label);
    if (lower.length > 63 || !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(lower))
      return reject('email_domain_label');
    if (!lower.startsWith('xn--')) return accept(lower);
    const decoded = decodePunycode(lower.slice(4));
    return decoded === undefined ? reject('email_domain_idna') : encodeLabel(decoded);
  }
  return encodeLabel(label.normalize('NFC').toLowerCase());
}

/** The A-label of a U-label that IDNA 2008 allows. */
function encodeLabel(label: string): Check<string> {
  if (label.startsWith('-') || label.endsWith('-')) return reject('email_domain_label');
  // A dot above that follows i or j is what a capital dotted I leaves behind: it looks like a plain letter.
  const softDot = /[ij]\u0307/.test(label);
  if (softDot || !uLabel.test(label) || /^\p{M}/u.test(label) || label.slice(2, 4) === '--') {
    return reject('email_domain_idna');
  }
  if (isMixedScript(label)) return reject('email_domain_mixed_script');
  let host: string;
  try {
    host = new URL(`http://${label}.invalid`).hostname;
  } catch {
    return reject('email_domain_idna');
  }
  const encoded = host.slice(0, -'.invalid'.length);
  if (encoded.length > 63) return reject('email_domain_label');
  // The parser must not have mapped anything that was let through: the A-label has to say the same label.
  const same = encoded.startsWith('xn--') && decodePunycode(encoded.slice(4)) === label;
  return same ? accept(encoded) : reject('email_domain_idna');
}
