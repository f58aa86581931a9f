import { expect, oneEvent } from '@open-wc/testing';
import type {
  CcGrantFinishedEvent,
  CcGrantStartRequestEvent,
} from '../../src/elements/access-grant/access-grant.events.js';
import { checked, ended, forecast, forNew, item, job, outcomes, stubbed } from '../support/grant-scene.js';
import { expectAccessible } from '../support/axe.js';
import { until } from '../support/mfa-scene.js';

describe('cc-access-grant, jobs whose page was closed', () => {
  const jobs = [
    job({ counts: { total: 300, done: 120, granted: 120 } }),
    job({ ...ended, id: 'blk_2', createdAt: new Date().toISOString(), finishedAt: new Date().toISOString() }),
    job({ ...ended, id: 'blk_old', createdAt: '2020-01-01T00:00:00.000Z' }),
  ];
  const found = { 'bulkGrants.list': () => ({ items: jobs, nextCursor: null }) };
  const shown = ({ element }: { element: Element }) => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.own-jobs li') ?? []),
  ];

  it('R79: offers what is at work first, then what has ended lately, and watches it again', async () => {
    const scene = await stubbed({ ...found, 'bulkGrants.get': () => jobs[0] });
    const { seen, element } = scene;
    await until(() => shown(scene).length > 0, 'the jobs');
    expect(shown(scene).map(({ dataset }) => dataset['job'])).to.deep.equal(['blk_1', 'blk_2']);
    expect(shown(scene)[0]?.textContent).to.contain('120 of 300 done');
    expect(shown(scene)[1]?.textContent).to.contain('1 failed');
    expect(element.shadowRoot?.querySelector<HTMLDetailsElement>('.own-jobs')?.open).to.equal(true);
    await expectAccessible(element);
    shown(scene)[0]?.querySelector('button')?.click();
    await until(() => seen.title() === 'Granting access to 300 accounts', 'the job');
    expect(seen.progress()).to.contain('120 of 300 done');
  });

  it('R80: shows the results of one that ended meanwhile', async () => {
    const scene = await stubbed({
      ...found,
      'bulkGrants.get': () => jobs[1],
      'bulkGrants.items': () => ({ items: outcomes, nextCursor: null }),
    });
    await until(() => shown(scene).length > 1, 'the jobs');
    shown(scene)[1]?.querySelector('button')?.click();
    await until(() => scene.seen.title() === 'Access granted on 1 of 3 accounts', 'the results');
  });
});

describe('cc-access-grant events', () => {
  it('asks before it starts, and tells the start and the end', async () => {
    const scene = await forNew(2);
    const { seen, element } = scene;
    await checked(scene);
    const told: string[] = [];
    for (const type of ['cc-grant-start-request', 'cc-grant-started', 'cc-grant-finished']) {
      element.addEventListener(type, (event) => told.push(event.type));
    }
    const end = oneEvent(element, 'cc-grant-finished');
    const start = oneEvent(element, 'cc-grant-start-request');
    await seen.press('Grant access');
    const { detail } = (await start) as unknown as CcGrantStartRequestEvent;
    expect(detail.input.subject).to.deep.equal({ email: 'fresh@example.test' });
    expect(detail.input.accounts.length).to.equal(2);
    const finished = (await end) as unknown as CcGrantFinishedEvent;
    expect(finished.detail.job.counts.invited).to.equal(2);
    expect(told).to.deep.equal(['cc-grant-start-request', 'cc-grant-started', 'cc-grant-finished']);
  });

  it('starts nothing when it is vetoed', async () => {
    const scene = await forNew(2);
    const { seen, element, backend } = scene;
    await checked(scene);
    element.addEventListener('cc-grant-start-request', (event) => event.preventDefault());
    await seen.press('Grant access');
    await element.updateComplete;
    expect(seen.step()).to.equal('Check');
    expect(await backend.store.read.jobs.count({ dryRun: false })).to.equal(0);
  });

  it('R81: asks before it tries again, and then shows the new results', async () => {
    let fixed = false;
    const scene = await stubbed(
      {
        'bulkGrants.get': () => (fixed ? job({ status: 'completed' }) : ended),
        'bulkGrants.items': () => ({
          items: fixed ? outcomes.map((one) => ({ ...one, outcome: 'granted', problem: null })) : outcomes,
          nextCursor: null,
        }),
        'bulkGrants.retry': () => {
          fixed = true;
          return job();
        },
      },
      { resume: 'blk_1' },
    );
    const { seen, element } = scene;
    await until(() => seen.title() === 'Access granted on 1 of 3 accounts', 'the results');
    const asked = oneEvent(element, 'cc-grant-retry-request');
    const told = oneEvent(element, 'cc-grant-retried');
    await seen.press('Retry 1 account that failed');
    expect((await asked).detail.input).to.deep.equal({ jobId: 'blk_1' });
    await told;
    await until(() => seen.title() === 'Access granted on 3 of 3 accounts', 'the new results');
  });

  it('asks before it stops, and tells that it has', async () => {
    let status = 'running';
    const { seen, element } = await stubbed(
      {
        'bulkGrants.get': () => job({ status }),
        'bulkGrants.cancel': () => {
          status = 'cancelled';
          return job({ status });
        },
        'bulkGrants.items': () => ({
          items: [item('Alder'), item('Copper', { outcome: null })],
          nextCursor: null,
        }),
      },
      { resume: 'blk_1' },
    );
    await until(() => seen.progress() === '1 of 3 done', 'how far it is');
    const told = oneEvent(element, 'cc-grant-cancelled');
    await seen.press('Stop');
    expect((await told).detail.job.status).to.equal('cancelled');
    await until(() => seen.text().includes('Stopped. What was done stays done.'), 'the results');
    expect(seen.rows().find(([name]) => name === 'Copper')?.[1]).to.contain('Stopped before its turn');
  });

  it('survives a closed page: `resume` finds the job, and says only what is news', async () => {
    const finished: Event[] = [];
    const listen = (event: Event) => finished.push(event);
    document.addEventListener('cc-grant-finished', listen);
    const { seen } = await stubbed(
      {
        'bulkGrants.get': () => ended,
        'bulkGrants.items': () => ({ items: outcomes, nextCursor: null }),
      },
      { resume: 'blk_1' },
    );
    await until(() => seen.groups().length === 3, 'the results');
    expect(seen.groups()).to.deep.equal(['Needs attention', 'Granted', 'Already there']);
    expect(seen.subtitle()).to.equal('Ngozi Balogun as Campaign Creator');
    document.removeEventListener('cc-grant-finished', listen);
    expect(finished).to.deep.equal([]);
  });

  it('a closed dialog leaves the job at work, and finds it when it is opened again', async () => {
    const { seen, element } = await stubbed({
      ...forecast,
      'bulkGrants.items': () => ({
        items: ['1', '2', '3'].map((name) => item(name)),
        nextCursor: null,
      }),
      'bulkGrants.start': () => job(),
      'bulkGrants.get': () => job(),
    });
    await seen.press('Check 3 accounts');
    await until(() => seen.tally() !== '', 'the forecast');
    await seen.press('Grant access');
    await until(() => seen.progress() !== '', 'the job');
    element.open = false;
    await until(() => seen.title() === '', 'it is closed');
    element.open = true;
    await until(() => seen.title() === 'Granting access to 3 accounts', 'it is found');
  });
});
