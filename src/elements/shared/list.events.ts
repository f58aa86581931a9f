/** What every list tells: a person filtered it, or selected rows. */
import { CcFactEvent } from '../base/events.js';

export interface FilterFact {
  readonly accountId: string;
  /** As the `filter` attribute takes it, such as `q=chloe&status=expired`. */
  readonly filter: string;
  /** As the `sort` attribute takes it, such as `-lastActive`. */
  readonly sort: string;
}

/** A person searched, filtered or sorted. */
export class CcFilterChangedEvent extends CcFactEvent<FilterFact> {
  static readonly type = 'cc-filter-changed';
}

export interface SelectionFact {
  readonly accountId: string;
  /** Ids of the selected rows, on other pages too. */
  readonly ids: readonly string[];
}

/** A person selected rows, or no longer selects them. */
export class CcSelectionChangedEvent extends CcFactEvent<SelectionFact> {
  static readonly type = 'cc-selection-changed';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-filter-changed': CcFilterChangedEvent;
    'cc-selection-changed': CcSelectionChangedEvent;
  }
}
