import { isCcError, type CcError, type Invitation, type InvitationDraft } from '../../client/index.js';
import { clockTime } from '../../i18n/format.js';
import { tellFailure } from '../base/perform.js';
import type { RoleId } from '../../domain/index.js';
import type { ConflictFlow } from './flow.js';

/** An invite that waits until its username is free (R53). */
export class HeldInvite {
  readonly #flow: ConflictFlow;
  invitation: Invitation | undefined;
  /** What looking again found. */
  news: string | undefined;
  #takenBack = false;

  constructor(flow: ConflictFlow) {
    this.#flow = flow;
  }

  /** What would be sent instead of it. */
  get draft(): InvitationDraft | undefined {
    const { invitation } = this;
    if (!invitation) return undefined;
    const { email, roleId, name, message } = invitation;
    return {
      ...{ email, roleId: roleId as RoleId },
      ...(name && { name }),
      ...(message && { message }),
    };
  }

  async load(id: string): Promise<void> {
    const { host, names } = this.#flow;
    try {
      const invitation = await names?.held(id);
      if (!invitation) return;
      if (invitation.delivery === 'held' && invitation.state === 'pending') return this.show(invitation);
      this.invitation = invitation;
      this.news = this.#flow.t.goneSaid;
      host.step = 'done';
    } catch (error) {
      const failure = error as CcError;
      const shown = tellFailure(host, failure, 'invitations.get', () => this.load(id));
      this.#flow.set({ failure: shown ? failure : undefined });
    }
    host.requestUpdate();
  }

  async show(invitation: Invitation): Promise<void> {
    this.invitation = invitation;
    this.#takenBack = false;
    this.news = undefined;
    this.#flow.host.step = 'wait';
    this.#flow.announce.say(this.#flow.t.waitText);
    this.#flow.set({ copied: undefined });
    await this.#flow.focus('.title');
  }

  /** "Check again": the same invite, with nothing typed again. */
  async check(): Promise<void> {
    const { invitation } = this;
    const { host, t } = this.#flow;
    if (!invitation) return;
    this.news = undefined;
    await this.#flow.work(() => this.#flow.resolve({ choice: 'there', invitationId: invitation.id }));
    const { failure } = this.#flow;
    if (isCcError(failure, 'username-taken-elsewhere')) {
      const now = host.stores?.clock.now() ?? new Date();
      this.news = t.stillTaken({ time: clockTime(now, host.language) });
      this.#flow.announce.say(this.news);
      this.#flow.set({ failure: undefined });
    } else if (isCcError(failure, 'invitation-not-pending')) {
      await this.load(invitation.id);
    }
  }

  /** As it is now if it has gone by itself, else sent if the name is free. */
  async release(id: string): Promise<Invitation | undefined> {
    const { names } = this.#flow;
    const now = await names?.held(id);
    return now?.delivery === 'held' ? names?.release(id) : now;
  }

  /** Another name or address after all: the waiting one gives way to it. */
  async chooseAnew(): Promise<void> {
    this.#flow.ask(this.invitation?.email ?? '');
    await this.#flow.focus('.title');
  }

  /** Before another invite to this account: two at once would be refused (R28). */
  async takeBack(): Promise<void> {
    const { invitation } = this;
    if (!invitation || this.#takenBack) return;
    try {
      await this.#flow.names?.revoke(invitation);
    } catch (error) {
      // It has gone by itself: the one that is sent now decides.
      if (!isCcError(error, 'invitation-not-pending') && !isCcError(error, 'not-found')) throw error;
    }
    this.#takenBack = true;
  }
}
