/** Going to the plan of an account, from wherever its limit is met. */
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface PlanOpenInput {
  /** Where the plan page is, as the backend names it; null if it names none. */
  planUrl: string | null;
}

/** A person wants to see the plan. Unless vetoed or answered, the plan's link is followed. */
export class CcPlanOpenRequestEvent extends CcRequestEvent<PlanOpenInput> {
  static readonly type = 'cc-plan-open-request';
}

export interface PlanOpenedFact {
  readonly accountId: string;
}

/** The host has shown the plan in place of the link. */
export class CcPlanOpenedEvent extends CcFactEvent<PlanOpenedFact> {
  static readonly type = 'cc-plan-opened';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-plan-open-request': CcPlanOpenRequestEvent;
    'cc-plan-opened': CcPlanOpenedEvent;
  }
}
