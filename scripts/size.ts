import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

import { buildLibrary } from './build.js';
import { doors, packageFile, type SizeBudget } from './doors.js';
import { root } from './files.js';

/**
 * What a page pays for: the built package, bundled and minified by an ordinary bundler, gzipped, Lit included.
 * Chunks that load later are not counted. Builds first unless told `--built`. Non-zero exit when over a limit; a
 * limit above its goal is a ratchet that may only be lowered (docs/decisions).
 */
const entry = 'crew:budget';

/** Everything that loads before the first line of the entry runs. */
function eager(chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const seen = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || seen.has(chunk)) return;
    seen.add(chunk);
    for (const name of chunk.imports) visit(byName.get(name));
  };
  chunks.filter((chunk) => chunk.isEntry).forEach(visit);
  return [...seen];
}

/** Bundles the entry; what `together` accepts goes into one chunk, whatever else is shared with what. */
async function bundle(code: string, together: (id: string) => boolean): Promise<Rolldown.OutputChunk[]> {
  const { output } = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'crew-budget',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: {
          codeSplitting: {
            groups: [
              // The bundler's own helpers apart, so that they can be told from what is ours.
              { name: 'helper', test: /^\0/, priority: 1 },
              { name: 'together', test: together },
            ],
          },
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  return output.filter((file) => file.type === 'chunk');
}

// The bundler's own helper for lazy chunks is the host's, and stands in its page already.
const isOurs = (chunk: Rolldown.OutputChunk) => !chunk.moduleIds.every((id) => id.startsWith('\0'));

async function measure(imports: string[]): Promise<number> {
  const published = new Map(doors().map(({ name, output }) => [name, join(root, 'dist', output)]));
  const code = imports.map((name) => {
    const path = published.get(name);
    if (!path || !existsSync(path))
      throw new Error(`A size budget names ${name}, which the build does not have.`);
    // The namespace is used, so that nothing of a door that is imported can be shaken away.
    return `export * as _${imports.indexOf(name)} from ${JSON.stringify(path)};`;
  });
  // First who is eager, then all of them in one file: how a bundler cuts its chunks is not our weight.
  const first = eager(await bundle(code.join('\n'), () => false)).filter(isOurs);
  const ids = new Set(first.flatMap(({ moduleIds }) => moduleIds));
  const chunks = eager(await bundle(code.join('\n'), (id) => ids.has(id))).filter(isOurs);
  return chunks.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0);
}

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(5)} KB`;

/** One line of the table, and whether the budget is kept. */
async function judge({ name, imports, ...budget }: SizeBudget): Promise<[string, boolean]> {
  const [limit, goal] = [budget.limit * 1000, budget.goal * 1000];
  try {
    const size = await measure(imports);
    const over = size > limit ? `OVER by ${kb(size - limit).trim()}` : 'ok';
    const aim = size > goal ? `, goal ${kb(goal).trim()}: ${kb(size - goal).trim()} to go` : '';
    return [`${name.padEnd(30)} ${kb(size)} of ${kb(limit)}  ${over}${aim}`, size <= limit];
  } catch (error) {
    return [`${name.padEnd(30)} ${error instanceof Error ? error.message : String(error)}`, false];
  }
}

if (!process.argv.includes('--built')) await buildLibrary();
console.log('min + gzip, Lit included, without what loads lazily');
let over = 0;
for (const budget of packageFile.sizeBudgets) {
  const [line, kept] = await judge(budget);
  console.log(line);
  if (!kept) over += 1;
}
console.log(`size: ${packageFile.sizeBudgets.length - over} passed, ${over} failed`);
process.exitCode = over > 0 ? 1 : 0;
