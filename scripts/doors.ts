import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { filesBelow, root } from './files.js';

interface PackageFile {
  version: string;
  exports: Record<string, string | { types?: string; default: string }>;
  dependencies: Record<string, string>;
  sizeBudgets: SizeBudget[];
}

/** What a page may pay for these imports, in KB: `limit` is enforced, `goal` is where it has to go. */
export interface SizeBudget {
  name: string;
  imports: string[];
  limit: number;
  goal: number;
}

export const packageFile = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageFile;

/** A public door: the name a host imports, the source behind it, the path it is published at. */
export interface Door {
  name: string;
  source: string;
  output: string;
}

/** All doors that are modules, patterns expanded. Throws for a door that leads nowhere. */
export function doors(): Door[] {
  return Object.entries(packageFile.exports).flatMap(([path, target]) => {
    if (typeof target === 'string') return [];
    const name = path.replace(/^\./, 'crew-components');
    const source = target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts');
    const output = target.default.replace('./dist/', '');
    if (!source.includes('*')) {
      if (!existsSync(join(root, source)))
        throw new Error(`package.json exports ${path}, but there is no ${source}.`);
      return [{ name, source, output }];
    }
    const [before = '', after = ''] = source.split('*');
    const found = filesBelow(before, (file) => file.endsWith(after));
    if (found.length === 0) throw new Error(`package.json exports ${path}, but there is no ${source}.`);
    return found.map((file) => {
      const star = file.slice(before.length, -after.length);
      return { name: name.replace('*', star), source: file, output: output.replace('*', star) };
    });
  });
}
