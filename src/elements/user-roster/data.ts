import type { RoleDefinition, SeatUsage } from '../../client/index.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { readProblems } from '../../i18n/en/read-problems.js';
import { roles } from '../../i18n/en/roles.js';
import { rosterList } from '../../i18n/en/roster-list.js';
import { clockTime } from '../../i18n/format.js';
import type { Strings } from '../../i18n/strings.js';
import { anybody, type RosterQuery } from '../../stores/roster-query.js';
import type { RosterGround } from './ground.js';
import { keep } from '../shared/keep.js';
import { rosterOf, type Around, type Roster } from './model.js';
import type { RosterHost, Viewer, Words } from './view.js';

/** Everything the list draws from, read at the moment of drawing. */
export class RosterData {
  readonly #host: RosterHost;
  readonly #ground: RosterGround;
  readonly #text: StringsController<'rosterList'>;
  readonly #roleWords: StringsController<'roles'>;
  readonly #problems: StringsController<'problems'>;
  readonly #time: TimeController;
  readonly #words = keep<Words>();
  #lastRows: unknown;
  #updatedAt: Date | undefined;

  constructor(host: RosterHost, ground: RosterGround) {
    this.#host = host;
    this.#ground = ground;
    this.#text = new StringsController(host, 'rosterList', rosterList);
    this.#roleWords = new StringsController(host, 'roles', roles);
    this.#problems = new StringsController(host, 'problems', readProblems as unknown as Strings['problems']);
    this.#time = new TimeController(host);
  }

  get words(): Words {
    const { t: head, common, language } = this.#ground.words;
    const [t, roles] = [this.#text.t, this.#roleWords.t];
    return this.#words([head, t, common, language, roles], () => ({
      ...{ common, language, roles, time: this.#time },
      t: { ...head, ...t },
    }));
  }

  /** Only what reading needs; what acting needs comes with it. */
  get problems() {
    return this.#problems.t;
  }

  get roster() {
    return this.#ground.roster;
  }

  get viewer(): Viewer {
    return this.#ground.viewer;
  }

  get seats(): SeatUsage | undefined {
    return this.#ground.seats;
  }

  get hasSeat(): boolean {
    return this.#ground.hasSeat;
  }

  get roles(): readonly RoleDefinition[] {
    return this.#ground.roles;
  }

  get query(): RosterQuery {
    return this.roster?.$query.get() ?? anybody;
  }

  /** What there is to draw; undefined before client and account are known. */
  look(around: Around, windowed: boolean): Roster | undefined {
    const { roster } = this;
    if (!roster) return undefined;
    const members = roster.$members.get();
    if (members.state === 'ready' && members.data !== this.#lastRows) {
      this.#lastRows = members.data;
      this.#updatedAt = this.#host.stores?.clock.now();
    }
    const seen = rosterOf(roster, around, this.words, windowed);
    if (seen.state !== 'ready') return seen;
    const { access } = this.#ground;
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

  remember(): void {
    this.#ground.remember();
  }

  reload(): Promise<void> {
    return this.#ground.reload();
  }
}
