import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from './files.js';
import { elementFiles } from './new-element/element.js';
import { namesOf, type Names } from './new-element/names.js';
import { proofFiles } from './new-element/proofs.js';

/** A list that names every element: the new line goes among its like, in alphabetical order. */
interface Listing {
  path: string;
  like: RegExp;
  line: string;
}

function listings({ tag, file, group, pascal }: Names): Listing[] {
  return [
    {
      path: 'src/i18n/strings.ts',
      like: /^import type \{ \w+ \} from '\.\/en\//,
      line: `import type { ${group} } from './en/${file}.js';`,
    },
    { path: 'src/i18n/strings.ts', like: /^ {2}\w+: typeof \w+;$/, line: `  ${group}: typeof ${group};` },
    {
      path: 'src/i18n/en/index.ts',
      like: /^import \{ \w+ \} from '\.\//,
      line: `import { ${group} } from './${file}.js';`,
    },
    { path: 'src/i18n/en/index.ts', like: /^ {2}\w+,$/, line: `  ${group},` },
    { path: 'src/all.ts', like: /^import '\.\/define\//, line: `import './define/${file}.js';` },
    {
      path: 'src/standalone/index.ts',
      like: /^ {2}'cc-[\w-]+': \(\) => import\(/,
      line: `  '${tag}': () => import('../define/${file}.js'),`,
    },
    {
      path: 'src/define-all.ts',
      like: /^import \{ Cc\w+ \} from '\.\/elements\/(?!base)/,
      line: `import { Cc${pascal} } from './elements/${file}/${file}.js';`,
    },
    { path: 'src/define-all.ts', like: /^ {2}Cc\w+,$/, line: `  Cc${pascal},` },
    {
      path: 'src/index.ts',
      like: /^export \{ Cc\w+ \} from '\.\/elements\/(?!base)/,
      line: `export { Cc${pascal} } from './elements/${file}/${file}.js';`,
    },
    {
      path: 'src/index.ts',
      like: /^export \* from '\.\/elements\/(?!base)[\w/-]+\.events\.js'/,
      line: `export * from './elements/${file}/${file}.events.js';`,
    },
    {
      path: 'src/testing/index.ts',
      like: /^export \{ \w+Harness \} from '\.\/harnesses\//,
      line: `export { ${pascal}Harness } from './harnesses/${file}.harness.js';`,
    },
  ];
}

/** The text of a list with the new line in its place. */
function withLine(text: string, { path, like, line }: Listing): string {
  const lines = text.split('\n');
  const alike = lines.flatMap((one, index) => (like.test(one) ? [index] : []));
  const last = alike.at(-1);
  if (last === undefined)
    throw new Error(`${path} has no line like ${like.source}, to put beside: ${line.trim()}`);
  const place = alike.find((index) => (lines[index] ?? '') > line) ?? last + 1;
  return lines.toSpliced(place, 0, line).join('\n');
}

function run(...words: string[]): void {
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${words.join(' ')} failed: see its messages above.`);
}

/** Writes all files of a new element and names it in every list; answers the paths it touched. */
export function newElement(tag: string): string[] {
  const names = namesOf(tag);
  const created = Object.entries({ ...elementFiles(names), ...proofFiles(names) });
  const taken = created.find(([path]) => existsSync(join(root, path)));
  if (taken) throw new Error(`${tag} exists already: ${taken[0]}`);
  // Everything is worked out before the first file is written, so a failure leaves nothing behind.
  const files = new Map(created);
  for (const listing of listings(names)) {
    const text = files.get(listing.path) ?? readFileSync(join(root, listing.path), 'utf8');
    files.set(listing.path, withLine(text, listing));
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const touched = [...files.keys()];
  run('node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', ...touched);
  run('--import', 'tsx', 'scripts/manifest.ts');
  return [...touched, 'custom-elements.json'];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const touched = newElement(process.argv[2] ?? '');
    console.log(`Wrote ${process.argv[2]}, status experimental:\n  ${touched.join('\n  ')}`);
    console.log(
      'Next: write the class comment, then the five test groups and the stories (CONTRIBUTING.md).',
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
