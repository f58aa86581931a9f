import type { LocalePackInParts } from './language.js';
import type { PartialStrings, StringGroup } from './strings.js';

/**
 * The words of a pack in parts, as a source for lookups: asked for a group that is not there yet, it has it brought
 * and says so with `more`, a new source that knows the group as well.
 */
export function sourceOf(
  { locale, strings, parts }: LocalePackInParts,
  more: (source: PartialStrings) => void,
): PartialStrings {
  const asked = new Set<string>();
  let here: PartialStrings = { ...strings };

  async function bring(group: StringGroup): Promise<void> {
    try {
      const words = await parts[group]?.();
      // Only now: another group may have come meanwhile.
      here = { ...here, [group]: words };
      more(view());
    } catch (error) {
      console.warn(`A part of the language "${locale}" could not be loaded; English is used instead.`, error);
    }
  }

  const view = (): PartialStrings =>
    new Proxy(here, {
      get(found, name, receiver): unknown {
        const group = name as StringGroup;
        if (!(group in found) && group in parts && !asked.has(group)) {
          asked.add(group);
          void bring(group);
        }
        return Reflect.get(found, name, receiver);
      },
    });
  return view();
}
