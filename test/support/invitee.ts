import { fixture, html } from '@open-wc/testing';
import type { InvitationDraft, InvitationPreview } from '../../src/client/index.js';
import '../../src/define/accept-invite.js';
import '../../src/define/provider.js';
import type { CcAcceptInvite } from '../../src/elements/accept-invite/accept-invite.js';
import { createMockBackend, type MockBackend, type MockOptions } from '../../src/mock/index.js';
import { AcceptInviteHarness } from '../../src/testing/harnesses/accept-invite.harness.js';
import { waitUntil } from './wait.js';

export const email = 'priya.nair@elsewhere.test';
export const password = 'blue mountain river five';

/** A backend with one invitation in it. */
export interface Invited {
  backend: MockBackend;
  id: string;
  /** From the mail, and from Copy URL. */
  mailed: string;
  copied: string;
}

export const tokenIn = (text: string | undefined) => /#(cci_[\w-]{43})/.exec(text ?? '')?.[1] ?? '';

/** Invites somebody, as the viewer of the backend. */
export async function invite(
  draft: Partial<InvitationDraft> = {},
  options: MockOptions = {},
): Promise<Invited> {
  const backend = await createMockBackend({ scenario: 'three', viewer: 'partner.owner', ...options });
  const { id, url } = await backend.client.invitations.create(backend.accountId, {
    ...{ email, roleId: 'campaign_creator' },
    ...draft,
  });
  return { backend, id, copied: tokenIn(url), mailed: tokenIn(await lastMail(backend)) };
}

/** The newest mail with a link in it. */
export const lastMail = async (backend: MockBackend) =>
  (await backend.mails()).findLast(({ text }) => text.includes('cci_'))?.text;
/** The newest mailed code. */
export const lastCode = async (backend: MockBackend) =>
  /\b\d{6}\b/.exec((await backend.mails()).at(-1)?.text ?? '')?.[0] ?? '';

/** The page of an invitee, who is signed in as somebody or nobody. */
export async function open(
  backend: MockBackend,
  token: string,
  {
    as = null,
    wait = true,
    more = {},
  }: { as?: string | null; wait?: boolean; more?: Partial<InvitationPreview> } = {},
) {
  const client = await backend.signIn(as);
  const { lookup } = client.invitations;
  Object.assign(client.invitations, {
    lookup: async (...asked: Parameters<typeof lookup>) => ({ ...(await lookup(...asked)), ...more }),
  });
  const page = await fixture(html`
    <cc-provider .client=${client} .clock=${backend.clock}>
      <cc-accept-invite token-source="property" .token=${token}></cc-accept-invite>
    </cc-provider>
  `);
  const element = page.querySelector('cc-accept-invite') as CcAcceptInvite;
  const seen = new AcceptInviteHarness(element);
  if (wait) await waitUntil(() => seen.heading() !== '', 'the page');
  await element.updateComplete;
  return { seen, element, client };
}

/** What the page says once it no longer says `before`. */
export async function next(seen: AcceptInviteHarness, before: string): Promise<string> {
  await waitUntil(() => !['', before].includes(seen.heading()), `something after "${before}"`);
  await seen.element.updateComplete;
  return seen.heading();
}
