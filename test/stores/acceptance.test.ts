import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InvitationAccepted, InvitationPreview } from '../../src/client/index.js';
import type { ProblemSlug } from '../../src/domain/index.js';
import { createAcceptanceStore, type AcceptanceState } from '../../src/stores/acceptance.js';
import { Scope } from '../../src/stores/scope.js';
import { aClient, aFailure, aMe, aRefusal } from '../../src/testing/builders.js';
import { createFakeClient, type FakeClientOptions } from '../../src/testing/fake-client.js';
import { settle } from '../support/fake-clock.js';
import { held } from '../support/stub-client.js';

const token = `cci_${'canary'.padEnd(43, '0')}`;
const form = { username: 'tess.lane', password: 'a quiet harbour in the rain' };
const preview: InvitationPreview = {
  accountName: 'Harbour Lane Books',
  accountKind: 'child',
  roleId: 'campaign_creator',
  inviterName: 'Maya Okafor',
  maskedEmail: 't•••@h•••.test',
  expiresAt: '2026-11-29T09:00:00.000Z',
  emailCodeRequired: false,
  mfaRequired: false,
  proposedUsername: null,
  viewer: 'none',
  viewerMaskedEmail: null,
  otherAccounts: [],
};
const accepted: InvitationAccepted = {
  membershipId: 'mem_1',
  accountId: aClient().id,
  accountName: 'Harbour Lane Books',
  roleId: 'campaign_creator',
  gate: 'none',
};

function bench(calls: FakeClientOptions['calls'] = {}) {
  const client = createFakeClient({ viewer: null, calls: { 'invitations.lookup': () => preview, ...calls } });
  const scope = new Scope({ client });
  const store = scope.use(createAcceptanceStore);
  const seen: AcceptanceState[] = [];
  store.$acceptance.subscribe((state) => seen.push(state));
  return { client, scope, store, seen, now: () => seen.at(-1) as AcceptanceState };
}

const fails =
  (kind: ProblemSlug, extras = {}) =>
  () => {
    throw aRefusal(kind, extras);
  };

describe('acceptance', () => {
  it('looks up, opens the form, joins; the token is in no state', async () => {
    const bodies: unknown[] = [];
    const { store, seen } = bench({
      'invitations.accept': ({ body }) => {
        bodies.push(body);
        return accepted;
      },
    });
    await store.lookup(token);
    await store.accept(form);
    assert.deepEqual(
      seen.map(({ step }) => step),
      ['idle', 'looking', 'open', 'open', 'accepted'],
    );
    assert.deepEqual(bodies, [{ ...form, token }]);
    assert.ok(!JSON.stringify(seen).includes('canary'));
    assert.ok(!JSON.stringify(seen).includes(form.password));
  });

  for (const kind of [
    'invitation-not-found',
    'invitation-expired',
    'invitation-revoked',
    'invitation-used',
    'invitation-malformed',
    'account-unavailable',
  ] as const) {
    it(`A02: ${kind} is a dead end of its own, at look-up and while the form is open`, async () => {
      const closed = bench({ 'invitations.lookup': fails(kind) });
      await closed.store.lookup(token);
      const end = closed.now();
      assert.ok(end.step === 'closed' && end.error.kind === kind);

      const open = bench({ 'invitations.accept': fails(kind) });
      await open.store.lookup(token);
      await open.store.accept(form);
      const later = open.now();
      assert.ok(later.step === 'closed' && later.error.kind === kind);
    });
  }

  for (const kind of [
    'username-taken',
    'password-rejected',
    'email-code-required',
    'seat-limit-reached',
  ] as const) {
    it(`A06: ${kind} keeps the form open with the reason`, async () => {
      const { store, now } = bench({ 'invitations.accept': fails(kind) });
      await store.lookup(token);
      await store.accept(form);
      const state = now();
      assert.ok(state.step === 'open' && !state.busy && state.error?.kind === kind);
    });
  }

  it('a look-up that finds no way can be tried again with the same link', async () => {
    let offline = true;
    const tokens: unknown[] = [];
    const { store, now } = bench({
      'invitations.lookup': ({ body }) => {
        tokens.push(body);
        if (offline) throw aFailure('offline');
        return preview;
      },
    });
    await store.lookup(token);
    assert.equal(now().step, 'closed');
    offline = false;
    await store.lookup();
    assert.equal(now().step, 'open');
    assert.deepEqual(tokens, [{ token }, { token }]);
  });

  it('A05: an acceptance whose answer was lost is repeated with its key, another form has another', async () => {
    const keys: (string | undefined)[] = [];
    const { store } = bench({
      'invitations.accept': ({ options }) => {
        keys.push(options.idempotencyKey);
        if (keys.length < 3) throw aFailure('timeout');
        return accepted;
      },
    });
    await store.lookup(token);
    await store.accept(form);
    await store.accept(form);
    await store.accept({ ...form, username: 'tess' });
    assert.equal(keys[0], keys[1]);
    assert.notEqual(keys[2], keys[0]);
  });

  it('a double press is one acceptance', async () => {
    const slow = held<InvitationAccepted>();
    const { store, client, now } = bench({ 'invitations.accept': () => slow.promise });
    await store.lookup(token);
    const first = store.accept(form);
    await store.accept(form);
    slow.give(accepted);
    await first;
    assert.equal(client.made.filter((action) => action === 'invitations.accept').length, 1);
    assert.equal(now().step, 'accepted');
  });

  it('R44: the code is sent, and the form remembers', async () => {
    const { store, now } = bench({ 'invitations.sendCode': () => undefined });
    await store.lookup(token);
    await store.sendCode();
    const state = now();
    assert.ok(state.step === 'open' && state.codeSent && !state.busy);
  });

  it('R45: after signing in, the link is looked at again as that person', async () => {
    let viewer: InvitationPreview['viewer'] = 'none';
    const { store, client, now } = bench({ 'invitations.lookup': () => ({ ...preview, viewer }) });
    await store.lookup(token);
    viewer = 'matching';
    client.tell('signed-in', { user: aMe() });
    await settle();
    const state = now();
    assert.ok(state.step === 'open' && state.preview.viewer === 'matching');
  });

  it('the answer to an older link does not replace that of a newer one', async () => {
    const first = held<InvitationPreview>();
    const answers = [first.promise, Promise.resolve({ ...preview, accountName: 'Bluebird Dental' })];
    const { store, now } = bench({ 'invitations.lookup': () => answers.shift() });
    const old = store.lookup(token);
    await store.lookup(`${token.slice(0, -1)}1`);
    first.give(preview);
    await old;
    const state = now();
    assert.ok(state.step === 'open' && state.preview.accountName === 'Bluebird Dental');
  });

  it('R37: a dead end offers to ask for a new link, once', async () => {
    const { store, client, seen, now } = bench({ 'invitations.lookup': fails('invitation-expired') });
    await store.lookup(token);
    await store.renew();
    await store.renew();
    const renewals = seen.flatMap((state) => (state.step === 'closed' ? [state.renewal] : []));
    assert.deepEqual(renewals, ['none', 'asking', 'asked']);
    assert.equal(client.made.filter((action) => action === 'invitations.renew').length, 1);
    assert.equal(now().step, 'closed');
  });

  it('declining ends it', async () => {
    const { store, now } = bench({ 'invitations.decline': () => undefined });
    await store.lookup(token);
    await store.decline();
    assert.equal(now().step, 'declined');
  });

  it('R10: writes nothing after the scope has ended', async () => {
    const { store, scope, seen } = bench({ 'invitations.lookup': () => new Promise(() => undefined) });
    const looking = store.lookup(token);
    scope.dispose();
    await looking;
    assert.deepEqual(
      seen.map(({ step }) => step),
      ['idle', 'looking'],
    );
  });
});
