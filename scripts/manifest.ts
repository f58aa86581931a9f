import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type TypeScript from 'typescript';
import * as analyzer from '@custom-elements-manifest/analyzer/index.js';
import type {
  ClassDeclaration,
  ClassMember,
  CustomElement,
  Module,
  Package,
} from 'custom-elements-manifest/schema';

import { filesBelow, root } from './files.js';

/**
 * Writes custom-elements.json from the class comments; with `--check` compares it with the committed file and
 * fails on a difference, or on a part of the contract that has no sentence.
 */
type Element = ClassDeclaration &
  Partial<CustomElement> & { cssStates?: { name: string; description?: string }[] };

/** The part of the analyser's programmatic side that its types leave out. */
interface Analyzer {
  create(options: { modules: unknown[]; plugins: unknown[]; context: { dev: boolean } }): Package;
  ts: typeof TypeScript;
}

const target = join(root, 'custom-elements.json');
const published = (path: string) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** Static fields and lifecycle methods are machinery, not what a host works with. */
const machinery = new Set([
  'styles',
  'tag',
  'version',
  'uses',
  'prefix',
  'registry',
  'addController',
  'createRenderRoot',
]);

/** Registration stands in src/define, which the analyser does not connect, so the tag comes from `static tag`. */
function tagsIn(text: string): Map<string, string> {
  const pattern =
    /\bclass (\w+)[^{]*\{(?:(?!\bclass )[\s\S])*?\bstatic (?:override )?readonly tag\b[^=]*= '(cc-[a-z-]+)'/g;
  return new Map([...text.matchAll(pattern)].map(([, name = '', tag = '']) => [name, tag]));
}

function isOffered(member: ClassMember): boolean {
  if (member.privacy === 'private' || member.privacy === 'protected') return false;
  return !member.name.startsWith('#') && !machinery.has(member.name) && !(member.static ?? false);
}

function tidy(declaration: Element): Element {
  const members = declaration.members?.filter(isOffered);
  // The analyser also lists what it sees dispatched without a name; the comment names them all.
  const events = declaration.events?.filter(({ name }) => name);
  return { ...declaration, ...(members && { members }), ...(events && { events }) };
}

/** Every path in the manifest is one a host can import, so `src/x.ts` becomes `dist/x.js`. */
function withPublishedPaths(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPublishedPaths);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isPath = (key === 'path' || key === 'module') && typeof inner === 'string';
      return [key, isPath ? published(inner) : withPublishedPaths(inner)];
    }),
  );
}

function registration(module: Module, element: Element): Module {
  const name = element.tagName?.replace(/^cc-/, '') ?? '';
  return {
    kind: 'javascript-module',
    path: `src/define/${name}.ts`,
    declarations: [],
    exports: [
      {
        kind: 'custom-element-definition',
        name: element.tagName ?? '',
        declaration: { name: element.name, module: module.path },
      },
    ],
  };
}

/** The manifest of all elements, as the text that is committed. */
export async function manifestText(): Promise<string> {
  const { litPlugin } = (await import(
    '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' as string
  )) as { litPlugin: () => unknown[] };
  const files = filesBelow('src/elements', (path) => path.endsWith('.ts') && !path.endsWith('.styles.ts'));
  const { create, ts } = analyzer as unknown as Analyzer;
  const texts = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const modules = [...texts].map(([path, text]) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true),
  );
  const all = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const kept: Module[] = [];
  for (const module of all.modules) {
    const elements = (module.declarations ?? []).filter((one) => one.kind === 'class') as Element[];
    const tags = tagsIn(texts.get(module.path) ?? '');
    for (const element of elements) {
      const tag = tags.get(element.name);
      if (tag) Object.assign(element, { tagName: tag, customElement: true });
    }
    const mine = elements.filter((one) => one.customElement);
    if (mine.length === 0) continue;
    const names = new Set(mine.map((one) => one.name));
    kept.push({
      ...module,
      declarations: mine.map(tidy) as Module['declarations'] & object,
      exports: (module.exports ?? []).filter((one) => names.has(one.declaration.name ?? '')),
    });
    kept.push(...mine.filter((one) => one.tagName).map((one) => registration(module, one)));
  }
  kept.sort((a, b) => a.path.localeCompare(b.path, 'en'));
  return `${JSON.stringify(withPublishedPaths({ ...all, modules: kept }), null, 2)}\n`;
}

/** Parts of the contract without a sentence, as lines for a person. */
export function undescribed(text: string): string[] {
  const { modules } = JSON.parse(text) as Package;
  const elements = modules.flatMap((module) => module.declarations ?? []) as Element[];
  return elements
    .filter((element) => element.tagName)
    .flatMap((element) => {
      const kinds = {
        event: element.events,
        slot: element.slots,
        part: element.cssParts,
        'CSS property': element.cssProperties,
        state: element.cssStates,
        property: element.members?.filter((member) => member.kind === 'field'),
      };
      const missing = Object.entries(kinds).flatMap(([kind, entries]) =>
        (entries ?? [])
          .filter((entry) => !entry.description?.trim())
          .map((entry) => `${element.tagName}: ${kind} \`${entry.name || 'default'}\` has no sentence`),
      );
      const summary = element.summary ?? element.description;
      return summary?.trim() ? missing : [`${element.tagName}: the class has no summary`, ...missing];
    });
}

async function check(text: string): Promise<string[]> {
  const committed = existsSync(target) ? readFileSync(target, 'utf8') : '';
  const complaints = undescribed(text);
  if (!text.includes('"tagName"')) complaints.push('no element was found below src/elements');
  if (committed !== text)
    complaints.push('custom-elements.json differs from the class comments: run `npm run manifest`');
  return complaints;
}

if (process.argv[1] === join(root, 'scripts/manifest.ts')) {
  const text = await manifestText();
  if (process.argv.includes('--check')) {
    const complaints = await check(text);
    for (const complaint of complaints) console.log(complaint);
    console.log(`manifest: ${complaints.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed'}`);
    process.exitCode = complaints.length === 0 ? 0 : 1;
  } else {
    writeFileSync(target, text);
    console.log(`Wrote custom-elements.json with ${text.match(/"tagName"/g)?.length ?? 0} elements.`);
    for (const line of undescribed(text)) console.log(line);
  }
}
