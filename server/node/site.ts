import type { App } from '../app.js';
import type { Clock, Log } from '../ports.js';
import type { Answer } from './listen.js';
import { pageHeaders } from './page-headers.js';

/** Something that may know the answer to a request: API, mailbox, portal. */
export type Part = (request: Request) => Response | undefined | Promise<Response | undefined>;

/** Paths that the API answers; the rest are pages and files. */
const ofApi = /^\/((host\/)?v1(\/|$)|healthz$|readyz$|problems\/)/;

/** API first, then the pages in their order, then a plain "not found"; each answer is logged by path alone. */
export function createSite(
  app: App,
  parts: readonly Part[],
  hosts: readonly string[],
  ports: { clock: Clock; log: Log },
): Answer {
  return async (request, peer) => {
    const started = ports.clock.now().getTime();
    const { pathname } = new URL(request.url);
    const response = ofApi.test(pathname)
      ? await app.fetch(request, peer)
      : await pageOf(request, parts, hosts);
    if (ofApi.test(pathname)) {
      ports.log.info('request', {
        method: request.method,
        path: logged(pathname),
        status: response.status,
        ms: ports.clock.now().getTime() - started,
        requestId: response.headers.get('x-request-id'),
      });
    }
    return response;
  };
}

async function pageOf(request: Request, parts: readonly Part[], hosts: readonly string[]): Promise<Response> {
  // A page under a foreign name could be framed into somebody else's story (HD rows).
  if (!hosts.includes(new URL(request.url).host))
    return plain(421, 'This server does not answer for that host.');
  for (const part of parts) {
    const response = await part(request);
    if (response) return response;
  }
  return plain(404, 'There is nothing at this address.');
}

function plain(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

/** Never the query, which may hold a name or an address; and no secret that somebody put into a path by mistake. */
function logged(pathname: string): string {
  return pathname.slice(0, 200).replace(/cc[a-z]_[\w-]+/g, 'cc…');
}
