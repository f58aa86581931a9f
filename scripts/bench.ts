import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import type { BenchApi } from './bench/page.js';
import { chromiumFlags, findChromium } from './find-browser.js';

/**
 * `npm run bench`: the roster in real Chromium with all members in the page, beside a list of fixed height written by
 * hand for the same data, in the same run. Prints a table and writes docs/performance.md. `BENCH_SIZES` chooses the
 * numbers of members, `BENCH_ROUNDS` how often both sides are measured in turn, `BENCH_CYCLES` how often a roster is
 * mounted and unmounted; `BENCH_DRY=1` leaves the file as it is.
 */
const sizes = (process.env['BENCH_SIZES'] ?? '100,1000,10000,100000').split(',').map(Number);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const cycles = Number(process.env['BENCH_CYCLES'] ?? 1_000);
const repeats = 5;

type Kind = 'roster' | 'limit';
type Figures = Record<string, number>;

const style = `body { margin: 0; font: 14px sans-serif } cc-user-roster { display: block }
.limit { block-size: 640px; overflow: auto } .limit-body { position: relative }
.limit-row { position: absolute; inset: 0 0 auto; block-size: 52px; display: grid; grid-template-columns: 2fr 2fr 1fr 1fr 1fr 40px; align-items: center }`;

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

type Call = {
  [Name in keyof BenchApi]: (
    ...args: Parameters<BenchApi[Name]>
  ) => Promise<Awaited<ReturnType<BenchApi[Name]>>>;
};

/** The functions of the page, called from here. */
function remote(page: Page): Call {
  return new Proxy({} as Call, {
    get:
      (_, name: string) =>
      (...args: unknown[]) =>
        page.evaluate(`bench.${name}(${args.map((one) => JSON.stringify(one)).join(', ')})`),
  });
}

async function heap(cdp: CDPSession, page: Page): Promise<{ bytes: number; listeners: number }> {
  for (let turn = 0; turn < 3; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0, JSEventListeners = 0 } = await page.metrics();
  return { bytes: JSHeapUsedSize, listeners: JSEventListeners };
}

/** Seconds of processor time that the page has taken since it was opened; what others take from it is not in it. */
async function worked(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** One round of one side. */
async function measure(page: Page, cdp: CDPSession, kind: Kind): Promise<Figures> {
  const bench = remote(page);
  const figures: Figures = {};
  /** Time until it is painted, and what the page worked for it: medians. */
  const all = async (name: string, run: (turn: number) => Promise<number>, before?: () => Promise<void>) => {
    const [times, works]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < repeats; turn += 1) {
      await before?.();
      const start = await worked(cdp);
      times.push(await run(turn));
      works.push(((await worked(cdp)) - start) * 1000);
    }
    Object.assign(figures, { [name]: median(times), [`${name} cpu`]: median(works) });
  };
  const scroll = async (name: string, step: number) => {
    const before = await worked(cdp);
    const frames = await bench.scroll(step, 120);
    const cpu = ((await worked(cdp)) - before) * 1000;
    const over = (limit: number) => frames.filter((length) => length > limit).length;
    // A frame is late when it took a whole picture longer; clocks of pages are rounded.
    Object.assign(figures, { [`${name} cpu`]: cpu / Math.max(1, frames.length) });
    Object.assign(figures, { [`${name} > 16.7`]: over(16.7 + 8), [`${name} > 50`]: over(50) });
  };
  await bench.end();
  const empty = await heap(cdp, page);
  await all('open', () => bench.open(kind));
  await all(
    'set',
    () => bench.set(),
    () => bench.stand(kind),
  );
  await bench.long();
  await bench.rest();
  const long = await bench.long();
  const full = await heap(cdp, page);
  figures['nodes'] = await bench.nodes();
  figures['heap'] = Math.max(0, full.bytes - empty.bytes) / 2 ** 20;
  await bench.long();
  await scroll('slow', 20);
  await scroll('fast', 2_000);
  await bench.rest();
  await all('sort', (turn) => bench.sort(turn % 2 ? 'name' : 'role'));
  await bench.sort('name');
  const words = ['mi', 'ka', 'la', 'se', 'ra', 'ti', 'mo'];
  await all('filter', (turn) => bench.filter(words[turn % words.length] ?? ''));
  await bench.filter('');
  await bench.rest();
  await all('update', (turn) => bench.update(`Zz Changed ${turn}`));
  long.push(...(await bench.long()));
  return { ...figures, long: long.length, longest: Math.max(0, ...long) };
}

/** Both sides in turn, so that what else the machine does meets both; the median of each figure. */
async function compare(page: Page, cdp: CDPSession): Promise<Record<Kind, Figures>> {
  const found: Record<Kind, Figures[]> = { roster: [], limit: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['roster', 'limit'] as const) found[kind].push(await measure(page, cdp, kind));
  }
  const middle = (all: readonly Figures[]) =>
    Object.fromEntries(
      Object.keys(all[0] ?? {}).map((name) => [name, median(all.map((figures) => figures[name] ?? 0))]),
    );
  return { roster: middle(found.roster), limit: middle(found.limit) };
}

const names: readonly (readonly [key: string, title: string, digits: number, ratio: boolean])[] = [
  ['set', 'Data to painted rows, ms', 1, true],
  ['set cpu', '… CPU ms', 1, true],
  ['open', 'Mounted to painted rows, ms', 1, true],
  ['open cpu', '… CPU ms', 1, true],
  ['nodes', 'Elements in the page', 0, false],
  ['heap', 'Heap, MB', 2, false],
  ['slow cpu', 'Scroll 20 px a frame, CPU ms a frame', 2, true],
  ['slow > 16.7', '… frames over 16.7 ms, of 120', 0, false],
  ['slow > 50', '… frames over 50 ms', 0, false],
  ['fast cpu', 'Scroll 2,000 px a frame, CPU ms a frame', 2, true],
  ['fast > 16.7', '… frames over 16.7 ms, of 120', 0, false],
  ['fast > 50', '… frames over 50 ms', 0, false],
  ['sort', 'Another order, ms', 1, true],
  ['sort cpu', '… CPU ms', 1, true],
  ['filter', 'A filter, ms', 1, true],
  ['filter cpu', '… CPU ms', 1, true],
  ['update', 'One row changed, ms', 1, true],
  ['update cpu', '… CPU ms', 1, true],
  ['long', 'Tasks over 50 ms after the first picture', 0, false],
  ['longest', '… the longest, ms', 0, false],
];

/** What is asked of the roster, as times of the limit in the same run. */
const goals: readonly (readonly [key: string, title: string, most: number])[] = [
  ['set', 'Data to painted rows', 1.2],
  ['slow cpu', 'Scroll 20 px a frame, CPU', 1.5],
  ['fast cpu', 'Scroll 2,000 px a frame, CPU', 1.5],
  ['sort', 'Another order', 1.2],
  ['filter', 'A filter', 1.2],
  ['update', 'One row changed', 1.1],
];

function goalsOf(size: number, { roster, limit }: Record<Kind, Figures>): string {
  const lines = goals.map(([key, title, most]) => {
    const ratio = (roster[key] ?? 0) / (limit[key] || Infinity);
    return `| ${title} | ${ratio.toFixed(2)}x | ${most}x | ${ratio <= most ? 'met' : 'not met'} |`;
  });
  return [
    `### Goals at ${size.toLocaleString('en')} members`,
    '',
    '| | Here | Goal | |',
    '| --- | ---: | ---: | --- |',
    ...lines,
    '',
  ].join('\n');
}

function tableOf(size: number, roster: Figures, limit: Figures): string {
  const lines = names.map(([key, title, digits, ratio]) => {
    const [own = 0, least = 0] = [roster[key], limit[key]];
    const times = ratio && least > 0 ? `${(own / least).toFixed(2)}x` : '';
    return `| ${title} | ${own.toFixed(digits)} | ${least.toFixed(digits)} | ${times} |`;
  });
  return [
    `### ${size.toLocaleString('en')} members`,
    '',
    '| | Roster | Limit | Ratio |',
    '| --- | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}

async function leaks(page: Page, cdp: CDPSession): Promise<string> {
  const bench = remote(page);
  await bench.prepare(100);
  // The first ones bring code and words with them, which stay.
  await bench.cycle(20);
  await bench.rest();
  const [before, timersBefore] = [await heap(cdp, page), await bench.timers()];
  // Not in one call: the protocol does not wait for ever.
  for (let done = 0; done < cycles; done += 50) await bench.cycle(Math.min(50, cycles - done));
  await bench.rest();
  const [after, timersAfter] = [await heap(cdp, page), await bench.timers()];
  const grown = (after.bytes - before.bytes) / 2 ** 20;
  return (
    `${cycles.toLocaleString('en')} rosters mounted and unmounted: the heap grew by ${grown.toFixed(2)} MB, ` +
    `${after.listeners - before.listeners} listeners and ${timersAfter - timersBefore} timers more.`
  );
}

async function main(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('bench/page.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    conditions: ['browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    protocolTimeout: 1_800_000,
    defaultViewport: { width: 1280, height: 900 },
    args: [...chromiumFlags(), '--enable-precise-memory-info'],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.setContent(`<!doctype html><html lang="en"><body></body></html>`);
    await page.addStyleTag({ content: style });
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '', type: 'module' });
    await page.waitForFunction('"bench" in globalThis');
    const bench = remote(page);
    await bench.prepare(100);
    await bench.open('roster');
    await bench.rest();
    const tables: string[] = [];
    for (const size of sizes) {
      await bench.prepare(size);
      const found = await compare(page, cdp);
      tables.push(tableOf(size, found.roster, found.limit));
      console.log(tables.at(-1));
      if (size === sizes.at(-1)) tables.push(goalsOf(size, found));
    }
    const leak = cycles > 0 ? await leaks(page, cdp) : '';
    console.log(leak);
    if (!process.env['BENCH_DRY']) await writeReport(tables, leak, await browser.version());
  } finally {
    await browser.close();
  }
}

/** Writes the figures; what a person has written about them, under the last heading, stays. */
async function writeReport(tables: readonly string[], leak: string, version: string): Promise<void> {
  const file = fileURLToPath(new URL('../docs/performance.md', import.meta.url));
  const before = await readFile(file, 'utf8').catch(() => '');
  const [, read = ''] = before.split(/(?=^## How to read this run$)/m);
  const text = `# Performance of the roster

Made by \`npm run bench\` in ${version} on ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), all members in the
page. *Limit* is a list of fixed height written by hand for this one purpose (\`scripts/bench/limit.ts\`), in the same run:
texts only, no roles, menus, focus, languages or assistive technology. Both sides are measured in turn, ${rounds} times; each
time is the median of ${repeats}, from just after one picture until the picture that shows it, so that it is at least one picture
(16.7 ms). CPU is processor time of the page's main thread. Both sides ask the same orders, which are made before: drawing is
measured, not sorting. Up to 200 members the roster has pages, so there is little to scroll.

${tables.join('\n')}
${leak}

${read}`;
  await writeFile(file, `${text.trimEnd()}\n`);
}

await main();
