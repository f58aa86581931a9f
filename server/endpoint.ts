import type { z } from 'zod';
import type { Capability, ProblemSlug } from '../src/domain/index.js';
import type { Actor, Context, ReadContext } from './context.js';
import type { Ports } from './ports.js';
import type { ProblemError } from './problem.js';
import type { AccountAccess } from './services/access.js';
import type { Row } from './stores/schema.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: anybody, anybody signed in, or somebody with a relation to the account named in the path.
 * Without a capability the relation alone is asked for, and the use-case decides the rest.
 */
export type AccessRule = 'public' | 'session' | { account: 'accountId'; capability?: Capability };

/** Status → schema of the body, or null where there is none. */
export type ReplyShapes = Readonly<Record<number, z.ZodType | null>>;

type ParamName<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** Ids of the path. Their form is checked by name before the handler runs (`accountId` → `acc_…`). */
export type PathParams<Path extends string> = { readonly [Name in ParamName<Path>]: string };

type Parsed<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : undefined;

type ActorOf<A extends AccessRule> = A extends 'public' ? Actor | null : Actor;

/** GET sees committed rows; a write runs in one transaction. */
type ContextOf<M extends Method, A extends AccessRule> = M extends 'GET'
  ? ReadContext<ActorOf<A>>
  : Context<ActorOf<A>>;

/** What a handler gets. */
export interface Call<
  Path extends string = string,
  M extends Method = Method,
  A extends AccessRule = AccessRule,
  Q extends z.ZodType | undefined = z.ZodType | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  P = unknown,
> {
  context: ContextOf<M, A>;
  params: PathParams<Path>;
  query: Parsed<Q>;
  body: Parsed<B>;
  /** Only where the rule names an account: the account and what the actor may do there. */
  access: A extends { account: string } ? AccountAccess : undefined;
  /** What `prepare` found or made. */
  prepared: P;
  /** For what a use-case of several transactions needs; ports never run inside one that holds locks. */
  ports: Ports;
  headers: Headers;
  /**
   * R14, asked by the handler at its "state" stage: 428 without `If-Match` (or with `*`), 412 unless one of
   * its strong tags names this version. `current` is what the form shows beside the typed value.
   */
  match(version: number, current: () => unknown): Promise<void>;
}

interface ReplyExtras {
  /** Feeds the ETag; the body's own `version` is used when absent. */
  version?: number;
  location?: string;
  /** Starts a cookie session for this person (rotating the present one), or ends the present one. */
  session?: { start: Row<'users'>; deviceId?: string | null; authenticatedAt?: Date } | 'end';
  /** More cookies, such as that of a trusted device. */
  cookies?: readonly string[];
  /** Where `watches`: the stream of the account's changes, behind the one with this id. */
  watch?: { after: string | null };
}

/** What is known before the transaction: enough for slow work, nothing that may decide. */
export type PrepareCall<
  Path extends string,
  A extends AccessRule,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
> = Pick<Call<Path, 'GET', A, Q, B>, 'context' | 'params' | 'query' | 'body' | 'ports' | 'headers'>;

/** The answer: one of the declared statuses with the body declared for it. */
export type Reply<R extends ReplyShapes> = {
  [S in keyof R & number]: R[S] extends z.ZodType
    ? { status: S; body: z.output<R[S]> } & ReplyExtras
    : { status: S; body?: undefined } & ReplyExtras;
}[keyof R & number];

/** One route of the API as data: the kernel runs it, the OpenAPI document describes it. */
export interface EndpointSpec<
  Path extends string,
  M extends Method,
  A extends AccessRule,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends ReplyShapes,
  P,
  O extends Reply<R> | ProblemError,
> {
  method: M;
  /** Below `/v1`, with `:name` for ids. */
  path: Path;
  summary: string;
  /** Group in the document. */
  tag: string;
  access: A;
  query?: Q;
  body?: B;
  reply: R;
  /** Problem kinds of its own; those that follow from the other fields are added by the document. */
  problems?: readonly ProblemSlug[];
  /** Needs an Idempotency-Key (R35). */
  idempotent?: true;
  /** Needs If-Match (R14): the handler calls `call.match`. */
  ifMatch?: true;
  /** `true`: the kernel asks for a fresh proof (R69). `'sometimes'`: the use-case asks, by `requireStepUp`. */
  stepUp?: true | 'sometimes';
  /** False: the `Cc-Account` header says nothing here (R92), as where the shown account is being changed. */
  shownAccount?: false;
  /**
   * The answer is a stream of server-sent events with data of this shape, authorised anew for each. An open stream
   * says nothing about what its reader does: it keeps no session alive and is no activity.
   */
  watches?: z.ZodType;
  /** Slow work outside any transaction and any lock, such as hashing a password; `handle` decides. */
  prepare?(call: PrepareCall<Path, A, Q, B>): Promise<P>;
  /** Takes back what `prepare` counted, when a fault undid the transaction (C04). */
  abandon?(context: Context<Actor | null>, prepared: P): Promise<void>;
  /** A problem that is thrown undoes the transaction; one that is returned keeps it, such as a counted try. */
  handle(call: Call<Path, M, A, Q, B, P>): Promise<O>;
}

/** An endpoint whose types were checked where it was written, as the kernel stores it. */
export interface Endpoint {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: AccessRule;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly reply: ReplyShapes;
  readonly problems: readonly ProblemSlug[];
  readonly idempotent: boolean;
  readonly ifMatch: boolean;
  readonly stepUp: boolean | 'sometimes';
  readonly shownAccount: boolean;
  readonly watches?: z.ZodType;
  prepare(call: PrepareCall<string, AccessRule, undefined, undefined>): Promise<unknown>;
  abandon(context: Context<Actor | null>, prepared: unknown): Promise<void>;
  handle(call: Call): Promise<AnyReply | ProblemError>;
}

export type AnyReply = { status: number; body?: unknown } & ReplyExtras;

/** Declares one route; see `EndpointSpec`. */
export function endpoint<
  const Path extends string,
  const M extends Method,
  const A extends AccessRule,
  R extends ReplyShapes,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  P = undefined,
  const O extends Reply<R> | ProblemError = Reply<R>,
>(spec: EndpointSpec<Path, M, A, Q, B, R, P, O>): Endpoint {
  return {
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    tag: spec.tag,
    access: spec.access,
    query: spec.query,
    body: spec.body,
    reply: spec.reply,
    problems: spec.problems ?? [],
    idempotent: spec.idempotent ?? false,
    ifMatch: spec.ifMatch ?? false,
    stepUp: spec.stepUp ?? false,
    shownAccount: spec.shownAccount !== false,
    watches: spec.watches,
    // The kernel has parsed path, query and body with this very spec before it calls.
    prepare: async (call) => spec.prepare?.(call as unknown as PrepareCall<Path, A, Q, B>),
    abandon: async (context, prepared) => spec.abandon?.(context, prepared as P),
    handle: (call) =>
      spec.handle(call as unknown as Call<Path, M, A, Q, B, P>) as Promise<AnyReply | ProblemError>,
  };
}
