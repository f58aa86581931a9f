import type { RoleDefinition, SeatUsage } from '../../client/index.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { common } from '../../i18n/en/common.js';
import { readProblems } from '../../i18n/en/read-problems.js';
import { roles } from '../../i18n/en/roles.js';
import { userRoster } from '../../i18n/en/user-roster.js';
import { clockTime } from '../../i18n/format.js';
import type { Strings } from '../../i18n/strings.js';
import { createAccountStore } from '../../stores/account.js';
import { createRolesStore } from '../../stores/roles.js';
import { anybody, type RosterQuery } from '../../stores/roster-query.js';
import { createRosterStore } from '../../stores/roster.js';
import { createSeatsStore } from '../../stores/seats.js';
import { createViewerStore } from '../../stores/viewer.js';
import type { CcElement } from '../base/cc-element.js';
import { isFull } from './header.js';
import { rosterOf, type Around, type Roster } from './model.js';
import type { Viewer, Words } from './view.js';

/** Everything the roster draws from, read at the moment of drawing. */
export class RosterData {
  readonly #host: CcElement;
  readonly #roster: StoreController<ReturnType<typeof createRosterStore>>;
  readonly #account: StoreController<ReturnType<typeof createAccountStore>>;
  readonly #viewer: StoreController<ReturnType<typeof createViewerStore>>;
  readonly #seats: StoreController<ReturnType<typeof createSeatsStore>>;
  readonly #roles: StoreController<ReturnType<typeof createRolesStore>>;
  readonly #text: StringsController<'userRoster'>;
  readonly #common: StringsController<'common'>;
  readonly #roleWords: StringsController<'roles'>;
  readonly #problems: StringsController<'problems'>;
  readonly #time: TimeController;
  #lastRows: unknown;
  #updatedAt: Date | undefined;

  constructor(host: CcElement) {
    this.#host = host;
    this.#roster = new StoreController(host, createRosterStore);
    this.#account = new StoreController(host, createAccountStore);
    this.#viewer = new StoreController(host, createViewerStore);
    this.#seats = new StoreController(host, createSeatsStore);
    this.#roles = new StoreController(host, createRolesStore);
    this.#text = new StringsController(host, 'userRoster', userRoster);
    this.#common = new StringsController(host, 'common', common);
    this.#roleWords = new StringsController(host, 'roles', roles);
    this.#problems = new StringsController(host, 'problems', readProblems as unknown as Strings['problems']);
    this.#time = new TimeController(host);
  }

  get words(): Words {
    return {
      t: this.#text.t,
      common: this.#common.t,
      roles: this.#roleWords.t,
      time: this.#time,
      language: this.#host.language,
    };
  }

  /** Only what reading needs; what acting needs comes with it. */
  get problems() {
    return this.#problems.t;
  }

  get roster() {
    return this.#roster.store;
  }

  get viewer(): Viewer {
    const access = this.#viewer.store?.$access.get().data;
    const { readonly } = this.#host.settings;
    const manages = !readonly && (access?.capabilities.includes('users.manage') ?? false);
    return { account: this.#account.store?.$account.get().data, userId: access?.userId, readonly, manages };
  }

  get seats(): SeatUsage | undefined {
    return this.#seats.store?.$seats.get().data;
  }

  /** Is there a place that nobody holds or waits for? */
  get hasSeat(): boolean {
    return !isFull(this.seats);
  }

  get roles(): readonly RoleDefinition[] {
    return this.#roles.store?.$roles.get().data ?? [];
  }

  get query(): RosterQuery {
    return this.#roster.store?.$query.get() ?? anybody;
  }

  /** What there is to draw; undefined before client and account are known. */
  look(around: Around): Roster | undefined {
    const { roster } = this;
    if (!roster) return undefined;
    const members = roster.$members.get();
    if (members.state === 'ready' && members.data !== this.#lastRows) {
      this.#lastRows = members.data;
      this.#updatedAt = this.#host.stores?.clock.now();
    }
    const seen = rosterOf(roster, around, this.words);
    if (seen.state !== 'ready') return seen;
    const access = this.#viewer.store?.$access.get();
    if (access?.state === 'failed' && !access.data) return { ...seen, error: seen.error ?? access.error };
    // What may be done belongs to the rows: coming later, it would change them under the person's eyes.
    return access?.data ? seen : { ...seen, state: 'loading' };
  }

  /** When the rows shown were last known to be right: "just now", "12 min ago", "at 14:02". */
  get updated(): string {
    const { t, time, language } = this.words;
    const at = this.#updatedAt;
    const minutes = at ? (time.now.getTime() - at.getTime()) / 60_000 : 0;
    if (!at || minutes < 1) return t.justNow;
    return minutes < 60 ? time.relative(at) : t.atTime({ time: clockTime(at, language) });
  }

  /** What a refusal or a host's own answer has made old. */
  async reload(): Promise<void> {
    await Promise.all([this.#roster, this.#viewer, this.#seats].map((store) => store.refresh()));
  }
}
