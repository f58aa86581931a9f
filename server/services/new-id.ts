import { newId as fromBytes, type IdKind } from '../../src/domain/ids.js';
import type { Random } from '../ports.js';

/** A new id of this kind from the random port (domain.md 5). */
export function newId(random: Random, kind: IdKind): string {
  return fromBytes(kind, (count) => random.bytes(count));
}
