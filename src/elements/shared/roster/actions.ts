import { isCcError, type CcError, type Clock, type Invitation, type Member } from '../../../client/index.js';
import { roleName } from '../../../i18n/role-words.js';
import type { RosterActions as Acts } from '../../../stores/roster-actions.js';
import { copyLater } from '../../base/copy.js';
import type { CcFactEvent, CcRequestEvent } from '../../base/events.js';
import { perform, type Outcome } from '../../base/perform.js';
import { problemText, type ProblemTexts } from '../../base/problem-text.js';
import { CcMfaClearedEvent, CcMfaResetRequestEvent } from '../mfa-reset.events.js';
import { Notes } from './notes.js';
import { nameOf, roleIdOf, type Entry, type InvitationEntry, type MemberEntry } from './people.js';
import * as event from './events.js';
import type { ActWords } from '../../user-roster/view.js';

/** How a confirmed act ended: a sentence for its failure, or one to be said once the dialog is gone. */
export interface Confirmed {
  readonly failure?: string;
  readonly done?: string;
}

/** What is done to several people at once; taking a suspension back is the last of them. */
export type OneOfMany =
  | { readonly kind: 'role'; readonly roleId: string }
  | { readonly kind: 'suspend' | 'resend' | 'remove' | 'reactivate' };

export interface ActionDeps {
  readonly words: ActWords;
  readonly problems: ProblemTexts;
  readonly accountId: string;
  /** Undefined once the element has left the page. */
  readonly acts: Acts | undefined;
  readonly clock: Clock;
  say(text: string): void;
  /** Loads again what somebody else has changed. */
  reload(): void;
}

/**
 * What can be done to a row: asks the host, does it, says how it went. What the row shows meanwhile is the
 * store's, or a note. What takes somebody away has been confirmed before it comes here.
 */
export class RosterActions {
  readonly notes: Notes;
  readonly #host: EventTarget;
  readonly #deps: () => ActionDeps;

  constructor(host: EventTarget & { requestUpdate(): void }, deps: () => ActionDeps) {
    this.#host = host;
    this.#deps = deps;
    this.notes = new Notes(() => host.requestUpdate());
  }

  /** Another role for a member or somebody invited: shown at once, taken back if it fails. */
  async changeRole(entry: MemberEntry | InvitationEntry, roleId: string, undo = false): Promise<void> {
    const { words, acts, say } = this.#deps();
    if (!acts || this.#isBusy(entry.id) || roleIdOf(entry) === roleId) return;
    const save = (wanted: string) => (undo ? acts.undo(entry.id) : acts.setRole(entry.id, wanted));
    const outcome = await this.#change<Member | Invitation>(entry, { roleId }, () =>
      entry.kind === 'member'
        ? this.#memberRole(entry, roleId, save)
        : this.#invitedRole(entry, roleId, save),
    );
    if (outcome.state !== 'done') return;
    const [name, role] = [nameOf(entry), roleName(words.roles, roleId)];
    say(undo ? words.t.undone({ name }) : words.t.roleSaved({ name, role }));
  }

  /** Suspends, or lets in again (R59). */
  async changeStatus(entry: MemberEntry, status: 'active' | 'suspended', undo = false): Promise<void> {
    const { words, acts, say } = this.#deps();
    if (!acts || this.#isBusy(entry.id)) return;
    const outcome = await this.#change(entry, { status }, () =>
      this.#memberStatus(entry, status, (id) => (undo ? acts.undo(id) : acts.setStatus(id, status))),
    );
    if (outcome.state !== 'done') return;
    const { t } = words;
    const done = undo ? t.undone : status === 'suspended' ? t.suspendedNow : t.reactivatedNow;
    say(done({ name: nameOf(entry) }));
  }

  /** Ends a membership, somebody else's or one's own. */
  async remove(entry: MemberEntry): Promise<Confirmed> {
    const { words, acts } = this.#deps();
    if (!acts) return {};
    const done = entry.member.you ? words.t.leftNow : words.t.removedNow({ name: nameOf(entry) });
    return this.#confirmed(entry, await this.#removal(entry, acts), done);
  }

  /** Takes a member's second factor away (R71); `elsewhere`: they belong to accounts the viewer doesn't manage (R72). */
  async resetFactor(entry: MemberEntry): Promise<Confirmed & { readonly elsewhere?: boolean }> {
    const { words, accountId, acts, problems } = this.#deps();
    if (!acts) return {};
    const outcome = await this.#perform(
      new CcMfaResetRequestEvent({ accountId, input: { memberId: entry.id }, availability }),
      ({ memberId }) => acts.resetMfa(memberId),
      (member) => new CcMfaClearedEvent({ accountId, member }),
    );
    if (outcome.state === 'done') return { done: words.t.resetDone({ name: nameOf(entry) }) };
    if (outcome.state === 'vetoed') return {};
    return kindOf(outcome.error) === 'reset-out-of-scope'
      ? { elsewhere: true }
      : { failure: problemText(problems, outcome.error) };
  }

  /** Sends an invitation again; earlier links stop (R38). */
  async resend(entry: InvitationEntry): Promise<Confirmed> {
    const { words, acts, clock } = this.#deps();
    if (!acts) return {};
    const outcome = await this.#resending(entry, acts);
    const text = words.t.resentNow({ email: nameOf(entry) });
    if (outcome.state === 'done') this.notes.tell(entry.id, text, clock);
    return this.#confirmed(entry, outcome, text);
  }

  /** Cancels an invitation (R40). */
  async revoke(entry: InvitationEntry): Promise<Confirmed> {
    const { words, acts } = this.#deps();
    if (!acts) return {};
    const outcome = await this.#revoking(entry, acts);
    return this.#confirmed(entry, outcome, words.t.revokedNow({ email: nameOf(entry) }));
  }

  /** A fresh link on the clipboard, or in a field to copy by hand (R25, I12). */
  async copyLink(entry: InvitationEntry): Promise<void> {
    const { words, accountId, acts, clock, say } = this.#deps();
    if (!acts || this.#isBusy(entry.id)) return;
    const invitationId = entry.id;
    let copying: Promise<boolean> | undefined;
    const outcome = await this.#change(entry, {}, () => {
      const issued = this.#perform(
        new event.CcInviteLinkRequestEvent({ accountId, input: { invitationId }, availability }),
        (input) => acts.link(input.invitationId),
      );
      // The clipboard wants to be asked while the person is pressing, before the link is there.
      copying = copyLater(issued.then(urlOf));
      copying.catch(() => undefined);
      return issued;
    });
    if (outcome.state !== 'done') return;
    if (await copying) {
      this.notes.tell(entry.id, words.t.copied, clock);
      say(words.t.copiedNow({ email: nameOf(entry) }));
      this.#host.dispatchEvent(new event.CcInviteLinkCopiedEvent({ accountId, invitationId }));
    } else {
      this.notes.set(entry.id, { kind: 'link', url: outcome.result.url });
    }
  }

  /** The same to one of many people: asks, does it and tells, without a word in the row. */
  one(act: OneOfMany, entry: MemberEntry | InvitationEntry): Promise<Outcome<unknown>> {
    const { acts } = this.#deps();
    if (!acts) return Promise.resolve({ state: 'vetoed' });
    if (entry.kind === 'invitation') {
      if (act.kind === 'role') {
        return this.#invitedRole(entry, act.roleId, (roleId) => acts.setRole(entry.id, roleId));
      }
      if (act.kind === 'resend') return this.#resending(entry, acts);
      if (act.kind === 'remove') return this.#revoking(entry, acts);
      throw new TypeError(`An invite can't be met with ${act.kind}`);
    }
    if (act.kind === 'role') {
      return this.#memberRole(entry, act.roleId, (roleId) => acts.setRole(entry.id, roleId));
    }
    if (act.kind === 'remove') return this.#removal(entry, acts);
    const status = act.kind === 'reactivate' ? 'active' : 'suspended';
    return this.#memberStatus(entry, status, (id) => acts.setStatus(id, status));
  }

  #memberStatus(
    entry: MemberEntry,
    status: 'active' | 'suspended',
    save: (id: string) => Promise<unknown>,
  ): Promise<Outcome<Member>> {
    const { accountId } = this.#deps();
    const [Request, Fact] =
      status === 'suspended'
        ? [event.CcMemberSuspendRequestEvent, event.CcMemberSuspendedEvent]
        : [event.CcMemberReactivateRequestEvent, event.CcMemberReactivatedEvent];
    return this.#perform(
      new Request({ accountId, input: inputOf(entry), availability }),
      async ({ memberId }) => (await save(memberId)) as Member,
      (member) => new Fact({ accountId, member }),
    );
  }

  #removal(entry: MemberEntry, acts: Acts): Promise<Outcome<void>> {
    const { accountId } = this.#deps();
    const { you } = entry.member;
    const Request = you ? event.CcMemberLeaveRequestEvent : event.CcMemberRemoveRequestEvent;
    const Fact = you ? event.CcMemberLeftEvent : event.CcMemberRemovedEvent;
    return this.#perform(
      new Request({ accountId, input: inputOf(entry), availability }),
      ({ memberId }) => acts.remove(memberId),
      () => new Fact({ accountId, memberId: entry.id }),
    );
  }

  #resending(entry: InvitationEntry, acts: Acts): Promise<Outcome<Invitation>> {
    const { accountId } = this.#deps();
    return this.#perform(
      new event.CcInviteResendRequestEvent({ accountId, input: { invitationId: entry.id }, availability }),
      ({ invitationId }) => acts.resend(invitationId),
      (invitation) => new event.CcInviteResentEvent({ accountId, invitation }),
    );
  }

  #revoking({ id: invitationId, invitation }: InvitationEntry, acts: Acts): Promise<Outcome<void>> {
    const { accountId } = this.#deps();
    const input = { invitationId, version: invitation.version };
    return this.#perform(
      new event.CcInviteRevokeRequestEvent({ accountId, input, availability }),
      (asked) => acts.revoke(asked.invitationId),
      () => new event.CcInviteRevokedEvent({ accountId, invitationId }),
    );
  }

  #memberRole(entry: MemberEntry, roleId: string, save: Save): Promise<Outcome<Member>> {
    const { accountId } = this.#deps();
    const previousRoleId = entry.member.roleId;
    return this.#perform(
      new event.CcRoleChangeRequestEvent({ accountId, input: { ...inputOf(entry), roleId }, availability }),
      async (input) => (await save(input.roleId)) as Member,
      (member) => new event.CcRoleChangedEvent({ accountId, member, previousRoleId }),
    );
  }

  #invitedRole(entry: InvitationEntry, roleId: string, save: Save): Promise<Outcome<Invitation>> {
    const { accountId } = this.#deps();
    const { id: invitationId, invitation } = entry;
    const input = { invitationId, version: invitation.version, roleId };
    return this.#perform(
      new event.CcInviteChangeRequestEvent({ accountId, input, availability }),
      async (asked) => (await save(asked.roleId)) as Invitation,
      (changed) =>
        new event.CcInviteChangedEvent({ accountId, invitation: changed, previousRoleId: invitation.roleId }),
    );
  }

  /** Asks, acts, tells; what a host did in our place is loaded again, since our client has not seen it. */
  async #perform<Input, Result>(
    request: CcRequestEvent<Input, Result>,
    action: (input: Input) => Promise<Result>,
    fact?: (result: Result) => CcFactEvent<unknown>,
  ): Promise<Outcome<Result>> {
    let own = false;
    const act = (input: Input) => {
      own = true;
      return action(input);
    };
    const outcome = await perform(this.#host, request, act, fact);
    if (outcome.state === 'done' && !own) this.#deps().reload();
    return outcome;
  }

  /** A change that is shown in the row itself: the new value while it is on its way, or why it is not there. */
  async #change<Result>(
    entry: Entry,
    patch: { roleId?: string; status?: string },
    run: () => Promise<Outcome<Result>>,
  ): Promise<Outcome<Result>> {
    this.notes.set(entry.id, { kind: 'busy', patch });
    const outcome = await run();
    this.notes.clear(entry.id);
    if (outcome.state === 'failed') this.#explain(entry, outcome.error, outcome.silent);
    return outcome;
  }

  #explain(entry: Entry, error: Error | CcError, silent: boolean): void {
    const { acts, problems, say } = this.#deps();
    // Nobody listens any more to an element that has left the page.
    if (!acts) return;
    if (silent) return acts.dismiss(entry.id);
    if (this.#isGone(entry, error)) return;
    this.#lookAgain(error);
    const text = problemText(problems, error);
    say(text);
    // The store tells of what it did itself; a host's own answer it does not know.
    if (!acts.$rows.get().has(entry.id)) this.notes.set(entry.id, { kind: 'failed', text });
  }

  /** How a confirmed act ended. */
  #confirmed(entry: Entry, outcome: Outcome<unknown>, done: string): Confirmed {
    const { acts, problems } = this.#deps();
    if (outcome.state === 'done') return { done };
    if (outcome.state !== 'failed') return {};
    acts?.dismiss(entry.id);
    if (outcome.silent || this.#isGone(entry, outcome.error)) return {};
    this.#lookAgain(outcome.error);
    return { failure: problemText(problems, outcome.error) };
  }

  /** R04: somebody else was faster. */
  #isGone(entry: Entry, error: Error | CcError): boolean {
    if (!gone.includes(kindOf(error))) return false;
    const { words, acts, say, reload } = this.#deps();
    acts?.dismiss(entry.id);
    say(words.t.alreadyGone({ name: nameOf(entry) }));
    reload();
    return true;
  }

  /** R12 and its like: the refusal shows that what we know is old. */
  #lookAgain(error: Error | CcError): void {
    if (outdated.includes(kindOf(error))) this.#deps().reload();
  }

  #isBusy(id: string): boolean {
    return this.notes.get(id)?.kind === 'busy' || this.#deps().acts?.$rows.get().get(id)?.state === 'busy';
  }
}

type Save = (roleId: string) => Promise<unknown>;

const gone = ['not-found', 'invitation-not-pending'];
const outdated = ['forbidden', 'stale-version', 'last-owner', 'seat-limit-reached'];

function kindOf(error: Error | CcError): string {
  return isCcError(error) ? error.kind : '';
}

/** What the element asks for it has checked before: nothing is raised that the rules refuse. */
const availability = { available: true } as const;

function inputOf({ member }: MemberEntry): event.MemberInput {
  return { memberId: member.id, version: member.version };
}

function urlOf(outcome: Outcome<{ url: string }>): string {
  if (outcome.state !== 'done') throw new Error('no link');
  return outcome.result.url;
}
