import { cpus } from 'node:os';
import { build, preview } from 'vite';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

import { root } from './files.js';
import { chromiumFlags, findChromium } from './find-browser.js';
import { freePort } from './free-port.js';

/**
 * `npm run bench:switcher`: the work of `cc-account-switcher` in a browser from a key to the first account drawn, with
 * 500 and with 10,000 accounts behind it. What counts is the factor between the two; milliseconds are the machine's.
 */
const sizes = [500, 10_000];
const turns = 60;

const folder = await mkdtemp(join(root, '.cache/bench-'));
try {
  const page = join(folder, 'index.html');
  await writeFile(
    page,
    '<!doctype html><script type="module" src="/scripts/bench-pages/switcher.ts"></script>',
  );
  const outDir = join(folder, 'out');
  const oxc = { decorator: { legacy: true } };
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    oxc,
    build: { outDir, emptyOutDir: true, rollupOptions: { input: page } },
  });
  const port = await freePort();
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port, strictPort: true },
  });
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: chromiumFlags() });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://localhost:${port}/${page.slice(root.length).replace(/^\//, '')}`);
    await tab.waitForFunction(() => 'benchSwitcher' in window);
    const half = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
    console.log(`${cpus().length} cores; ${turns} searches; ms\n`);
    console.log('| Accounts | First list | Search, median | Search, worst |\n| ---: | ---: | ---: | ---: |');
    const medians: number[] = [];
    for (const size of sizes) {
      await tab.evaluate((count) => window.benchSwitcher(count, 5), size);
      const { open, searches } = await tab.evaluate(
        (count, times) => window.benchSwitcher(count, times),
        size,
        turns,
      );
      medians.push(half(searches));
      const figures = [open, half(searches), Math.max(...searches)].map((ms) => ms.toFixed(1));
      console.log(`| ${size} | ${figures.join(' | ')} |`);
    }
    const [small = NaN, large = NaN] = medians;
    console.log(`\nTen thousand accounts take ${(large / small).toFixed(2)} times the work of five hundred.`);
  } finally {
    await browser.close();
    await server.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
