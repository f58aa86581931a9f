import assert from 'node:assert/strict';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { newPage, watchPage } from '../support/browser.js';
import { demoPassword } from '../../server/scenarios/index.js';

/** A look ten times a second: at every picture it would cost more than the page itself. */
const patience = { timeout: 30_000, polling: 100 };

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A person at a browser, who finds everything by role and name or by what can be read, through shadow roots. */
export class Visitor {
  private constructor(
    readonly page: Page,
    readonly url: string,
    /** What went wrong on the page without anybody asking. */
    readonly errors: readonly string[],
  ) {}

  /** A browser profile of its own, with no cookies. */
  static async arrive(browser: Browser, url: string): Promise<Visitor> {
    const context = await browser.createBrowserContext();
    const page = await newPage({ newPage: () => context.newPage() } as Browser);
    return new Visitor(page, url, watchPage(page).errors);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** The control with this name, once it is there. */
  async find(role: string, name: string): Promise<ElementHandle> {
    const limit = performance.now() + patience.timeout;
    while (performance.now() < limit) {
      // A page on its way to another can't be asked.
      const found = await this.page.$(`aria/${name}[role="${role}"]`).catch(() => null);
      if (found) return found;
      await pause(patience.polling);
    }
    throw new Error(`No ${role} "${name}" after ${patience.timeout} ms`);
  }

  /** Presses it; again where it was drawn anew or moved at that very moment, and the press went beside it. */
  async press(role: string, name: string): Promise<void> {
    for (let tries = 1; tries <= 3; tries += 1) {
      const control = await this.find(role, name);
      try {
        if (await this.#reaches(control)) return;
      } catch (error) {
        if (tries === 3) throw error;
      }
    }
  }

  async #reaches(control: ElementHandle): Promise<boolean> {
    await this.#atRest(control);
    const told = await control.evaluateHandle((node) => {
      const seen = { node, hit: false };
      node.addEventListener('click', () => (seen.hit = true), { once: true });
      return seen;
    });
    await control.click();
    // A control that went away had its effect; a press that has led to another page can't be asked any more.
    return told.evaluate(({ hit, node }) => hit || !node.isConnected).catch(() => true);
  }

  /** The same among several: the one that was drawn last, such as in a dialog over the page. */
  async pressLast(role: string, name: string): Promise<void> {
    await this.find(role, name);
    const all = await this.page.$$(`aria/${name}[role="${role}"]`);
    await all.at(-1)?.click();
  }

  /** What a field holds. */
  async value(role: string, name: string): Promise<string> {
    const field = await this.find(role, name);
    return field.evaluate((node) => (node as HTMLInputElement).value);
  }

  /** What the person may do on each account, as the backend says it. */
  capabilities(...accountIds: readonly string[]): Promise<string[][]> {
    return this.page.evaluate(
      (ids) =>
        Promise.all(
          ids.map(async (id) => {
            const answer = await fetch(`/v1/accounts/${id}/access`);
            return ((await answer.json()) as { capabilities?: string[] }).capabilities ?? [];
          }),
        ),
      accountIds,
    );
  }

  /** Names of the accounts the person can enter. */
  accounts(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const answer = await fetch('/v1/me/memberships?limit=100');
      const { items } = (await answer.json()) as { items: { account: { name: string } }[] };
      return items.map(({ account }) => account.name);
    });
  }

  /** Addresses with a pending invite to an account that begin like this. */
  invited(accountId: string, beginning: string): Promise<string[]> {
    return this.page.evaluate(
      async (id, start) => {
        const answer = await fetch(`/v1/accounts/${id}/invitations?limit=100`);
        const { items } = (await answer.json()) as { items: { email: string; state: string }[] };
        return items
          .filter(({ email, state }) => state === 'pending' && email.startsWith(start))
          .map(({ email }) => email);
      },
      accountId,
      beginning,
    );
  }

  /** Usernames of the members of an account with this address. */
  usersNamed(accountId: string, email: string): Promise<string[]> {
    return this.page.evaluate(
      async (id, q) => {
        const answer = await fetch(`/v1/accounts/${id}/members?q=${encodeURIComponent(q)}`);
        const { items } = (await answer.json()) as { items: { username: string }[] };
        return items.map(({ username }) => username);
      },
      accountId,
      email,
    );
  }

  async type(role: string, name: string, text: string): Promise<void> {
    const field = await this.find(role, name);
    await field.click();
    await field.type(text);
  }

  /** Puts a text into a field at once, as from the clipboard. */
  async paste(role: string, name: string, text: string): Promise<void> {
    const field = await this.find(role, name);
    await field.click();
    await this.page.keyboard.sendCharacter(text);
  }

  /** Presses the last button or disclosure whose words begin like this. */
  async pressText(beginning: string): Promise<void> {
    const found = await this.page.waitForFunction(
      (wanted: string) => {
        const all = (root: ParentNode): Element[] =>
          [...root.querySelectorAll('*')].flatMap((one) =>
            one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one],
          );
        return all(document).findLast(
          (one) =>
            one.matches('button, summary') &&
            one.checkVisibility() &&
            one.textContent.replace(/\s+/g, ' ').trim().startsWith(wanted.trim()),
        );
      },
      patience,
      beginning,
    );
    const control = found.asElement() as ElementHandle<Element> | null;
    assert.ok(control, beginning);
    await control.click();
  }

  async typePassword(kind: 'current-password' | 'new-password', text: string): Promise<void> {
    const field = await this.page.waitForSelector(`input[autocomplete="${kind}"]`, patience);
    await field?.type(text);
  }

  /** Waits until this can be read somewhere on the page. */
  async sees(text: string, timeout = patience.timeout): Promise<void> {
    await this.#waitForText(text, true, timeout);
  }

  /** Waits until this can't be read any more. */
  async seesNoMore(text: string): Promise<void> {
    await this.#waitForText(text, false);
  }

  /** Waits until one of these can be read, and says which. */
  async seesOneOf(...texts: readonly string[]): Promise<string> {
    return Promise.any(texts.map((text) => this.sees(text).then(() => text)));
  }

  async signIn(username: string): Promise<void> {
    await this.open('/sign-in');
    await this.type('textbox', 'Username', username);
    await this.typePassword('current-password', demoPassword);
    await this.press('button', 'Sign in');
    await this.find('heading', 'Manage users');
  }

  /** Waits so long that a dangerous button is no longer inert. */
  async think(): Promise<void> {
    await pause(700);
  }

  /** Nobody presses what is still on its way. */
  async #atRest(control: ElementHandle): Promise<void> {
    const place = async () => JSON.stringify(await control.boundingBox());
    for (let before = '', now = await place(); before !== now; now = await place()) {
      before = now;
      await pause(60);
    }
  }

  async #waitForText(text: string, there: boolean, timeout = patience.timeout): Promise<void> {
    const found = this.page.waitForFunction(
      (wanted: string, expected: boolean) => {
        const read = (node: Node): string => {
          const boxless = node instanceof HTMLElement && getComputedStyle(node).display === 'contents';
          if (node instanceof HTMLElement && !boxless && !node.checkVisibility()) return '';
          // What was said to a screen reader stays in its region; nobody reads it.
          if (node instanceof HTMLElement && node.dataset.ccLive) return '';
          if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
          const inside = node instanceof Element && node.shadowRoot ? read(node.shadowRoot) : '';
          return inside + [...node.childNodes].map(read).join('');
        };
        const words = read(document.body).replace(/\s+/g, ' ');
        // What was there instead, for the message of a failure.
        document.documentElement.dataset.seen = words;
        return words.includes(wanted) === expected;
      },
      { ...patience, timeout },
      text,
      there,
    );
    await found.catch(async (error: Error) => {
      const seen = await this.page.evaluate(() => document.documentElement.dataset.seen);
      throw new Error(`"${text}" ${there ? 'did not appear' : 'stayed'}. The page said: ${seen}`, {
        cause: error,
      });
    });
  }
}
