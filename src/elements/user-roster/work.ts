import { localError } from '../../client/errors.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { LazyPart } from '../base/lazy-part.js';
import type { RosterActing } from './acting.js';
import { RosterControl } from './control.js';
import type { RosterLive } from './live.js';
import type { RosterData } from './data.js';
import type { Roster } from './model.js';
import { Patience } from './patience.js';
import { keep } from '../shared/keep.js';
import type { RowView } from './row.js';
import type { Entry } from '../shared/roster/people.js';
import type { RosterSelecting } from './selecting.js';
import type { RosterHost } from './view.js';
import type { RosterWindow } from './window.js';

/** After the list is drawn, before what acts on it is fetched for a later press. */
const restMs = 300;

/** Up to so many members the list has pages. */
const pagedUpTo = 200;

/** The parts of the roster that work together: what is shown, what is done with the list, what is done to its rows. */
export class RosterWork {
  readonly host: RosterHost;
  readonly data: RosterData;
  readonly control: RosterControl;
  readonly rowView = keep<RowView>();
  /** What is drawn; undefined before client and account are known. */
  seen: Roster | undefined;
  readonly #announce: AnnounceController;
  readonly #patience: Patience;
  readonly #acting: LazyPart<RosterActing>;
  readonly #live: LazyPart<RosterLive>;
  readonly #picking: LazyPart<RosterSelecting>;
  readonly #window: LazyPart<RosterWindow>;
  #cancelRest: (() => void) | undefined;

  constructor(host: RosterHost, data: RosterData) {
    this.host = host;
    this.data = data;
    this.control = new RosterControl(this);
    this.#announce = new AnnounceController(host);
    this.#patience = new Patience(() => host.requestUpdate());
    this.#acting = new LazyPart(host, async () => new (await import('./acting.js')).RosterActing(this));
    this.#live = new LazyPart(host, async () => new (await import('./live.js')).RosterLive(this));
    this.#window = new LazyPart(host, async () => new (await import('./window.js')).RosterWindow(this));
    this.#picking = new LazyPart(
      host,
      async () => new (await import('./selecting.js')).RosterSelecting(this),
    );
  }

  /** Undefined until it is loaded: the list does not wait for it. */
  get acting(): RosterActing | undefined {
    return this.#acting.part;
  }

  /** Undefined until it is loaded: changes made elsewhere are not looked for before the list is drawn. */
  get live(): RosterLive | undefined {
    return this.#live.part;
  }

  /** Draws the members as one long list; undefined where they have pages, or while its code is on the way. */
  get window(): RosterWindow | undefined {
    return this.#isLong ? this.#window.part : undefined;
  }

  get #isLong(): boolean {
    const { pageSize, view, narrow } = this.host;
    const many = (this.data.roster?.$members.get().data?.total ?? 0) > pagedUpTo;
    return many && pageSize === 0 && view !== 'cards' && !narrow;
  }

  /** Rows are selected: nothing moves meanwhile. */
  get selecting(): boolean {
    return (this.picking?.count ?? 0) > 0;
  }

  /** Where the host wants people to be selected, and the viewer may do something with them. */
  get picking(): RosterSelecting | undefined {
    return this.#picks ? this.#picking.part : undefined;
  }

  get #picks(): boolean {
    return this.host.selectable && this.data.viewer.manages;
  }

  /** Reads what there is to draw, once the controllers have found their stores. */
  look(): void {
    const { acting, data, host } = this;
    this.live?.look();
    const seen = data.look((id) => acting?.around(id), this.window !== undefined);
    if (this.#isLong) this.#window.startOnce();
    const clock = host.stores?.clock;
    const waits = seen && clock && this.#patience.waits(seen.state === 'loading', clock);
    if (this.#picks) this.#picking.startOnce();
    // A column that comes later would push the others aside.
    const comes =
      (this.#picks && !this.#picking.part && !this.#picking.unreachable) ||
      (this.#isLong && !this.#window.part && !this.#window.unreachable);
    this.seen = seen && (waits || (comes && seen.state === 'ready')) ? { ...seen, state: 'loading' } : seen;
    if (this.#acting.unreachable && this.seen) {
      this.seen = { ...this.seen, error: this.seen.error ?? localError('offline') };
    }
    if (clock && seen?.state === 'ready' && !acting) {
      this.#cancelRest ??= clock.after(restMs, () => {
        this.#acting.start();
        this.#live.start();
      });
    }
  }

  stop(): void {
    this.#patience.stop();
    this.#cancelRest?.();
    this.#cancelRest = undefined;
    this.acting?.stop();
    this.#picking.part?.stop();
    this.#window.part?.stop();
  }

  /** Does something to a row or a filter; loads what is needed for it if that has not come yet. */
  async act(run: (acting: RosterActing) => unknown): Promise<void> {
    const acting = await this.#acting.get().catch(() => undefined);
    if (acting) await run(acting);
  }

  readonly say = (text: string): void => {
    this.#announce.say(text);
  };

  /** A row as it is drawn. */
  entry(id: string): Entry | undefined {
    return this.seen?.rows.find(({ entry }) => entry.id === id)?.entry;
  }
}
