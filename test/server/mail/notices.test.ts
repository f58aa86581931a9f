import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { deliver } from '../../support/invites.js';
import { accountIdOf, startServer, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

describe('notices', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
  });
  afterEach(() => server.close());

  const remove = async (who: string, whom: string): Promise<number> => {
    const caller = await server.as(who);
    return (
      await caller.del(`/accounts/${accountIdOf('alpha')}/members/${memberOf(whom)}`, {
        headers: { 'if-match': '"v1"' },
      })
    ).status;
  };

  it('R59: somebody removed is told, and learns nothing of other accounts', async () => {
    assert.equal(await remove('alpha.owner', 'alpha.spare'), 204);
    await deliver(server);
    assert.deepEqual(
      server.mails.map(({ to, subject }) => [to, subject]),
      [['alpha.spare@alpha.test', 'You no longer have access to Account alpha']],
    );
  });

  it('R59: somebody who left needs no mail about it', async () => {
    assert.equal(await remove('alpha.spare', 'alpha.spare'), 204);
    assert.equal(await deliver(server), 0);
  });
});
