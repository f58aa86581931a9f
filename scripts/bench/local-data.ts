import type { Member } from '../../src/client/index.js';
import { aMember } from '../../src/testing/index.js';
import { crowdOf } from '../bench-people.js';

export interface Asked {
  q?: string | undefined;
  sort?: string | undefined;
  from?: number | undefined;
  limit?: number | undefined;
}

/** Members in the memory of the page, with their orders made before: what is measured is drawing, not sorting. */
export class LocalData {
  readonly members: Member[];
  readonly #orders = new Map<string, readonly number[]>();
  readonly #texts: readonly string[];

  /** The last answer: whoever draws it asks for its parts one after another. */
  #found: { key: string; order: readonly number[] } = { key: '', order: [] };

  constructor(size: number) {
    this.members = crowdOf(size).map((person, index) =>
      aMember({
        id: `mem_${index}`,
        userId: `usr_${index}`,
        username: person.username,
        email: person.email,
        displayName: person.displayName ?? null,
        roleId: person.memberships[0]?.role ?? 'campaign_creator',
        mfaActive: person.mfa === true,
      }),
    );
    this.#texts = this.members.map((one) => `${one.displayName} ${one.username} ${one.email}`.toLowerCase());
    for (const key of ['displayName', 'roleId'] as const) {
      const order = this.members.map((_, index) => index);
      const text = (index: number) => String(this.members[index]?.[key]);
      order.sort((one, other) => (text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : one - other));
      this.#orders.set(key === 'displayName' ? 'name' : 'role', order);
    }
  }

  forget(): void {
    this.#found = { key: '', order: [] };
  }

  ask({ q = '', sort = 'name', from = 0, limit = 50 }: Asked): { items: Member[]; total: number } {
    const order = this.#orders.get(sort) ?? [];
    const words = q.toLowerCase();
    if (words !== '' && this.#found.key !== `${sort} ${words}`) {
      const found = order.filter((index) => this.#texts[index]?.includes(words));
      this.#found = { key: `${sort} ${words}`, order: found };
    }
    const found = words === '' ? order : this.#found.order;
    const items = found.slice(from, from + limit).flatMap((index) => this.members[index] ?? []);
    return { items, total: found.length };
  }
}
