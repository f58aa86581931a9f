import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import { doors, packageFile } from './doors.js';
import { root } from './files.js';

const draft = '.cache/declarations';
// The emitter writes `from` with a blank; a string type of that name stands between quotes.
const named = /(\bfrom\s+|\bimport\(\s*|\bimport\s+)(['"])([^'"]+)\2/g;

/** Where a declaration is published: beside its module; types of the backend belong to the mock that shows them. */
function published(path: string): string {
  return path.startsWith('src/') ? path.replace(/^src\//, 'dist/') : `dist/mock/${path}`;
}

function compile(): void {
  rmSync(join(root, draft), { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The declarations could not be made: see the compiler messages above.');
}

/** Publishes the declarations that the doors show, and all that these name; refuses libraries a host does not have. */
export function publishDeclarations(): void {
  compile();
  const known = new Set<string>();
  const waiting = doors().map(({ source }) => source.replace(/\.ts$/, '.d.ts'));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (known.has(path)) continue;
    known.add(path);
    const here: string = path;
    const text = readFileSync(join(root, draft, here), 'utf8').replace(
      named,
      (_, before: string, quote: string, name: string) => {
        if (!name.startsWith('.')) {
          const known = Object.keys(packageFile.dependencies).some(
            (one) => name === one || name.startsWith(`${one}/`),
          );
          if (!known) throw new Error(`${here} shows a type of ${name}, which a host does not have.`);
          return `${before}${quote}${name}${quote}`;
        }
        const target = posix.join(posix.dirname(here), name.replace(/\.js$/, '.d.ts'));
        waiting.push(target);
        const moved = posix
          .relative(posix.dirname(published(here)), published(target))
          .replace(/\.d\.ts$/, '.js');
        return `${before}${quote}${moved.startsWith('.') ? moved : `./${moved}`}${quote}`;
      },
    );
    const place = join(root, published(here));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}
