import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AuditEvent, AuditQuery } from '../../src/client/index.js';
import '../../src/define/audit-log.js';
import '../../src/define/provider.js';
import type { CcAuditLog } from '../../src/elements/audit-log/audit-log.js';
import type {
  CcAuditExportedEvent,
  CcAuditExportRequestEvent,
  CcAuditOpenRequestEvent,
} from '../../src/elements/audit-log/audit-log.events.js';
import { aRefusal } from '../../src/testing/index.js';
import { AuditLogHarness } from '../../src/testing/harnesses/audit-log.harness.js';
import { accessibilityTree } from '../support/accessibility-tree.js';
import { expectAccessible } from '../support/axe.js';
import { anEntry, historyNow, pagesOf } from '../support/history.js';
import { canEmulateMedia } from '../support/media.js';
import { HandClock } from '../support/roster.js';
import { stubClient } from '../support/stub-client.js';
import { keepsItsPromises } from '../support/suites.js';
import { waitUntil as until } from '../support/wait.js';

const some = [
  anEntry(1, 'member.role-changed', {
    before: { userId: 'usr_1', roleId: 'partner_manager' },
    after: { roleId: 'account_manager' },
  }),
  anEntry(2, 'invitation.created', {
    targetName: 'luca@northwind.test',
    after: { email: 'luca@northwind.test', roleId: 'campaign_creator', delivery: 'queued' },
  }),
  anEntry(30, 'mfa.enrolled', {
    actor: { userId: 'usr_tomasz', displayName: 'Tomasz Wilk', username: 'twilk' },
  }),
];

function clientOf(list: (query?: AuditQuery) => unknown) {
  const asked: AuditQuery[] = [];
  const client = stubClient({
    audit: {
      list: async (_: string, query: AuditQuery = {}) => {
        asked.push(query);
        return Promise.resolve(list(query)) as never;
      },
      stream: (_, { onState } = {}) => {
        onState?.('live');
        return () => undefined;
      },
    },
    accounts: {
      access: async () => Promise.resolve({ capabilities: ['audit.read'], userId: 'usr_maya' } as never),
    },
    capabilities: (async () => Promise.resolve({ features: ['live_events'] })) as never,
    members: { list: async () => Promise.resolve({ items: [], nextCursor: null } as never) },
  });
  return Object.assign(client, { asked });
}

async function scene(
  events: readonly AuditEvent[] | ((query?: AuditQuery) => unknown) = some,
  properties: Partial<CcAuditLog> = {},
) {
  const client = clientOf(typeof events === 'function' ? events : pagesOf(() => events));
  const clock = new HandClock({ now: () => historyNow });
  const page = await fixture(html`
    <cc-provider account-id="acc_1" .client=${client} .clock=${clock}></cc-provider>
  `);
  const log = Object.assign(document.createElement('cc-audit-log'), properties);
  page.append(log);
  const seen = new AuditLogHarness(log);
  await until(() => seen.heading() !== '' && !log.matches(':state(busy)'), 'the history');
  return { client, clock, log, seen, page };
}

const focused = ({ renderRoot }: CcAuditLog) => {
  const active = (renderRoot as ShadowRoot).activeElement;
  return active?.getAttribute('aria-label') ?? active?.textContent?.replace(/\s+/g, ' ').trim() ?? 'nothing';
};

describe('cc-audit-log drawing', () => {
  it('tells what happened in words, day by day, with what was before and after', async () => {
    const { seen } = await scene();
    expect(seen.days()).to.deep.equal(['Today', 'Yesterday']);
    expect(seen.entries()).to.deep.equal([
      'You changed the role of Tomasz Wilk; Role: from Partner Manager to Account Manager',
      'You invited luca@northwind.test; Role: Campaign Creator',
      'Tomasz Wilk turned two-factor sign-in on',
    ]);
    expect(seen.count()).to.equal('3 entries');
  });

  it('R06: shows what only a newer server knows under its own name, and leaves out values it cannot explain', async () => {
    const entry = anEntry(1, 'passkey.added', { actor: null, targetName: null, after: { aaguid: 'x' } });
    const { seen } = await scene([entry]);
    expect(seen.entries()).to.deep.equal(['Somebody did something else: passkey.added']);
  });

  it('draws a template of the host in every entry', async () => {
    const { log, seen } = await scene();
    const template = document.createElement('template');
    template.slot = 'entry';
    template.innerHTML = '<em data-field="action"></em>';
    log.append(template);
    await log.refresh();
    await until(() => log.renderRoot.querySelectorAll('.entry em').length === 3, 'three copies');
    expect(seen.entries()[0]).to.contain('You changed the role');
    expect(log.renderRoot.querySelector('.entry em')?.textContent).to.equal('member.role-changed');
  });

  it('says what it means that nothing has happened, and that nothing matches', async () => {
    const { log, seen } = await scene([]);
    expect(seen.message()).to.contain('Nothing has happened yet');
    expect(log.matches(':state(empty)')).to.equal(true);
    const filtered = await scene([], { types: 'invitation' });
    expect(filtered.seen.message()).to.contain('Nothing matches');
  });
});

describe('cc-audit-log acting', () => {
  it('filters by kind, by person and by days, each day to its end', async () => {
    const { client, log, seen } = await scene();
    await seen.filter('kind', 'Invites');
    await until(() => seen.entries().length === 1, 'invites');
    expect([log.types, seen.entries()[0]?.slice(0, 11)]).to.deep.equal(['invitation', 'You invited']);
    await seen.press('Clear filters');
    await until(() => seen.entries().length === 3, 'all again');
    await seen.filter('person', 'Tomasz Wilk');
    await until(() => seen.entries().length === 1, 'what Tomasz did');
    expect(log.actor).to.equal('usr_tomasz');
    await seen.press('Clear filters');
    await seen.day('from', '2026-11-21');
    await seen.day('to', '2026-11-21');
    await until(() => client.asked.at(-1)?.until !== undefined, 'the days');
    const { since = '', until: end = '' } = client.asked.at(-1) ?? {};
    expect(Date.parse(end) - Date.parse(since)).to.equal(86_400_000);
    expect(new Date(since).getHours()).to.equal(0);
  });

  it('leaves out kinds that the backend would refuse', async () => {
    const { client } = await scene(some, { types: 'invitation, teleport' });
    expect(client.asked[0]?.types).to.equal('invitation');
  });

  it('opens an entry with the exact time, the reference and the way to all of that person', async () => {
    const { log, seen } = await scene();
    await seen.openEntry('turned two-factor sign-in on');
    await until(() => seen.details() !== '', 'details');
    expect(seen.details()).to.contain('192.0.2.7').and.to.contain('req_30').and.to.contain('mfa.enrolled');
    await seen.press('Show only what Tomasz Wilk did');
    await until(() => seen.entries().length === 1, 'only Tomasz');
    expect(focused(log)).to.equal('Person: Tomasz Wilk');
  });

  it('shows older entries, says how many, and keeps focus when the button goes', async () => {
    const events = Array.from({ length: 60 }, (_, hour) => anEntry(hour, 'member.suspended'));
    const { log, seen } = await scene(events);
    expect(seen.entries().length).to.equal(50);
    expect(seen.count()).to.equal('The newest 50 entries are shown');
    await seen.press('Show older');
    await until(() => seen.entries().length === 60, 'all');
    expect(seen.count()).to.equal('60 entries');
    await until(() => focused(log) === 'Details: You suspended Tomasz Wilk', 'focus on the first older one');
  });

  it('live: what happens elsewhere comes by itself; under the pointer it waits to be shown', async () => {
    const events = [...some];
    const { client, clock, log, seen } = await scene(
      pagesOf(() => events),
      { live: true },
    );
    await until(() => log.renderRoot.querySelector('[part=live]')?.textContent === 'Live', 'live');
    const happens = (hours: number) => {
      events.push(anEntry(hours, 'member.removed'));
      client.tell('live.changed', { accountId: 'acc_1', kind: 'member', id: 'mem_9', version: 2 });
      clock.pass(300);
    };
    happens(0.5);
    await until(() => seen.entries().length === 4, 'the new one');
    expect(seen.entries()[0]).to.equal('You removed Tomasz Wilk');
    log.renderRoot.querySelector('.body')?.dispatchEvent(new PointerEvent('pointerenter'));
    happens(0.25);
    await until(() => seen.notice() !== '', 'it waits');
    expect([seen.notice(), seen.entries().length]).to.deep.equal(['1 new entry Show', 4]);
    await seen.press('Show');
    await until(() => seen.entries().length === 5, 'shown');
  });
});

describe('cc-audit-log events', () => {
  it('asks before an entry opens; a host leads elsewhere instead', async () => {
    const { log, seen } = await scene();
    log.addEventListener('cc-audit-open-request', (event) => event.preventDefault());
    setTimeout(() => void seen.openEntry('changed the role'));
    const request = (await oneEvent(log, 'cc-audit-open-request')) as unknown as CcAuditOpenRequestEvent;
    expect(request.detail.input).to.deep.equal({
      eventId: 'aud_1',
      action: 'member.role-changed',
      targetType: 'membership',
      targetId: 'mem_1',
    });
    await aTimeout(0);
    expect(seen.details()).to.equal('');
  });

  it('P32: exports all that matches, over all pages, with nothing a spreadsheet would run', async () => {
    const events = Array.from({ length: 120 }, (_, hour) =>
      anEntry(hour, 'member.suspended', { targetName: hour === 119 ? '=HYPERLINK("x")' : 'A, B' }),
    );
    const { log, seen } = await scene(events, { types: 'member' });
    let saved: Blob | undefined;
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      saved = blob;
      return 'data:text/csv,';
    };
    const asked = oneEvent(log, 'cc-audit-export-request') as unknown as Promise<CcAuditExportRequestEvent>;
    const done = oneEvent(log, 'cc-audit-exported') as unknown as Promise<CcAuditExportedEvent>;
    await seen.press('Export');
    expect((await asked).detail.input.types).to.equal('member');
    expect((await done).detail).to.deep.equal({ accountId: 'acc_1', count: 120 });
    URL.createObjectURL = createObjectURL;
    const lines = (await saved?.text())?.trim().split('\r\n') ?? [];
    expect(lines.length).to.equal(121);
    expect(lines[1]).to.contain('"You suspended A, B"');
    expect(lines[120]).to.contain('"\'=HYPERLINK(""x"")"');
    expect(lines.flatMap((line) => line.split(',')).filter((cell) => /^"?[=+@-]/.test(cell))).to.deep.equal(
      [],
    );
  });
});

describe('cc-audit-log refusal and failure', () => {
  it('says who may look, where the viewer may not', async () => {
    const { log, seen } = await scene(() => {
      throw aRefusal('forbidden');
    });
    expect(seen.message()).to.contain('Only people who manage users can open it.');
    expect(log.matches(':state(refused)')).to.equal(true);
    expect(log.renderRoot.querySelector('.toolbar, .export')).to.equal(null);
  });

  it('R01: says why it could not be loaded, and tries again', async () => {
    let fails = true;
    const list = pagesOf(() => some);
    const { seen } = await scene((query) => {
      if (fails) throw aRefusal('unavailable');
      return list(query);
    });
    expect(seen.message()).to.contain('We couldn’t load the history');
    fails = false;
    await seen.press('Retry');
    await until(() => seen.entries().length === 3, 'the history');
  });

  it('R01: keeps what it has when it cannot be renewed', async () => {
    let fails = false;
    const list = pagesOf(() => some);
    const { log, seen } = await scene((query) => {
      if (fails) throw aRefusal('unavailable');
      return list(query);
    });
    fails = true;
    await log.refresh();
    await until(() => seen.notice() !== '', 'not up to date');
    expect([seen.notice().startsWith('Not up to date.'), seen.entries().length]).to.deep.equal([true, 3]);
  });

  it('says that nothing was exported, and why', async () => {
    let fails = false;
    const list = pagesOf(() => some);
    const { seen } = await scene((query) => {
      if (fails) throw aRefusal('unavailable');
      return list(query);
    });
    fails = true;
    await seen.press('Export');
    await until(() => seen.alert() !== '', 'why');
    expect(seen.alert()).to.contain('Nothing was exported.');
  });

  it('marks a last day before the first', async () => {
    const { seen } = await scene(some, { from: '2026-11-20' });
    await seen.day('to', '2026-11-01');
    await until(() => seen.alert() !== '', 'the reason');
    expect(seen.alert()).to.equal('This is before the first day. Choose a later one.');
  });
});

describe('cc-audit-log accessibility', () => {
  it('passes every rule of axe: entries, details, a menu, empty, failed', async () => {
    const { log, seen } = await scene();
    await seen.openEntry('changed the role');
    await expectAccessible(log);
    log.renderRoot.querySelector<HTMLElement>('.filter.kind')?.click();
    await until(() => log.renderRoot.querySelector('#menu:popover-open'), 'the menu');
    await expectAccessible(log);
    await expectAccessible((await scene([])).log);
    const bad = await scene(() => {
      throw aRefusal('unavailable');
    });
    await expectAccessible(bad.log);
  });

  it('is worked by keys alone, in reading order', async () => {
    const { log } = await scene();
    log.focus();
    log.renderRoot.querySelector<HTMLElement>('.export')?.focus();
    const path = [focused(log)];
    for (let step = 0; step < 2; step += 1) {
      await sendKeys({ press: 'Tab' });
      path.push(focused(log));
    }
    log.renderRoot.querySelector<HTMLElement>('.entry .icon-button')?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => log.renderRoot.querySelector('.details'), 'details');
    path.push(focused(log));
    await sendKeys({ press: 'Tab' });
    path.push(focused(log));
    expect(path).to.deep.equal([
      ...['Export', 'What happened', 'Person'],
      'Details: You changed the role of Tomasz Wilk',
      'Details: You invited luca@northwind.test',
    ]);
  });

  it('has exactly this tree', async function () {
    if (!canEmulateMedia) this.skip();
    await scene(some.slice(0, 1));
    expect(await accessibilityTree()).to.deep.equal([
      'status',
      'alert',
      'heading "History" level=2',
      'paragraph',
      '  Who did what on this account, and when. Entries can’t be changed.',
      'button "Export"',
      'button "What happened" haspopup=menu',
      'button "Person" haspopup=menu',
      'From',
      'Date "From"',
      'Until',
      'Date "Until"',
      'heading "Today" level=3',
      'list "Today"',
      '  listitem level=1',
      '    paragraph',
      '      You',
      '      changed the role of',
      '      Tomasz Wilk',
      '    paragraph',
      '      Role: from Partner Manager to Account Manager',
      '    time',
      '    button "Details: You changed the role of Tomasz Wilk"',
      'paragraph',
      '  1 entry',
    ]);
  });
});

keepsItsPromises('history', {
  tag: 'cc-audit-log',
  client: () => clientOf(pagesOf(() => some)),
});
