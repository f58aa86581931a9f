import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';

import { homesOf, publicDoor, roomOf, viewersOf } from './rooms.js';

const packageOf = (source) =>
  source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');
const isNode = (source) => source.startsWith('node:') || builtinModules.includes(source);
const list = (names) =>
  names.length > 0 ? names.join(', ') : 'no room at all (decide with a note in docs/decisions)';

/** Whether a list of `sees` or `uses` entries allows this name for this kind of import. */
function allows(entries, name, kind) {
  return entries.some((entry) => {
    if (entry === name || entry === '*') return true;
    if (entry === `type:${name}` && kind === 'type') return true;
    // A type costs nothing at run time, so what may be loaded lazily may be named as a type too.
    return entry === `lazy:${name}` && kind !== 'value';
  });
}

function kindOf(node) {
  if (node.type === 'ImportExpression') return 'lazy';
  if (node.type === 'TSImportType') return 'type';
  if (node.importKind === 'type' || node.exportKind === 'type') return 'type';
  const named = node.specifiers ?? [];
  const allTypes =
    named.length > 0 && named.every((one) => one.importKind === 'type' || one.exportKind === 'type');
  return allTypes ? 'type' : 'value';
}

/** Opened by any element in the middle of an act, so the ground loads it (docs/decisions, fresh proof). */
const openedByAll = 'mfa-challenge';

/** Elements look at each other only when one is drawn in the other's shadow tree; base and shared are for all. */
function drawsNeighbour(root, path, target) {
  const own = /^src\/elements\/([^/]+)\//.exec(path)?.[1];
  const other = /^src\/elements\/([^/]+)\//.exec(target)?.[1];
  if (!own || !other || own === other || other === 'base' || other === 'shared') return { fine: true };
  if (own === 'base' && other === openedByAll) return { fine: true };
  const folder = join(root, 'src/elements', own);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')) : [];
  const className = `Cc${other.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase())}`;
  const draws = new RegExp(`<cc-${other}\\b|\\b(?:uses|defineInner)\\b[^;]*\\b${className}\\b`);
  const fine = files.some((name) => draws.test(readFileSync(join(folder, name), 'utf8')));
  return { fine: fine && own !== 'base' && own !== 'shared', own, other };
}

export const floors = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, required: ['root'] }],
    messages: {
      climbs: '{{from}} may not look at {{to}}. Code that needs {{to}} belongs in: {{viewers}}.',
      typesOnly: '{{from}} may look at {{to}} for types only: use `import type`.',
      lazyOnly: '{{from}} may load {{to}} lazily only: use `import()`.',
      library: '{{library}} has no place in {{from}} ({{home}}). It lives in: {{homes}}.',
      libraryLazy: '{{library}} is loaded lazily in {{from}}: use `import()`, or `import type`.',
      libraryType: '{{library}} may be named in {{from}} as a type only: use `import type`.',
      door: '{{from}} looks through public doors only, and {{path}} is none: give it a door, or use one there is.',
      neighbour:
        'cc-{{own}} does not draw <cc-{{other}}>, so it may not look at it: what both need belongs in src/elements/base or a lower floor.',
    },
  },
  create(context) {
    const { root } = context.options[0];
    const path = relative(root, context.filename).split(sep).join('/');
    const room = roomOf(path);
    if (!room || room.open) return {};

    function checkLibrary(node, source, kind) {
      const name = isNode(source) ? 'node:*' : packageOf(source);
      const uses = room.uses ?? [];
      if (allows(uses, name, kind)) return;
      const data = {
        from: room.name,
        library: isNode(source) ? source : name,
        home: room.home,
        homes: list(homesOf(name)),
      };
      const messageId = uses.includes(`lazy:${name}`)
        ? 'libraryLazy'
        : uses.includes(`type:${name}`)
          ? 'libraryType'
          : 'library';
      context.report({ node, messageId, data });
    }

    function checkRoom(node, source, kind) {
      const target = posix.join(dirname(path).split(sep).join('/'), source.replace(/\.js$/, '.ts'));
      const to = roomOf(target);
      const data = {
        from: room.name,
        to: to?.name ?? target,
        viewers: list(viewersOf(to?.name ?? '')),
        path: target,
      };
      if (to === room) {
        const { fine, own, other } = drawsNeighbour(root, path, target);
        if (!fine && kind !== 'type') context.report({ node, messageId: 'neighbour', data: { own, other } });
        return;
      }
      if (!to || !allows(room.sees, to.name, kind)) {
        const typed = room.sees.includes(`type:${data.to}`);
        const lazy = room.sees.includes(`lazy:${data.to}`);
        context.report({ node, messageId: lazy ? 'lazyOnly' : typed ? 'typesOnly' : 'climbs', data });
      } else if ((room.name === 'hosts' || room.name === 'stories') && !publicDoor.test(target)) {
        context.report({ node, messageId: 'door', data });
      }
    }

    function check(node) {
      const literal = node.type === 'TSImportType' ? (node.source ?? node.argument?.literal) : node.source;
      if (typeof literal?.value !== 'string') return;
      const source = literal.value.replace(/\?.*$/, '');
      const run = source.startsWith('.') ? checkRoom : checkLibrary;
      run(node, source, kindOf(node));
    }

    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};
