import '../../src/define/provider.js';
import '../../src/define/user-roster.js';
import type { CcProvider } from '../../src/elements/provider/provider.js';
import type { CcUserRoster } from '../../src/elements/user-roster/user-roster.js';
import { aMember, anAccount, createFakeClient, type FakeClient } from '../../src/testing/index.js';
import { LimitList } from './limit.js';
import { LocalData } from './local-data.js';

const account = anAccount();
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const frame = () => new Promise((done) => requestAnimationFrame(done));

/** After the next picture is on the screen. */
async function painted(): Promise<void> {
  await frame();
  await new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(undefined);
  });
}

/** What both sides can do, so that both are measured by the same hand. */
interface Subject {
  readonly root: HTMLElement;
  box(): HTMLElement | null;
  set(): Promise<void>;
  sort(by: string): Promise<void>;
  filter(q: string): Promise<void>;
  update(): Promise<void>;
  end(): void;
}

let data = new LocalData(1);
let last: Subject | undefined;

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 4_000; turn += 1) {
    if (done()) return painted();
    await new Promise((next) => queueMicrotask(() => setTimeout(next)));
  }
  throw new Error('It never came');
}

function clientOf(): FakeClient {
  return createFakeClient({
    accounts: [account],
    members: [aMember({ id: 'mem_owner', username: 'bench.viewer', roleId: 'account_owner' })],
    viewer: aMember({ username: 'bench.viewer' }).userId,
    calls: {
      'members.list': ({ query = {} }) => {
        const { q, sort, from, limit } = query as Record<string, never>;
        return {
          ...data.ask({ q, sort, from: Number(from ?? 0), limit: Number(limit ?? 50) }),
          nextCursor: null,
        };
      },
    },
  });
}

function rosterSubject(): Subject {
  const client = clientOf();
  const provider = document.createElement('cc-provider') as CcProvider;
  const roster = document.createElement('cc-user-roster') as CcUserRoster;
  provider.append(roster);
  const box = () => roster.renderRoot.querySelector<HTMLElement>('.table-box');
  const names = () => roster.renderRoot.querySelectorAll<HTMLElement>('.row:not(.waiting) .name > bdi');
  const texts = () => [...names()].map(({ textContent }) => textContent);
  const first = (asked: { q?: string; sort?: string }) =>
    data.ask({ ...asked, limit: 1 }).items[0]?.displayName ?? '';
  return {
    root: roster,
    box,
    async set() {
      document.body.append(provider);
      Object.assign(provider, { client, accountId: account.id });
      await until(() => names().length >= Math.min(data.members.length, 8));
    },
    async sort(by) {
      roster.sort = by;
      await until(() => (texts()[0] ?? '') === first({ sort: by }));
    },
    async filter(q) {
      roster.filter = `q=${q}`;
      await until(() => (texts()[0] ?? '') === first({ q, sort: roster.sort || 'name' }));
    },
    async update() {
      const member = { ...data.ask({ limit: 1 }).items[0], displayName: 'Zz Changed', version: 9 };
      client.tell('member.changed', { accountId: account.id, value: member as never } as never);
      await until(() => texts().includes('Zz Changed'));
    },
    end: () => provider.remove(),
  };
}

function limitSubject(): Subject {
  const list = new LimitList(data);
  return {
    root: list.box,
    box: () => list.box,
    async set() {
      document.body.append(list.box);
      list.show();
      await painted();
    },
    async sort(by) {
      list.show({ sort: by });
      await painted();
    },
    async filter(q) {
      list.show({ q });
      await painted();
    },
    async update() {
      const member = data.ask({ limit: 1 }).items[0];
      if (member) list.update({ ...member, displayName: 'Zz Changed' });
      await painted();
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

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const api = {
  prepare(size: number): void {
    data = new LocalData(size);
  },
  /** Mounts one of the two; milliseconds until its rows are on the screen. */
  async set(kind: 'roster' | 'limit'): Promise<number> {
    last?.end();
    await wait(50);
    const subject = kind === 'roster' ? rosterSubject() : limitSubject();
    last = subject;
    return timed(() => subject.set());
  },
  nodes: (): number => {
    const root = last?.root;
    return root ? countNodes(root.shadowRoot ?? root) : 0;
  },
  /** Lets everything that comes later arrive: what acts, what follows live changes. */
  rest: () => wait(2_500),
  sort: (by: string) => timed(() => last?.sort(by) ?? Promise.resolve()),
  filter: (q: string) => timed(() => last?.filter(q) ?? Promise.resolve()),
  update: () => timed(() => last?.update() ?? Promise.resolve()),
  /** Scrolls by so many pixels per frame and says how long the frames were. */
  async scroll(step: number, frames: number): Promise<number[]> {
    const box = last?.box();
    if (!box) return [];
    box.scrollTop = 0;
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
  /** Mounts and unmounts so many rosters, each until its rows stand there. */
  async cycle(times: number): Promise<void> {
    for (let turn = 0; turn < times; turn += 1) {
      const subject = rosterSubject();
      await subject.set();
      subject.end();
      await wait(0);
    }
  },
  end(): void {
    last?.end();
    last = undefined;
  },
};

export type BenchApi = typeof api;

Object.assign(globalThis, { bench: api });
