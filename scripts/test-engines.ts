import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import {
  defaultReporter,
  startTestRunner,
  type BrowserLauncher,
  type TestRunnerConfig,
} from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';

import { root } from './files.js';
import { aptInstall, onPath } from './find-browser.js';
import { freePort } from './free-port.js';
import { builtBrowserTests, countReporter, webTestConfig, type Tally } from './web-tests.js';
import { findMiniBrowser, WebKitLauncher } from './webkit-launcher.js';

/**
 * The browser tests in Firefox ESR and WebKitGTK, both at the same time: for each element the file of its name, and
 * what the elements stand on; `--all` also runs what Chromium alone is asked otherwise. Says which engines ran; an
 * engine that cannot run counts as a failure. Arguments narrow the files. Last line: `N passed, M failed`.
 */
interface Engine {
  name: string;
  packages: string[];
  present(): boolean;
  launcher(): BrowserLauncher;
}

const engines: Engine[] = [
  {
    name: 'Firefox',
    packages: ['firefox-esr'],
    present: () => Boolean(firefox()),
    launcher: () =>
      chromeLauncher({
        puppeteer: puppeteer as never,
        launchOptions: {
          browser: 'firefox',
          executablePath: firefox() ?? '',
          // A panel or a question about a file that is saved would take the focus from the page.
          extraPrefsFirefox: {
            'browser.download.alwaysOpenPanel': false,
            'browser.download.always_ask_before_handling_new_types': false,
            'browser.helperApps.neverAsk.saveToDisk': 'text/csv',
          },
        },
        concurrency: 1,
      }),
  },
  {
    name: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    present: () =>
      Boolean(
        onPath(['WebKitWebDriver']) && findMiniBrowser() && (process.env['DISPLAY'] ?? onPath(['Xvfb'])),
      ),
    launcher: () => new WebKitLauncher(),
  },
];

function firefox(): string | undefined {
  return process.env['FIREFOX_PATH'] ?? onPath(['firefox-esr', 'firefox']);
}

async function runEngine(engine: Engine, files: string | string[], port: number): Promise<Tally> {
  let tally: Tally | undefined;
  const reporter = countReporter({ skipsFail: false, report: (result) => (tally = result) });
  const config: TestRunnerConfig = {
    ...webTestConfig(files, [engine.launcher()]),
    port,
    reporters: [defaultReporter(), reporter],
  };
  const runner = await startTestRunner({
    config,
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  await new Promise<void>((done) => (runner ? runner.on('stopped', () => done()) : done()));
  return tally ?? { passed: 0, failed: 1, skipped: 0 };
}

/** Further files of an element are about its logic, or about what only Chromium lets a test look at. */
const isFirst = (path: string) => {
  const [, name] = /^test\/elements\/(.+)\.browser\.test\.ts$/.exec(path) ?? [];
  return name === undefined || existsSync(join(root, 'src/elements', name));
};

const words = process.argv.slice(2);
const all = words.includes('--all');
const named = words.filter((word) => word !== '--all');
const files = named.length > 0 ? named : await builtBrowserTests(all ? undefined : isFirst);
const ran: string[] = [];
const missing: string[] = [];
let passed = 0;
let failed = 0;

for (const engine of engines) {
  if (!engine.present()) aptInstall(engine.packages);
  if (engine.present()) continue;
  missing.push(engine.name);
  failed += 1;
  console.log(`${engine.name} did not run: it needs ${engine.packages.join(' and ')}.`);
}

const present = engines.filter((engine) => engine.present());
const tallies = await Promise.all(present.map(async (engine) => runEngine(engine, files, await freePort())));
for (const [index, tally] of tallies.entries()) {
  ran.push(
    `${present[index]?.name} (${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} not possible there)`,
  );
  passed += tally.passed;
  failed += tally.failed;
}

console.log(`\nEngines that ran: ${ran.join('; ') || 'none'}`);
if (missing.length > 0) console.log(`Engines that did not run: ${missing.join(', ')}`);
// Only when it is written: an exit at once would take along what a slow reader has not yet read.
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(failed > 0 ? 1 : 0));
