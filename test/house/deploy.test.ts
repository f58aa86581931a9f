import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { deployFolder, importsOf, withDependencies } from '../../scripts/deploy.js';
import { filesBelow, root } from '../../scripts/files.js';
import { freePort } from '../../scripts/free-port.js';
import { readEnvironment } from '../../server/node/environment.js';
import { systemClock } from '../../server/node/system-ports.js';
import { until } from '../support/deployment.js';
import { startServer, userIdOf } from '../support/server.js';
import { world } from '../support/world.js';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { scripts, engines } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

describe('the Dockerfile', () => {
  const steps = read('Dockerfile')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  const those = (word: string) =>
    steps.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  it('copies what there is, and nothing that .dockerignore leaves out', () => {
    const ignored = read('.dockerignore').split('\n').filter(Boolean);
    const sources = those('COPY')
      .filter((line) => !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(0, -1));
    assert.ok(sources.length >= 8);
    for (const source of sources) {
      assert.ok(existsSync(join(root, source)), source);
      assert.ok(!ignored.some((name) => source === name || source.startsWith(`${name}/`)), source);
    }
  });

  it('runs scripts of the package, builds before it copies, and starts what was built', () => {
    for (const [, name = ''] of those('RUN')
      .join('\n')
      .matchAll(/npm run ([\w:-]+)/g))
      assert.ok(scripts[name], name);
    assert.ok(those('RUN').includes('npm run deploy'));
    assert.deepEqual(those('COPY').at(-1), `--from=build /app/${deployFolder} ./`);
    const written = read('scripts/deploy.ts');
    for (const command of [...those('CMD'), read('Dockerfile').split('CMD ')[1] ?? '']) {
      const [, file = ''] = /\["node", "([\w.]+)"\]/.exec(command) ?? [];
      assert.ok(file !== '' && written.includes(`'${file}'`), command);
    }
  });

  it('is small, of the promised Node, not root, in production, asked for its health, and stopped in order', () => {
    const [major = ''] = /\d+/.exec(engines.node) ?? [];
    for (const image of those('FROM')) assert.match(image, new RegExp(`^node:${major}-slim( AS build)?$`));
    assert.equal(those('USER').at(-1), 'node');
    assert.ok(steps.indexOf('USER node') < steps.findIndex((line) => line.startsWith('CMD')));
    assert.match(those('ENV').join(' '), /NODE_ENV=production/);
    assert.match(those('HEALTHCHECK')[0] ?? '', /CMD \["node", "healthcheck\.mjs"\]/);
    assert.deepEqual(those('STOPSIGNAL'), ['SIGTERM']);
  });
});

describe('what is deployed', () => {
  it('names the packages of a built file and what they need in turn', () => {
    const code = `import a from "pg";\nimport { b } from '@hono/node-server';\nimport 'node:fs';\nimport './x.js';\nconst c = await import("hono/tiny");`;
    assert.deepEqual(importsOf(code), ['@hono/node-server', 'hono', 'pg']);
    const all = withDependencies(['pg', '@node-rs/argon2']);
    assert.ok(all.includes('pg-pool') && all.some((name) => name.startsWith('@node-rs/argon2-')));
  });

  it('carries every package that the backend imports', () => {
    const sources = filesBelow('server', (path) => path.endsWith('.ts'))
      .map(read)
      .join('\n');
    for (const name of importsOf(sources.replace(/import type[^;]*;/g, '')))
      assert.ok(withDependencies([name]).includes(name), name);
  });
});

describe('the page on deployment', () => {
  const page = read('docs/deployment.md');

  it('has every setting that is read, and no other', () => {
    const known = new Set(
      [...read('server/node/environment.ts').matchAll(/(?<=[(,] ?)'([A-Z][A-Z_]+)'/g)].map(
        ([, name]) => name,
      ),
    );
    known.add('NODE_ENV');
    const table = [...page.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
    assert.deepEqual(table.sort(), [...known].sort());
  });

  it('shows an environment that production starts with', () => {
    const [, block = ''] = /```sh\n# environment\n([\s\S]*?)```/.exec(page) ?? [];
    const env = Object.fromEntries(
      block
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    );
    assert.equal(
      readEnvironment({
        ...env,
        SECRET_KEY: '0f9e8d7c6b5a49382716f5e4d3c2b1a0',
        EMBED_SECRET: 'f3b1c2d4e5a69788f3b1c2d4e5a69788',
      }).production,
      true,
    );
  });
});

it('the host server of the page on deployment mints tokens that the backend takes', async () => {
  const [, code = ''] = /```js\n(import \{ createServer[\s\S]*?)```/.exec(read('docs/deployment.md')) ?? [];
  const embed = { issuer: 'https://host.test', audience: 'crew', secret: 'f3b1c2d4e5a69788f3b1c2d4e5a69788' };
  const port = String(await freePort());
  const script = join(root, '.cache/conformance', `host-${process.pid}.mjs`);
  mkdirSync(join(root, '.cache/conformance'), { recursive: true });
  const signedIn = `const signedInUser = async () => ({ id: '${userIdOf('alpha.owner')}', signedInAt: Math.floor(Date.now() / 1000) });`;
  writeFileSync(script, `${code}\n${signedIn}\n`);
  const env = {
    ...process.env,
    PORT: port,
    EMBED_ISSUER: embed.issuer,
    EMBED_AUDIENCE: embed.audience,
    EMBED_SECRET: embed.secret,
  };
  const host = spawn(process.execPath, [script], { env, stdio: 'inherit' });
  const server = await startServer({ scenario: world, config: { embed }, ports: { clock: systemClock } });
  try {
    const token = await until('the host server', async () => {
      const answer = await fetch(`http://localhost:${port}/crew-token`, { method: 'POST' }).catch(
        () => undefined,
      );
      return answer?.text();
    });
    const me = await server.withHeaders({ authorization: `Bearer ${token}` }).get('/me');
    assert.equal(me.json<{ username: string }>().username, 'alpha.owner');
    assert.equal((await fetch(`http://localhost:${port}/other`)).status, 401);
  } finally {
    host.kill();
    rmSync(script);
    await server.close();
  }
});
