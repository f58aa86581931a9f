import { ContextRoot } from '@lit/context';

const attached = Symbol.for('crew-components/1/context-root');

/**
 * Elements may upgrade before their provider does. One collector per document keeps their requests and
 * hands them to the provider once it is there (contracts.md 2).
 */
export function collectLateRequests(document: Document & { [attached]?: ContextRoot }): void {
  if (document[attached]) return;
  document[attached] = new ContextRoot();
  document[attached].attach(document.documentElement);
}
