import type { Server, ServerResponse } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { reasonOf, StartError } from './start-error.js';

/** Answers one request; `peer` is the address at the other end of the connection. */
export type Answer = (request: Request, peer: string | null) => Promise<Response>;

export interface Listening {
  /** Takes no new connection, lets running answers end, and cuts off what is left after the grace. */
  close(graceMs: number): Promise<void>;
}

/**
 * Opens the port before anything slow starts, so that a port in use is told at once. On a machine without IPv6
 * the other loopback address is enough.
 */
export async function listen(
  port: number,
  hosts: readonly string[] | null,
  answer: Answer,
): Promise<Listening> {
  const servers: Server[] = [];
  try {
    for (const host of hosts ?? [undefined]) {
      const server = createServer(answer);
      if (await open(server, port, host, servers.length > 0)) servers.push(server);
    }
  } catch (error) {
    for (const server of servers) server.close();
    throw error;
  }
  return {
    close: (graceMs) => Promise.all(servers.map((server) => close(server, graceMs))).then(() => undefined),
  };
}

function createServer(answer: Answer): Server {
  const server = createAdaptorServer({
    fetch: (request, env) => answer(request, env.incoming.socket.remoteAddress ?? null),
    overrideGlobalObjects: false,
  }) as Server;
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.prependListener('request', (_request, response: ServerResponse) => {
    const open = answering.get(server);
    if (!open) return;
    open.add(response);
    response.once('close', () => open.delete(response));
    if (!server.listening) response.shouldKeepAlive = false;
  });
  answering.set(server, new Set());
  return server;
}

/** Answers under way. */
const answering = new WeakMap<Server, Set<ServerResponse>>();

function open(server: Server, port: number, host: string | undefined, optional: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const reason = reasonOf(error);
      if (optional && (reason === 'EADDRNOTAVAIL' || reason === 'EAFNOSUPPORT')) resolve(false);
      else reject(new StartError(sentenceFor(reason, port)));
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve(true);
    });
  });
}

function sentenceFor(reason: string, port: number): string {
  if (reason === 'EADDRINUSE')
    return `Port ${port} is already in use. Stop what uses it, or set PORT to another one.`;
  if (reason === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
  return `Port ${port} can't be opened (${reason}). Set PORT to another one.`;
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
    // A caller that goes on asking over the same connection would keep the process: each answer is its last.
    for (const response of answering.get(server) ?? []) response.shouldKeepAlive = false;
  });
}
