import { atom } from 'nanostores';
import {
  intentKey,
  type CcError,
  type EnrolmentDraft,
  type EnrolmentStarted,
  type MfaEnrolment,
  type MfaOverview,
} from '../client/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** How far a person is with their second factor. `busy` marks a request on its way, `error` the last refusal. */
export type MfaState = (
  | { readonly step: 'idle' }
  /** The secret is shown and waits for its first code (R63). */
  | { readonly step: 'started'; readonly enrolment: EnrolmentStarted; readonly wrong: number }
  /** The codes are shown, this once (R65); null where an earlier batch is still good. */
  | { readonly step: 'codes'; readonly codes: readonly string[] | null; readonly saved: boolean }
) & { readonly busy: boolean; readonly error?: CcError };

type Step = MfaState extends infer State
  ? State extends unknown
    ? Omit<State, 'busy' | 'error'>
    : never
  : never;

/** Setting a second factor up, new recovery codes, turning it off. Secret and codes are held while they are shown. */
export function createMfaStore(context: StoreContext) {
  const { client, signal, onDispose } = context;
  const { $value, refresh } = createLoadable<MfaOverview>(
    context,
    (stop) => client.mfa.list({ signal: stop }),
    ['mfa.changed', 'signed-in'],
  );
  let state = { step: 'idle', busy: false } as MfaState;
  const $setup = atom(state);
  const show = (step: Step, rest: { busy: boolean; error?: CcError }) =>
    $setup.set((state = { ...step, ...rest } as MfaState));

  /** One intent, one key, until it succeeds: a repeat after a lost answer tells the same codes (S06). */
  const keys = new Map<string, string>();
  const keyOf = (intent: string): string => {
    const key = keys.get(intent) ?? intentKey();
    keys.set(intent, key);
    return key;
  };

  /** Runs one act at a time; what it answers is the next step. A refusal leaves everything where it was. */
  async function act(intent: string, work: (idempotencyKey: string) => Promise<Step>): Promise<MfaState> {
    if (state.busy) return state;
    const { busy: _busy, error: _error, ...before } = state;
    show(before as Step, { busy: true });
    try {
      show(await work(keyOf(intent)), { busy: false });
      keys.delete(intent);
    } catch (thrown) {
      const error = thrown as CcError;
      // A dead set-up has no second try (S05); its secret is of no use any more.
      const dead = before.step === 'started' && error.kind === 'not-found';
      const wrong = before.step === 'started' && error.kind === 'code-invalid' ? before.wrong + 1 : 0;
      const next = dead ? { step: 'idle' as const } : wrong > 0 ? { ...before, wrong } : before;
      if (!signal.aborted) show(next as Step, { busy: false, error });
    }
    return state;
  }

  onDispose(() => {
    keys.clear();
    state = { step: 'idle', busy: false };
  });

  return {
    /** The factors, the codes left, and what is asked of the person. */
    $overview: $value,
    $setup,
    refresh,
    /** Asks for a new secret; one that was pending is dead (S01). */
    start: (draft: EnrolmentDraft = {}) =>
      act('start', async (idempotencyKey) => {
        const enrolment = await client.mfa.enrol(draft, { signal, idempotencyKey });
        return { step: 'started', enrolment, wrong: 0 };
      }),
    /** Confirms the secret with its first code. After several wrong ones, hint at the clock of the phone (S02). */
    verify: (code: string) =>
      act(`verify ${code}`, async (idempotencyKey) => {
        if (state.step !== 'started') return state;
        const { id } = state.enrolment;
        const { recoveryCodes: codes } = await client.mfa.verify(id, code, { signal, idempotencyKey });
        return { step: 'codes', codes, saved: codes === null };
      }),
    /** A new batch; every earlier code is void (R65). */
    renewCodes: () =>
      act('codes', async (idempotencyKey) => {
        const { codes } = await client.mfa.recoveryCodes({ signal, idempotencyKey });
        return { step: 'codes', codes, saved: false };
      }),
    /** The person says that they keep the codes; without it the next sign-in offers new ones (S04). */
    saved: () =>
      act('saved', async () => {
        await client.mfa.codesSaved({ signal });
        return state.step === 'codes' ? { ...state, saved: true } : state;
      }),
    /** Turns a factor off, or gives a set-up up. */
    remove: (enrolment: MfaEnrolment) =>
      act(`remove ${enrolment.id}`, async () => {
        await client.mfa.remove(enrolment, { signal });
        return { step: 'idle' };
      }),
    /** Back to the start: what was shown is forgotten here. A pending secret dies by itself. */
    leave: () => {
      show({ step: 'idle' }, { busy: false });
    },
  };
}

export type MfaStore = ReturnType<typeof createMfaStore>;
