import type { Chance } from './chance.js';
import { familyNames, givenNames } from './data/people-names.js';

/** Somebody with a name of their own. */
export interface Somebody {
  displayName: string;
  username: string;
  mailbox: string;
}

/** Invents people; no username comes twice. */
export function createCrowd(chance: Chance, taken: Iterable<string> = []): () => Somebody {
  const used = new Set(taken);
  return () => {
    const given = chance.pick(givenNames);
    const family = chance.pick(familyNames);
    const mailbox = `${slug(given)}.${slug(family)}`;
    let username = mailbox;
    for (let number = 2; used.has(username); number += 1) username = `${mailbox}${number}`;
    used.add(username);
    return { displayName: `${given} ${family}`, username, mailbox: username };
  };
}

/** Letters and digits of a name in lower case, words joined by `-`; empty when it has none in ASCII. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
