import { createChance } from '../server/scenarios/chance.js';
import type { Scenario } from '../server/scenarios/index.js';

type Person = Scenario['people'][number];

const syllables =
  'ba be da du el fo ga hi in jo ka la le mi mo na no ol pe qu ra ri sa se ta ti ul va we xi yo zu'.split(
    ' ',
  );

/** A name that sounds like one, out of millions. */
function nameOf(whole: (below: number) => number, parts: number): string {
  const name = Array.from({ length: parts }, () => syllables[whole(syllables.length)] ?? '').join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** So many people in one account, its owner among them; the same every time. */
export function crowdOf(size: number): Person[] {
  const chance = createChance(size);
  const owner: Person = {
    username: 'bench.owner',
    email: 'owner@bench.example',
    displayName: 'Bench Owner',
    memberships: [
      {
        account: 'big',
        role: 'account_owner',
        source: 'owner_setup',
        joinedDaysAgo: 400,
        lastActiveMinutesAgo: 1,
      },
    ],
  };
  const others = Array.from({ length: size - 1 }, (_, index): Person => ({
    username: `person.${index}`,
    email: `person.${index}@bench.example`,
    displayName: `${nameOf(chance.whole, 3)} ${nameOf(chance.whole, 4)}`,
    mfa: chance.percent(50),
    memberships: [
      {
        account: 'big',
        role: chance.pick(['account_manager', 'campaign_creator', 'partner_manager'] as const),
        joinedDaysAgo: chance.between(1, 390),
        lastActiveMinutesAgo: chance.percent(10) ? null : chance.between(1, 50_000),
      },
    ],
  }));
  return [owner, ...others];
}

/** What people type into the search field: pieces of names that few have. */
export const searchWords: readonly string[] = (() => {
  const { whole } = createChance(7);
  return Array.from({ length: 200 }, () => nameOf(whole, 4).toLowerCase());
})();
