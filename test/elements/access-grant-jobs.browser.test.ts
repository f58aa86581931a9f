import { expect, oneEvent } from '@open-wc/testing';
import type {
  CcGrantFinishedEvent,
  CcGrantStartRequestEvent,
} from '../../src/elements/access-grant/access-grant.events.js';
import { checked, ended, forecast, forNew, item, job, outcomes, stubbed } from '../support/grant-scene.js';
import { until } from '../support/mfa-scene.js';

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
