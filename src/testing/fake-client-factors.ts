import type {
  EnrolmentDraft,
  EnrolmentStarted,
  EnrolmentVerified,
  Member,
  MfaEnrolment,
  MfaForecast,
  MfaOverview,
  MfaReminder,
  TrustedDevice,
} from '../client/index.js';
import {
  can,
  enrolmentDemand,
  guardMember,
  limits,
  mfaPolicies,
  type MembershipStatus,
  type MfaPolicy,
} from '../domain/index.js';
import { aTrustedDevice, idOf } from './builders.js';
import {
  accessTo,
  enter,
  match,
  membersOf,
  partnerPeopleOf,
  refuse,
  refuseFor,
  type AnyCall,
  type FakeWorld,
} from './fake-client-world.js';

/** What one person has set up. */
interface Factors {
  enrolments: MfaEnrolment[];
  codes: { left: number; at: string | null; saved: boolean };
  devices: TrustedDevice[];
}

const day = 24 * 60 * 60 * 1000;

/** Second factors, as the backend answers for them. Every code but `000000` is right: the fake computes none. */
export function factorHandlers(world: FakeWorld) {
  const known = new Map<string, Factors>();
  const reminded = new Map<string, number>();

  const later = (ms: number) => new Date(world.now().getTime() + ms).toISOString();
  const at = () => later(0);
  const membershipsOf = (userId: string) =>
    [...world.members.values()].filter((member) => member.userId === userId && member.status !== 'removed');

  function mine(): Factors {
    const { viewer } = world;
    if (viewer === null) return refuse('unauthenticated');
    const before = known.get(viewer);
    if (before) return before;
    const active = membershipsOf(viewer).some(({ mfaActive }) => mfaActive);
    const factors: Factors = {
      enrolments: active ? [enrolment(viewer, 'active', null)] : [],
      codes: { left: active ? limits.recoveryCodes : 0, at: active ? at() : null, saved: true },
      devices: active ? [aTrustedDevice()] : [],
    };
    known.set(viewer, factors);
    return factors;
  }

  const enrolment = (name: string, state: string, label: string | null): MfaEnrolment => ({
    ...{ id: idOf('enr', name), method: 'totp', state, label, lastUsedAt: null },
    ...{ createdAt: at(), version: 1 },
  });

  const isActive = ({ enrolments }: Factors) => enrolments.some(({ state }) => state === 'active');

  /** Copies in every roster, and gates where an account asks for a factor (R70). */
  function sync(userId: string, mfaActive: boolean, resetRequired = false): void {
    for (const member of membershipsOf(userId)) {
      const policy = (world.accounts.get(member.accountId)?.mfaPolicy ?? 'off') as MfaPolicy;
      const demand = enrolmentDemand({ policy, mfaActive, resetRequired });
      const gate = demand === 'required' ? 'mfa_enrolment' : 'none';
      world.members.set(member.id, { ...member, mfaActive, gate });
    }
  }

  function freshCodes(factors: Factors): string[] {
    factors.codes = { left: limits.recoveryCodes, at: at(), saved: false };
    return Array.from({ length: limits.recoveryCodes }, (_, index) => `ABCD-EFGH-JKMN-000${String(index)}`);
  }

  function overview(): MfaOverview {
    const { enrolments, codes } = mine();
    const ranks = membershipsOf(world.viewer ?? '').map(({ accountId }) =>
      mfaPolicies.indexOf((world.accounts.get(accountId)?.mfaPolicy ?? 'off') as MfaPolicy),
    );
    const policy = mfaPolicies[Math.max(0, ...ranks)] ?? 'off';
    return {
      enrolments,
      recoveryCodes: { remaining: codes.left, createdAt: codes.at, saved: codes.saved },
      policy,
      demand: enrolmentDemand({ policy, mfaActive: isActive(mine()) }),
    };
  }

  return {
    'mfa.list': overview,
    'mfa.enrol': (call: AnyCall): EnrolmentStarted => {
      const factors = mine();
      const { label = null } = call.body as EnrolmentDraft;
      const started = enrolment(world.next(), 'pending', label);
      factors.enrolments = [...factors.enrolments.filter(({ state }) => state !== 'pending'), started];
      const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
      const otpauthUri = `otpauth://totp/Northwind:maya.okafor?secret=${secret}&issuer=Northwind`;
      return { ...started, secret, otpauthUri, expiresAt: later(limits.totpSetupSeconds * 1000) };
    },
    'mfa.verify': (call: AnyCall): EnrolmentVerified => {
      const factors = mine();
      const pending = factors.enrolments.find(({ id, state }) => id === call.path[3] && state === 'pending');
      if (!pending) return refuse('not-found');
      if ((call.body as { code: string }).code === '000000') refuseFor('mfa_code_wrong');
      const active = { ...pending, state: 'active', lastUsedAt: at(), version: pending.version + 1 };
      const recoveryCodes = factors.codes.left > 0 ? null : freshCodes(factors);
      factors.enrolments = [active];
      factors.devices = [];
      sync(world.viewer ?? '', true);
      return { ...active, recoveryCodes };
    },
    'mfa.remove': (call: AnyCall) => {
      const factors = mine();
      const found = factors.enrolments.find(({ id }) => id === call.path[3]);
      if (!found) return refuse('not-found');
      if (found.state !== 'pending' && overview().policy === 'required') refuse('mfa-required-by-policy');
      match(call, found);
      factors.enrolments = factors.enrolments.filter((one) => one !== found);
      if (found.state === 'pending') return undefined;
      Object.assign(factors, { codes: { left: 0, at: null, saved: true }, devices: [] });
      sync(world.viewer ?? '', false);
      return undefined;
    },
    'mfa.recoveryCodes': () => {
      if (!isActive(mine())) refuse('mfa-enrolment-required');
      return { codes: freshCodes(mine()) };
    },
    'mfa.codesSaved': () => {
      mine().codes.saved = true;
    },

    'devices.list': () => ({ items: mine().devices }),
    'devices.forget': (call: AnyCall) => {
      const factors = mine();
      const kept = factors.devices.filter(({ id }) => id !== call.path[2]);
      if (kept.length === factors.devices.length) refuse('not-found');
      factors.devices = kept;
    },
    'devices.forgetAll': () => {
      mine().devices = [];
    },

    'accounts.mfaForecast': (call: AnyCall): MfaForecast => {
      const { account } = enter(world, call, 'settings.manage');
      const members = membersOf(world, account.id).filter(({ status }) => status === 'active');
      const without = members.filter(({ mfaActive }) => !mfaActive);
      const next = reminded.get(account.id) ?? 0;
      return {
        accountId: account.id,
        policy: account.mfaPolicy,
        members: members.length,
        without: without.length,
        partnerWithout: partnerPeopleOf(world, account).filter(({ mfaActive }) => !mfaActive).length,
        you: without.some(({ userId }) => userId === world.viewer),
        remindAt: next > world.now().getTime() ? new Date(next).toISOString() : null,
      };
    },
    'accounts.remindMfa': (call: AnyCall): MfaReminder => {
      const { account } = enter(world, call, 'settings.manage');
      const wait = (reminded.get(account.id) ?? 0) - world.now().getTime();
      if (wait > 0) refuse('rate-limited', { retryAfter: Math.ceil(wait / 1000) });
      reminded.set(account.id, world.now().getTime() + day);
      const sent = membersOf(world, account.id).filter(
        ({ status, mfaActive, userId }) => status === 'active' && !mfaActive && userId !== world.viewer,
      ).length;
      return { sent, nextAt: later(day) };
    },
    'members.resetMfa': (call: AnyCall): Member => {
      const { access } = enter(world, call, 'mfa.resetOther');
      const member = world.members.get(call.path[3] ?? '');
      if (!member || member.accountId !== call.accountId || member.status === 'removed')
        return refuse('not-found');
      const all = membershipsOf(member.userId);
      const answer = guardMember('resetFactors', {
        status: member.status as MembershipStatus,
        isOwner: all.some(({ roleId }) => roleId === 'account_owner'),
        isActor: member.userId === world.viewer,
        actorManagesUsers: can(access, 'mfa.resetOther'),
        withinReach: all.every(({ accountId }) => can(accessTo(world, accountId), 'mfa.resetOther')),
      });
      if (!answer.ok) refuseFor(answer.code);
      if (member.mfaActive) sync(member.userId, false, true);
      known.delete(member.userId);
      return { ...member, ...world.members.get(member.id) };
    },
  };
}
