import type { JobSubject, Offboarding } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface PersonOffboardInput {
  subject: JobSubject;
  /** Only these accounts; everywhere when absent. */
  accountIds?: string[];
}

export interface PersonOffboardedFact {
  /** The partner account. */
  readonly accountId: string;
  /** The job, with how many accesses came to what. */
  readonly job: Offboarding;
}

/** A person has seen the preview and wants all of it to end (R89). Answer with the job that does it. */
export class CcPersonOffboardRequestEvent extends CcRequestEvent<PersonOffboardInput, Offboarding> {
  static readonly type = 'cc-person-offboard-request';
}

/** The job has ended; each access has its result. */
export class CcPersonOffboardedEvent extends CcFactEvent<PersonOffboardedFact> {
  static readonly type = 'cc-person-offboarded';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-person-offboard-request': CcPersonOffboardRequestEvent;
    'cc-person-offboarded': CcPersonOffboardedEvent;
  }
}
