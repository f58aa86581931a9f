import { z } from 'zod';
import type { Capability } from '../../src/domain/index.js';
import type { App } from '../app.js';
import { pageHeaders } from './page-headers.js';
import type { Part } from './site.js';

/** Something that is done in the product, and what it takes (domain.md 2a, 2b). */
interface Act {
  readonly id: string;
  readonly name: string;
  /** Said when it is done. */
  readonly done: string;
  readonly capability: Capability;
}

interface Area {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Whoever lacks it does not see the area. */
  readonly capability: Capability;
  readonly acts: readonly Act[];
}

const act = (id: string, capability: Capability, name: string, done: string): Act => ({
  ...{ id, capability, name, done },
});

const areas: readonly Area[] = [
  {
    ...{ id: 'campaigns', name: 'Campaigns', capability: 'product.use' },
    text: 'The autumn letter, a draft to 1,240 contacts.',
    acts: [
      act('edit', 'campaigns.edit', 'Edit the draft', 'The draft is saved.'),
      act('schedule', 'campaigns.schedule', 'Schedule it', 'The letter goes out tomorrow at 09:00.'),
      act('publish', 'campaigns.publish', 'Send it now', 'The letter is on its way.'),
      act('delete', 'campaigns.delete', 'Delete it', 'The draft is deleted.'),
      act('copy', 'campaigns.copyToChild', 'Copy it to a client', 'The client has a copy of the draft.'),
    ],
  },
  {
    ...{ id: 'contact-lists', name: 'Contact lists', capability: 'contacts.view' },
    text: 'Readers of the newsletter, 1,240 contacts.',
    acts: [
      act('view-list', 'contacts.view', 'Open the list', 'The list is open.'),
      act('edit-list', 'lists.manage', 'Add a contact', 'The contact is on the list.'),
    ],
  },
  {
    ...{ id: 'reports', name: 'Reports', capability: 'campaigns.report' },
    text: 'How the letters of this account were read.',
    acts: [
      act('report', 'campaigns.report', 'Open the results', 'The results are open.'),
      act('report-clients', 'partnerReports.run', 'Compare all clients', 'The comparison is on its way.'),
    ],
  },
  {
    ...{ id: 'billing', name: 'Billing', capability: 'billing.manage' },
    text: 'One open invoice.',
    acts: [
      act('pay', 'billing.manage', 'Pay the invoice', 'The invoice is paid.'),
      act('plan', 'billing.manage', 'Change the plan', 'The new plan starts tomorrow.'),
    ],
  },
  {
    ...{ id: 'single-billing', name: 'Single Billing', capability: 'singleBilling.manage' },
    text: 'One bill to the partner for all clients that are enrolled.',
    acts: [act('one-bill', 'singleBilling.manage', 'Open the bill', 'The bill is open.')],
  },
  {
    ...{ id: 'partner-tools', name: 'Partner tools', capability: 'partnerTools.use' },
    text: 'Templates and guides for agencies.',
    acts: [
      act('tools', 'partnerTools.use', 'Use a template', 'The template is in your drafts.'),
      act('resources', 'resources.view', 'Read the guide', 'The guide is open.'),
    ],
  },
];

const acts = new Map(areas.flatMap((area) => area.acts.map((one) => [one.id, one])));
const wish = z.object({ accountId: z.string().max(64), act: z.string().max(32) });

/**
 * The product that the portal's people work in, in small: what there is to do (`/product.json`), and a server that does
 * it (`POST /product/acts`). Before each act it asks the backend what the person may do on that account, as a host's
 * own server would: whoever leaves out the checks of the page gets nowhere (R13). Never part of production.
 */
export function createSampleProduct(app: App): Part {
  return async (request) => {
    const { pathname, origin } = new URL(request.url);
    if (pathname === '/product.json' && request.method === 'GET') return json(200, { areas });
    if (pathname !== '/product/acts' || request.method !== 'POST') return undefined;
    // Another site's page can send neither this type nor this origin without being asked first (threat 17).
    const own = request.headers.get('origin') === origin;
    if (!own || request.headers.get('content-type') !== 'application/json') return json(403, {});
    const wanted = wish.safeParse(await request.json().catch(() => null));
    const chosen = wanted.data && acts.get(wanted.data.act);
    if (!wanted.data || !chosen) return json(400, {});
    const asked = new URL(`/v1/accounts/${encodeURIComponent(wanted.data.accountId)}/access`, origin);
    const cookie = request.headers.get('cookie') ?? '';
    const answer = await app.fetch(new Request(asked, { headers: { cookie } }));
    if (!answer.ok) return answer;
    const { capabilities } = (await answer.json()) as { capabilities: readonly string[] };
    const { capability, done } = chosen;
    return capabilities.includes(capability) ? json(200, { done }) : json(403, { capability });
  };
}

function json(status: number, body: unknown): Response {
  const headers = { ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8' };
  return new Response(JSON.stringify(body), { status, headers });
}
