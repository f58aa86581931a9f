import type { Page } from '../client/index.js';
import { limits } from '../domain/limits.js';

type Load<Item> = (page: { limit: number; cursor?: string }) => Promise<Page<Item>>;

/** A list page after page; the next one is asked for when somebody wants it. */
export async function* pagesOf<Item>(load: Load<Item>): AsyncGenerator<Page<Item>, void> {
  for (let cursor: string | undefined; ;) {
    const page = await load({ limit: limits.pageSizeMax, cursor });
    yield page;
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}

/** All items of a list. */
export async function everyPage<Item>(load: Load<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const { items } of pagesOf(load)) all.push(...items);
  return all;
}
