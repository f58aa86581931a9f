import type { CcError } from '../../client/index.js';
import type { CcElement } from './cc-element.js';
import { CcErrorEvent, type CcFactEvent, type CcRequestEvent } from './events.js';

/** How a person's act ended. */
export type Outcome<Result> =
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'vetoed' }
  /** `silent`: the host took over the message, or nobody waits for it any more. */
  | { readonly state: 'failed'; readonly error: CcError | Error; readonly silent: boolean };

/** The facts a result makes true: none, one, or one per item. */
export type Facts<Result> = (
  result: Result,
) => CcFactEvent<unknown> | readonly CcFactEvent<unknown>[] | undefined;

/**
 * Ask before, tell after: dispatches the request; stops if it was vetoed; takes the host's promise or runs the
 * action with the (perhaps changed) input; then dispatches the facts, or `cc-error`.
 *
 * `retry` is what the `cc-error` event offers: normally the handler that called this.
 */
export async function perform<Input, Result>(
  host: EventTarget,
  request: CcRequestEvent<Input, Result>,
  action: (input: Input) => Promise<Result>,
  facts: Facts<Result> = () => undefined,
  retry: () => unknown = () => perform(host, request.again(), action, facts),
): Promise<Outcome<Result>> {
  host.dispatchEvent(request);
  const { vetoed, answer } = request.decision();
  if (vetoed) return { state: 'vetoed' };
  try {
    const result = await (answer ?? withProof(host, () => action(request.detail.input)));
    for (const fact of [facts(result) ?? []].flat()) host.dispatchEvent(fact as CcFactEvent<unknown>);
    return { state: 'done', result };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { state: 'failed', error, silent: !tellFailure(host, error, request.type, retry) };
  }
}

/**
 * R69: where the backend wants a fresh proof, the person gives one in a dialog and the same act goes on; nothing is
 * typed again. Who closes the dialog has the refusal. Pages with sensitive acts of their own hand in their provider.
 */
export async function withProof<Result>(host: EventTarget, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (refusal) {
    const { code } = failureFacts(refusal as Error);
    if (code !== 'step_up_required' || !('stores' in host)) throw refusal;
    const { proveAgain } = await import('../mfa-challenge/step-up.js');
    if (!(await proveAgain(host as CcElement))) throw refusal;
    return act();
  }
}

/** Dispatches `cc-error`; false when the element should keep its own message to itself. */
export function tellFailure(
  host: EventTarget,
  error: CcError | Error,
  action: string,
  retry: () => unknown,
): boolean {
  const facts = failureFacts(error);
  if (facts.code === 'aborted') return false;
  return host.dispatchEvent(new CcErrorEvent({ error, ...facts, action, retry: () => void retry() }));
}

/** Reads an error by its fields, not its class: two copies of the package may be on the page. */
export function failureFacts(error: Partial<CcError> | Error): {
  code: string;
  status?: number;
  requestId?: string;
} {
  const { code, status, requestId } = error as Partial<CcError>;
  return {
    code: typeof code === 'string' ? code : 'unexpected',
    ...(typeof status === 'number' && { status }),
    ...(typeof requestId === 'string' && { requestId }),
  };
}
