import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { badInputs, type BadInput } from '../../support/bad-inputs.js';
import { goodPassword, invitationsOf, invite, mailedToken } from '../../support/invites.js';
import {
  accountIdOf,
  startServer,
  type Answered,
  type Caller,
  type TestServer,
} from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const api = ['both', 'api'] as const;

/** A place of the API where a value of this kind arrives, besides those that have tests of their own. */
interface Surface {
  field: string;
  place: string;
  /** Where a refusal points; null where it names no field. */
  pointer: string | null;
  send(value: unknown): Promise<Answered>;
}

/** Rows that speak of people or states that only the place with its own test can set up. */
const free = ({ id, context }: BadInput): boolean => context === undefined && id !== halfAPair;

/** Half a surrogate pair cannot be written into an address. */
const halfAPair = 'SQ-028';

describe('tricky inputs at every other place they reach', () => {
  let server: TestServer;
  let owner: Caller;
  let waiting: string;
  let token: string;
  before(async () => {
    server = await startServer({ scenario: world, config: { limits: { usernameChecksPerMinute: 10_000 } } });
    owner = await server.as('alpha.owner');
    waiting = `${invitationsOf('alpha')}/${(await invite(owner, 'alpha', { email: 'waits@example.test' })).id}`;
    token = await mailedToken(server, 'waits@example.test');
  });
  after(() => server.close());

  const raw = (caller: Caller, method: 'POST' | 'PATCH', path: string, body: object) =>
    method === 'POST' ? caller.post(path, body, { key: null }) : caller.patch(path, body);
  const invited = (fields: object) => {
    const body = { email: `i${Math.random()}@example.test`, roleId: 'campaign_creator', ...fields };
    return owner.post(invitationsOf('alpha'), body);
  };
  const accepted = (fields: object) =>
    server.anonymous().post('/invitation-acceptances', {
      ...{ token, username: 'waits.here', password: goodPassword },
      ...fields,
    });
  const members = `/accounts/${accountIdOf('alpha')}/members`;
  const tokens = ['lookups', 'email-codes', 'declines', 'renewals', 'acceptances'].map((name): Surface => ({
    ...{ field: 'inviteToken', place: `POST /invitation-${name}`, pointer: '/token' },
    send: (value) =>
      server
        .anonymous()
        .post(`/invitation-${name}`, { token: value }, name === 'lookups' ? { key: null } : {}),
  }));
  const queries = [invitationsOf('alpha'), '/accounts', '/me/memberships'].map((path): Surface => ({
    ...{ field: 'searchQuery', place: `GET ${path.replace(/acc_\w+/, ':accountId')}`, pointer: '/q' },
    send: (value) => owner.get(`${path}?q=${encodeURIComponent(String(value))}`),
  }));

  const surfaces: readonly Surface[] = [
    {
      field: 'email',
      place: 'PATCH /me',
      pointer: '/email',
      send: (email) => raw(owner, 'PATCH', '/me', { email }),
    },
    {
      field: 'name',
      place: 'PATCH /me',
      pointer: '/displayName',
      send: (displayName) => raw(owner, 'PATCH', '/me', { displayName }),
    },
    {
      field: 'name',
      place: 'PATCH /accounts/:accountId',
      pointer: '/name',
      send: (name) => raw(owner, 'PATCH', `/accounts/${accountIdOf('alpha')}`, { name }),
    },
    { field: 'name', place: 'POST invitations', pointer: '/name', send: (name) => invited({ name }) },
    {
      field: 'name',
      place: 'POST /invitation-acceptances',
      pointer: '/name',
      send: (name) => accepted({ name, password: 'short' }),
    },
    {
      field: 'username',
      place: 'PATCH /me',
      pointer: '/username',
      send: (username) => raw(owner, 'PATCH', '/me', { username }),
    },
    {
      field: 'username',
      place: 'POST invitations',
      pointer: '/proposedUsername',
      send: (proposedUsername) => invited({ proposedUsername }),
    },
    {
      field: 'roleId',
      place: 'PATCH invitations',
      pointer: '/roleId',
      send: (roleId) => raw(owner, 'PATCH', waiting, { roleId }),
    },
    {
      field: 'roleId',
      place: 'PATCH members',
      pointer: '/roleId',
      send: (roleId) => raw(owner, 'PATCH', `${members}/${memberOf('alpha.spare')}`, { roleId }),
    },
    ...tokens,
    ...queries,
  ];

  for (const { field, place, pointer, send } of surfaces) {
    const refused = badInputs(field, api).filter((row) => row.verdict === 'reject' && free(row));
    it(`${field} at ${place}: ${refused.length} rows get their verdict`, async () => {
      assert.ok(refused.length > 0);
      for (const row of refused) {
        const answer = await send(row.value);
        if (answer.status === 413) {
          assert.ok(String(row.value).length > 60_000, row.id);
          continue;
        }
        const { code, errors } = answer.problem();
        assert.ok(answer.status >= 400 && answer.status < 500, `${row.id}: ${answer.text}`);
        const codes = [code, ...(errors ?? []).map((one) => one.code)] as readonly (string | undefined)[];
        assert.ok(codes.includes(row.code), `${row.id} (${row.why}): ${answer.text}`);
        if (errors && pointer !== null)
          assert.ok(
            errors.some((one) => one.pointer === pointer && one.code === row.code),
            `${row.id}: ${answer.text}`,
          );
      }
    });
  }

  it('threat 27: eight times the text takes no more than linear time, everywhere', async (t) => {
    const units = ['a', 'a.', 'a@', '\u200d', '\u0301', '%<', '=1+{{', 'xn--a.'];
    /** Work of this process for one call, in milliseconds; at its best, since a collection may fall into one. */
    const work = async (send: Surface['send'], unit: string, length: number): Promise<number> => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      let least = Infinity;
      for (let run = 0; run < 3; run += 1) {
        const started = process.cpuUsage();
        await send(text);
        least = Math.min(least, process.cpuUsage(started).user / 1000);
      }
      return Math.max(least, 0.5);
    };
    let worst = 0;
    const places = surfaces.filter(({ field }) => field !== 'searchQuery');
    for (const { field, place, send } of places) {
      for (const unit of units) {
        // One run measures both, so that only the growth counts, and not how fast or busy the machine is.
        let growth = Infinity;
        for (let tries = 0; growth > 16 && tries < 5; tries += 1) {
          const short = await work(send, unit, 2_000);
          growth = Math.min(growth, (await work(send, unit, 16_000)) / short);
        }
        worst = Math.max(worst, growth);
        assert.ok(growth <= 16, `${field} at ${place}, ${JSON.stringify(unit)}: ${growth.toFixed(1)} times`);
      }
    }
    t.diagnostic(
      `${places.length} places, ${units.length} texts: at worst ${worst.toFixed(1)} times the work for 8 times the text`,
    );
  });
});
