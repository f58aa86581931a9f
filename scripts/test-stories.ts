import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

import { root } from './files.js';
import { chromiumFlags, findChromium } from './find-browser.js';
import { serveFolder } from './static-server.js';

/**
 * Opens every story of the built Storybook in Chromium: it must draw, its play function must pass, axe must find
 * nothing, and it may ask no other host for anything. Every element of the manifest must have stories.
 * Builds first unless told `--built`; further words narrow the stories by id.
 */
interface Story {
  id: string;
  title: string;
  name: string;
  type: string;
  importPath: string;
}

interface AxeNode {
  html: string;
  failureSummary?: string;
}

interface Finished {
  storyId?: string;
  status: 'success' | 'error' | 'failed' | 'threw';
  message?: string;
  reporters: {
    type: string;
    status: string;
    result?: { violations?: { id: string; help: string; nodes: AxeNode[] }[] };
  }[];
}

declare global {
  interface Window {
    /** How the story that was asked for last ended. */
    crewFinished?: Finished;
    /** Shows another story in the page that is there. */
    crewShow?: (storyId: string) => void;
  }
}

const output = join(root, 'storybook-static');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));

function buildStories(): void {
  const storybook = join(root, 'node_modules/.bin/storybook');
  const { status } = spawnSync(storybook, ['build', '--quiet', '--output-dir', output], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CI: 'true', STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  if (status !== 0) throw new Error('Storybook could not be built: see its messages above.');
}

/** Listens on Storybook's channel from before the first script, so that nothing it says is missed. */
function listen(): void {
  type Channel = {
    on(name: string, listener: (detail: never) => void): void;
    emit(name: string, detail: object): void;
  };
  let wanted = new URL(location.href).searchParams.get('id');
  const fail =
    (status: Finished['status']) => (detail: { message?: string; description?: string } | Error) => {
      window.crewFinished ??= { status, message: detail.message ?? String(detail), reporters: [] };
    };
  let channel: Channel | undefined;
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value: Channel) {
      channel = value;
      window.crewShow = (storyId) => {
        wanted = storyId;
        delete window.crewFinished;
        value.emit('setCurrentStory', { storyId, viewMode: 'story' });
      };
      value.on('storyFinished', (detail: Finished) => {
        if (detail.storyId === wanted) window.crewFinished ??= detail;
      });
      value.on('storyErrored', fail('failed'));
      value.on('storyMissing', fail('failed'));
      value.on('storyThrewException', fail('threw'));
      value.on('playFunctionThrewException', fail('threw'));
    },
  });
}

function complaintsOf(finished: Finished): string[] {
  const findings = finished.reporters
    .filter(({ type, status }) => type === 'a11y' && status !== 'passed')
    .flatMap(({ result, status }) =>
      (result?.violations ?? []).length > 0
        ? (result?.violations ?? []).flatMap(({ id, help, nodes }) =>
            nodes.map((node) => `axe ${id}: ${help}\n      ${node.html.slice(0, 200)}`),
          )
        : [`axe did not pass (${status})`],
    );
  const judged = finished.reporters.some(({ type }) => type === 'a11y');
  if (finished.status === 'success' && !judged) findings.push('axe did not judge this story');
  return finished.status === 'success' || findings.length > 0
    ? findings
    : [`it did not finish: ${finished.message ?? finished.status}`];
}

/** Opens a story, in the page of the one before where that ended well. */
async function visit(page: Page, base: string, story: Story, afresh: boolean): Promise<string[]> {
  const complaints: string[] = [];
  const onError = (error: unknown) => complaints.push(`script error: ${String(error)}`);
  const onRequest = (request: { url(): string }) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== base)
      complaints.push(`asked another host: ${url.origin}`);
  };
  page.on('pageerror', onError);
  page.on('request', onRequest);
  try {
    const address = `${base}/iframe.html?id=${story.id}&viewMode=story`;
    if (afresh) await page.goto(address, { waitUntil: 'domcontentloaded' });
    else await page.evaluate((id) => window.crewShow?.(id), story.id);
    await page.waitForFunction(() => window.crewFinished !== undefined, { timeout: 30_000 });
    const finished = await page.evaluate(() => window.crewFinished);
    if (finished) complaints.push(...complaintsOf(finished));
  } catch (error) {
    complaints.push(`it did not finish: ${error instanceof Error ? error.message : String(error)}`);
  }
  page.off('pageerror', onError);
  page.off('request', onRequest);
  return [...new Set(complaints)];
}

async function worker(browser: Browser, base: string, queue: Story[]): Promise<number> {
  const page = await browser.newPage();
  // A colour on its way from one state to the next is no colour to be measured.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  // A story that guards unsaved work asks before the next one is opened.
  page.on('dialog', (dialog) => void dialog.accept());
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  // tsx marks functions with a helper that a page does not have.
  await page.evaluateOnNewDocument('globalThis.__name ??= (named) => named;');
  await page.evaluateOnNewDocument(listen);
  let failed = 0;
  let afresh = true;
  for (let story = queue.shift(); story; story = queue.shift()) {
    const complaints = await visit(page, base, story, afresh);
    afresh = complaints.length > 0;
    const [first] = complaints;
    const what = first === undefined ? '' : `: ${first.split('\n')[0]}`;
    console.log(`${afresh ? '✗' : '✔'} ${story.title} › ${story.name}${what} (${story.id})`);
    for (const complaint of complaints) console.log(`    ${complaint}`);
    if (afresh) failed += 1;
  }
  await page.close();
  return failed;
}

/** Tags of the manifest without a story file of their name. */
function withoutStories(stories: Story[]): string[] {
  const manifest = join(root, 'custom-elements.json');
  const text = existsSync(manifest) ? readFileSync(manifest, 'utf8') : '';
  const tags = [...new Set([...text.matchAll(/"tagName": "cc-([a-z-]+)"/g)].map(([, name = '']) => name))];
  return tags.filter((name) => !stories.some(({ importPath }) => importPath.endsWith(`/${name}.stories.ts`)));
}

if (!process.argv.includes('--built')) buildStories();
const index = JSON.parse(readFileSync(join(output, 'index.json'), 'utf8')) as {
  entries: Record<string, Story>;
};
const all = Object.values(index.entries).filter(({ type }) => type === 'story');
const queue = all.filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)));
const lonely = words.length === 0 ? withoutStories(all) : [];
const count = queue.length;

const server = await serveFolder(output);
const browser = await puppeteer.launch({
  executablePath: findChromium(),
  args: chromiumFlags(),
  defaultViewport: { width: 1280, height: 900 },
});
const failures = await Promise.all([worker(browser, server.url, queue), worker(browser, server.url, queue)]);
await browser.close();
server.close();

for (const name of lonely) console.log(`✗ cc-${name} has no stories/${name}.stories.ts`);
const failed = failures.reduce((sum, number) => sum + number, 0);
console.log(`stories: ${count - failed} passed, ${failed + lonely.length} failed`);
process.exitCode = failed + lonely.length > 0 || count === 0 ? 1 : 0;
