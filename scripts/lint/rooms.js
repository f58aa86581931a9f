/**
 * The rooms of the house, what each may look at, and which outside libraries live where: sections 2 and 3 of the
 * architecture as data. `sees` names rooms; an entry `type:x` allows types only, `lazy:x` only `import()`.
 * `uses` names packages by the same grammar. `open` rooms may use any package.
 *
 * Order matters: the first room whose `match` fits a path is the path's room.
 *
 * @typedef {{ name: string, match: RegExp, sees: string[], uses?: string[], open?: boolean, home: string }} Room
 */

const below = [
  'src/domain',
  'src/client',
  'src/stores',
  'src/controllers',
  'src/context',
  'src/i18n',
  'src/styles',
];
const doors = [
  'src/index',
  'src/all',
  'src/standalone',
  'src/define',
  'src/mock',
  'src/testing',
  'src/i18n',
  'src/styles',
  'src/client',
  'src/domain',
  'src/stores',
  'src/controllers',
];
const portable = ['server', 'server/mail', 'server/scenarios', 'server/stores/memory'];

/** @type {Room[]} */
export const rooms = [
  {
    name: 'src/domain',
    match: /^src\/domain\//,
    sees: [],
    home: 'pure rules and checks: no Lit, no fetch, no clock, no randomness',
  },
  {
    name: 'src/client/wire',
    match: /^src\/client\/wire\//,
    sees: ['type:src/domain'],
    home: 'the shapes that cross the wire, types only',
  },
  {
    name: 'src/client',
    match: /^src\/client\//,
    sees: ['src/domain', 'src/client/wire'],
    uses: ['ky', 'lazy:eventsource-parser'],
    home: 'everything that talks to the backend',
  },
  {
    name: 'src/stores',
    match: /^src\/stores\//,
    sees: ['src/domain', 'src/client', 'src/client/wire'],
    uses: ['nanostores'],
    home: 'state, and the actions that change it',
  },
  {
    name: 'src/i18n',
    match: /^src\/i18n\//,
    sees: ['type:src/domain', 'type:src/client/wire'],
    home: 'texts and the helpers that format them',
  },
  {
    name: 'src/styles',
    match: /^src\/styles\//,
    sees: [],
    uses: ['lit'],
    home: 'tokens and shared style fragments',
  },
  {
    name: 'src/context',
    match: /^src\/context\//,
    sees: ['type:src/domain', 'type:src/client', 'type:src/stores', 'type:src/i18n'],
    uses: ['lit', '@lit/context'],
    home: 'the typed context keys',
  },
  {
    name: 'src/controllers',
    match: /^src\/controllers\//,
    sees: ['src/domain', 'src/client', 'src/stores', 'src/context', 'src/i18n', 'src/styles'],
    uses: ['lit', 'lazy:@floating-ui/dom'],
    home: 'Lit glue that several elements share',
  },
  {
    name: 'src/elements',
    match: /^src\/elements\//,
    sees: below,
    uses: ['lit', 'lazy:lean-qr'],
    home: 'elements: drawing and handlers',
  },
  {
    name: 'src/define',
    match: /^src\/define\//,
    sees: ['src/elements', 'src/i18n', 'src/domain', 'lazy:src/mock', 'type:src/mock'],
    home: 'registration of tags',
  },
  {
    name: 'src/mock',
    match: /^src\/mock\//,
    sees: ['src/domain', 'src/client', 'src/client/wire', 'src/i18n', ...portable],
    home: 'the backend in browser memory',
  },
  {
    name: 'src/testing',
    match: /^src\/testing\//,
    sees: [...below, 'src/client/wire', 'src/elements', 'src/mock'],
    uses: ['type:lit'],
    home: 'doubles and harnesses for hosts',
  },
  {
    name: 'src/conformance',
    match: /^src\/conformance\//,
    sees: ['type:src/domain', 'type:src/client/wire'],
    home: 'the rules of the contract as black-box checks: an independent judge',
  },
  {
    name: 'src/all',
    match: /^src\/(all|standalone)(\.ts$|\/)/,
    sees: ['src/define', 'lazy:src/define', 'src/elements', 'src/mock'],
    home: 'doors that register everything',
  },
  {
    name: 'src/index',
    match: /^src\/[^/]+\.ts$/,
    sees: [...below, 'src/client/wire', 'src/elements'],
    home: 'doors of classes and types, without side effects',
  },
  {
    name: 'server/node',
    match: /^server\/node\//,
    sees: ['src/domain', 'src/client/wire', 'server/stores/sql', 'server/mail/smtp', ...portable],
    uses: ['node:*', '@hono/node-server', 'hono', '@node-rs/argon2', 'zod'],
    home: 'the Node process: environment, files, listening, signals',
  },
  {
    name: 'server/stores/sql',
    match: /^server\/stores\/sql\//,
    sees: ['src/domain', 'server'],
    uses: ['node:*', 'kysely', 'pg', '@electric-sql/pglite'],
    home: 'the SQL store',
  },
  {
    name: 'server/stores/memory',
    match: /^server\/stores\/memory(\.ts$|\/)/,
    sees: ['src/domain', 'server'],
    home: 'the memory store',
  },
  {
    name: 'server/mail/smtp',
    match: /^server\/mail\/smtp(\.ts$|[./-])/,
    sees: ['server', 'server/mail'],
    uses: ['node:*', 'nodemailer'],
    home: 'mail over SMTP',
  },
  {
    name: 'server/mail',
    match: /^server\/mail\//,
    sees: ['src/domain', 'server'],
    home: 'the mail port, its texts and the dev mailbox',
  },
  {
    name: 'server/scenarios',
    match: /^server\/scenarios\//,
    sees: ['src/domain', 'src/client/wire', 'server', 'server/stores/memory'],
    uses: ['@noble/hashes'],
    home: 'sample people and accounts',
  },
  {
    name: 'server',
    match: /^server\//,
    sees: ['src/domain', 'src/client/wire', 'server/mail', 'server/stores/memory'],
    uses: ['hono', 'zod', 'jose', 'otplib', '@noble/hashes'],
    home: 'the backend, portable: it also runs in the browser for src/mock',
  },
  {
    name: 'hosts',
    match: /^hosts\//,
    sees: doors,
    uses: ['lit', 'crew-components', 'node:*', 'vite'],
    home: 'example hosts, over public doors only',
  },
  {
    name: 'stories',
    match: /^stories\//,
    sees: doors,
    uses: ['lit', 'crew-components', 'storybook', '@storybook/web-components-vite'],
    home: 'stories, over public doors only',
  },
  {
    name: 'test',
    match: /^(test|scripts|\.storybook)\/|^[^/]+\.(ts|js)$/,
    sees: ['*'],
    open: true,
    home: 'tests and tools',
  },
];

/** Files of a room that hosts and stories may name: what has no door may change in any release. */
export const publicDoor =
  /^src\/(index|all|standalone|(client|conformance|domain|stores|controllers|mock|testing)\/index|testing\/dom|define\/[^/]+|i18n\/(locales\/)?[a-z-]+|styles\/(tokens|brand))(\.ts)?$/i;

/** Where an outside library belongs, for the message of the ban. */
export function homesOf(library) {
  return rooms
    .filter((room) => (room.uses ?? []).some((entry) => bare(entry) === library))
    .map((room) => room.name);
}

/** Rooms that may look at a room, for the message of the ban. */
export function viewersOf(target) {
  return rooms
    .filter(
      (room) => !room.open && (room.name === target || room.sees.some((entry) => bare(entry) === target)),
    )
    .map((room) => room.name);
}

/** An entry of `sees` or `uses` without its prefix. */
export function bare(entry) {
  return entry.replace(/^(type|lazy):/, '');
}

/** The room of a path from the root, or undefined for a path outside every room. */
export function roomOf(path) {
  return rooms.find((room) => room.match.test(path));
}
