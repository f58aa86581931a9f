import { isCcError, type EffectiveAccess, type Member } from '../../client/index.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { common } from '../../i18n/en/common.js';
import { roles } from '../../i18n/en/roles.js';
import { rosterActs } from '../../i18n/en/roster-acts.js';
import { rosterList } from '../../i18n/en/roster-list.js';
import { userDetail } from '../../i18n/en/user-detail.js';
import { userRoster } from '../../i18n/en/user-roster.js';
import { createAccountStore } from '../../stores/account.js';
import { createPartnerPeopleStore } from '../../stores/links.js';
import { createMemberStore } from '../../stores/member.js';
import { createOwnershipStore } from '../../stores/ownership.js';
import { createRolesStore } from '../../stores/roles.js';
import { createRosterActions, withChange } from '../../stores/roster-actions.js';
import { createSeatsStore } from '../../stores/seats.js';
import { createViewerStore } from '../../stores/viewer.js';
import type { Note } from '../shared/roster/notes.js';
import type { ActWords, Viewer } from '../user-roster/view.js';
import type { Detail, DetailHost, DetailState } from './view.js';

/** What the person is drawn from: stores and words, read at the moment of drawing. */
export class DetailFacts {
  readonly #host: DetailHost;
  readonly #members: StoreController<ReturnType<typeof createMemberStore>>;
  readonly #acts: StoreController<ReturnType<typeof createRosterActions>>;
  readonly #viewer: StoreController<ReturnType<typeof createViewerStore>>;
  readonly #account: StoreController<ReturnType<typeof createAccountStore>>;
  readonly #roles: StoreController<ReturnType<typeof createRolesStore>>;
  readonly #seats: StoreController<ReturnType<typeof createSeatsStore>>;
  readonly #ownership: StoreController<ReturnType<typeof createOwnershipStore>>;
  readonly #partner: StoreController<ReturnType<typeof createPartnerPeopleStore>>;
  readonly #text: StringsController<'userDetail'>;
  readonly #frameText: StringsController<'userRoster'>;
  readonly #listText: StringsController<'rosterList'>;
  readonly #actText: StringsController<'rosterActs'>;
  readonly #roleText: StringsController<'roles'>;
  readonly #common: StringsController<'common'>;
  readonly #time: TimeController;
  #watched: string | undefined;
  #watchedIn: unknown;
  #release: (() => void) | undefined;

  constructor(host: DetailHost) {
    this.#host = host;
    this.#members = new StoreController(host, createMemberStore);
    this.#acts = new StoreController(host, createRosterActions);
    this.#viewer = new StoreController(host, createViewerStore);
    this.#account = new StoreController(host, createAccountStore);
    this.#roles = new StoreController(host, createRolesStore);
    this.#seats = new StoreController(host, createSeatsStore);
    this.#ownership = new StoreController(host, createOwnershipStore);
    this.#partner = new StoreController(host, createPartnerPeopleStore);
    this.#text = new StringsController(host, 'userDetail', userDetail);
    this.#frameText = new StringsController(host, 'userRoster', userRoster);
    this.#listText = new StringsController(host, 'rosterList', rosterList);
    this.#actText = new StringsController(host, 'rosterActs', rosterActs);
    this.#roleText = new StringsController(host, 'roles', roles);
    this.#common = new StringsController(host, 'common', common);
    this.#time = new TimeController(host);
    host.addController({ hostDisconnected: () => this.#let() });
  }

  get t() {
    return this.#text.t;
  }

  get words(): ActWords {
    return {
      t: { ...this.#frameText.t, ...this.#listText.t, ...this.#actText.t },
      common: this.#common.t,
      roles: this.#roleText.t,
      language: this.#host.language,
      time: this.#time,
    };
  }

  get acts() {
    return this.#acts.store;
  }

  get ownership() {
    return this.#ownership.store;
  }

  get access(): EffectiveAccess | undefined {
    return this.#viewer.store?.$access.get().data;
  }

  get viewer(): Viewer {
    const { readonly } = this.#host.settings;
    const manages = !readonly && this.#may('users.manage');
    const account = this.#account.store?.$account.get().data;
    return { account, userId: this.access?.userId, readonly, manages };
  }

  get readsHistory(): boolean {
    return this.#may('audit.read');
  }

  /** The membership that is shown: the one named, else the viewer's own here. */
  get id(): string | undefined {
    return this.#host.memberId || this.#own?.membershipId;
  }

  /** Follows the membership that is shown, and no other. */
  look(): void {
    const { store } = this.#members;
    const { id } = this;
    if (id !== this.#watched || store !== this.#watchedIn) {
      this.#let();
      this.#watched = id;
      this.#watchedIn = store;
      this.#release = id === undefined ? undefined : store?.watch(id);
    }
    this.#adoptTheirs();
    const { data } = this.#loaded;
    if (data) this.#acts.store?.know([data]);
  }

  /** The other side of a conflict is the newest that is known: shown at once, not only when it is read again (R14). */
  #adoptTheirs(): void {
    const { data } = this.#loaded;
    if (!data) return;
    const row = this.#acts.store?.$rows.get().get(data.id);
    if (row?.state !== 'conflict' || row.theirs.version <= data.version) return;
    this.#members.store?.adopt(row.theirs as Member);
  }

  get state(): DetailState {
    const { state, data } = this.#loaded;
    const { store } = this.#members;
    if (!store) return 'busy';
    if (this.id === undefined) return this.access ? 'empty' : this.#unknown;
    if (store.isGone(this.id)) return 'empty';
    if (data) return this.access || state !== 'failed' ? 'ready' : 'failed';
    if (state !== 'failed') return 'busy';
    return isCcError(this.error, 'forbidden') ? 'refused' : 'failed';
  }

  /** Why the person, or whoever looks, could not be read. */
  get error() {
    const loaded = this.#loaded;
    const access = this.#viewer.store?.$access.get();
    if (loaded.state === 'failed') return loaded.error;
    return access?.state === 'failed' ? access.error : undefined;
  }

  detail(note: Note | undefined): Detail | undefined {
    const { data } = this.#loaded;
    if (!data) return undefined;
    const { acts, words, t, viewer } = this;
    const state = acts?.$rows.get().get(data.id);
    const patch = note?.kind === 'busy' ? note.patch : {};
    const member = { ...withChange(data, state), ...patch };
    const entry = { kind: 'member', id: member.id, member } as const;
    return {
      ...{ words, t, viewer, member, entry },
      row: { entry, state, note },
      roles: this.#roles.store?.$roles.get().data ?? [],
      seats: this.#seats.store?.$seats.get().data,
      transfer: this.#ownership.store?.$transfer.get().data,
      owns: this.#own?.roleId === 'account_owner',
      transfers: !viewer.readonly && this.#may('ownership.transfer'),
      partner: this.#partner.store?.$people.get().data,
    };
  }

  /** What a refusal, a host's own answer or another owner has made old. */
  async reload(): Promise<void> {
    await Promise.all(
      [this.#members, this.#viewer, this.#seats, this.#roles].map((store) => store.refresh()),
    );
  }

  get #loaded() {
    const { id } = this;
    const known = id === undefined ? undefined : this.#members.store?.$members.get().get(id);
    return known ?? ({ state: 'idle' } as const);
  }

  get #own() {
    const accountId = this.#host.stores?.accountId;
    return this.access?.grants.find(
      ({ source, grantAccountId }) => source === 'direct' && grantAccountId === accountId,
    );
  }

  get #unknown(): DetailState {
    return this.#viewer.store?.$access.get().state === 'failed' ? 'failed' : 'busy';
  }

  #may(capability: string): boolean {
    return this.access?.capabilities.includes(capability) ?? false;
  }

  #let(): void {
    this.#release?.();
    this.#release = undefined;
    this.#watched = undefined;
    this.#watchedIn = undefined;
  }
}
