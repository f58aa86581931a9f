import { atom } from 'nanostores';
import {
  intentKey,
  type CcError,
  type InvitationAcceptance,
  type InvitationAccepted,
  type InvitationPreview,
  type UsernameAnswer,
} from '../client/index.js';
import type { StoreContext } from './scope.js';

/** What a person hands in to accept; the token is the store's. */
export type AcceptanceForm = Omit<InvitationAcceptance, 'token'>;

/** Where the invitee is. */
export type AcceptanceState =
  | { readonly step: 'idle' | 'looking' }
  /** The link leads nowhere, or could not be looked up: `error` says which, and what can be done. */
  | { readonly step: 'closed'; readonly error: CcError; readonly renewal: 'none' | 'asking' | 'asked' }
  /** The form. `error` is the last refusal, what was typed stays with the form. */
  | {
      readonly step: 'open';
      readonly preview: InvitationPreview;
      readonly busy: boolean;
      readonly codeSent: boolean;
      readonly error?: CcError;
    }
  | { readonly step: 'accepted'; readonly accepted: InvitationAccepted }
  | { readonly step: 'declined' };

type Open = Extract<AcceptanceState, { step: 'open' }>;

/** Refusals after which this link is of no use, or of none until somebody else has done something (R43). */
const endings = new Set([
  'invitation-not-found',
  'invitation-expired',
  'invitation-revoked',
  'invitation-used',
  'invitation-malformed',
  'invitation-no-longer-allowed',
  'already-member',
  'account-unavailable',
]);

/** The invitee's page: look up, form, accepted. The token never shows up in the state. */
export function createAcceptanceStore({ client, signal, onDispose }: StoreContext) {
  let state: AcceptanceState = { step: 'idle' };
  let token = '';
  let looking = 0;
  /** One acceptance is one intent, also after a lost answer (A05); another form is another one. */
  let intent = { form: '', key: '' };
  const $acceptance = atom<AcceptanceState>(state);
  const show = (next: AcceptanceState) => $acceptance.set((state = next));

  async function lookup(typed: string = token): Promise<void> {
    const mine = ++looking;
    const current = () => mine === looking && !signal.aborted;
    token = typed;
    if (state.step !== 'open') show({ step: 'looking' });
    try {
      const preview = await client.invitations.lookup(token, { signal });
      const codeSent = state.step === 'open' && state.codeSent;
      if (current()) show({ step: 'open', preview, busy: false, codeSent });
    } catch (error) {
      if (current()) show({ step: 'closed', error: error as CcError, renewal: 'none' });
    }
  }

  /** Runs what the form asks for, once at a time. */
  async function act(work: (open: Open) => Promise<AcceptanceState>): Promise<AcceptanceState> {
    const open = state;
    if (open.step !== 'open' || open.busy) return state;
    show({ ...open, busy: true, error: undefined });
    try {
      show(await work(open));
    } catch (thrown) {
      const error = thrown as CcError;
      if (signal.aborted) return state;
      if (endings.has(error.kind)) show({ step: 'closed', error, renewal: 'none' });
      else show({ ...open, busy: false, error });
    }
    return state;
  }

  function keyOf(form: AcceptanceForm): string {
    const text = JSON.stringify(form);
    if (intent.form !== text) intent = { form: text, key: intentKey() };
    return intent.key;
  }

  onDispose(
    // Whoever signs in may now be the one who was invited (R45).
    client.subscribe('signed-in', () => {
      if (state.step === 'open' && !state.busy) void lookup();
    }),
  );
  onDispose(() => {
    token = '';
    intent = { form: '', key: '' };
  });

  return {
    $acceptance,
    /** Looks a link up; without a token the same one again. */
    lookup,
    accept: (form: AcceptanceForm) =>
      act(async () => {
        const idempotencyKey = keyOf(form);
        const accepted = await client.invitations.accept({ ...form, token }, { signal, idempotencyKey });
        // The password was part of it.
        intent = { form: '', key: '' };
        return { step: 'accepted', accepted };
      }),
    /** Mails the code that a copied link needs (R44). */
    sendCode: () =>
      act(async (open) => {
        await client.invitations.sendCode(token, { signal });
        return { ...open, busy: false, codeSent: true, error: undefined };
      }),
    decline: () =>
      act(async () => {
        await client.invitations.decline(token, { signal });
        return { step: 'declined' };
      }),
    /** Asks the inviter for a new link (R37). */
    async renew(): Promise<void> {
      const closed = state;
      if (closed.step !== 'closed' || closed.renewal !== 'none') return;
      show({ ...closed, renewal: 'asking' });
      try {
        await client.invitations.renew(token, { signal });
        show({ ...closed, renewal: 'asked' });
      } catch (error) {
        // Why the link is closed stays true; that asking failed is the caller's to say.
        if (!signal.aborted) show(closed);
        throw error;
      }
    },
    /** Is this username free for the invitee? */
    checkUsername: (username: string): Promise<UsernameAnswer> =>
      client.invitations.checkUsername({ username, token }, { signal }),
  };
}

export type AcceptanceStore = ReturnType<typeof createAcceptanceStore>;
