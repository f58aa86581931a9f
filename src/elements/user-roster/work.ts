import { localError } from '../../client/errors.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import type { CcElement } from '../base/cc-element.js';
import type { RosterActing } from './acting.js';
import { RosterControl } from './control.js';
import { RosterData } from './data.js';
import type { Roster } from './model.js';
import { Patience } from './patience.js';
import type { Entry } from './people.js';
import type { RosterActionsOf } from './view.js';

export interface RosterHost extends CcElement {
  filter: string;
  sort: string;
  readonly pageSize: number;
  readonly rowActions?: RosterActionsOf;
}

/** After the list is drawn, before what acts on it is fetched for a later press. */
const restMs = 300;

/** The parts of the roster that work together: what is shown, what is done with the list, what is done to its rows. */
export class RosterWork {
  readonly host: RosterHost;
  readonly data: RosterData;
  readonly control: RosterControl;
  /** What is drawn; undefined before client and account are known. */
  seen: Roster | undefined;
  /** Undefined until it is loaded: the list does not wait for it. */
  acting: RosterActing | undefined;
  readonly #announce: AnnounceController;
  readonly #patience: Patience;
  #cancelRest: (() => void) | undefined;
  #unreachable = false;

  constructor(host: RosterHost) {
    this.host = host;
    this.data = new RosterData(host);
    this.control = new RosterControl(this);
    this.#announce = new AnnounceController(host);
    this.#patience = new Patience(() => host.requestUpdate());
  }

  /** Reads what there is to draw, once the controllers have found their stores. */
  look(): void {
    const seen = this.data.look((id) => this.acting?.around(id));
    const clock = this.host.stores?.clock;
    const waits = seen && clock && this.#patience.waits(seen.state === 'loading', clock);
    this.seen = waits ? { ...seen, state: 'loading' } : seen;
    if (this.#unreachable && this.seen) {
      this.seen = { ...this.seen, error: this.seen.error ?? localError('offline') };
    }
    if (clock && seen?.state === 'ready' && !this.acting) {
      this.#cancelRest ??= clock.after(restMs, () => void this.#load().catch(() => undefined));
    }
  }

  stop(): void {
    this.#patience.stop();
    this.#cancelRest?.();
    this.#cancelRest = undefined;
    this.acting?.stop();
  }

  /** Does something to a row or a filter; loads what is needed for it if that has not come yet. */
  async act(run: (acting: RosterActing) => unknown): Promise<void> {
    try {
      const acting = await this.#load();
      this.#unreachable = false;
      await run(acting);
    } catch (error) {
      if (this.acting) throw error;
      this.#unreachable = true;
      this.host.requestUpdate();
    }
  }

  readonly say = (text: string): void => {
    this.#announce.say(text);
  };

  /** A row as it is drawn. */
  entry(id: string): Entry | undefined {
    return this.seen?.rows.find(({ entry }) => entry.id === id)?.entry;
  }

  async #load(): Promise<RosterActing> {
    if (!this.acting) {
      const { RosterActing: Acting } = await import('./acting.js');
      // Two presses may have waited for the same file.
      this.acting ??= new Acting(this);
      this.host.requestUpdate();
      await this.host.updateComplete;
    }
    return this.acting;
  }
}
