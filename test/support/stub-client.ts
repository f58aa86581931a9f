import type { CcClient, CcFacts, FactListener, FactType } from '../../src/client/index.js';

type Groups = { readonly [Group in keyof CcClient]?: Partial<CcClient[Group]> };

export interface StubClient extends CcClient {
  /** Tells what another part of the page did. */
  tell<Type extends FactType>(type: Type, detail: CcFacts[Type]): void;
  /** How many listeners it has now. */
  listening(): number;
}

/** A client with only the calls that a test needs; any other call fails loudly. */
export function stubClient(groups: Groups = {}): StubClient {
  const listeners = new Map<string, Set<(detail: never, type: never) => void>>();
  const client = {
    accountId: undefined,
    subscribe(type: FactType | '*', listener: FactListener<FactType>) {
      const known = listeners.get(type) ?? new Set();
      listeners.set(type, known.add(listener));
      return () => known.delete(listener);
    },
    tell(type: FactType, detail: unknown) {
      const told = [...(listeners.get(type) ?? []), ...(listeners.get('*') ?? [])];
      for (const listener of told) listener(detail as never, type as never);
    },
    listening: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
    ...groups,
  };
  return client as unknown as StubClient;
}

/** A promise that the test settles. */
export function held<Value>(): {
  promise: Promise<Value>;
  give(value: Value): void;
  fail(error: unknown): void;
} {
  let give!: (value: Value) => void;
  let fail!: (error: unknown) => void;
  const promise = new Promise<Value>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { promise, give, fail };
}
