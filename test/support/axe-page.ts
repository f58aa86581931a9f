import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { AxeResults, default as Axe } from 'axe-core';

import { describeFindings } from './axe.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe's findings on the whole page a journey stands on, all rules; an empty list is a pass. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated through the debugger, so it works under the strictest content policy too.
  await page.evaluate(source);
  const results = (await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof Axe }).axe.run(document, { resultTypes: ['violations'] }),
  )) as AxeResults;
  return describeFindings(results);
}
