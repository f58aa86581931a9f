import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InvitationDraft } from '../../src/client/index.js';
import { createInviteStore, type InviteOutcome } from '../../src/stores/invite.js';
import { Scope } from '../../src/stores/scope.js';
import { aClient, aFailure, aRefusal } from '../../src/testing/builders.js';
import { createFakeClient, type FakeClientOptions } from '../../src/testing/fake-client.js';
import { FakeClock } from '../support/fake-clock.js';
import { held } from '../support/stub-client.js';

const account = aClient();
const draft = (email: string): InvitationDraft => ({ email, roleId: 'campaign_creator' });
const tess = draft('tess@harbourlane.test');

function bench(calls: FakeClientOptions['calls'] = {}) {
  const clock = new FakeClock();
  const client = createFakeClient({ now: () => clock.now(), calls });
  const scope = new Scope({ client, accountId: account.id, clock });
  const invite = scope.use(createInviteStore);
  const invited = async () => (await client.invitations.list(account.id)).items.map(({ email }) => email);
  return { client, clock, scope, invite, invited };
}

const kinds = (outcomes: InviteOutcome[]) =>
  outcomes.map((outcome) => (outcome.status === 'failed' ? outcome.error.kind : outcome.status));

describe('inviting', () => {
  it('I01: a double press is one request and one invite, and both presses get its result', async () => {
    const { invite, client, invited } = bench();
    const [first, second] = await Promise.all([invite.send([tess]), invite.send([tess])]);
    assert.equal(first, second);
    assert.deepEqual(await invited(), [tess.email]);
    assert.equal(client.made.filter((action) => action === 'invitations.create').length, 1);
  });

  it('I02: an answer that was lost is asked for again with the same key, and there is one invite', async () => {
    const keys: (string | undefined)[] = [];
    const real = createFakeClient();
    const { invite } = bench({
      'invitations.create': async ({ options, body }) => {
        const { idempotencyKey } = options;
        keys.push(idempotencyKey);
        const stored = await real.invitations.create(account.id, body as InvitationDraft, { idempotencyKey });
        if (keys.length === 1) throw aFailure('timeout');
        return stored;
      },
    });
    assert.deepEqual(kinds(await invite.send([tess])), ['timeout']);
    assert.deepEqual(kinds(await invite.send([tess])), ['created']);
    assert.ok(keys[0]);
    assert.equal(keys[0], keys[1]);
    assert.equal((await real.invitations.list(account.id)).total, 1);
  });

  it('another role for the same address is another intent', async () => {
    const keys = new Set<string | undefined>();
    const { invite } = bench({
      'invitations.create': ({ options }) => {
        keys.add(options.idempotencyKey);
        throw aFailure('timeout');
      },
    });
    await invite.send([tess]);
    await invite.send([{ ...tess, roleId: 'account_manager' }]);
    assert.equal(keys.size, 2);
  });

  for (const [what, answer] of Object.entries({
    'it worked': () => ({ id: 'inv_1', email: tess.email, url: 'https://crew.test/accept#x', version: 1 }),
    'it was refused': () => {
      throw aRefusal('seat-limit-reached');
    },
  })) {
    it(`inviting the same address after ${what} is another intent`, async () => {
      const keys = new Set<string | undefined>();
      const { invite } = bench({
        'invitations.create': ({ options }) => {
          keys.add(options.idempotencyKey);
          return answer();
        },
      });
      await invite.send([tess]);
      await invite.send([tess]);
      assert.equal(keys.size, 2);
    });
  }

  it('I03: offline, nothing is sent until the person presses again', async () => {
    let offline = true;
    let requests = 0;
    const { invite, clock } = bench({
      'invitations.create': () => {
        requests += 1;
        if (offline) throw aFailure('offline');
        return { id: 'inv_1', email: tess.email, url: 'https://crew.test/accept#x', version: 1 };
      },
    });
    assert.deepEqual(kinds(await invite.send([tess, draft('remy@harbourlane.test')])), [
      'offline',
      'offline',
    ]);
    assert.equal(requests, 1, 'the second address is not even tried');
    offline = false;
    await clock.advance(3_600_000);
    assert.equal(requests, 1);
    assert.deepEqual(kinds(await invite.send([tess])), ['created']);
  });

  it('I05, I06: what is refused for one address does not hold up the others', async () => {
    const { invite } = bench();
    await invite.send([tess]);
    const outcomes = await invite.send([tess, draft('not an address'), draft('remy@harbourlane.test')]);
    assert.deepEqual(kinds(outcomes), ['invitation-pending', 'email-invalid', 'created']);
  });

  it('I07: addresses beyond the free places are refused, the first ones get them', async () => {
    const { invite, invited } = bench();
    const outcomes = await invite.send(['a', 'b', 'c'].map((name) => draft(`${name}@harbourlane.test`)));
    assert.deepEqual(kinds(outcomes), ['created', 'created', 'seat-limit-reached']);
    assert.deepEqual((await invited()).sort(), ['a@harbourlane.test', 'b@harbourlane.test']);
  });

  it('I08: too many invites say in how many seconds, and do not block', async () => {
    const { invite } = bench({
      'invitations.create': () => {
        throw aRefusal('rate-limited', { retryAfter: 120 });
      },
    });
    const [outcome] = await invite.send([tess]);
    assert.equal(outcome?.status === 'failed' && outcome.error.retryAfter, 120);
    assert.equal(invite.$run.get().state, 'idle');
  });

  it('tells how far it is', async () => {
    const slow = held<object>();
    const { invite } = bench({ 'invitations.create': () => slow.promise });
    const seen: unknown[] = [];
    invite.$run.subscribe((run) => seen.push(run));
    const sending = invite.send([tess, draft('remy@harbourlane.test')]);
    slow.give({ id: 'inv_1', email: tess.email, url: 'https://crew.test/accept#x', version: 1 });
    await sending;
    assert.deepEqual(seen, [
      { state: 'idle' },
      { state: 'sending', done: 0, total: 2 },
      { state: 'sending', done: 1, total: 2 },
      { state: 'sending', done: 2, total: 2 },
      { state: 'idle' },
    ]);
  });

  it('R10: when the scope ends the request is aborted', async () => {
    const { invite, scope } = bench({ 'invitations.create': () => new Promise(() => undefined) });
    const sending = invite.send([tess]);
    scope.dispose();
    assert.deepEqual(kinds(await sending), ['aborted']);
  });
});
