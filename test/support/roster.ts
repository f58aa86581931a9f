import { fixture, html } from '@open-wc/testing';
import type { Clock } from '../../src/client/index.js';
import '../../src/define/provider.js';
import '../../src/define/user-roster.js';
import type { CcProvider } from '../../src/elements/provider/provider.js';
import type { CcUserRoster } from '../../src/elements/user-roster/user-roster.js';
import { createMockBackend, type MockBackend, type MockOptions } from '../../src/mock/index.js';
import { UserRosterHarness } from '../../src/testing/harnesses/user-roster.harness.js';

/** The backend's time of day; what waits runs only when a test says so. */
export class HandClock implements Clock {
  readonly #source: Pick<Clock, 'now'>;
  readonly #timers = new Set<{ left: number; work: () => void }>();

  constructor(source: Pick<Clock, 'now'>) {
    this.#source = source;
  }

  now(): Date {
    return this.#source.now();
  }

  after(ms: number, work: () => void): () => void {
    const timer = { left: ms, work };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Timers that wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  pass(ms: number): void {
    for (const timer of [...this.#timers]) {
      timer.left -= ms;
      if (timer.left <= 0 && this.#timers.delete(timer)) timer.work();
    }
  }
}

export interface Scene {
  backend: MockBackend;
  provider: CcProvider;
  roster: CcUserRoster;
  seen: UserRosterHarness;
  clock: HandClock;
}

export interface SceneOptions extends MockOptions {
  /** Of the box round the roster, in CSS pixels. */
  width?: number;
  roster?: Partial<CcUserRoster>;
  /** Time runs by hand. */
  byHand?: boolean;
  /** Does not wait for the first answer. */
  early?: boolean;
}

/** A roster of three people, or of another scenario, in a provider with a backend of its own. */
export async function rosterScene(options: SceneOptions = {}): Promise<Scene> {
  const { width = 1100, roster: properties = {}, byHand, early, ...mock } = options;
  const backend = await createMockBackend({ scenario: 'three', ...mock });
  const clock = new HandClock(backend.clock);
  const provider = await fixture<CcProvider>(
    html`<cc-provider
      .client=${backend.client}
      .clock=${byHand ? clock : backend.clock}
      account-id=${backend.accountId}
    ></cc-provider>`,
  );
  const box = document.createElement('div');
  box.style.inlineSize = `${width}px`;
  const roster = Object.assign(document.createElement('cc-user-roster'), properties);
  box.append(roster);
  provider.append(box);
  await roster.updateComplete;
  const seen = new UserRosterHarness(roster);
  if (!early) await seen.loaded();
  return { backend, provider, roster, seen, clock };
}

/** What assistive technology was told since the page opened, last sentence only. */
export function announced(provider: Element): string {
  const regions = [...provider.querySelectorAll('[data-cc-live]'), ...dialogRegions(provider)];
  return regions
    .map((region) => region.textContent.trim())
    .filter(Boolean)
    .join(' | ');
}

function dialogRegions(provider: Element): Element[] {
  const roster = provider.querySelector('cc-user-roster');
  return [...(roster?.renderRoot.querySelectorAll('[data-cc-live]') ?? [])];
}
