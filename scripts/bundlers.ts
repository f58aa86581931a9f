import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { packageFile } from './doors.js';
import { root } from './files.js';

/** A host's project below `folder`, with the packed package installed and our dependencies beside it. */
export function makeHost(folder: string): void {
  for (const name of [
    ...Object.keys(packageFile.dependencies),
    '@lit/reactive-element',
    'lit-html',
    'lit-element',
  ]) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), place);
  }
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'host', private: true, type: 'module' }),
  );
}

/** Every file a bundler wrote, lazy chunks included. */
function written(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .filter(({ name }) => name.endsWith('.js'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
}

/** Stands in the entry alone, so that it is found among what a bundler writes. */
const marker = 'crew: only this is kept';

/** What the page with the unused class pays: some bundlers leave lazy chunks behind that nothing loads any more. */
function costOfUnused(files: string[]): number {
  const entry = files.find((text) => text.includes(marker)) ?? '';
  const loadsMore = /(\bfrom|\bimport)\s*["']\.\.?\//.test(entry);
  return loadsMore ? files.join('').length : entry.length;
}

type Bundle = (host: string, entry: string, output: string) => Promise<unknown>;

const bundlers: Record<string, Bundle> = {
  vite: async (host, entry, output) => {
    const { build } = await import('vite');
    await build({
      root: host,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: { outDir: output, rolldownOptions: { input: entry }, modulePreload: false },
    });
  },
  esbuild: async (host, entry, output) => {
    const { build } = await import('esbuild');
    await build({
      absWorkingDir: host,
      entryPoints: [entry],
      outdir: output,
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'error',
    });
  },
  webpack: async (host, entry, output) => {
    const { default: webpack } = await import('webpack');
    const compiler = webpack({
      context: host,
      entry,
      output: { path: output },
      mode: 'production',
      performance: false,
    });
    await new Promise<void>((done, failed) => {
      compiler?.run((error, stats) => {
        if (error) failed(error);
        else if (stats?.hasErrors()) failed(new Error(stats.toString('errors-only')));
        else done();
      });
    });
  },
};

export interface BundlerVerdict {
  bundler: string;
  complaint: string | undefined;
}

/** A bare define import survives a production build; importing only a class registers nothing and costs nothing. */
export async function judgeBundlers(host: string): Promise<BundlerVerdict[]> {
  const verdicts: BundlerVerdict[] = [];
  const entries = {
    bare: "import 'crew-components/define/cc-role-picker';\n",
    unused: `import { CcRolePicker } from 'crew-components';\nconsole.log('${marker}');\n`,
  };
  for (const [bundler, bundle] of Object.entries(bundlers)) {
    const texts: Record<string, string[]> = {};
    for (const [name, code] of Object.entries(entries)) {
      const entry = join(host, `${name}.js`);
      writeFileSync(entry, code);
      const output = join(host, bundler, name);
      await bundle(host, entry, output);
      texts[name] = written(output);
    }
    const cost = costOfUnused(texts['unused'] ?? []);
    const dropped = !texts['bare']?.some((text) => text.includes('cc-role-picker'));
    const complaint = dropped
      ? 'a bare define import was dropped'
      : cost > 1000
        ? `a class nobody uses costs ${cost} bytes`
        : undefined;
    verdicts.push({ bundler, complaint });
  }
  return verdicts;
}
