import type { EffectiveAccess, RoleDefinition, SeatUsage } from '../../client/index.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { userRoster } from '../../i18n/en/user-roster.js';
import { createAccountStore } from '../../stores/account.js';
import type { Loadable } from '../../stores/loadable.js';
import { createRolesStore } from '../../stores/roles.js';
import { createRosterStore } from '../../stores/roster.js';
import { createSeatsStore } from '../../stores/seats.js';
import { createViewerStore } from '../../stores/viewer.js';
import { QueryParamController } from '../shared/query-param.js';
import { readFilter, writeFilter } from './filter.js';
import { isFull } from './header.js';
import type { HeadWords, RosterHost, Viewer } from './view.js';

/**
 * What the head is drawn from, and what asks for the people: their answer and the code that draws them are on
 * their way at the same time.
 */
export class RosterGround {
  readonly #host: RosterHost;
  readonly #roster: StoreController<ReturnType<typeof createRosterStore>>;
  readonly #account: StoreController<ReturnType<typeof createAccountStore>>;
  readonly #viewer: StoreController<ReturnType<typeof createViewerStore>>;
  readonly #seats: StoreController<ReturnType<typeof createSeatsStore>>;
  readonly #roles: StoreController<ReturnType<typeof createRolesStore>>;
  readonly #text: StringsController<'userRoster'>;
  readonly #common: StringsController<'common'>;
  readonly #param: QueryParamController;

  constructor(host: RosterHost) {
    this.#host = host;
    this.#roster = new StoreController(host, createRosterStore);
    this.#account = new StoreController(host, createAccountStore);
    this.#viewer = new StoreController(host, createViewerStore);
    this.#seats = new StoreController(host, createSeatsStore);
    this.#roles = new StoreController(host, createRolesStore);
    this.#text = new StringsController(host, 'userRoster', userRoster);
    this.#common = new StringsController(host, 'common', common);
    this.#param = new QueryParamController(host, (filter) => writeFilter(readFilter(filter)));
  }

  get words(): HeadWords {
    return { t: this.#text.t, common: this.#common.t, language: this.#host.language };
  }

  get roster() {
    return this.#roster.store;
  }

  get access(): Loadable<EffectiveAccess> | undefined {
    return this.#viewer.store?.$access.get();
  }

  get viewer(): Viewer {
    const access = this.access?.data;
    const { readonly } = this.#host.settings;
    const manages = !readonly && (access?.capabilities.includes('users.manage') ?? false);
    return { account: this.#account.store?.$account.get().data, userId: access?.userId, readonly, manages };
  }

  get seats(): SeatUsage | undefined {
    return this.#seats.store?.$seats.get().data;
  }

  get roles(): readonly RoleDefinition[] {
    return this.#roles.store?.$roles.get().data ?? [];
  }

  /** Is there a place that nobody holds or waits for? */
  get hasSeat(): boolean {
    return !isFull(this.seats);
  }

  /** Hands what the host says to the store; what a person chose has reached it already. */
  settle(): void {
    const { stores } = this.#host;
    if (!stores?.accountId) return;
    this.#param.settle(stores.accountId);
    const { filter, sort, pageSize } = this.#host;
    const roster = stores.use(createRosterStore);
    roster.setPageSize(pageSize);
    const query = roster.$query.get();
    const wanted = readFilter(filter);
    if (writeFilter(query) !== writeFilter(wanted) || query.sort !== sort) {
      void roster.setQuery({ ...wanted, sort });
    }
  }

  /** Keeps in the page's address what a person looks for, where the host asks for it. */
  remember(): void {
    this.#param.remember();
  }

  /** What a refusal or a host's own answer has made old. */
  async reload(): Promise<void> {
    await Promise.all([this.#roster, this.#viewer, this.#seats].map((store) => store.refresh()));
  }
}
