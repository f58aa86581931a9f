import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserLauncher } from '@web/test-runner';

import { onPath } from './find-browser.js';
import { freePort } from './free-port.js';

/** Names of keys as tests say them, and their code points in W3C WebDriver. */
const keyCodes: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** MiniBrowser stands in the library folder of WebKitGTK, not on PATH. */
export function findMiniBrowser(): string | undefined {
  const roots = ['/usr/lib', '/usr/libexec', '/usr/lib64'].filter((folder) => existsSync(folder));
  const folders = roots.flatMap((folder) => {
    const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [folder, ...inner.map((entry) => join(folder, entry.name))];
  });
  return folders
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find((path) => existsSync(path));
}

interface Reply {
  value: unknown;
}

/** WebKitGTK over plain W3C WebDriver: one window, one test file at a time, on a display of its own. */
export class WebKitLauncher implements BrowserLauncher {
  name = 'WebKitGTK';
  type = 'webdriver';
  concurrency = 1;
  #driver: ChildProcess | undefined;
  #display: ChildProcess | undefined;
  #base = '';
  #active: string | undefined;
  #started: Promise<void> | undefined;

  async startSession(sessionId: string, url: string): Promise<void> {
    await (this.#started ??= this.#start());
    this.#active = sessionId;
    await this.#call('POST', '/url', { url });
  }

  async stopSession(): Promise<Record<string, never>> {
    this.#active = undefined;
    // Leaving the page ends its timers and any loop in it.
    await this.#call('POST', '/url', { url: 'about:blank' });
    return {};
  }

  isActive(sessionId: string): boolean {
    return this.#active === sessionId;
  }

  async getBrowserUrl(): Promise<string> {
    return String((await this.#call('GET', '/url')).value);
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('WebKitGTK has no debug session here: debug in Chromium.'));
  }

  /** One key at a time, down then up: sent together, a doubled letter arrives once. */
  async sendKeys(_sessionId: string, keys: string[]): Promise<void> {
    for (const key of keys) {
      const value = keyCodes[key] ?? key;
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    }
  }

  async sendMouseMove(_sessionId: string, x: number, y: number): Promise<void> {
    await this.#point([{ type: 'pointerMove', duration: 0, x, y }]);
  }

  async sendMouseClick(sessionId: string, x: number, y: number, button?: string): Promise<void> {
    await this.sendMouseMove(sessionId, x, y);
    await this.sendMouseDown(sessionId, button);
    await this.sendMouseUp(sessionId, button);
  }

  async sendMouseDown(_sessionId: string, button = 'left'): Promise<void> {
    await this.#point([{ type: 'pointerDown', button: ['left', 'middle', 'right'].indexOf(button) }]);
  }

  async sendMouseUp(_sessionId: string, button = 'left'): Promise<void> {
    await this.#point([{ type: 'pointerUp', button: ['left', 'middle', 'right'].indexOf(button) }]);
  }

  async resetMouse(): Promise<void> {
    await this.#call('DELETE', '/actions');
  }

  async stop(): Promise<void> {
    if (this.#base) await this.#call('DELETE', '').catch(() => undefined);
    this.#kill();
  }

  async #point(actions: object[]): Promise<void> {
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.#call('POST', '/actions', { actions: [mouse] });
  }

  async #start(): Promise<void> {
    process.once('exit', () => this.#kill());
    const driver = onPath(['WebKitWebDriver']);
    const browser = findMiniBrowser();
    if (!driver || !browser) throw new Error('WebKitGTK needs the packages webkit2gtk-driver and xvfb.');
    const display = process.env['DISPLAY'] ?? (await this.#openDisplay());
    const port = await freePort();
    this.#driver = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
      env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
      stdio: 'ignore',
    });
    const options = { binary: browser, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const origin = `http://127.0.0.1:${port}/session`;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { value } = await request('POST', origin, { capabilities });
        this.#base = `${origin}/${(value as { sessionId: string }).sessionId}`;
        return;
      } catch (error) {
        if (attempt >= 40) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  }

  async #openDisplay(): Promise<string> {
    const program = onPath(['Xvfb']);
    if (!program) throw new Error('WebKitGTK needs a display: install xvfb, or set DISPLAY.');
    const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    this.#display = child;
    return new Promise((done, failed) => {
      child.once('error', failed);
      child.once('exit', () => failed(new Error('Xvfb ended before it had a display.')));
      child.stdio[3]?.once('data', (number: Buffer) => done(`:${number.toString().trim()}`));
    });
  }

  #call(method: string, path: string, body?: object): Promise<Reply> {
    return request(method, `${this.#base}${path}`, body);
  }

  #kill(): void {
    this.#driver?.kill();
    this.#display?.kill();
  }
}

async function request(method: string, url: string, body?: object): Promise<Reply> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const reply = (await response.json()) as Reply;
  if (!response.ok) throw new Error(`WebDriver ${method} ${url}: ${JSON.stringify(reply.value)}`);
  return reply;
}
