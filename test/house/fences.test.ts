import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// Planted files do not exist on disk, so the rules that need types are off; the fences need none.
const eslint = new ESLint({
  overrideConfig: [
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.ts'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  ],
});

async function lint(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'parse'}: ${message}`);
}

/** Path of the file, its code, and what the complaint says; an empty complaint means the code is fine. */
type Row = [path: string, code: string, complaint: string];

const floors: Row[] = [
  ['src/domain/x.ts', "import '../client/index.js';", 'src/domain may not look at src/client'],
  [
    'src/domain/x.ts',
    "import type { A } from '../client/wire/index.js';",
    'src/domain may not look at src/client/wire',
  ],
  ['src/domain/x.ts', "import { a } from './seats.js';", ''],
  ['src/domain/x.ts', "import 'lit';", 'lit has no place in src/domain'],
  ['src/client/x.ts', "import { a } from '../domain/index.js';", ''],
  ['src/client/x.ts', "import '../stores/index.js';", 'Code that needs src/stores belongs in: src/stores'],
  ['src/client/x.ts', "import ky from 'ky';", ''],
  [
    'src/client/x.ts',
    "import { createParser } from 'eventsource-parser';",
    'eventsource-parser is loaded lazily in src/client',
  ],
  ['src/client/x.ts', "export const load = () => import('eventsource-parser');", ''],
  ['src/stores/x.ts', "import ky from 'ky';", 'ky has no place in src/stores'],
  ['src/stores/x.ts', "import { map } from 'nanostores';", ''],
  ['src/stores/x.ts', "import { LitElement } from 'lit';", 'lit has no place in src/stores'],
  [
    'src/context/x.ts',
    "import { Scope } from '../stores/scope.js';",
    'src/context may look at src/stores for types only',
  ],
  ['src/context/x.ts', "import type { Scope } from '../stores/scope.js';", ''],
  ['src/controllers/x.ts', "import { map } from 'nanostores';", 'nanostores has no place in src/controllers'],
  [
    'src/controllers/x.ts',
    "import '../elements/base/cc-element.js';",
    'src/controllers may not look at src/elements',
  ],
  ['src/elements/x/x.ts', "import '../../define/cc-x.js';", 'src/elements may not look at src/define'],
  ['src/elements/x/x.ts', "import '../../mock/index.js';", 'src/elements may not look at src/mock'],
  ['src/elements/x/x.ts', "import '../../../server/app.js';", 'src/elements may not look at server'],
  ['src/elements/x/x.ts', "import { CcY } from '../y/y.js';", 'cc-x does not draw <cc-y>'],
  ['src/elements/x/x.ts', "import { CcElement } from '../base/cc-element.js';", ''],
  ['src/define/provider.ts', "import { start } from '../mock/index.js';", 'may load src/mock lazily only'],
  ['src/define/provider.ts', "export const load = () => import('../mock/index.js');", ''],
  ['src/mock/x.ts', "import '../../server/node/main.js';", 'src/mock may not look at server/node'],
  ['src/mock/x.ts', "import '../../server/app.js';", ''],
  ['src/index.ts', "import './define/cc-x.js';", 'src/index may not look at src/define'],
  ['server/x.ts', "import '../src/stores/scope.js';", 'server may not look at src/stores'],
  ['server/x.ts', "import '../src/client/index.js';", 'server may not look at src/client'],
  ['server/x.ts', "import type { A } from '../src/client/wire/index.js';", ''],
  ['server/x.ts', "import { readFile } from 'node:fs';", 'node:fs has no place in server '],
  ['server/x.ts', "import './node/main.js';", 'server may not look at server/node'],
  ['server/routes/x.ts', "import { sql } from 'kysely';", 'kysely has no place in server '],
  ['server/stores/sql/x.ts', "import { sql } from 'kysely';", ''],
  [
    'hosts/portal/x.ts',
    "import '../../src/elements/base/cc-element.js';",
    'hosts may not look at src/elements',
  ],
  ['hosts/portal/x.ts', "import '../../src/client/transport.js';", 'hosts looks through public doors only'],
  ['hosts/portal/x.ts', "import 'crew-components/all';", ''],
  ['hosts/portal/x.ts', "import '../../src/define/user-roster.js';", ''],
  ['stories/x.stories.ts', "import '../src/stores/scope.js';", 'stories looks through public doors only'],
  ['test/x.test.ts', "import '../src/stores/scope.js';", ''],
];

const bans: Row[] = [
  [
    'src/elements/x/x.ts',
    "import { styleMap } from 'lit/directives/style-map.js';\nstyleMap({});",
    'use style.setProperty',
  ],
  [
    'src/elements/x/x.ts',
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nunsafeHTML('');",
    'No raw HTML',
  ],
  [
    'src/elements/x/x.ts',
    "import { unsafeStatic } from 'lit/static-html.js';\nunsafeStatic('');",
    'No raw HTML',
  ],
  [
    'src/elements/x/x.ts',
    'import { html } from \'lit\';\nhtml`<p style="color: red"></p>`;',
    'No style attribute',
  ],
  ['src/elements/x/x.ts', "import { html } from 'lit';\nhtml`<p style=${'a'}></p>`;", 'No style attribute'],
  ['src/elements/x/x.ts', "import { html } from 'lit';\nhtml`<style></style>`;", 'No <style> in a template'],
  ['src/elements/x/x.ts', "import { html } from 'lit';\nhtml`<p .innerHTML=${'a'}></p>`;", 'No raw HTML'],
  ['src/elements/x/x.ts', 'import { html } from \'lit\';\nhtml`<p class="style">style = free</p>`;', ''],
  ['src/elements/x/x.ts', "element.innerHTML = '<b>';", 'No raw HTML'],
  ['src/elements/x/x.ts', "element.insertAdjacentHTML('beforeend', '<b>');", 'No raw HTML'],
  ['src/elements/x/x.ts', "element.setAttribute('style', 'color: red');", 'No style attribute'],
  ['src/elements/x/x.ts', "element.style.setProperty('--_width', '3px');", ''],
  ['src/elements/x/x.ts', "eval('1');", 'no-eval'],
  ['src/elements/x/x.ts', "new Function('return 1');", 'no-new-func'],
  ['src/elements/x/x.ts', "document['crew'];", 'No named globals'],
  ['src/elements/x/x.ts', 'document.forms;', 'No named collections'],
  ['src/context/x.ts', "const key = Symbol.for('a');\ndocument[key];", ''],
  ['src/client/x.ts', "localStorage.setItem('a', 'b');", 'Nothing is kept in the browser'],
  ['src/client/x.ts', "window.sessionStorage.getItem('a');", 'Nothing is kept in the browser'],
  ['src/client/x.ts', 'document.cookie;', 'Only the server reads and writes cookies'],
  ['src/client/x.ts', "process.env['A'];", 'such code belongs in server/node'],
  ['src/domain/x.ts', 'Date.now();', 'Time is an argument here'],
  ['src/domain/x.ts', 'new Date();', 'Time is an argument here'],
  ['src/domain/x.ts', 'new Date(now);', ''],
  ['src/domain/x.ts', 'Math.random();', 'Randomness is an argument here'],
  ['src/domain/x.ts', "fetch('/v1');", 'src/domain is pure'],
  ['server/services/x.ts', 'Date.now();', 'Time is an argument here'],
  ['server/node/x.ts', 'Date.now();', ''],
  [
    'hosts/portal/x.ts',
    'import { html } from \'lit\';\nhtml`<p style="color: red"></p>`;',
    'No style attribute',
  ],
  ['src/domain/x.ts', '// line\n'.repeat(121), 'max-lines'],
  ['src/domain/x.ts', '// line\n'.repeat(119), ''],
  ['src/elements/x/x.ts', '// line\n'.repeat(351), 'max-lines'],
  ['test/x.test.ts', '// line\n'.repeat(401), 'max-lines'],
  ['test/x.test.ts', "it.only('a', () => {});", 'A focused test hides all others'],
];

describe('lint fences', () => {
  for (const [title, rows] of Object.entries({ floors, bans })) {
    for (const [path, code, complaint] of rows) {
      const shown = code.replace(/\s+/g, ' ').slice(0, 70);
      it(`${title}: ${path} ${complaint ? 'may not' : 'may'} say ${shown}`, async () => {
        const found = await lint(path, code);
        if (complaint)
          assert.ok(found.join('\n').includes(complaint), `${complaint} is said, heard: ${found.join('\n')}`);
        else
          assert.deepEqual(
            found.filter((one) => !one.includes('no-unused-expressions')),
            [],
          );
      });
    }
  }
});
