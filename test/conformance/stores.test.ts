import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { conformanceRules, formatReport, runConformance } from '../../src/conformance/index.js';
import { systemRandom } from '../../server/node/system-ports.js';
import { createMemoryStore } from '../../server/stores/memory/memory-store.js';
import type { Store } from '../../server/stores/port.js';
import { openPostgres } from '../../server/stores/sql/dialect-postgres.js';
import { openTestPglite } from '../support/pglite.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { startSubject } from './subject.js';

describe('the conformance suite', { timeout: 300_000 }, () => {
  let postgres: TestPostgres;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  const stores: Record<string, () => Promise<Store>> = {
    memory: async () => createMemoryStore(),
    PGlite: () => openTestPglite(),
    async PostgreSQL() {
      const store = openPostgres(await postgres.createDatabase());
      await store.migrate();
      return store;
    },
  };
  for (const [name, open] of Object.entries(stores)) {
    it(`finds every rule kept on ${name}, twice in a row`, async (t) => {
      const { subject, server } = await startSubject({
        store: await open(),
        ports: { random: systemRandom },
      });
      const first = await runConformance(subject);
      t.diagnostic(`${name}: ${formatReport(first).split('\n').at(-1) ?? ''}`);
      assert.deepEqual(
        first.results.filter(({ outcome }) => outcome !== 'passed'),
        [],
      );
      assert.equal(first.passed, conformanceRules.length);
      // What the rules wrote, they took back.
      const again = await runConformance(subject, { only: ['R16', 'R19', 'R54', 'R59', 'L1'] });
      assert.equal(formatReport(again), '5 passed, 0 absent, 0 broken');
      await server.close();
    });
  }

  it('reports what cannot be asked as absent, with the reason', async () => {
    const { subject, server } = await startSubject();
    const { mails: _mails, ...rest } = subject;
    const { limited: _limited, ...accounts } = subject.accounts;
    const report = await runConformance({
      ...rest,
      accounts,
      signIn: async (stand) => (stand === 'parentPartnerManager' ? null : subject.signIn(stand)),
    });
    const reasons = report.results.filter(({ outcome }) => outcome === 'absent').map(({ detail }) => detail);
    assert.deepEqual([...new Set(reasons)].sort(), [
      'the mails cannot be read',
      'there is no account with a limit of seats',
      'there is no parentPartnerManager',
    ]);
    assert.equal(report.broken, 0);
    assert.ok(report.passed > 20);
    await server.close();
  });
});
