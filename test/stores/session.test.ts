import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CcError, SignedIn, SignInResult } from '../../src/client/index.js';
import { Scope } from '../../src/stores/scope.js';
import { createSessionStore, type SessionState } from '../../src/stores/session.js';
import { aMe, aRefusal } from '../../src/testing/builders.js';
import { createFakeClient, type FakeClientOptions } from '../../src/testing/fake-client.js';
import { settle } from '../support/fake-clock.js';
import { held } from '../support/stub-client.js';

const credentials = { username: 'maya.okafor', password: 'a canary in the coal mine' };
const pending: SignInResult = {
  status: 'pending',
  challengeId: 'chl_1',
  methods: ['totp'],
  expiresAt: 'soon',
};

function bench(calls: FakeClientOptions['calls'] = {}, viewer: string | null = null) {
  const client = createFakeClient({ viewer, calls });
  const scope = new Scope({ client });
  const session = scope.use(createSessionStore);
  const seen: SessionState[] = [];
  session.$session.subscribe((state) => seen.push(state));
  return {
    client,
    scope,
    session,
    seen,
    steps: () => seen.map(({ step, busy }) => `${step}${busy ? '…' : ''}`),
  };
}

describe('session', () => {
  it('finds out who is signed in', async () => {
    const { session, steps } = bench();
    await session.check();
    assert.deepEqual(steps(), ['unknown', 'unknown…', 'signed-out']);
    const known = bench({}, aMe().id);
    const state = await known.session.check();
    assert.ok(state.step === 'signed-in' && state.session?.user.id === aMe().id);
  });

  it('signs in, and keeps neither password nor code', async () => {
    const { session, steps, seen } = bench();
    await session.signIn(credentials);
    assert.deepEqual(steps(), ['unknown', 'unknown…', 'signed-in']);
    assert.ok(!JSON.stringify(seen).includes('canary'));
  });

  it('a refusal leaves the person where they were, with the reason, and the next try starts clean', async () => {
    const { session, seen } = bench();
    await session.signIn({ ...credentials, password: 'wrong' });
    assert.equal(seen.at(-1)?.error?.kind, 'credentials-wrong');
    assert.equal(seen.at(-1)?.busy, false);
    await session.signIn(credentials);
    assert.deepEqual([seen.at(-2)?.error, seen.at(-1)?.step], [undefined, 'signed-in']);
  });

  it('a second press while the first is on its way is not a second attempt', async () => {
    const slow = held<SignInResult>();
    const { session, client } = bench({ 'auth.signIn': () => slow.promise });
    const first = session.signIn(credentials);
    await session.signIn(credentials);
    slow.give({ status: 'signed-in', user: aMe(), stepUpUntil: 'later' });
    assert.equal((await first).step, 'signed-in');
    assert.equal(client.made.length, 1);
  });

  it('a second factor comes between password and entry', async () => {
    const proofs: unknown[] = [];
    const { session, steps } = bench({
      'auth.signIn': () => pending,
      'auth.answer': ({ path, body }): SignedIn => {
        proofs.push([path[2], body]);
        return { user: aMe(), stepUpUntil: 'later' };
      },
    });
    await session.signIn(credentials);
    await session.answer({ code: '123456' });
    assert.deepEqual(steps(), ['unknown', 'unknown…', 'challenge', 'challenge…', 'signed-in']);
    assert.deepEqual(proofs, [['chl_1', { code: '123456' }]]);
  });

  for (const [what, error, step] of [
    ['a wrong code stays at the challenge', aRefusal('code-invalid', { attemptsLeft: 4 }), 'challenge'],
    [
      'C03: the last wrong code leads back to the password',
      aRefusal('code-invalid', { attemptsLeft: 0 }),
      'signed-out',
    ],
    ['C03: a challenge that ended leads back to the password', aRefusal('challenge-ended'), 'signed-out'],
    ['T22: a locked factor stays at the challenge, open to recovery', aRefusal('factor-locked'), 'challenge'],
  ] as [string, CcError, string][]) {
    it(what, async () => {
      const { session, seen } = bench({
        'auth.signIn': () => pending,
        'auth.answer': () => {
          throw error;
        },
      });
      await session.signIn(credentials);
      await session.answer({ code: '000000' });
      assert.deepEqual([seen.at(-1)?.step, seen.at(-1)?.error?.kind], [step, error.kind]);
    });
  }

  it('R69: a fresh proof is a challenge too', async () => {
    const { session, steps } = bench({}, aMe().id);
    await session.stepUp();
    await session.answer({ password: credentials.password });
    assert.deepEqual(steps(), ['unknown', 'unknown…', 'challenge', 'challenge…', 'signed-in']);
  });

  it('N05: is signed out when the client says so', async () => {
    const { session, client } = bench();
    await session.signIn(credentials);
    client.tell('signed-out', { reason: 'expired' });
    assert.equal(session.$session.get().step, 'signed-out');
  });

  it('signs out', async () => {
    const { session } = bench();
    await session.signIn(credentials);
    assert.equal((await session.signOut()).step, 'signed-out');
  });

  it('R10: writes nothing after the scope has ended', async () => {
    const { session, scope, seen } = bench({ 'auth.signIn': () => new Promise(() => undefined) });
    const signing = session.signIn(credentials);
    const before = seen.length;
    scope.dispose();
    await signing;
    await settle();
    assert.equal(seen.length, before);
  });
});
