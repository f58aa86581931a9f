import type { Translate } from './language.js';
import type { PartialStrings, StringGroup, Strings } from './strings.js';

type Entry = string | ((values: Record<string, unknown>) => string);

/**
 * One group of words, key by key: the strongest source that has the key wins, English is below all, and a
 * host's own `translate` has the last word.
 */
export function resolveGroup<Group extends StringGroup>(
  group: Group,
  english: Strings[Group],
  sources: readonly (PartialStrings | undefined)[],
  translate?: Translate,
): Strings[Group] {
  const merged: Record<string, Entry> = { ...(english as Record<string, Entry>) };
  for (const source of sources) {
    for (const [key, entry] of Object.entries(source?.[group] ?? {})) {
      // Keys we don't know are ignored: they may come from a newer pack.
      if (key in merged && entry !== undefined) merged[key] = entry as Entry;
    }
  }
  if (translate) {
    for (const [key, entry] of Object.entries(merged)) {
      merged[key] = translated(`${group}.${key}`, entry, translate);
    }
  }
  return merged as Strings[Group];
}

function translated(key: string, entry: Entry, translate: Translate): Entry {
  if (typeof entry === 'string') return translate(key, {}) ?? entry;
  return (values) => translate(key, values) ?? entry(values);
}
