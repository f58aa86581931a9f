import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

import { bundle } from './bundle.js';
import { root } from './files.js';

/**
 * `npm run deploy`: everything a server needs to run, in one folder: the built portal and backend, the packages that
 * the backend imports and theirs in turn, and no tool. `node start.mjs` runs it; the Dockerfile copies it.
 */
export const deployFolder = '.cache/deploy';

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Packages that a built file imports. */
export function importsOf(code: string): string[] {
  const named = [...code.matchAll(/^import\s[^'"]*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm)];
  const packages = named
    .map(([, still, lazy]) => still ?? lazy ?? '')
    .filter((name) => name !== '' && !/^[./]|^node:/.test(name) && !builtinModules.includes(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return [...new Set(packages)].sort();
}

/** These packages, what they need in turn, and what they would like to have where it is installed. */
export function withDependencies(names: readonly string[]): string[] {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const place = join(root, 'node_modules', name, 'package.json');
    if (found.has(name) || !existsSync(place)) continue;
    found.add(name);
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(place, 'utf8')) as Manifest;
    waiting.push(...Object.keys({ ...dependencies, ...optionalDependencies }));
  }
  return [...found].sort();
}

const start = `import { main } from './server/main.mjs';

await main({ portalDir: new URL('./portal', import.meta.url).pathname });
`;

const healthcheck = `const { PORT = '4400' } = process.env;
const answer = await fetch(\`http://127.0.0.1:\${PORT}/healthz\`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
`;

async function deploy(): Promise<void> {
  const target = join(root, deployFolder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await bundle(target);
  const packages = withDependencies(importsOf(readFileSync(join(target, 'server/main.mjs'), 'utf8')));
  for (const name of packages)
    cpSync(join(root, 'node_modules', name), join(target, 'node_modules', name), {
      recursive: true,
      dereference: true,
    });
  writeFileSync(join(target, 'package.json'), `${JSON.stringify({ private: true, type: 'module' })}\n`);
  writeFileSync(join(target, 'start.mjs'), start);
  writeFileSync(join(target, 'healthcheck.mjs'), healthcheck);
  console.log(`${deployFolder}: portal, backend and ${packages.length} packages`);
}

if (process.argv[1] === join(root, 'scripts/deploy.ts')) await deploy();
