/** Who the rules act as: a role, and the account that it was given on. */
export type Stand =
  | 'parentOwner'
  | 'parentAccountManager'
  | 'parentCampaignCreator'
  | 'parentPartnerManager'
  | 'childOwner'
  | 'childAccountManager'
  | 'childCampaignCreator'
  | 'limitedOwner'
  | 'strangerOwner';

/** Accounts of the backend under test, by id. They should be made for the purpose: the rules write to them. */
export interface SubjectAccounts {
  /** A partner account without a limit of seats. */
  parent: string;
  /** A client of it with places to spare. */
  child: string;
  /** Another client of it, on a plan with a limit, of whose places at least one is free. */
  limited?: string;
  /** An account that none of the people of the others can reach. */
  stranger: string;
}

/** The backend under test, and what only its team can do for the rules. */
export interface Subject {
  /** Address that the paths of the contract follow, such as `https://crew.example/v1`. */
  baseUrl: string;
  accounts: SubjectAccounts;
  /**
   * Headers that say who is calling: an `Authorization`, or a `Cookie`. Signed in just now, so that no fresh proof
   * is asked for. Null where there is no such person; what needs them is then reported as absent.
   */
  signIn(stand: Stand): Promise<Readonly<Record<string, string>> | null>;
  /** Texts of the mails to this address, oldest first; without it, what needs a mailbox is reported as absent. */
  mails?(address: string): Promise<readonly string[]>;
  /** Domain of the invented addresses, `conformance.example` unless given. */
  mailDomain?: string;
  /** In place of the global `fetch`. */
  fetch?: typeof fetch;
}
