import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { challenge, codeNow, enrol, type Enrolled } from '../../support/factors.js';
import { demoPassword, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const manager = 'alpha.manager';
const fields = ['code', 'emailCode', 'recoveryCode', 'password'] as const;
type Field = (typeof fields)[number];

/** What each field may hold. `right` is what would open the challenge, had it been asked for. */
const shapes = ['absent', 'null', 'empty', 'wrong', 'right', 'number', 'list', 'object'] as const;
type Shape = (typeof shapes)[number];

describe('P5, T06: four proofs in eight shapes each, 4,096 bodies', () => {
  let server: TestServer;
  let mine: Enrolled;
  let caller: Caller;
  const right: Record<Field, string> = { code: '', emailCode: '', recoveryCode: '', password: demoPassword };

  before(async () => {
    server = await startServer({ scenario: world, config: { limits: { signInFailuresPerPair: 10_000 } } });
    mine = await enrol(server, await server.as(manager));
    server.clock.advance(30);
    caller = server.anonymous();
  });
  after(() => server.close());

  const wrong: Record<Field, string> = {
    code: '000000',
    emailCode: '000000',
    recoveryCode: 'ABCD-EFGH-JKMN-PQRS',
    password: 'a wrong password',
  };

  function put(body: Record<string, unknown>, field: Field, shape: Shape): void {
    const value = {
      absent: undefined,
      null: null,
      empty: '',
      wrong: wrong[field],
      right: right[field],
      number: Number(right[field]) || 0,
      list: [right[field]],
      object: { $ne: right[field] },
    }[shape];
    if (shape !== 'absent') body[field] = value;
  }

  /** A challenge as if nothing had been tried before, without the password's round trip. */
  async function fresh(path: string): Promise<void> {
    await server.store.transaction(async (tx) => {
      const id = path.split('/').at(-1) ?? '';
      await tx.challenges.update(id, { attempts: 0, endedAt: null });
      await tx.factorAttempts.remove({ userId: userIdOf(manager) });
      await tx.budgetEvents.remove({});
    });
  }

  it('one proof that was asked for, right and alone, signs in; every other body does not', async () => {
    const { path } = await challenge(server, manager, caller);
    right.code = await codeNow(server, mine.secret);
    right.emailCode = '123456';
    right.recoveryCode = mine.codes[0] ?? '';
    const opened: string[] = [];
    for (let number = 0; number < shapes.length ** fields.length; number += 1) {
      const body: Record<string, unknown> = {};
      const chosen = fields.map((field, index) => {
        const shape = shapes[Math.floor(number / shapes.length ** index) % shapes.length] ?? 'absent';
        put(body, field, shape);
        return shape;
      });
      const alone = chosen.filter((shape) => shape !== 'absent').length === 1;
      // What is right and alone uses itself up: it is tried at the end.
      if (alone && (chosen[0] === 'right' || chosen[2] === 'right')) continue;
      const answer = await caller.post(path, body);
      if (answer.status === 200 || answer.headers.getSetCookie().length > 0)
        opened.push(JSON.stringify(body));
      assert.ok(answer.status < 500, answer.text);
      if (alone) await fresh(path);
    }
    assert.deepEqual(opened, []);
    assert.equal((await caller.get('/me')).status, 401);
    await fresh(path);
    assert.equal((await caller.post(path, { code: right.code })).status, 200);
    const other = await challenge(server, manager, server.anonymous());
    assert.equal((await other.caller.post(other.path, { recoveryCode: right.recoveryCode })).status, 200);
  });

  it('P5: a half login opens no route: its id is no session, in whatever cookie or header it is sent', async () => {
    const again = await enrol(server, await recovered());
    server.clock.advance(30);
    const { id } = await challenge(server, manager);
    assert.ok(again.id);
    const places: Record<string, string>[] = [
      { cookie: `crew_session=${id}` },
      { cookie: `__Host-crew_session=${id}` },
      { cookie: `crew_device=${id}` },
      { authorization: `Bearer ${id}` },
    ];
    for (const headers of places) {
      const half = server.withHeaders(headers);
      for (const endpoint of server.app.endpoints.filter(({ access }) => access !== 'public')) {
        const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) =>
          name === 'accountId' ? 'acc_0000000000000000000000' : `${name.slice(0, 3)}_${'0'.repeat(22)}`,
        );
        const answer = await half.send(endpoint.method, path, endpoint.body ? { body: {} } : {});
        assert.ok([401, 404, 422].includes(answer.status), `${endpoint.method} ${path}: ${answer.text}`);
        assert.equal(answer.headers.getSetCookie().length, 0);
      }
    }
  });

  async function recovered(): Promise<Caller> {
    const { caller: lost, path } = await challenge(server, manager);
    assert.equal((await lost.post(path, { recoveryCode: mine.codes[5] })).status, 200);
    return lost;
  }
});
