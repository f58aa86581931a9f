import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

import { doors, packageFile, type Door } from './doors.js';
import { root } from './files.js';
import { tidyTemplatesPlugin } from './tidy-templates.js';

const dist = join(root, 'dist');

/** Inlined although it is a dependency: as published it reads `process`, which an unbundled page does not have. */
const inlined = ['nanostores'];
const outside = Object.keys(packageFile.dependencies).filter((name) => !inlined.includes(name));
const isOutside = (id: string) => outside.some((name) => id === name || id.startsWith(`${name}/`));

const shared: InlineConfig = {
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** Bundled apart from the other doors: they carry libraries the other doors must not. */
const isApart = ({ output }: Door) => output.startsWith('mock/') || output.startsWith('standalone/');
const entries = (chosen: Door[]) =>
  Object.fromEntries(chosen.map(({ source, output }) => [output.replace(/\.js$/, ''), join(root, source)]));

/** Names that stay the same when a tool or a library changes its version. */
const stableName = (name: string) =>
  name.replace(/^_virtual\/.*\//, 'vendor/').replace(/^(\.\.\/)?node_modules\//, 'vendor/');

/** The mock is built apart; whoever loads it lazily names its published place. */
const mockApart: Plugin = {
  name: 'crew-mock-apart',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.')) return null;
    const path = resolve(importer, '..', source);
    return path.startsWith(join(root, 'src/mock')) ? { id: source, external: 'relative' } : null;
  },
};

/** One file per module, so that a page loads, and a bundler keeps, only what is imported. */
export function libraryConfig(): InlineConfig {
  return {
    ...shared,
    plugins: [mockApart, tidyTemplatesPlugin],
    build: {
      outDir: dist,
      emptyOutDir: true,
      lib: { entry: entries(doors().filter((door) => !isApart(door))), formats: ['es'] },
      target: 'es2022',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        external: isOutside,
        preserveEntrySignatures: 'strict',
        // The doors decide what is public, and the mock imports more of these modules than they do.
        treeshake: false,
        output: {
          format: 'es',
          preserveModules: true,
          preserveModulesRoot: join(root, 'src'),
          entryFileNames: ({ name }) => `${stableName(name)}.js`,
        },
      },
    },
  };
}

/** Points imports of published modules at their published place, so that there is one copy of each. */
function publishedModules(from: string): Plugin {
  return {
    name: 'crew-published-modules',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return null;
      const path = resolve(importer, '..', source.replace(/\.js$/, '.ts'));
      const place = relative(join(root, 'src'), path).replace(/\.ts$/, '.js');
      if (place.startsWith('..') || place.startsWith('mock') || !existsSync(join(dist, place))) return null;
      return { id: relative(join(dist, from), join(dist, place)).split(sep).join('/'), external: true };
    },
  };
}

/** The backend in browser memory, its server parts inlined. Runs after the library build. */
export function mockConfig(): InlineConfig {
  return {
    ...shared,
    plugins: [publishedModules('mock')],
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: { entry: entries(doors().filter(({ output }) => output.startsWith('mock/'))), formats: ['es'] },
      rolldownOptions: {
        external: isOutside,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'mock/[name].js' },
      },
    },
  };
}

/** For pages without a bundler: a small loader, and one chunk per element, everything inside. */
export function standaloneConfig(): InlineConfig {
  return {
    ...shared,
    // The files lie wherever a host puts them.
    base: './',
    plugins: [tidyTemplatesPlugin],
    build: {
      outDir: join(dist, 'standalone'),
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      rolldownOptions: {
        input: { index: join(root, 'src/standalone/index.ts') },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // What most elements stand on is one file: dozens of small ones would cost a page more than they save.
          codeSplitting: {
            groups: [
              // The loader needs no more of it than this.
              { name: 'preload', test: /^\0/, priority: 1 },
              { name: 'ground', minShareCount: 4 },
            ],
          },
        },
      },
    },
  };
}
