import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';

import { chromiumFlags, findChromium } from '../../scripts/find-browser.js';

/** Starts Chromium for a journey; close it in an `after` hook. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    ...options,
    args: [...chromiumFlags(), ...(options.args ?? [])],
  });
}

/**
 * A page for a journey, focused even beside others. tsx marks functions with a helper that pages do not have, so
 * what `evaluate` sends would fail there without it.
 */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.evaluateOnNewDocument('globalThis.__name ??= (named) => named;');
  return page;
}

/** What went wrong on a page without a test asking: script errors, console errors, policy violations. */
export function watchPage(page: Page): { errors: string[]; hosts: Set<string> } {
  const seen = { errors: [] as string[], hosts: new Set<string>() };
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http')) seen.hosts.add(url.host);
  });
  return seen;
}
