import { join } from 'node:path';

import { root } from './files.js';

/** The portal for the browser in `portal`, the backend for Node in `server/main.mjs`. */
export async function bundle(target: string): Promise<void> {
  // A build names itself production; the backend that runs afterwards must not be told so.
  const { NODE_ENV } = process.env;
  try {
    await bundleBoth(target);
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
}

async function bundleBoth(target: string): Promise<void> {
  // Loaded only when there is something to build: a start from the cache needs no bundler.
  const { build } = await import('vite');
  const shared = { configFile: false, logLevel: 'warn', resolve: { tsconfigPaths: true } } as const;
  await build({
    ...shared,
    root: join(root, 'hosts/portal'),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(target, 'portal'),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
    },
  });
  await build({
    ...shared,
    root,
    publicDir: false,
    ssr: { external: true },
    build: {
      ssr: join(root, 'server/node/main.ts'),
      outDir: join(target, 'server'),
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
}
