import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { ready, signIn, startDeployment, until, type Deployment } from '../support/deployment.js';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { held, startLoad } from './load.js';

describe('V10: asked to stop', { timeout: 300_000 }, () => {
  let place: Deployment;
  let silent: SmtpSink;
  before(async () => {
    place = await startDeployment();
    // Takes a mail and never says what became of it.
    silent = await startSmtpSink({ onData: (stream) => void stream.resume() });
  });
  after(async () => {
    await place.close();
    await silent.close();
  });
  const environment = { SCENARIO: 'three' };

  it('under load: ends by itself with 0 lost acknowledgements, and its mail is sent by the next', async (t) => {
    const server = await ready(await place.start({ environment }));
    const person = await signIn(server.url, 'partner.owner');
    const load = startLoad(server, person, 6);
    await load.acknowledged(8);
    const asked = performance.now();
    server.signal('SIGTERM');
    assert.equal(await server.ended, 0);
    const took = Math.round(performance.now() - asked);
    await load.ended;
    const next = await ready(await place.start({ environment }));
    const known = load.intents.filter(({ acknowledged }) => acknowledged !== undefined);
    for (const intent of known) assert.deepEqual(await held(next, person, intent), [intent.acknowledged]);
    const waiting = { status: { in: ['queued', 'sending'] } };
    await until('an empty outbox', async () =>
      (await place.store.read.outbox.count(waiting)) === 0 ? true : undefined,
    );
    t.diagnostic(`${known.length} acknowledged, 0 lost; gone after ${took} ms`);
    next.signal('SIGTERM');
    assert.equal(await next.ended, 0);
  });

  it('ends although a mail server says nothing and a caller never ends its body', async (t) => {
    await place.store.transaction((tx) => tx.budgetEvents.remove({}));
    const server = await ready(await place.start({ environment: { ...environment, SMTP_URL: silent.url } }));
    const person = await signIn(server.url, 'partner.owner');
    const load = startLoad(server, person, 6);
    await load.acknowledged(25);
    const slow = connect(server.port, '127.0.0.1').on('error', () => undefined);
    slow.write('POST /v1/auth/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n');
    slow.write('Content-Type: application/json\r\n\r\n{"username":');
    await until('a mail on its way', async () =>
      (await place.store.read.outbox.count({ status: 'sending' })) > 0 ? true : undefined,
    );
    const asked = performance.now();
    server.signal('SIGTERM');
    assert.equal(await server.ended, 0);
    const took = performance.now() - asked;
    t.diagnostic(`gone after ${Math.round(took)} ms`);
    // The product promises 10 s; the mails alone would have held it for a minute.
    assert.ok(took < 30_000);
    await load.ended;
    slow.destroy();
  });
});
