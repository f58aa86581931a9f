/** The account that the backend remembers as shown by this page, as far as this client has made or found it so (R92). */
export interface Shown {
  /** What a write names: nothing where it is about another account, which only its path says then. */
  for(accountId: string | undefined): string | undefined;
  /** Looks into an answer. What was found first stays until this page itself makes another account current. */
  learn(action: string, answer: unknown): void;
  forget(): void;
}

export function createShown(): Shown {
  let shown: string | undefined;
  return {
    for: (accountId) => (!accountId || accountId === shown ? shown : undefined),
    learn(action, answer) {
      const { currentAccountId, user } = (answer ?? {}) as Profile & { user?: Profile };
      const found = currentAccountId ?? user?.currentAccountId;
      if (found && (!shown || action === 'me.setCurrent')) shown = found;
    },
    forget: () => (shown = undefined),
  };
}

interface Profile {
  currentAccountId?: string | null;
}
