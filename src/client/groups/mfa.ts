import type { CallOptions, CallTable, CreateOptions, Versioned, WriteOptions } from '../call.js';
import { decodeNothing, decodeOne } from '../decode.js';
import type {
  EnrolmentDraft,
  EnrolmentStarted,
  EnrolmentVerified,
  MfaOverview,
  RecoveryCodeBatch,
} from '../wire/index.js';

/** Second factors of the signed-in person. Secrets and codes go to the caller alone, never into a fact. */
export interface MfaGroup {
  /** The factors, the recovery codes left, and what is asked of the person (R65, R70). */
  list(options?: CallOptions): Promise<MfaOverview>;
  /** Starts a set-up: the secret is told in this answer alone, and a pending one from before is dead (R63, S01). */
  enrol(draft: EnrolmentDraft, options?: CreateOptions): Promise<EnrolmentStarted>;
  /** Confirms a set-up with one code. The same key tells the recovery codes again (S06). */
  verify(enrolmentId: string, code: string, options?: CreateOptions): Promise<EnrolmentVerified>;
  /** Turns a factor off, or gives up a set-up. */
  remove(enrolment: Versioned, options?: WriteOptions): Promise<void>;
  /** A new batch; every earlier code is void (R65). */
  recoveryCodes(options?: CreateOptions): Promise<RecoveryCodeBatch>;
  /** The person says that they keep the newest batch; without it the next sign-in offers a new one (S04). */
  codesSaved(options?: WriteOptions): Promise<void>;
}

const told = () => ['mfa.changed', {}] as const;

export const mfaCalls: CallTable<MfaGroup> = {
  list: { to: 'GET me/mfa', gives: decodeOne<MfaOverview>('enrolments') },
  enrol: {
    to: 'POST me/mfa/enrolments',
    with: 'body',
    gives: decodeOne<EnrolmentStarted>('id', 'secret', 'otpauthUri'),
  },
  verify: {
    to: 'POST me/mfa/enrolments/*/verify',
    with: 'code',
    gives: decodeOne<EnrolmentVerified>('id'),
    fact: told,
  },
  remove: { to: 'DELETE me/mfa/enrolments/*', gives: decodeNothing, fact: told },
  recoveryCodes: {
    to: 'POST me/mfa/recovery-codes',
    gives: decodeOne<RecoveryCodeBatch>('codes'),
    fact: told,
  },
  codesSaved: { to: 'PUT me/mfa/recovery-codes', gives: decodeNothing, fact: told },
};
