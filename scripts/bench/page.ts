import '../../src/define/provider.js';
import '../../src/define/user-roster.js';
import type { CcProvider } from '../../src/elements/provider/provider.js';
import type { CcUserRoster } from '../../src/elements/user-roster/user-roster.js';
import type { Member } from '../../src/client/index.js';
import { aMember, anAccount, createFakeClient, type FakeClient } from '../../src/testing/index.js';
import { LimitList } from './limit.js';
import { LocalData } from './local-data.js';

/** What waits to run: before anything else asks for it. */
const timers = new Set<unknown>();
for (const [start, stop] of [
  ['setTimeout', 'clearTimeout'],
  ['setInterval', 'clearInterval'],
] as const) {
  const [begin, end] = [globalThis[start], globalThis[stop]] as [typeof setTimeout, typeof clearTimeout];
  const counted = (work: () => void, ms?: number) => {
    const id = begin(() => {
      if (start === 'setTimeout') timers.delete(id);
      work();
    }, ms);
    timers.add(id);
    return id;
  };
  const forget = (id: ReturnType<typeof setTimeout>) => {
    timers.delete(id);
    end(id);
  };
  Object.assign(globalThis, { [start]: counted, [stop]: forget });
}

const account = anAccount();
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const frame = () => new Promise((done) => requestAnimationFrame(done));

/** Once the picture that is being made is on the screen. */
const afterFrame = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(undefined);
  });

/** After the next picture is on the screen. */
async function painted(): Promise<void> {
  await frame();
  await afterFrame();
}

/** Something a person sees happen: what starts it, and whether it stands on the screen with the next picture. */
interface Deed {
  run(): void;
  done(): boolean;
}

/** What both sides can do, so that both are measured by the same hand. */
interface Subject {
  readonly root: HTMLElement;
  box(): HTMLElement | null;
  /** Brings it into the page, without people. */
  mount(): void;
  /** The people are there from now on. */
  set(): Deed;
  sort(by: string): Deed;
  filter(q: string): Deed;
  update(name: string): Deed;
  end(): void;
}

let data = new LocalData(1);
let last: Subject | undefined;
const longTasks: number[] = [];
new PerformanceObserver((list) => {
  longTasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ entryTypes: ['longtask'] });

/** Milliseconds from its start, just after a picture, to the picture that shows it. */
async function timed({ run, done }: Deed): Promise<number> {
  await painted();
  const start = performance.now();
  run();
  for (let turn = 0; turn < 2_000; turn += 1) {
    await frame();
    if (!done()) continue;
    await afterFrame();
    return performance.now() - start;
  }
  throw new Error('It never came');
}

function clientOf(ready: Promise<void>): FakeClient {
  return createFakeClient({
    accounts: [account],
    members: [aMember({ id: 'mem_owner', username: 'bench.viewer', roleId: 'account_owner' })],
    viewer: aMember({ username: 'bench.viewer' }).userId,
    calls: {
      'members.list': async ({ query = {} }) => {
        const { q, sort, from, limit } = query as Record<string, never>;
        await ready;
        return {
          ...data.ask({ q, sort, from: Number(from ?? 0), limit: Number(limit ?? 50) }),
          nextCursor: null,
        };
      },
    },
  });
}

function rosterSubject(): Subject {
  let letGo = () => undefined as void;
  const ready = new Promise<void>((done) => (letGo = done));
  const client = clientOf(ready);
  const provider = document.createElement('cc-provider') as CcProvider;
  const roster = document.createElement('cc-user-roster') as CcUserRoster;
  provider.append(roster);
  const box = () => roster.renderRoot.querySelector<HTMLElement>('.table-box');
  const names = () => roster.renderRoot.querySelectorAll<HTMLElement>('.row:not(.waiting) .name > bdi');
  const has = (name: string) => [...names()].some(({ textContent }) => textContent === name);
  const startsWith = (name: string) => names()[0]?.textContent === name;
  return {
    root: roster,
    box,
    mount() {
      document.body.append(provider);
      Object.assign(provider, { client, accountId: account.id });
    },
    set: () => ({ run: letGo, done: () => names().length >= Math.min(data.members.length, 8) }),
    sort(by) {
      const name = firstName({ sort: by });
      return { run: () => void (roster.sort = by), done: () => startsWith(name) };
    },
    filter(q) {
      const name = firstName({ q, sort: roster.sort || 'name' });
      return { run: () => void (roster.filter = `q=${q}`), done: () => startsWith(name) };
    },
    update(name) {
      const member = changed(name);
      const { id } = member;
      const run = () => client.tell('member.changed', { accountId: account.id, id, value: member });
      return { run, done: () => has(name) };
    },
    end: () => provider.remove(),
  };
}

/** Who is to stand first; what was found meanwhile is forgotten, so that both sides look for it. */
function firstName(asked: { q?: string; sort?: string }): string {
  const name = data.ask({ ...asked, limit: 1 }).items[0]?.displayName ?? '';
  data.forget();
  return name;
}

let version = 1;
function changed(displayName: string): Member {
  const [member] = data.ask({ limit: 1 }).items;
  return { ...(member as Member), displayName, version: (version += 1) };
}

function limitSubject(): Subject {
  const list = new LimitList(data);
  const done = () => true;
  return {
    root: list.box,
    box: () => list.box,
    mount: () => document.body.append(list.box),
    set: () => ({ run: () => list.show(), done }),
    sort: (sort) => ({ run: () => list.show({ sort }), done }),
    filter(q) {
      data.forget();
      return { run: () => list.show({ q }), done };
    },
    update(name) {
      const member = changed(name);
      return { run: () => list.update(member), done };
    },
    end: () => list.box.remove(),
  };
}

/** Every element in the tree, shadow roots included. */
function countNodes(node: Element | ShadowRoot): number {
  let count = 0;
  for (const one of node.querySelectorAll('*'))
    count += 1 + (one.shadowRoot ? countNodes(one.shadowRoot) : 0);
  return count;
}

function subjectOf(kind: 'roster' | 'limit'): Subject {
  last?.end();
  return (last = kind === 'roster' ? rosterSubject() : limitSubject());
}

const nothing: Deed = { run: () => undefined, done: () => true };

const api = {
  prepare(size: number): void {
    data = new LocalData(size);
  },
  /** Brings one of the two into the page, where it waits for its people. */
  async stand(kind: 'roster' | 'limit'): Promise<void> {
    subjectOf(kind).mount();
    await wait(kind === 'roster' ? 1_200 : 50);
  },
  set: (): Promise<number> => timed(last?.set() ?? nothing),
  /** Into the page with everything there from the start. */
  async open(kind: 'roster' | 'limit'): Promise<number> {
    const subject = subjectOf(kind);
    await wait(50);
    const { run, done } = subject.set();
    return timed({ run: () => (subject.mount(), run()), done });
  },
  nodes: (): number => {
    const root = last?.root;
    return root ? countNodes(root.shadowRoot ?? root) : 0;
  },
  /** Lets everything that comes later arrive: what acts, what follows live changes. */
  rest: () => wait(2_500),
  sort: (by: string) => timed(last?.sort(by) ?? nothing),
  filter: (q: string) => timed(last?.filter(q) ?? nothing),
  update: (name: string) => timed(last?.update(name) ?? nothing),
  /** Scrolls by so many pixels per frame and says how long the frames were. */
  async scroll(step: number, frames: number): Promise<number[]> {
    const box = last?.box();
    if (!box) return [];
    box.scrollTop = 0;
    await wait(300);
    await painted();
    const lengths: number[] = [];
    let before = performance.now();
    for (let turn = 0; turn < frames; turn += 1) {
      box.scrollTop += step;
      await frame();
      const now = performance.now();
      lengths.push(now - before);
      before = now;
    }
    return lengths;
  },
  /** How long the tasks over 50 ms were since they were last asked for. */
  async long(): Promise<number[]> {
    await wait(100);
    return longTasks.splice(0);
  },
  /** Mounts and unmounts so many rosters, each until its rows stand there. */
  async cycle(times: number): Promise<void> {
    for (let turn = 0; turn < times; turn += 1) {
      const subject = rosterSubject();
      const { run, done } = subject.set();
      subject.mount();
      run();
      while (!done()) await wait(0);
      subject.end();
      await wait(0);
    }
  },
  /** Timers of the page that have not run and were not taken back. */
  timers: (): number => timers.size,
  end(): void {
    last?.end();
    last = undefined;
  },
};

export type BenchApi = typeof api;

Object.assign(globalThis, { bench: api });
