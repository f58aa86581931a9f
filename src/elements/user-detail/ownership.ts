import { html, nothing, type TemplateResult } from 'lit';
import type { OwnershipTransfer } from '../../client/index.js';
import { isCcError } from '../../client/index.js';
import type { OwnershipStore } from '../../stores/ownership.js';
import type { ConfirmController, Question } from '../base/confirm.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, clock, keyRound, mail, star, undo2, user } from '../base/icons/shapes.js';
import { perform, type Outcome } from '../base/perform.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import * as event from '../shared/ownership.events.js';
import { nameOf } from '../shared/roster/people.js';
import { subject } from '../shared/roster/questions.js';
import type { Detail } from './view.js';

export interface OwnershipDeps {
  readonly host: EventTarget;
  readonly confirm: ConfirmController;
  readonly problems: ProblemTexts;
  readonly accountId: string;
  readonly store: OwnershipStore | undefined;
  say(text: string): void;
  /** Reads roles and rights again. */
  reload(): void;
  /** Where focus goes when the button has gone. */
  focusName(): void;
}

const partyName = ({ displayName, username }: OwnershipTransfer['to']) => displayName || username;

/** The transfer under way, for those it concerns: who offered, who may accept until when, the way back. */
export function transferNote(
  detail: Detail,
  onAccept: (opener: HTMLElement) => void,
  onCancel: (opener: HTMLElement) => void,
): TemplateResult | typeof nothing {
  const { t, member, transfer, words, viewer, transfers } = detail;
  if (!transfer) return nothing;
  const { from, to, expiresAt } = transfer;
  // On the pages of the two people only.
  if (member.id !== from.membershipId && member.id !== to.membershipId) return nothing;
  const when = words.time.full(expiresAt);
  const yours = member.you && member.id === to.membershipId;
  const button = (label: string, primary: boolean, press: (opener: HTMLElement) => void, blocked = false) =>
    html`<button
      class="button ${primary ? 'primary' : ''}"
      part=${primary ? 'button-primary' : 'button'}
      type="button"
      aria-disabled=${blocked ? 'true' : nothing}
      aria-describedby=${blocked ? 'accept-why' : nothing}
      @click=${(pressed: Event) => {
        if (!blocked) press(pressed.currentTarget as HTMLElement);
      }}
    >
      ${label}
    </button>`;
  return html`<div class="callout info transfer" part="callout">
    ${icon(star)}
    <div class="callout-text">
      <p>
        <strong
          >${yours ? rich(t.yoursTitle, { name: partyName(from) }) : rich(t.pendingTitle, { name: partyName(to) })}</strong
        >
      </p>
      <p>${(yours ? t.yoursText : t.pendingText)({ when })}</p>
      ${yours && !member.mfaActive ? html`<p id="accept-why">${t.acceptFactor}</p>` : nothing}
    </div>
    ${yours && !viewer.readonly ? button(t.accept, true, onAccept, !member.mfaActive) : nothing}
    ${transfers ? button(t.pendingCancel, false, onCancel) : nothing}
  </div>`;
}

/** Asks, acts, tells; what was said is said again once the dialog is gone. */
export class OwnershipActs {
  readonly #deps: () => OwnershipDeps;

  constructor(deps: () => OwnershipDeps) {
    this.#deps = deps;
  }

  /** R56: the owner offers it to this member. */
  offer(detail: Detail, opener: HTMLElement): void {
    const { t, words, viewer, entry, member, transfer } = detail;
    const { host, accountId, store } = this.#deps();
    const name = nameOf(entry);
    if (!store || transfer) return;
    const asked = { words, viewer, counted: false };
    this.#ask(
      opener,
      t.offered({ name }),
      {
        title: rich(t.offerTitle, { name, account: viewer.account?.name ?? '' }),
        subject: subject(entry, asked),
        effects: [
          { icon: mail, text: rich(t.offerAccept, { name }) },
          { icon: star, text: rich(detail.owns ? t.offerRoles : t.offerOwnerRoles, { name }) },
          { icon: undo2, text: t.offerBack },
        ],
        label: t.offerDo,
      },
      () =>
        perform(
          host,
          new event.CcOwnershipTransferRequestEvent({
            accountId,
            input: { toMembershipId: member.id },
            availability,
          }),
          ({ toMembershipId }) => store.start(toMembershipId),
          (started) => new event.CcOwnershipTransferStartedEvent({ accountId, transfer: started }),
        ),
      detail,
    );
  }

  /** R56: the member takes it; both roles change in one step. */
  accept(detail: Detail, opener: HTMLElement): void {
    const { t, viewer, transfer } = detail;
    const { host, accountId, store } = this.#deps();
    if (!store || !transfer) return;
    this.#ask(
      opener,
      t.accepted,
      {
        title: rich(t.acceptTitle, { account: viewer.account?.name ?? '' }),
        effects: [
          { icon: star, text: t.acceptYou },
          { icon: user, text: rich(t.acceptThem, { name: partyName(transfer.from) }) },
          { icon: keyRound, text: t.acceptProof },
        ],
        label: t.acceptDo,
      },
      () =>
        perform(
          host,
          new event.CcOwnershipAcceptRequestEvent({
            accountId,
            input: { transferId: transfer.id },
            availability,
          }),
          ({ transferId }) => store.accept(transferId),
          (taken) => new event.CcOwnershipTransferredEvent({ accountId, transfer: taken }),
        ),
      detail,
    );
  }

  /** R57: the offer is taken back. */
  cancel(detail: Detail, opener: HTMLElement): void {
    const { t, transfer } = detail;
    const { host, accountId, store } = this.#deps();
    if (!store || !transfer) return;
    const { id: transferId, version, to } = transfer;
    const name = partyName(to);
    this.#ask(
      opener,
      t.cancelled({ name }),
      {
        title: rich(t.cancelTitle, { name }),
        effects: [
          { icon: clock, text: rich(t.cancelEffect, { name }) },
          { icon: circleAlert, text: t.cancelSame },
        ],
        label: t.cancelDo,
        safeLabel: t.cancelKeep,
        danger: true,
      },
      () =>
        perform(
          host,
          new event.CcOwnershipCancelRequestEvent({
            accountId,
            input: { transferId, version },
            availability,
          }),
          () => store.cancel(transfer),
          () => new event.CcOwnershipTransferCancelledEvent({ accountId, transferId }),
        ),
      detail,
    );
  }

  #ask(
    opener: HTMLElement,
    done: string,
    question: Question,
    run: () => Promise<Outcome<unknown>>,
    { t }: Detail,
  ): void {
    const { confirm, problems, store, say, reload, focusName } = this.#deps();
    let told: string | undefined;
    void confirm.ask(
      {
        ...question,
        async act() {
          const outcome = await run();
          if (outcome.state === 'done') told = done;
          // What was offered is not there any more, or not in this version: what is true now is shown.
          if (outcome.state !== 'vetoed') void store?.refresh();
          if (outcome.state === 'done') reload();
          if (outcome.state !== 'failed' || outcome.silent) return undefined;
          return isCcError(outcome.error, 'not-found')
            ? t.transferGone
            : problemText(problems, outcome.error);
        },
        closed() {
          if (told) say(told);
          if (!opener.isConnected || told) focusName();
        },
      },
      opener,
    );
  }
}

/** What the element asks for it has checked before. */
const availability = { available: true } as const;
