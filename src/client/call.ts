import type { Decoder } from './decode.js';
import type { CcError } from './errors.js';
import type { Fact, ResourceFactType } from './facts.js';

/** What every call takes. */
export interface CallOptions {
  /** Ends the call at once; it rejects with `aborted` and is not tried again (N09). */
  signal?: AbortSignal;
}

/** What every write takes. */
export interface WriteOptions extends CallOptions {
  /**
   * The account the person was looking at (R92). When absent, the one this page has made current, where the call is
   * about that one or about none.
   */
  shownAccountId?: string;
}

/** What a call takes that creates or sends. */
export interface CreateOptions extends WriteOptions {
  /** From `intentKey()`. Hand in the same key again when the person repeats the same intent (R35). */
  idempotencyKey?: string;
}

/** Names one state of a resource; the version travels as `If-Match` (R14). */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call of a group as data. */
export interface CallSpec<T> {
  /**
   * Method and address below the base. Each `*` takes the next argument, an id or a `Versioned`; `@` takes the
   * version of the next argument and adds nothing to the address.
   */
  readonly to: `${Method} ${string}`;
  /** What the argument after the ids is: the query, the body, or the one field of the body with this name. */
  readonly with?: string;
  readonly gives: Decoder<T>;
  /** Nobody has to be signed in. */
  readonly open?: boolean;
  /** For a POST. `read`: changes nothing. `once`: never repeated. Any other creates or sends and carries a key. */
  readonly kind?: 'read' | 'once';
  /** What became true through it; a name alone stands for the usual detail about one resource. */
  readonly fact?: ResourceFactType | ((result: T) => Fact | undefined);
  /** Turns a failure that is an answer into a result. */
  readonly recover?: (error: CcError) => T | undefined;
}

/** A group as data: one `CallSpec` per method. */
export type CallTable<Group> = {
  readonly [Name in keyof Group]: Group[Name] extends (...args: never) => Promise<infer T>
    ? CallSpec<T>
    : never;
};

/** One call with its arguments put in place. */
export interface Call<T> {
  readonly spec: Pick<CallSpec<T>, 'gives' | 'open' | 'recover'>;
  /** Group and method, such as `members.setRole`. */
  readonly action: string;
  readonly method: Method;
  readonly path: readonly string[];
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly version?: number;
  /** The account the call is about. */
  readonly accountId?: string;
  /** Creates or sends: goes with an idempotency key. */
  readonly keyed: boolean;
  /** May be sent again after a failure that passes. */
  readonly repeatable: boolean;
  readonly options: CreateOptions;
  /** Headers of a call whose answer is handed over as it comes, body unread; only its caller's signal ends it. */
  readonly stream?: Readonly<Record<string, string>>;
  readonly fact: (result: T) => Fact | undefined;
}

/** Carries out calls. */
export type Send = <T>(call: Call<T>) => Promise<T>;

/** Makes the methods of all groups from their tables. */
export function bindGroups<Groups extends object>(
  send: Send,
  tables: { [Name in keyof Groups]: CallTable<Groups[Name]> },
): Groups {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const group in tables) {
    const table = tables[group] as Record<string, CallSpec<unknown>>;
    const methods: Record<string, unknown> = (groups[group] = {});
    for (const name in table) {
      methods[name] = (...args: unknown[]) =>
        send(place(`${group}.${name}`, table[name] as CallSpec<unknown>, args));
    }
  }
  return groups as Groups;
}

/** Puts the arguments of a method where its spec wants them. */
export function place<T>(action: string, spec: CallSpec<T>, args: unknown[]): Call<T> {
  const [method, address = ''] = spec.to.split(' ') as [Method, string];
  const rest = [...args];
  let version: number | undefined;
  const path = address.split('/').flatMap((part) => {
    if (part !== '*' && part !== '@') return part;
    const named = rest.shift() as string | Versioned;
    if (typeof named === 'string') return named;
    version = named.version;
    return part === '*' ? named.id : [];
  });
  const wanted = spec.with ?? '';
  const payload = wanted && rest.shift();
  const accountId = /^accounts\/\*/.test(address) ? path[1] : undefined;
  const keyed = method === 'POST' && !spec.kind;
  return {
    spec,
    action,
    method,
    path,
    version,
    keyed,
    accountId,
    repeatable: keyed || method === 'GET' || spec.kind === 'read',
    ...(/body|query/.test(wanted) ? { [wanted]: payload } : wanted && { body: { [wanted]: payload } }),
    options: (rest[0] ?? {}) as CreateOptions,
    fact(result) {
      const { fact } = spec;
      if (typeof fact !== 'string') return fact?.(result);
      // A link is a secret: it goes to the caller alone.
      const { url: _link, ...value } = (result ?? {}) as { id?: string; url?: string };
      return [fact, { accountId, id: path[3] ?? value.id, value }] as unknown as Fact;
    },
  };
}
