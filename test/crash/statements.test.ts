import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Endpoint } from '../../server/endpoint.js';
import { takeOver } from '../../server/services/take-over.js';
import { createMemoryStore } from '../../server/stores/memory/memory-store.js';
import type { Store } from '../../server/stores/port.js';
import { nameOf, startSweep } from '../server/http/sweep.js';
import { openTestPglite } from '../support/pglite.js';
import { contentOf, dying } from './dying-store.js';

/**
 * V01: the process dies at every single step of a write, one step later each time, until the write succeeds. Before
 * that nothing of it may be there; afterwards it is there once, and the repeat with the same key says the same.
 */
async function dieAtEveryStep(endpoint: Endpoint, store: Store): Promise<number> {
  const doomed = dying(store);
  const sweep = await startSweep({ store: doomed.store });
  const { server } = sweep;
  const key = '"the-same-every-time"';
  // Whoever calls is signed in before.
  await sweep.as((await sweep.request(endpoint)).as);
  const before = await contentOf(store);
  let deaths = 0;
  try {
    for (let step = 1; ; step += 1) {
      doomed.dieAt(step);
      const answer = await sweep.send(endpoint, { key });
      doomed.dieAt(null);
      if (answer.status !== 503) {
        if (endpoint.idempotent && answer.status < 300) {
          const after = await contentOf(store);
          const again = await sweep.send(endpoint, { key });
          assert.deepEqual([again.status, again.text], [answer.status, answer.text]);
          same(await contentOf(store), after, 'the repeat does something more');
        }
        return deaths;
      }
      deaths += 1;
      same(await contentOf(store), before, `died at step ${step}, and left something behind`);
      await takeOver(server.ports);
    }
  } finally {
    await server.close();
  }
}

/** Says the first line that differs: the whole store is too much to read. */
function same(found: string, wanted: string, complaint: string): void {
  const [lines, others] = [found.split('\n'), wanted.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  if (found !== wanted) assert.fail(`${complaint}: ${String(others[at])} became ${String(lines[at])}`);
}

const writes = (endpoints: readonly Endpoint[]) => endpoints.filter(({ method }) => method !== 'GET');

describe('V01: dying at any step of a write', { timeout: 300_000 }, () => {
  it('in memory, for every write there is', async (t) => {
    const sweep = await startSweep();
    let deaths = 0;
    const found = writes(sweep.endpoints);
    for (const endpoint of found) {
      try {
        deaths += await dieAtEveryStep(endpoint, createMemoryStore());
      } catch (error) {
        throw new Error(`${nameOf(endpoint)}: ${String(error)}`, { cause: error });
      }
    }
    await sweep.server.close();
    t.diagnostic(`${found.length} writes, ${deaths} deaths: nothing was left behind`);
  });

  it('in PGlite, for an invitation', async (t) => {
    const sweep = await startSweep();
    const invite = writes(sweep.endpoints).find(
      (one) => nameOf(one) === 'POST /accounts/:accountId/invitations',
    );
    await sweep.server.close();
    assert.ok(invite);
    const deaths = await dieAtEveryStep(invite, await openTestPglite());
    t.diagnostic(`${deaths} deaths: nothing was left behind`);
    assert.ok(deaths > 20);
  });
});
