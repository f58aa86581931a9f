import type { Page } from '../client/index.js';
import { limits } from '../domain/limits.js';

/** All items of a list, page after page. */
export async function everyPage<Item>(
  load: (page: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await load({ limit: limits.pageSizeMax, cursor });
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}
