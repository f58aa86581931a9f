import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conformanceRules, formatReport, runConformance } from '../../src/conformance/index.js';
import type { TestOptions } from '../support/server.js';
import { rewritten, startSubject, type Between } from './subject.js';

/** A backend with a fault, and the rules that have to find it. */
interface Fault {
  title: string;
  finds: readonly string[];
  between?: Between;
  options?: TestOptions;
}

/** Spoils the answers to these calls. */
const answers =
  (call: RegExp, spoil: (text: string, status: number) => string): Between =>
  async (request, ask) => {
    const path = `${request.method} ${new URL(request.url).pathname.replace(/^\/v1/, '')}`;
    const response = await ask(request);
    return call.test(path) ? rewritten(response, (text) => spoil(text, response.status)) : response;
  };

/** Spoils the headers of every call. */
const asks =
  (spoil: (headers: Headers) => void): Between =>
  (request, ask) => {
    const headers = new Headers(request.headers);
    spoil(headers);
    return ask(new Request(request, { headers }));
  };

/** Answers with this status in place of that one. */
const instead =
  (from: number, to: number): Between =>
  async (request, ask) => {
    const response = await ask(request);
    if (response.status !== from) return response;
    return new Response(to === 204 ? null : await response.text(), { status: to, headers: response.headers });
  };

const accessWith = (change: (capabilities: string[]) => string[]): Between =>
  answers(/^GET .*\/access$/, (text, status) => {
    const body = JSON.parse(text) as { capabilities: string[] };
    return status === 200 ? JSON.stringify({ ...body, capabilities: change(body.capabilities) }) : text;
  });

const faults: readonly Fault[] = [
  {
    title: 'says forbidden to accounts out of reach',
    finds: ['R4', 'R5', 'R93', 'R59'],
    between: instead(404, 403),
  },
  {
    title: 'tells in words that a foreign account exists',
    finds: ['R5'],
    between: async (request, ask) => {
      const response = await ask(request);
      const known = !request.url.includes('acc_0000');
      return known ? rewritten(response, (text) => text.replace('"title":', '"hint":1,"title":')) : response;
    },
  },
  {
    title: 'takes no notice of keys',
    finds: ['R35'],
    between: asks(
      (headers) => headers.has('idempotency-key') && headers.set('idempotency-key', crypto.randomUUID()),
    ),
  },
  {
    title: 'takes no notice of versions',
    finds: ['R14'],
    between: asks(
      (headers) =>
        headers.get('if-match')?.startsWith('W/') &&
        headers.set('if-match', headers.get('if-match')?.slice(2) ?? ''),
    ),
  },
  {
    title: 'takes no notice of the account that was shown',
    finds: ['R92'],
    between: asks((headers) => headers.delete('cc-account')),
  },
  { title: 'has no limit of seats', finds: ['R16', 'R19', 'R20'], options: { config: { plans: [] } } },
  { title: 'takes any body', finds: ['V04'], options: { config: { limits: { bodyBytes: 1e6 } } } },
  {
    title: 'lets everybody bill',
    finds: ['R6', 'R7'],
    between: accessWith((all) => [...all, 'billing.manage']),
  },
  {
    title: 'lets nobody bill',
    finds: ['R6', 'R8', 'R10'],
    between: accessWith((all) => all.filter((one) => one !== 'billing.manage')),
  },
  {
    title: 'gives Partner Managers the product',
    finds: ['R9'],
    between: accessWith((all) => [...all, 'product.use']),
  },
  {
    title: 'offers every role everywhere',
    finds: ['R1', 'R2'],
    between: answers(/^GET .*\/roles$/, (text) => text.replaceAll('"available":false', '"available":true')),
  },
  {
    title: 'tells links in its lists',
    finds: ['R24'],
    between: answers(/^GET .*\/invitations$/, (text) => text.replace('{', '{"url":"https://x/#cci_y",')),
  },
  {
    title: 'names no fields',
    finds: ['R26', 'R47'],
    between: answers(/./, (text) => text.replace(/"errors":\[.*?\],?/, '')),
  },
  {
    title: 'answers failures as plain JSON',
    finds: ['P26'],
    between: async (request, ask) => {
      const response = await ask(request);
      const headers = new Headers(response.headers);
      if (response.status >= 400) headers.set('content-type', 'application/json');
      return new Response(response.status === 204 ? null : await response.text(), {
        status: response.status,
        headers,
      });
    },
  },
  {
    title: 'shows a page twice',
    finds: ['L1'],
    between: (request, ask) => ask(new Request(request.url.replace(/&cursor=[^&]*/, ''), request)),
  },
  {
    title: 'tells the address of the invited person',
    finds: ['R46'],
    between: answers(/^POST \/invitation-lookups$/, (text) =>
      text.replace(/"maskedEmail":"[^"]*"/, '"maskedEmail":"no-at-sign"'),
    ),
  },
  {
    title: 'shows a role that is not granted',
    finds: ['R42'],
    between: answers(/^POST \/invitation-lookups$/, (text) =>
      text.replace('account_manager', 'campaign_creator'),
    ),
  },
  {
    title: 'asks for no code',
    finds: ['R44'],
    between: answers(/^POST \/invitation-lookups$/, (text) =>
      text.replace('"emailCodeRequired":true', '"emailCodeRequired":false'),
    ),
  },
  {
    title: 'counts no reserved seats',
    finds: ['R17'],
    between: answers(/^GET .*\/seats$/, (text) => text.replace(/"reserved":\d+/, '"reserved":0')),
  },
  {
    title: 'limits partner accounts',
    finds: ['R15'],
    between: answers(/^GET .*\/seats$/, (text) => text.replace('"limit":null', '"limit":9')),
  },
  {
    title: 'counts people of the partner account',
    finds: ['R22'],
    between: (() => {
      let count = 0;
      return answers(/^GET .*\/seats$/, (text) => text.replace(/"used":\d+/, () => `"used":${(count += 1)}`));
    })(),
  },
  {
    title: 'has several owners',
    finds: ['R54'],
    between: answers(/^GET .*\/members$/, (text) => text.replace(/"items":\[(\{.*?\})/, '"items":[$1,$1')),
  },
  {
    title: 'hides who can enter',
    finds: ['R90'],
    between: answers(/^GET .*\/partner-people$/, () => '{"items":[]}'),
  },
  {
    title: 'says yes to everything',
    finds: [
      'R25',
      'R27',
      'R28',
      'R39',
      'R40',
      'R41',
      'R45',
      'R50',
      'R55',
      'R56',
      'R57',
      'R58',
      'R62',
      'R71',
      'R73',
      'R76',
      'R87',
      'T17',
      'V05',
      'L2',
      'R33',
      'P11',
    ],
    between: async (request, ask) => {
      const response = await ask(request);
      return response.status < 400
        ? response
        : new Response('{}', { status: 200, headers: response.headers });
    },
  },
  {
    title: 'opens an account as soon as a link is asked for',
    finds: ['R74'],
    between: async (request, ask) => {
      if (!/\/account-links$/.test(request.url)) return ask(request);
      return Response.json({ id: 'lnk_1', state: 'active', parent: {}, child: {} }, { status: 201 });
    },
  },
  {
    title: 'tells another secret than its address, and takes any code',
    finds: ['R63'],
    between: answers(/^POST .*\/enrolments$/, (text) =>
      text
        .replace(/"secret":"."/, '"secret":"')
        .replace(/"secret":"(.)/, (_all, first: string) => `"secret":"${first === 'A' ? 'B' : 'A'}`),
    ),
  },
  {
    title: 'refuses acceptance at a full account',
    finds: ['R18', 'R49'],
    between: async (request, ask) => {
      if (!request.url.endsWith('/invitation-acceptances')) return ask(request);
      return Response.json({ type: '/problems/seat-limit-reached', code: 'seat_limit' }, { status: 409 });
    },
  },
];

describe('the conformance suite finds a broken backend', { timeout: 300_000 }, () => {
  const found = new Set<string>();
  for (const { title, finds, between, options } of faults) {
    it(`that ${title}: ${finds.join(', ')}`, async () => {
      const { subject, server } = await startSubject(options, between);
      const report = await runConformance(subject, { only: finds });
      const broken = report.results.filter(({ outcome }) => outcome === 'broken');
      const rules = new Set(broken.map(({ rule }) => rule));
      assert.deepEqual([...rules].sort(), [...finds].sort(), formatReport(report));
      for (const { detail } of broken) assert.ok(detail, 'it says what was answered');
      rules.forEach((rule) => found.add(rule));
      await server.close();
    });
  }

  it('with every rule it has', () => {
    const all = new Set(conformanceRules.map(({ rule }) => rule));
    assert.deepEqual(
      [...all].filter((rule) => !found.has(rule)),
      [],
    );
  });
});
