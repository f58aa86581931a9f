import { html, nothing, type TemplateResult } from 'lit';
import { guardTransfer, type MembershipStatus } from '../../domain/index.js';
import { rich } from '../base/rich.js';
import { nameOf } from '../shared/roster/people.js';
import { whyNot, type RowAct } from '../shared/roster/row-menu.js';
import type { Detail } from './view.js';

export interface Act {
  readonly id: string;
  readonly title: unknown;
  /** What it does, in one sentence. */
  readonly text?: unknown;
  readonly label: string;
  /** Why it is not possible now: said there, before any click. */
  readonly reason?: unknown;
  readonly danger?: boolean;
  readonly busy?: boolean;
  onAct(opener: HTMLElement): void;
}

/** One thing that can be done: what it does, the button, and why not. */
export function act({ id, title, text, label, reason, danger, busy, onAct }: Act): TemplateResult {
  return html`<div class="act" data-act=${id}>
    <div class="act-text">
      ${title ? html`<h4 class="strong">${title}</h4>` : nothing}
      ${text ? html`<p class="secondary muted" id="text-${id}">${text}</p>` : nothing}
      ${reason ? html`<p class="secondary" id="why-${id}">${reason}</p>` : nothing}
    </div>
    <button
      class="button ${danger ? 'quiet-danger' : ''} ${busy ? 'busy' : ''}"
      part="button"
      type="button"
      aria-disabled=${reason || busy ? 'true' : nothing}
      aria-describedby=${[text && `text-${id}`, reason && `why-${id}`].filter(Boolean).join(' ') || nothing}
      @click=${(event: Event) => {
        if (!reason && !busy) onAct(event.currentTarget as HTMLElement);
      }}
    >
      ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${label}</span>
    </button>
  </div>`;
}

export interface DangerHandlers {
  onMember(what: RowAct, opener: HTMLElement): void;
  onOffer(opener: HTMLElement): void;
}

/** What takes something away or hands the account over; guards are said before the click (R54–R59). */
export function dangerZone(
  detail: Detail,
  told: unknown,
  { onMember, onOffer }: DangerHandlers,
): TemplateResult {
  const { t, words, viewer, member, entry, row } = detail;
  const name = nameOf(entry);
  const suspended = member.status === 'suspended';
  const status = suspended ? ('reactivate' as const) : ('suspend' as const);
  const context = { words, viewer, hasSeat: hasSeat(detail), act: () => undefined };
  const why = (what: 'suspend' | 'reactivate' | 'remove' | 'leave') => whyNot(what, entry, context);
  const busy = row.note?.kind === 'busy' && row.note.patch.status !== undefined;
  const others = viewer.manages && !member.you;
  return html`<section class="section danger-zone" part="section danger-zone">
    <h3 class="state-heading">${t.dangerTitle}</h3>
    ${ownership(detail, onOffer)}
    ${
      others
        ? [
            act({
              id: status,
              title: words.t[status],
              text: rich(suspended ? t.reactivateText : t.suspendText, { name }),
              label: words.t[status],
              reason: why(status),
              busy,
              onAct: (opener) => onMember(status, opener),
            }),
            told ? html`<div class="told">${told}</div>` : nothing,
            act({
              id: 'remove',
              title: words.t.removeDo,
              text: rich(t.removeText, { name }),
              label: words.t.remove,
              reason: why('remove'),
              danger: true,
              onAct: (opener) => onMember('remove', opener),
            }),
          ]
        : nothing
    }
    ${
      member.you && !viewer.readonly
        ? act({
            id: 'leave',
            title: words.t.leaveDo,
            text: t.leaveText,
            label: words.t.leave,
            reason: why('leave'),
            danger: true,
            onAct: (opener) => onMember('leave', opener),
          })
        : nothing
    }
    <slot name="danger"></slot>
  </section>`;
}

/** Is there anything in the danger zone for this viewer? A host's own content may be there in any case. */
export function hasDanger({ viewer, member, transfers }: Detail): boolean {
  return !viewer.readonly && (viewer.manages || member.you || transfers);
}

function hasSeat({ seats }: Detail): boolean {
  return seats?.available !== 0 && !seats?.overLimit;
}

/** Handing the account over, from whoever may (R56). */
function ownership(detail: Detail, onOffer: (opener: HTMLElement) => void): unknown {
  const { t, member, entry, transfers, transfer } = detail;
  if (!transfers) return nothing;
  if (member.roleId === 'account_owner') {
    if (!member.you || transfer) return nothing;
    return html`<div class="act" data-act="offer">
      <div class="act-text">
        <h4 class="strong">${t.ownership}</h4>
        <p class="secondary muted">${t.offerSelf}</p>
      </div>
    </div>`;
  }
  if (member.you || transfer?.to.membershipId === member.id) return nothing;
  return act({
    id: 'offer',
    title: t.ownership,
    text: rich(t.offerText, { name: nameOf(entry) }),
    label: t.offer,
    reason: whyNoOffer(detail),
    onAct: onOffer,
  });
}

function whyNoOffer({ t, words, member, entry, transfer }: Detail): unknown {
  const name = nameOf(entry);
  if (!['active', 'suspended'].includes(member.status)) return words.t.unknownState;
  const guard = guardTransfer({
    actorIsOwner: true,
    transferPending: Boolean(transfer),
    target: { status: member.status as MembershipStatus, mfaActive: member.mfaActive, isActor: member.you },
  });
  if (guard.ok) return undefined;
  if (guard.code === 'not_found') return rich(t.offerSuspended, { name });
  if (guard.code === 'mfa_enrolment_required') return rich(t.offerFactor, { name });
  return rich(t.offerPending, { name: transfer?.to.displayName || transfer?.to.username || '' });
}
