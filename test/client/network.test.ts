import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createClient, isCcError, type CcError } from '../../src/client/index.js';

const servers: Server[] = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on this machine; its address, and every request it got. */
async function listen(answer: RequestListener): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function failure(promise: Promise<unknown>): Promise<CcError> {
  const error = await promise.then(
    () => assert.fail('a failure was expected'),
    (thrown: unknown) => thrown,
  );
  assert.ok(isCcError(error));
  return error as CcError;
}

const json = { 'content-type': 'application/json' };

for (const status of [301, 302, 303, 307, 308]) {
  test(`N12: over a real connection, status ${status} to another origin is refused and nothing is sent there`, async () => {
    const evil = await listen((_, response) => response.writeHead(200, json).end('{"id":"usr_evil"}'));
    const own = await listen((_, response) =>
      response.writeHead(status, { location: `${evil.url}/v1/me` }).end(),
    );
    const client = createClient({ baseUrl: `${own.url}/v1`, getToken: () => 'secret' });
    assert.equal((await failure(client.me.get())).kind, 'response_invalid');
    assert.deepEqual(own.asked, ['GET /v1/me Bearer secret']);
    assert.deepEqual(evil.asked, []);
  });
}

test('N02: over a real connection, a body that stalls ends in time', async () => {
  const own = await listen((_, response) => response.writeHead(200, json).write('{"id":'));
  const client = createClient({ baseUrl: own.url, retry: { attempts: 2, attemptMs: 60 } });
  assert.equal((await failure(client.me.get())).kind, 'timeout');
  assert.equal(own.asked.length, 2);
});

test('over a real connection, a server that hangs up is tried again', async () => {
  let calls = 0;
  const own = await listen((request, response) => {
    calls += 1;
    if (calls === 1) request.socket.destroy();
    else response.writeHead(200, json).end('{"id":"usr_1"}');
  });
  const client = createClient({ baseUrl: own.url, retry: { baseMs: 10 } });
  assert.equal((await client.me.get()).id, 'usr_1');
});

test('over a real connection, nobody there is told as offline', async () => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:9', retry: { attempts: 1 } });
  assert.equal((await failure(client.me.get())).kind, 'offline');
});
