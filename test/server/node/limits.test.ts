import assert from 'node:assert/strict';
import { request as httpRequest, Agent, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { freePort } from '../../../scripts/free-port.js';
import { listen, type Listening } from '../../../server/node/listen.js';
import { systemScheduler } from '../../../server/node/system-ports.js';
import { startServer, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

/** Over a real connection, where framing, time and the end of a server are what they are. */
describe('limits at the wire', () => {
  let server: TestServer;
  let listening: Listening;
  let port: number;
  before(async () => {
    port = await freePort();
    server = await startServer({
      scenario: world,
      config: { publicUrl: `http://127.0.0.1:${port}`, limits: { bodySeconds: 1 } },
      ports: { scheduler: systemScheduler },
    });
    listening = await listen(port, ['127.0.0.1'], (request, peer) => server.app.fetch(request, peer));
  });
  after(async () => {
    await listening.close(0);
    await server.close();
  });

  /** Sends these bytes as they are, and resolves with what comes back until the other end closes. */
  function exchange(head: string, ...parts: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.setEncoding('utf8');
      socket.on('data', (chunk: string) => {
        text += chunk;
        if (/\r\n\r\n\{.*\}/s.test(text)) socket.destroy();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', (error) => (text === '' ? reject(error) : resolve(text)));
      const common = `Host: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n`;
      socket.write(`POST /v1/auth/sessions HTTP/1.1\r\n${common}${head}\r\n\r\n`);
      for (const part of parts) socket.write(part);
    });
  }

  const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
  const kilobyte = 'x'.repeat(1024);

  it('V04: 65 KiB by a declared length', async () => {
    const body = `"${kilobyte.repeat(65)}"`;
    assert.match(await exchange(`Content-Length: ${body.length}`, body), /^HTTP\/1\.1 413 .*body-too-large/s);
  });

  it('V04: 65 KiB in chunks, and an endless row of them', async () => {
    const chunks = Array.from({ length: 65 }, () => chunk(kilobyte));
    const head = 'Transfer-Encoding: chunked';
    assert.match(await exchange(head, ...chunks, '0\r\n\r\n'), /^HTTP\/1\.1 413 .*body-too-large/s);
    assert.match(await exchange(head, ...chunks, ...chunks), /^HTTP\/1\.1 413 /);
  });

  it('V04: a length and chunks together are no request at all', async () => {
    const answer = await exchange('Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n');
    assert.match(answer, /^HTTP\/1\.1 400 /);
  });

  it('threat 27: a body that comes drop by drop is given up on', async () => {
    assert.match(await exchange('Content-Length: 99', '{"username":'), /^HTTP\/1\.1 400 .*took too long/s);
  });

  it('V05: depth, names that come twice and __proto__ change nothing', async () => {
    for (const body of [
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      '{"username":"a","username":"b","password":"c"}',
      '{"__proto__":{"username":"alpha.owner"},"password":"c"}',
    ]) {
      assert.match(
        await exchange(`Content-Length: ${body.length}`, body),
        /^HTTP\/1\.1 400 .*malformed-request/s,
      );
    }
    assert.equal(({} as { username?: string }).username, undefined);
  });

  it('V10: an answer under way when the server stops says that it is the last of its connection', async () => {
    const own = await freePort();
    let finish = (_text: string): void => undefined;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const slow = await listen(own, ['127.0.0.1'], async () => {
      begin();
      return new Response(await new Promise<string>((resolve) => (finish = resolve)));
    });
    const agent = new Agent({ keepAlive: true });
    const reply = new Promise<IncomingMessage>((resolve, reject) => {
      httpRequest({ port: own, host: '127.0.0.1', agent }, resolve).on('error', reject).end();
    });
    await begun;
    const closed = slow.close(60_000);
    finish('done');
    assert.equal((await reply).headers.connection, 'close');
    (await reply).resume();
    await closed;
    agent.destroy();
  });
});
