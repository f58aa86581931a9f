import type {
  Member,
  OwnershipTransfer,
  PartnerPersonList,
  RoleDefinition,
  SeatUsage,
} from '../../client/index.js';
import type { Strings } from '../../i18n/strings.js';
import type { CcElement } from '../base/cc-element.js';
import type { MemberEntry } from '../shared/roster/people.js';
import type { ActWords, Row, Viewer } from '../user-roster/view.js';

/** The element as its parts know it. */
export interface DetailHost extends CcElement {
  readonly memberId?: string;
  readonly layout: 'panel' | 'page';
}

/** What stands there: of the request, and of the person. */
export type DetailState = 'busy' | 'ready' | 'empty' | 'failed' | 'refused';

/** Everything a section is drawn from, read at the moment of drawing. */
export interface Detail {
  readonly words: ActWords;
  readonly t: Strings['userDetail'];
  readonly viewer: Viewer;
  readonly member: Member;
  readonly entry: MemberEntry;
  /** What is going on with them. */
  readonly row: Row;
  readonly roles: readonly RoleDefinition[];
  readonly seats: SeatUsage | undefined;
  /** The transfer under way; null without one, undefined while not known. */
  readonly transfer: OwnershipTransfer | null | undefined;
  /** Is the viewer the owner here? */
  readonly owns: boolean;
  /** May the viewer hand the account over? */
  readonly transfers: boolean;
  readonly partner: PartnerPersonList | undefined;
}
