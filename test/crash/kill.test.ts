import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createChance } from '../../server/scenarios/chance.js';
import { ready, signIn, startDeployment, until, type Person } from '../support/deployment.js';
import { runPortal, temporaryFolder, type PortalProcess } from '../support/portal-process.js';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { held, mailed, send, startLoad, type Intent } from './load.js';

const kills = Number(process.env['CRASH_KILLS'] ?? 2);
const seed = Number(process.env['CRASH_SEED'] ?? 2026);
const people = 4;

/** Where the product runs and what is left of it when its process is gone. */
interface Lane {
  sink: SmtpSink;
  start(): Promise<PortalProcess>;
  /** Lets the time pass after which what a dead process held is free. */
  pass(): Promise<void>;
}

/**
 * V01, M01, P24: killed without warning at any moment under load, the server comes back with everything that it
 * acknowledged, nothing twice, and each mail under one message id.
 */
async function killAgainAndAgain(t: TestContext, { sink, start, pass }: Lane): Promise<void> {
  const chance = createChance(seed);
  const intents: Intent[] = [];
  let person: Person | undefined;
  let server = await start();
  for (let round = 0; round < kills; round += 1) {
    person ??= await signIn(server.url, 'partner.owner');
    const load = startLoad(server, person, people);
    await load.acknowledged(chance.between(1, 12));
    await wait(chance.whole(40));
    server.signal('SIGKILL');
    await server.ended;
    await load.ended;
    intents.push(...load.intents);
    await pass();
    server = await start();
    // The login of before the crash still counts.
    for (const intent of load.intents.filter(({ acknowledged }) => acknowledged)) {
      assert.deepEqual(await held(server, person, intent), [intent.acknowledged], intent.email);
    }
    for (const intent of load.intents.filter(({ acknowledged }) => !acknowledged)) {
      const reply = await send(server, person, intent);
      assert.equal(reply.status, 201, `${intent.email}: ${JSON.stringify(reply.body)}`);
      assert.deepEqual(await held(server, person, intent), [reply.body['id']]);
    }
  }
  const letters = await everyMail(sink, intents);
  const unanswered = intents.filter(({ acknowledged }) => !acknowledged).length;
  t.diagnostic(
    `${kills} kills, ${intents.length} invitations (${unanswered} had no answer): 0 lost, 0 doubled; ` +
      `${letters} letters for ${intents.length} mails, one message id each`,
  );
  server.signal('SIGTERM');
  assert.equal(await server.ended, 0);
}

/** Waits for the mail of each; how many letters there were in all. */
async function everyMail(sink: SmtpSink, intents: readonly Intent[]): Promise<number> {
  let letters = 0;
  for (const intent of intents) {
    const found = await until(`the mail to ${intent.email}`, () => {
      const all = mailed(sink, intent);
      return all.letters > 0 ? all : undefined;
    });
    assert.equal(found.ids, 1, intent.email);
    letters += found.letters;
  }
  return letters;
}

describe('killed under load', { timeout: 300_000 }, () => {
  const closing: (() => Promise<void>)[] = [];
  after(async () => {
    for (const close of closing) await close();
  });

  it('V01, M01: on PostgreSQL', async (t) => {
    const place = await startDeployment();
    closing.push(() => place.close());
    await killAgainAndAgain(t, {
      sink: place.sink,
      start: async () => ready(await place.start({ environment: { SCENARIO: 'three' } })),
      // Other processes may be at work on the database, so there is a time to wait: two minutes at most.
      pass: () =>
        place.store.transaction(async (tx) => {
          const past = '2000-01-01T00:00:00.000Z';
          await tx.outbox.updateWhere({ status: 'sending' }, { leaseUntil: past });
          await tx.idempotencyKeys.updateWhere({ status: null }, { expiresAt: past });
        }),
    });
  });

  it('V01, M01: on the embedded database, where nothing has to be waited for', async (t) => {
    const [place, sink] = [await temporaryFolder(), await startSmtpSink()];
    let server: PortalProcess | undefined;
    closing.push(async () => {
      server?.signal('SIGKILL');
      await server?.ended;
      await sink.close();
      await place.remove();
    });
    const environment = { DATA_DIR: join(place.folder, 'data'), SCENARIO: 'three', SMTP_URL: sink.url };
    await killAgainAndAgain(t, {
      sink,
      start: async () => (server = await ready(await runPortal(place.portal, environment))),
      pass: async () => undefined,
    });
  });
});
