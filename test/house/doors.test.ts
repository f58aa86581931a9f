import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { register } from 'tsx/esm/api';

import { doors, packageFile } from '../../scripts/doors.js';
import { filesBelow, root } from '../../scripts/files.js';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const elements = filesBelow('src/define', (path) => path.endsWith('.ts')).map((path) =>
  path.replace('src/define/', '').replace('.ts', ''),
);

// Sources are loaded by their names here, as they stand.
register();

describe('public doors', () => {
  it('lead somewhere, each to a source of its own', () => {
    const sources = doors().map(({ source }) => source);
    assert.deepEqual(sources, [...new Set(sources)]);
    assert.ok(elements.length > 0);
  });

  for (const { name, source } of doors().filter(({ output }) => !output.startsWith('standalone'))) {
    it(`${name} loads in Node`, async () => {
      await import(join(root, source));
    });
  }

  it('index registers nothing, a define door registers its tag', async () => {
    const { stdout } = await inFreshNode(`
      await import('lit');
      await import('./src/index.ts');
      console.log(Boolean(customElements.get('cc-role-picker')));
      await import('./src/define/role-picker.ts');
      console.log(Boolean(customElements.get('cc-role-picker')));
    `);
    assert.equal(stdout.trim(), 'false\ntrue');
  });

  it('all, standalone, defineAll and index know every element', () => {
    const forms: Record<string, (name: string) => string> = {
      'src/all.ts': (name) => `import './define/${name}.js'`,
      'src/standalone/index.ts': (name) => `'cc-${name}': () => import('../define/${name}.js')`,
      'src/define-all.ts': (name) => `from './elements/${name}/${name}.js'`,
      'src/index.ts': (name) => `from './elements/${name}/${name}.js'`,
    };
    for (const [path, form] of Object.entries(forms)) {
      const text = read(path);
      assert.deepEqual(
        elements.filter((name) => !text.includes(form(name))),
        [],
        path,
      );
    }
  });

  it('show every event class', () => {
    const index = read('src/index.ts');
    const events = filesBelow('src/elements', (path) => path.endsWith('.events.ts'));
    const hidden = events.filter((path) => !index.includes(path.replace('src/', './').replace('.ts', '.js')));
    assert.deepEqual(hidden, []);
  });

  it('show every harness', () => {
    const index = read('src/testing/index.ts');
    const harnesses = filesBelow('src/testing/harnesses', (path) => path.endsWith('.harness.ts'));
    const hidden = harnesses.filter(
      (path) => !index.includes(path.replace('src/testing/', './').replace('.ts', '.js')),
    );
    assert.deepEqual(hidden, []);
  });

  it('say the same version as package.json', () => {
    assert.ok(read('src/elements/base/version.ts').includes(`'${packageFile.version}'`));
  });
});

describe('the package file', () => {
  it('names the dependencies that were promised, no other', () => {
    const eager = ['lit', '@lit/context', 'nanostores', 'ky'];
    const lazy = ['lean-qr', 'eventsource-parser', '@floating-ui/dom'];
    assert.deepEqual(Object.keys(packageFile.dependencies).sort(), [...eager, ...lazy].sort());
  });

  it('pins every version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d/.test(version),
    );
    assert.deepEqual(loose, []);
  });

  it('has a lock file without download addresses', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    const addressed = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
    assert.deepEqual(addressed, []);
  });
});

async function inFreshNode(code: string): Promise<{ stdout: string }> {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  return promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    cwd: root,
  });
}
