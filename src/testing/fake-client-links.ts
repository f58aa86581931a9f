import type { AccountLink, LinkApproval, LinkCode, LinkRequest } from '../client/index.js';
import {
  can,
  guardLink,
  guardLinkEnd,
  guardLinkRequest,
  limits,
  linkState,
  type AccountKind,
  type LinkSide,
  type LinkState,
} from '../domain/index.js';
import {
  accessTo,
  enter,
  match,
  membersOf,
  pageOf,
  refuse,
  refuseFor,
  type AnyCall,
  type FakePartnership,
  type FakeWorld,
} from './fake-client-world.js';

/** Links between a partner account and its clients, as the backend answers for them. */
export function linkHandlers(world: FakeWorld) {
  const later = (seconds: number) => new Date(world.now().getTime() + seconds * 1000).toISOString();
  const at = () => later(0);
  const stateOf = (link: FakePartnership) =>
    linkState({ state: link.state as LinkState, expiresAt: link.expiresAt }, world.now());
  const view = (link: FakePartnership, side: LinkSide): AccountLink => ({
    ...link,
    side,
    state: stateOf(link),
    remindersLeft: Math.max(0, limits.linkReminders - link.reminders),
  });
  const all = () => [...world.partnerships.values()];
  const isOpen = (link: FakePartnership) => ['pending', 'active'].includes(stateOf(link));

  /** A link somebody opened, with the sides they stand on; for anybody else it does not exist. */
  function open({ path }: AnyCall): { link: FakePartnership; sides: LinkSide[]; seen: LinkSide } {
    if (world.viewer === null) refuse('unauthenticated');
    const link = world.partnerships.get(path[1] ?? '');
    if (!link) return refuse('not-found');
    const sides: LinkSide[] = [];
    const own = accessTo(world, link.child.id);
    if (own.grants.some(({ source }) => source === 'direct') && can(own, 'links.decide')) sides.push('child');
    if (can(accessTo(world, link.parent.id), 'links.request')) sides.push('parent');
    if (sides.length === 0) refuse('not-found');
    const seen = sides.find((side) => side !== link.initiatedBy) ?? sides[0] ?? 'parent';
    return { link, sides, seen };
  }

  function save(link: FakePartnership, patch: Partial<FakePartnership>): FakePartnership {
    const next = { ...link, ...patch, version: link.version + 1 };
    world.partnerships.set(link.id, next);
    return next;
  }

  function requireSide(
    action: 'approve' | 'decline' | 'cancel',
    { link, sides }: ReturnType<typeof open>,
  ): LinkSide {
    const asked = { state: stateOf(link), initiatedBy: link.initiatedBy as LinkSide };
    const answers = sides.map((side) => ({ side, answer: guardLink(action, asked, side) }));
    const right = answers.find(({ answer }) => answer.ok);
    if (right) return right.side;
    const [first] = answers;
    return refuseFor(first && !first.answer.ok ? first.answer.code : 'forbidden');
  }

  /** The account that has this code; case, blanks and dashes do not matter. */
  const ofCode = (typed: string) => {
    const wanted = typed.replace(/[\s\p{Pd}]+/gu, '').toUpperCase();
    return [...world.accounts.values()].find(({ id }) => codeOf(id).code === wanted);
  };
  const codeOf = (id: string): LinkCode =>
    world.codes.get(id) ?? { code: id.slice(-8).toUpperCase().padStart(8, 'X'), version: 1 };

  function enterForLinks(call: AnyCall) {
    const { account } = enter(world, call);
    return enter(world, call, account.kind === 'parent' ? 'links.request' : 'links.decide').account;
  }

  return {
    'links.list': (call: AnyCall) => {
      const { id, kind } = enterForLinks(call);
      const side = kind === 'parent' ? 'parent' : 'child';
      const items = all().filter((link) => link[side].id === id);
      return pageOf(
        items.map((link) => view(link, side)),
        call.query,
        {
          text: ({ parent, child }) => `${parent.name} ${child.name}`,
          columns: { createdAt: ({ createdAt }) => createdAt },
          filters: { state: ({ state }) => state },
          descending: true,
        },
      );
    },
    'links.get': (call: AnyCall) => {
      const { link, seen } = open(call);
      return view(link, seen);
    },
    'links.request': (call: AnyCall) => {
      if (world.viewer === null) refuse('unauthenticated');
      const { parentId, childId, linkCode = '', note } = call.body as LinkRequest;
      const own = world.accounts.get(parentId ?? childId ?? '');
      const side: LinkSide = parentId === undefined ? 'child' : 'parent';
      const access = own && accessTo(world, own.id);
      if (!own || !access || access.grants.length === 0) return refuse('not-found');
      const needed = side === 'parent' ? 'links.request' : 'links.decide';
      if (!can(access, needed)) refuse('forbidden', { requiredCapability: needed });
      const other = (side === 'parent' && world.accounts.get(childId ?? '')) || ofCode(linkCode);
      if (!other) return refuse('link-code-invalid');
      const [parent, child] = side === 'parent' ? [own, other] : [other, own];
      const pair = all().find(
        (link) => link.parent.id === parent.id && link.child.id === child.id && isOpen(link),
      );
      const answer = guardLinkRequest({
        ...{ parentId: parent.id, childId: child.id, childKind: child.kind as AccountKind },
        samePair: pair ? stateOf(pair) : null,
        managedByAnother: child.parent !== null && child.parent.id !== parent.id,
      });
      if (!answer.ok) refuseFor(answer.code);
      const asker = membersOf(world, own.id).find(({ userId }) => userId === world.viewer);
      const link: FakePartnership = {
        id: `lnk_${world.next()}`,
        parent: { id: parent.id, name: parent.name },
        child: { id: child.id, name: child.name },
        ...{ initiatedBy: side, state: 'pending', relationship: 'managed', maxRole: null },
        ...{ note: note ?? null, reason: null, requestedBy: asker?.displayName ?? null, decidedBy: null },
        ...{ reminders: 0, createdAt: at(), expiresAt: later(limits.linkRequestSeconds) },
        ...{ activatedAt: null, endedAt: null, endReason: null, version: 1 },
      };
      world.partnerships.set(link.id, link);
      return view(link, side);
    },
    'links.remind': (call: AnyCall) => {
      const opened = open(call);
      const { link } = opened;
      requireSide('cancel', opened);
      const next = Date.parse(link.remindedAt ?? link.createdAt) + limits.linkPauseSeconds * 1000;
      const wait = link.reminders >= limits.linkReminders ? Date.parse(link.expiresAt) : next;
      const retryAfter = Math.ceil((wait - world.now().getTime()) / 1000);
      if (retryAfter > 0) refuse('rate-limited', { retryAfter });
      return view(save(link, { reminders: link.reminders + 1, remindedAt: at() }), opened.seen);
    },
    'links.approve': (call: AnyCall) => {
      const opened = open(call);
      const { link } = opened;
      const side = requireSide('approve', opened);
      const { shown, maxRole } = call.body as LinkApproval;
      if (shown.parentId !== link.parent.id || shown.childId !== link.child.id) refuse('account-mismatch');
      if (shown.parentName !== link.parent.name || shown.childName !== link.child.name) {
        refuse('stale-version', { current: view(link, side) });
      }
      const child = world.accounts.get(link.child.id);
      if (!child) return refuse('not-found');
      const ceiling = side === 'child' ? (maxRole ?? null) : null;
      const next = save(link, { state: 'active', maxRole: ceiling, activatedAt: at() });
      world.accounts.set(child.id, { ...child, kind: 'child', parent: link.parent, relationship: 'managed' });
      return view(next, side);
    },
    'links.decline': (call: AnyCall) => {
      const opened = open(call);
      const side = requireSide('decline', opened);
      return view(save(opened.link, { state: 'declined', endedAt: at() }), side);
    },
    'links.end': (call: AnyCall): void => {
      const opened = open(call);
      const { link, seen } = opened;
      match(call, view(link, seen));
      if (stateOf(link) !== 'active') {
        requireSide('cancel', opened);
        save(link, { state: 'cancelled', endedAt: at() });
        return;
      }
      const child = world.accounts.get(link.child.id);
      if (!child) return refuse('not-found');
      const owned = membersOf(world, child.id).some(
        ({ roleId, status }) => roleId === 'account_owner' && status === 'active',
      );
      const { singleBilling } = child;
      const answer = guardLinkEnd({ state: 'active', singleBilling, childHasActiveOwner: owned });
      if (!answer.ok) refuseFor(answer.code);
      const endReason = opened.sides.includes('parent') ? 'ended_by_parent' : 'ended_by_child';
      save(link, { state: 'ended', endedAt: at(), endReason });
      world.accounts.set(child.id, { ...child, kind: 'standalone', parent: null, relationship: null });
    },
    'links.code': (call: AnyCall) => codeOf(enterForLinks(call).id),
    'links.rotateCode': (call: AnyCall) => {
      const { id } = enterForLinks(call);
      const { code, version } = codeOf(id);
      const turned = { code: code.slice(1) + code.slice(0, 1), version: version + 1 };
      world.codes.set(id, turned);
      return turned;
    },
  };
}
