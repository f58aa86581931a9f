import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pageHeaders } from './page-headers.js';
import { reasonOf, StartError } from './start-error.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

interface File {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  etag: string;
}

/** What the bundler named after its content never changes what it means. */
const hashed = /^\/assets\/.*[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** Serves the built portal from memory; answers undefined for what is no file and no page of it. */
export type PortalFiles = (request: Request) => Response | undefined;

/** Reads the built portal once. What is not in this list can't be asked for, so no path leads out of it. */
export async function readPortal(folder: string): Promise<PortalFiles> {
  const files = await readAll(folder);
  const page = files.get('/index.html');
  if (!page) throw new StartError(`There is no portal in ${folder}. Build it first.`);
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const { pathname } = new URL(request.url);
    const file = files.get(pathname);
    if (file && file !== page) return answer(request, file, fileHeaders(pathname, file));
    // Every other address without a full stop is a page of the portal, which has its own "not found".
    return !pathname.includes('.') || file === page ? answer(request, page, { ...pageHeaders }) : undefined;
  };
}

function fileHeaders(pathname: string, { etag }: File): Record<string, string> {
  return {
    'Cache-Control': hashed.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

function answer(request: Request, { bytes, type, etag }: File, headers: Record<string, string>): Response {
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .some((tag) => tag.trim() === etag);
  if (known && headers.ETag === etag) return new Response(null, { status: 304, headers });
  const all = { ...headers, 'Content-Type': type, 'Content-Length': String(bytes.byteLength) };
  return new Response(request.method === 'HEAD' ? null : bytes, { status: 200, headers: all });
}

async function readAll(folder: string): Promise<ReadonlyMap<string, File>> {
  try {
    const files = new Map<string, File>();
    for (const name of await readdir(folder, { recursive: true })) {
      const path = join(folder, name);
      if (!(await stat(path)).isFile()) continue;
      const bytes = new Uint8Array(await readFile(path));
      const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}"`;
      files.set(`/${name.split(sep).join('/')}`, {
        bytes,
        type: types[extname(name)] ?? 'application/octet-stream',
        etag,
      });
    }
    return files;
  } catch (error) {
    throw new StartError(`The portal in ${folder} can't be read (${reasonOf(error)}). Build it first.`);
  }
}
