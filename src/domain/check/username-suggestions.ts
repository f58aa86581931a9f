/** Free names to offer instead of a taken one (R49). */
import { limits } from '../limits.js';
import { checkUsername, usernameKey } from './username.js';

/** How many names are worth asking the store about at once. */
const candidateCount = 20;

/**
 * Valid names near the wanted one, best first. The backend looks up which are taken and gives the rest to
 * `suggestUsernames`. An address gives the part before its `@`: it is never suggested itself (R50).
 */
export function usernameCandidates(wanted: string): string[] {
  const base = plain(wanted) || 'user';
  const names: string[] = [];
  for (let number = 1; names.length < candidateCount; number += 1) {
    const tail = number === 1 ? '' : String(number);
    const name = base.slice(0, limits.usernameMax - tail.length).replace(/[._-]+$/, '') + tail;
    if (checkUsername(name).ok) names.push(name);
  }
  return names;
}

/** Up to three free names; `taken` holds the keys in use or at rest. */
export function suggestUsernames(wanted: string, taken: ReadonlySet<string>): string[] {
  return usernameCandidates(wanted)
    .filter((name) => !taken.has(usernameKey(name)))
    .slice(0, limits.usernameSuggestions);
}

/** Letters without their marks, and single separators. */
function plain(wanted: string): string {
  return wanted
    .slice(0, limits.emailOctets)
    .replace(/@.*$/s, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '.')
    .replace(/([._-])[._-]+/g, '$1')
    .replace(/^[._-]+|[._-]+$/g, '');
}
