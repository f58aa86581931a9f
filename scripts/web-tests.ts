import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import type { Reporter, TestRunnerConfig, TestRunnerPlugin, TestSuiteResult } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'puppeteer-core';

import { filesBelow } from './files.js';
import { chromiumFlags, findChromium } from './find-browser.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Media features a test can ask for through `test/support/media.ts`. */
interface MediaPayload {
  features: { name: string; value: string }[];
}

interface PageHolder {
  type: string;
  getPage?: (id: string) => Page;
}

/** All media features at once through CDP; the built-in command does nothing for forced colours. */
function mediaPlugin(): TestRunnerPlugin<MediaPayload> {
  // One CDP session per page: what a session emulates holds until that very session lets go.
  const sessions = new WeakMap<Page, CDPSession>();
  return {
    name: 'crew-media',
    async executeCommand({ command, payload, session }) {
      if (command !== 'crew-media') return undefined;
      const browser = session.browser as PageHolder;
      if (browser.type !== 'puppeteer' || !browser.getPage) {
        throw new Error('Media emulation needs Chromium: guard the test with `canEmulateMedia`.');
      }
      const page = browser.getPage(session.id);
      const cdp = sessions.get(page) ?? (await page.createCDPSession());
      sessions.set(page, cdp);
      await cdp.send('Emulation.setEmulatedMedia', { features: payload?.features ?? [] });
      return true;
    },
  };
}

/**
 * The accessibility tree with lists, rows and groups in it; the built-in command leaves out whatever a person can't
 * press, read or follow.
 */
function treePlugin(): TestRunnerPlugin {
  return {
    name: 'crew-tree',
    async executeCommand({ command, session }) {
      if (command !== 'crew-tree') return undefined;
      const browser = session.browser as PageHolder;
      if (browser.type !== 'puppeteer' || !browser.getPage) {
        throw new Error('The accessibility tree needs Chromium: guard the test with `canEmulateMedia`.');
      }
      return browser.getPage(session.id).accessibility.snapshot({ interestingOnly: false });
    },
  };
}

function leaves(suite: TestSuiteResult): TestSuiteResult['tests'] {
  return [...suite.tests, ...suite.suites.flatMap(leaves)];
}

const firstLine = (message = '') => message.split('\n')[0];

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface CountOptions {
  /** Where an engine can do everything, a skipped test is a hole. */
  skipsFail: boolean;
  report?: (tally: Tally) => void;
}

/**
 * Ends a run with `✗ <test>` for each that failed, and one line per engine, `browser tests (Chromium): N passed, M
 * failed`, for people and scripts.
 */
export function countReporter(options: CountOptions): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const engines = [...new Set(sessions.map((session) => session.browser.name))];
      for (const engine of engines) {
        let passed = 0;
        let failed = 0;
        const skipped: string[] = [];
        for (const session of sessions.filter((one) => one.browser.name === engine)) {
          const tests = session.testResults ? leaves(session.testResults) : [];
          const broken = tests.filter((test) => !test.passed && !test.skipped);
          skipped.push(...tests.filter((test) => test.skipped).map((test) => test.name));
          passed += tests.filter((test) => test.passed && !test.skipped).length;
          const file = relative(root, session.testFile ?? '')
            .replace(/^\.cache\/browser-tests\/\d+\//, '')
            .replace(/\.js$/, '.ts');
          for (const { name, error } of broken)
            console.log(`✗ ${name}: ${firstLine(error?.message)} (${file}, ${engine})`);
          // A file that does not load has no test to count, and is a failure all the same.
          if (broken.length === 0 && !session.passed)
            console.log(`✗ a file did not end well (${file}, ${engine})`);
          failed += broken.length === 0 && !session.passed ? 1 : broken.length;
        }
        if (options.skipsFail) failed += skipped.length;
        for (const name of skipped) console.log(`skipped in ${engine}: ${name}`);
        options.report?.({ passed, failed, skipped: skipped.length });
        console.log(`browser tests (${engine}): ${passed} passed, ${failed} failed`);
      }
    },
  };
}

/** Chromium through the Chrome launcher, focused pages, so that focus is real in parallel pages too. */
function chromium(): TestRunnerConfig['browsers'] {
  return [
    chromeLauncher({
      launchOptions: { executablePath: findChromium(), args: chromiumFlags() },
      createPage: async ({ context }) => {
        const page = await context.newPage();
        const cdp = await page.createCDPSession();
        await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
      // Most of a test is waiting: for a dialog to settle, for words to be said.
      concurrency: 3,
    }),
  ];
}

/**
 * All browser tests, built once in a folder that goes away with this process: a page then asks for a handful of files
 * instead of every module of elements and server. Gives the pattern of what was built; `wanted` leaves some out.
 */
export async function builtBrowserTests(wanted = (_path: string) => true): Promise<string> {
  const outdir = join('.cache/browser-tests', String(process.pid));
  process.once('exit', () => rmSync(join(root, outdir), { recursive: true, force: true }));
  await build({
    absWorkingDir: root,
    entryPoints: filesBelow('test', (path) => path.endsWith('.browser.test.ts') && wanted(path)),
    ...{ outdir, outbase: '.', bundle: true, splitting: true, format: 'esm', target: 'es2022' },
    ...{ conditions: ['browser', 'development'], sourcemap: 'inline', logLevel: 'warning' },
    // What the runner itself serves.
    external: ['/__web-dev-server__*'],
  });
  return `${outdir}/**/*.browser.test.js`;
}

/** The one configuration of all browser tests, built or as sources; engines differ only in their launcher. */
export function webTestConfig(files: string | string[], browsers = chromium()): TestRunnerConfig {
  return {
    rootDir: root,
    files,
    nodeResolve: { exportConditions: ['browser', 'development'] },
    browsers,
    concurrency: 3,
    testsFinishTimeout: 300_000,
    filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).startsWith('Lit is in dev mode')),
    testFramework: { config: { timeout: '60000' } },
    plugins: [
      esbuildPlugin({ ts: true, json: true, tsconfig: `${root}tsconfig.json`, target: 'es2022' }),
      a11ySnapshotPlugin(),
      treePlugin(),
      mediaPlugin(),
    ],
    testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Browser tests</title>
    <script>
      globalThis.process = { env: { NODE_ENV: 'development' } };
      // The runner copies what a page tells it, and waits for ever where it can't, as for a node in a failed expectation.
      const copy = structuredClone;
      const asText = (_, value) => (value instanceof Node || value instanceof Function ? String(value) : value);
      globalThis.structuredClone = (value, options) =>
        value?.type === 'wtr-session-finished' ? JSON.parse(JSON.stringify(value, asText)) : copy(value, options);
    </script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  };
}
