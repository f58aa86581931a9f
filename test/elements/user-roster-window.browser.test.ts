import { expect } from '@open-wc/testing';
import type { CcUserRoster } from '../../src/elements/user-roster/user-roster.js';
import { createFakeClient, aMember, anAccount } from '../../src/testing/index.js';
import { expectAccessible } from '../support/axe.js';
import { rosterScene, type Scene, type SceneOptions } from '../support/roster.js';

const box = ({ roster }: Scene) => roster.renderRoot.querySelector<HTMLElement>('.windowed') as HTMLElement;
const rows = ({ roster }: Scene) => [
  ...roster.renderRoot.querySelectorAll<HTMLElement>('.virtual > .row:not(.waiting)'),
];
const indexes = (scene: Scene) => rows(scene).map((row) => Number(row.getAttribute('aria-rowindex')));

async function long(options: SceneOptions = {}): Promise<Scene> {
  const scene = await rosterScene({ scenario: 'five-hundred', ...options });
  await scene.seen.until(() => rows(scene).length > 5, 'a long list');
  return scene;
}

/** The first rows outside the picture are made after those in it. */
const around = (scene: Scene) =>
  scene.seen.until(() => box(scene).clientHeight / 52 + 3 < rows(scene).length, 'rows around the picture');

/** Drags the scrollbar and waits for people to stand there. */
async function dragTo(scene: Scene, top: number): Promise<void> {
  box(scene).scrollTop = top;
  await scene.seen.until(() => {
    const { top: from, bottom } = box(scene).getBoundingClientRect();
    const seen = rows(scene).filter((row) => {
      const at = row.getBoundingClientRect();
      return at.bottom > from + 40 && at.top < bottom;
    });
    return seen.length >= Math.floor((bottom - from - 60) / 52) - 1;
  }, `people at ${top}`);
}

const isLong = ({ roster }: Scene) => roster.renderRoot.querySelector('.windowed') !== null;

describe('cc-user-roster, one long list', () => {
  it('has pages up to 200 members, and where the host names a page size or people stand as cards', async () => {
    const paged = await rosterScene({ scenario: 'northwind' });
    expect(isLong(paged)).to.equal(false);
    const asked = await rosterScene({ scenario: 'five-hundred', roster: { pageSize: 50 } });
    expect(asked.seen.count()).to.equal('1–50 of 500');
    const narrow = await rosterScene({ scenario: 'five-hundred', width: 400 });
    // How wide it is, is known after the first picture.
    await narrow.seen.until(() => !isLong(narrow), 'cards');
  });

  it('draws only what can be seen, tells the size of the whole, and asks only for the rows around it', async () => {
    const asked: string[] = [];
    const scene = await long({
      network: {
        intercept: ({ url }) => {
          if (url.includes('/members?')) asked.push(new URL(url).search);
          return undefined;
        },
      },
    });
    const table = scene.roster.renderRoot.querySelector('table') as HTMLElement;
    expect(Number(table.getAttribute('aria-rowcount'))).to.be.greaterThan(500);
    expect(rows(scene).length).to.be.lessThan(40);
    await dragTo(scene, 400 * 52);
    expect(rows(scene).length).to.be.lessThan(40);
    const read = asked.map((search) => Number(new URLSearchParams(search).get('from') ?? 0));
    expect(Math.max(...read)).to.be.greaterThan(300);
    expect(asked.length).to.be.lessThan(8);
    expect(scene.seen.count()).to.contain('500');
  });

  it('stands in the order it is read, and each row tells its place', async () => {
    const scene = await long();
    await dragTo(scene, 100 * 52);
    await dragTo(scene, 104 * 52);
    await scene.seen.until(
      () => String(indexes(scene)) === String(indexes(scene).toSorted((a, b) => a - b)),
      'order',
    );
    const tops = rows(scene).map((row) => row.getBoundingClientRect().top);
    expect(tops).to.deep.equal(tops.toSorted((a, b) => a - b));
    expect(new Set(indexes(scene)).size).to.equal(indexes(scene).length);
  });

  it('puts the rows around the picture into another order as well', async () => {
    const scene = await long();
    const { backend, roster, seen } = scene;
    const ids = () => rows(scene).map(({ dataset }) => dataset['row']);
    await around(scene);
    const { items } = await backend.client.members.list(backend.accountId, { sort: '-name', limit: 100 });
    roster.sort = '-name';
    await seen.until(() => ids()[0] === items[0]?.id, 'the other order');
    await seen.until(
      () => String(ids()) === String(items.slice(0, rows(scene).length).map(({ id }) => id)),
      'it, around the picture',
    );
  });

  it('has rows above and below the picture wherever the wheel takes it', async () => {
    const scene = await long();
    await around(scene);
    await new Promise((done) => window.requestAnimationFrame(done));
    // Among those that are loaded. Pictures come when the test says so: a page behind others gets one a second.
    const { requestAnimationFrame } = window;
    const due: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (work) => due.push(work);
    try {
      for (let top = 0; top <= 1_456; top += 104) {
        box(scene).scrollTop = top;
        box(scene).dispatchEvent(new Event('scroll'));
        for (const work of due.splice(0)) work(performance.now());
        const seen = box(scene).getBoundingClientRect();
        const places = rows(scene).map((row) => row.getBoundingClientRect());
        const above = places.filter(({ bottom }) => bottom < seen.top + 44);
        const below = places.filter((place) => place.top > seen.bottom);
        expect([top < 104 || above.length > 0, below.length > 0], `at ${top}`).to.deep.equal([true, true]);
      }
    } finally {
      window.requestAnimationFrame = requestAnimationFrame;
    }
  });

  it('shows the same person at the same place as pages do', async () => {
    const scene = await long();
    const { items } = await scene.backend.client.members.list(scene.backend.accountId, {
      from: 250,
      limit: 1,
    });
    await dragTo(scene, 250 * 52);
    const names = rows(scene).map((row) => row.dataset['row']);
    expect(names).to.include(items[0]?.id);
  });

  it('keeps the row with focus, however far the list is scrolled', async () => {
    const scene = await long();
    const more = rows(scene)[2]?.querySelector<HTMLElement>('.more');
    const id = rows(scene)[2]?.dataset['row'];
    more?.focus();
    await dragTo(scene, 300 * 52);
    expect(scene.seen.focused() === more).to.equal(true);
    expect(more?.closest<HTMLElement>('[data-row]')?.dataset['row']).to.equal(id);
    await dragTo(scene, 0);
    expect(scene.seen.focused() === more).to.equal(true);
    expect(rows(scene).filter((row) => row.dataset['row'] === id)).to.have.length(1);
  });

  it('acts on a row like on a page: role, Undo, notice under it; another sort starts at the top', async () => {
    const scene = await long();
    const { seen } = scene;
    await dragTo(scene, 200 * 52);
    const name = rows(scene)
      .find((row) => {
        const status = row.querySelector('[part~="status"]')?.textContent ?? '';
        return (
          row.querySelector('button.role') && /Active/.test(status) && row.getBoundingClientRect().top > 200
        );
      })
      ?.querySelector('.name > bdi')?.textContent as string;
    await seen.act(name, 'Suspend');
    await seen.until(() => seen.row(name).note.includes('is suspended'), 'the notice');
    const note = scene.roster.renderRoot.querySelector('.virtual > .note') as HTMLElement;
    const below = rows(scene).find(
      (row) => row.getBoundingClientRect().top >= note.getBoundingClientRect().top + 1,
    );
    expect(below?.getBoundingClientRect().top).to.be.at.least(note.getBoundingClientRect().bottom - 1);
    seen.sortBy('Role');
    await seen.until(() => box(scene).scrollTop === 0 && indexes(scene).length > 5, 'the top');
  });

  it('passes axe', async () => {
    const scene = await long();
    await dragTo(scene, 120 * 52);
    await expectAccessible(scene.roster);
  });

  it('drags through 100,000 members with a small pool and a few questions', async () => {
    const account = anAccount();
    const members = Array.from({ length: 99_999 }, (_, index) =>
      aMember({ id: `mem_${index}`, username: `user.${String(index).padStart(6, '0')}`, displayName: null }),
    );
    members.unshift(aMember({ username: 'ann.owner', roleId: 'account_owner' }));
    const client = createFakeClient({ accounts: [account], members, viewer: members[0]?.userId });
    const scene = await rosterScene({ early: true });
    Object.assign(scene.roster as CcUserRoster, { client, accountId: account.id });
    await scene.seen.until(
      () => rows(scene).length > 5 && scene.seen.count().includes('100000'),
      'everybody',
    );
    for (const share of [0.5, 0.999, 0.25]) await dragTo(scene, box(scene).scrollHeight * share);
    expect(scene.roster.renderRoot.querySelectorAll('*').length).to.be.lessThan(2_000);
    expect(indexes(scene)[0]).to.be.within(24_900, 25_100);
  });
});
