import type { Member } from '../../src/client/index.js';
import '../../src/define/provider.js';
import '../../src/define/user-detail.js';
import type { CcUserDetail } from '../../src/elements/user-detail/user-detail.js';
import type { MockOptions } from '../../src/mock/index.js';
import { UserDetailHarness } from '../../src/testing/harnesses/user-detail.harness.js';
import { mfaScene, until } from './mfa-scene.js';

/** The page of one person, over the backend in memory. */
export async function detail(
  name: string,
  options: MockOptions = {},
  properties: Partial<CcUserDetail> = {},
) {
  const scene = await mfaScene<CcUserDetail>(
    'cc-user-detail',
    { scenario: 'northwind', ...options },
    // Nobody yet; who it is is known once the backend is there.
    { memberId: 'mem_0000000000000000000000' },
  );
  const { backend, element } = scene;
  const owner = await backend.signIn(options.viewer ?? 'partner.owner');
  const { items } = await owner.members.list(backend.accountId, { q: name });
  const member = items[0] as Member;
  Object.assign(element, { memberId: member.id, ...properties });
  const seen = new UserDetailHarness(element);
  await until(() => seen.heading().startsWith(member.displayName ?? name), 'the person');
  await until(() => seen.role() !== '', 'the role');
  return { ...scene, seen, member, owner };
}

/** What has focus, as a person would name it. */
export const focused = ({ renderRoot }: CcUserDetail) => {
  const active = (renderRoot as ShadowRoot).activeElement;
  return active?.getAttribute('aria-label') ?? active?.textContent?.replace(/\s+/g, ' ').trim() ?? 'nothing';
};
