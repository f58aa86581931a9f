import type { ChallengeAnswer, Me, SignedIn, SignInPending } from '../../../client/index.js';
import type { AnnounceController } from '../../../controllers/announce.controller.js';
import type { CredentialFields } from '../../../controllers/credential-fields.js';
import type { CcFactEvent } from '../../base/events.js';
import type { ProblemTexts } from '../../base/problem-text.js';
import type { EndReason } from './refusals.js';

/** What is asked for now. A recovery code is recognised in every mode that takes one (C07). */
export type SecondStepMode = 'app' | 'mail' | 'recovery' | 'password';

export interface SecondStepOptions {
  /** Finishing a sign-in, or a fresh proof before a sensitive act (R69). */
  readonly purpose: 'sign-in' | 'step-up';
  /** Has the fields `code` and, for a step-up, `password`. */
  readonly fields: CredentialFields;
  readonly announce: AnnounceController;
  /** Has places for the page's own words: `intro`, `methods`, `help`. */
  readonly slots?: boolean;
  problems(): ProblemTexts;
  challenge(): SignInPending | undefined;
  /** Who signs in, if that is known. */
  username(): string | undefined;
  /** Leaves out "Remember this device". */
  withoutTrust?(): boolean;
  answer(proof: ChallengeAnswer): Promise<SignedIn>;
  /** Can a challenge that ran out be replaced by another one? */
  mayRenew(): boolean;
  /** Asks for another challenge in place of this one; rejects with the refusal. */
  renew(): Promise<unknown>;
  /** What is told besides that the code was right. */
  facts?(user: Me): CcFactEvent<unknown> | undefined;
  arrived(user: Me): unknown;
  /** There is no challenge any more, and no way to get another one in place. */
  ended(why: EndReason): unknown;
  /** The person gives up. */
  leave(): unknown;
}
