import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import {
  accept,
  invite,
  invitationsOf,
  join,
  mailedToken,
  mailTo,
  refused,
  tokenIn,
} from '../../support/invites.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

/** P10, T01: six viewers × eight states of an invitation; every cell written by hand. */
const states = [
  'mailed',
  'copied',
  'expired',
  'revoked',
  'replaced',
  'used',
  'inviter demoted',
  'account closed',
] as const;
type State = (typeof states)[number];

const viewers = ['nobody new', 'nobody known', 'matching', 'unverified', 'other', 'member'] as const;
type Viewer = (typeof viewers)[number];

const in201 = 'joins';
const dead = {
  expired: 'invitation-expired',
  revoked: 'invitation-revoked',
  replaced: 'invitation-revoked',
  used: 'invitation-used',
  'account closed': 'account-unavailable',
} as const;
const demoted = 'invitation-no-longer-allowed';
const mismatch = 'invitation-email-mismatch';

const expected: Readonly<Record<Viewer, Readonly<Record<State, string>>>> = {
  'nobody new': { mailed: in201, copied: 'email-code-required', 'inviter demoted': demoted, ...dead },
  'nobody known': {
    mailed: 'identity-exists',
    copied: 'email-code-required',
    'inviter demoted': demoted,
    ...dead,
  },
  matching: { mailed: in201, copied: 'email-code-required', 'inviter demoted': demoted, ...dead },
  unverified: {
    mailed: 'email-unverified',
    copied: 'email-code-required',
    'inviter demoted': demoted,
    ...dead,
  },
  other: { mailed: mismatch, copied: mismatch, 'inviter demoted': mismatch, ...dead },
  member: { mailed: 'already-member', copied: 'email-code-required', 'inviter demoted': demoted, ...dead },
};

const addresses: Readonly<Record<Viewer, string>> = {
  'nobody new': 'new@example.test',
  'nobody known': 'beta.manager@beta.test',
  matching: 'beta.manager@beta.test',
  unverified: 'beta.manager@beta.test',
  other: 'beta.manager@beta.test',
  member: 'beta.manager@beta.test',
};

describe('P10: only the invited person gets in', () => {
  let server: TestServer;

  after(() => server.close());

  async function invitation(state: State, email: string): Promise<string> {
    const inviter = await server.as('agency.partner');
    const created = await invite(inviter, 'alpha', { email, roleId: 'account_manager' });
    const path = `${invitationsOf('alpha')}/${created.id}`;
    const token = state === 'copied' ? tokenIn(created.url) : await mailedToken(server, email);
    if (state === 'expired') server.clock.advance(7 * 24 * 3600);
    if (state === 'revoked') await inviter.del(path);
    if (state === 'replaced') {
      server.clock.advance(60);
      await inviter.post(`${path}/resend`);
    }
    if (state === 'used') await use(email, token);
    if (state === 'inviter demoted')
      await set((tx) => tx.memberships.update(memberOf('agency.partner'), { roleId: 'campaign_creator' }));
    if (state === 'account closed')
      await set((tx) => tx.accounts.update(accountIdOf('alpha'), { status: 'closed' }));
    return token;
  }

  const set = (work: Parameters<TestServer['store']['transaction']>[0]) => server.store.transaction(work);

  async function use(email: string, token: string): Promise<void> {
    const known = email === addresses.matching;
    const answer = known
      ? await join(await server.as('beta.manager'), token)
      : await accept(server.anonymous(), token);
    assert.equal(answer.status, 201, answer.text);
  }

  async function caller(viewer: Viewer): Promise<Caller> {
    if (viewer.startsWith('nobody')) return server.anonymous();
    if (viewer === 'other') return server.as('beta.owner');
    const person = await server.as('beta.manager');
    if (viewer === 'unverified')
      await set((tx) => tx.users.update(userIdOf('beta.manager'), { emailVerifiedAt: null }));
    if (viewer === 'member')
      await set((tx) =>
        tx.memberships.updateWhere(
          { id: memberOf('beta.manager'), status: 'active' },
          { accountId: accountIdOf('alpha') },
        ),
      );
    return person;
  }

  for (const viewer of viewers) {
    for (const state of states) {
      it(`${viewer}, invitation ${state}: ${expected[viewer][state]}`, async () => {
        await server?.close();
        server = await startServer({ scenario: world });
        const token = await invitation(state, addresses[viewer]);
        // Whoever used it belongs to the account already, so the same person cannot be moved there again.
        const who =
          state === 'used' && viewer === 'member' ? await server.as('beta.manager') : await caller(viewer);
        const members = await server.store.read.memberships.count();
        const answer = viewer.startsWith('nobody') ? await accept(who, token) : await join(who, token);
        const wanted = expected[viewer][state];
        if (wanted === in201) assert.equal(answer.status, 201, answer.text);
        else refused(answer, answer.status, wanted);
        assert.equal(await server.store.read.memberships.count(), members + (wanted === in201 ? 1 : 0));
      });
    }
  }

  it('R46: every refusal of a link has the same status and the same fields, known or not', async () => {
    await server.close();
    server = await startServer({ scenario: world });
    const revoked = await invitation('revoked', 'new@example.test');
    const unknown = `cci_${'x'.repeat(43)}`;
    const shapes = await Promise.all(
      [revoked, unknown].map(async (token) => {
        const answer = await server.anonymous().post('/invitation-lookups', { token }, { key: null });
        return [answer.status, Object.keys(answer.problem()).sort(), [...answer.headers.keys()].sort()];
      }),
    );
    assert.deepEqual(shapes[0], shapes[1]);
    assert.ok(await mailTo(server, 'new@example.test'));
  });
});
