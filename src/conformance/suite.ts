import type { Capabilities, InvitationCreated, Member, Page } from '../client/wire/index.js';
import { createCaller, expect, expectStatus, fresh, type Answer, type Caller } from './caller.js';
import type { Stand, Subject, SubjectAccounts } from './subject.js';
import { Absent } from './verdict.js';

/** One rule of the contract as a black-box check; it throws `Broken` or `Absent`, or the rule is kept. */
export interface Rule {
  rule: string;
  title: string;
  /** Only where `GET /capabilities` names this feature. */
  feature?: string;
  /** Only under this identity policy. */
  policy?: Capabilities['identityPolicy'];
  check(suite: Suite): Promise<void>;
}

/** What the rules work with. */
export class Suite {
  readonly accounts: SubjectAccounts;
  readonly #subject: Subject;
  readonly #fetch: typeof fetch;
  readonly #callers = new Map<Stand, Promise<Caller>>();
  /** What the rule under way has to leave as it was, newest first. */
  readonly #undo: (() => Promise<unknown>)[] = [];

  constructor(subject: Subject) {
    this.#subject = subject;
    this.accounts = subject.accounts;
    this.#fetch = subject.fetch ?? ((...words) => fetch(...words));
  }

  nobody(): Caller {
    return createCaller(this.#subject.baseUrl, {}, this.#fetch);
  }

  /** Somebody who is signed in; once for all rules. */
  as(stand: Stand): Promise<Caller> {
    const known = this.#callers.get(stand) ?? this.#signIn(stand);
    this.#callers.set(stand, known);
    return known;
  }

  async #signIn(stand: Stand): Promise<Caller> {
    const headers = await this.#subject.signIn(stand);
    if (!headers) throw new Absent(`there is no ${stand}`);
    return createCaller(this.#subject.baseUrl, headers, this.#fetch);
  }

  /** The account with a limit of seats. */
  limited(): string {
    if (this.accounts.limited === undefined) throw new Absent('there is no account with a limit of seats');
    return this.accounts.limited;
  }

  /** An address that nobody has. */
  address(): string {
    return `c.${fresh()}@${this.#subject.mailDomain ?? 'conformance.example'}`;
  }

  /** Invites an address that nobody has, and takes the invitation back after the rule. */
  async invite(
    caller: Caller,
    accountId: string,
    email = this.address(),
    roleId = 'campaign_creator',
  ): Promise<InvitationCreated> {
    const answer = await caller.post(`/accounts/${accountId}/invitations`, { email, roleId });
    const invitation = expectStatus<InvitationCreated>(answer, 201);
    this.afterwards(() => caller.change('DELETE', invitationPath(invitation)));
    return invitation;
  }

  afterwards(work: () => Promise<unknown>): void {
    this.#undo.unshift(work);
  }

  async tidy(): Promise<void> {
    for (const work of this.#undo.splice(0)) await work().catch(() => undefined);
  }

  /** The token of the link that was mailed to this address. */
  async mailedToken(address: string): Promise<string> {
    return this.#mailed(address, /#(cci_[\w-]+)/, 'a link');
  }

  async mailedCode(address: string): Promise<string> {
    return this.#mailed(address, /(?<![\w-])(\d{6})(?![\w-])/, 'a code');
  }

  async #mailed(address: string, form: RegExp, what: string): Promise<string> {
    const { mails } = this.#subject;
    if (!mails) throw new Absent('the mails cannot be read');
    for (let tries = 0; tries < 100; tries += 1) {
      const found = [...(await mails(address))].reverse().flatMap((text) => form.exec(text)?.[1] ?? []);
      if (found[0] !== undefined) return found[0];
      await new Promise((done) => setTimeout(done, 100));
    }
    return expect(false, `${what} is mailed to the invited address within 10 seconds`) as never;
  }

  /** A member of the account who has this role. */
  async memberWith(caller: Caller, accountId: string, roleId: string): Promise<Member> {
    const answer = await caller.get(`/accounts/${accountId}/members?role=${roleId}&limit=1`);
    const [member] = expectStatus<Page<Member>>(answer, 200).items;
    if (!member) throw new Absent(`nobody is ${roleId} there`);
    return member;
  }
}

export const invitationPath = ({ accountId, id }: { accountId: string; id: string }): string =>
  `/accounts/${accountId}/invitations/${id}`;

/** The token in an address of the page where invitations are accepted; it travels behind the `#`. */
export function tokenOf({ url }: { url: string }): string {
  const token = /#(cci_[\w-]{43})$/.exec(url)?.[1];
  expect(token !== undefined, `the link carries its token behind the #: ${url.replace(/#.*/, '#…')}`);
  return token;
}

export const lookUp = (caller: Caller, token: string): Promise<Answer> =>
  caller.post('/invitation-lookups', { token }, { key: null });
