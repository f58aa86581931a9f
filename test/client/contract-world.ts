import assert from 'node:assert/strict';
import { isCcError, type CcClient, type CcError } from '../../src/client/index.js';
import type { ProblemSlug } from '../../src/domain/index.js';

/**
 * A backend in which *Northwind Partners* is the partner account of *Harbour Lane Books*, a client on Standard with
 * three places, of which its owner has one; there are no invitations. `partner.creator` is a Campaign Creator of the
 * partner account.
 */
export interface ContractWorld {
  readonly parentId: string;
  readonly childId: string;
  readonly childOwner: string;
  /** The owner of the partner account, just signed in. */
  readonly owner: CcClient;
  /** The owner of the client account, just signed in. */
  readonly childSide: CcClient;
  /** Nobody. */
  readonly nobody: CcClient;
  pass(seconds: number): void;
  /** Lets jobs come to their end. */
  work(): Promise<unknown>;
}

/** The refusal that was expected; anything else fails. */
export async function refused<Kind extends ProblemSlug | 'aborted'>(
  promise: Promise<unknown>,
  kind: Kind,
): Promise<CcError<Kind>> {
  const error = await promise.then(
    () => assert.fail(`${kind} was expected`),
    (thrown: unknown) => thrown,
  );
  assert.ok(isCcError(error, kind), `${kind} was expected, there was ${String((error as CcError).kind)}`);
  return error;
}

export function isIn<Name extends string>(value: object, name: Name): value is Record<Name, unknown> {
  return name in value;
}
