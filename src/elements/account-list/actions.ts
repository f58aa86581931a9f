import { isCcError, type AccountListItem } from '../../client/index.js';
import { limits } from '../../domain/limits.js';
import type { Strings } from '../../i18n/strings.js';
import type { AccountListStore } from '../../stores/account-list.js';
import type { CcElement } from '../base/cc-element.js';
import { copyNow } from '../base/copy.js';
import type { CcRequestEvent } from '../base/events.js';
import type { Facts, Outcome } from '../base/perform.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { Selection } from '../shared/selection.js';
import {
  CcAccountAddOpenedEvent,
  CcAccountAddRequestEvent,
  CcAccountChangedEvent,
  CcAccountChangeRequestEvent,
  CcAccountRestoredEvent,
  CcAccountRestoreRequestEvent,
  CcGrantOpenedEvent,
  CcGrantOpenRequestEvent,
} from './account-list.events.js';

export interface ActionDeps {
  readonly store: AccountListStore | undefined;
  readonly t: Strings['accountRows'];
  readonly problems: ProblemTexts;
  say(text: string, urgent?: boolean): void;
  perform<Input, Result>(
    request: CcRequestEvent<Input, Result>,
    action: (input: Input) => Promise<Result>,
    facts?: Facts<Result>,
    retry?: () => unknown,
  ): Promise<Outcome<Result>>;
}

/** What a person does with one account, or with the selected ones. */
export class ListActions {
  readonly selection: Selection<AccountListItem>;
  /** Id of the account that is being opened or brought back. */
  opening: string | undefined;
  /** What went wrong with an account. */
  failure: { readonly id: string; readonly text: string } | undefined;
  /** What has been brought back, until something else is done. */
  done: string | undefined;
  readonly #host: CcElement;
  readonly #deps: () => ActionDeps;

  constructor(host: CcElement, deps: () => ActionDeps) {
    this.#host = host;
    this.#deps = deps;
    this.selection = new Selection(host);
  }

  async open(item: AccountListItem, event: Event): Promise<void> {
    if (this.opening) return;
    const isLink = event.currentTarget instanceof HTMLAnchorElement;
    // Another tab or window is the browser's business.
    if (isLink && isModified(event as MouseEvent)) return;
    const { store, t, say, perform } = this.#deps();
    const input = { accountId: item.id };
    const request = new CcAccountChangeRequestEvent({ accountId: this.#accountId, input });
    this.#show(undefined, isLink ? undefined : item.id);
    const done = perform(
      request,
      async ({ accountId }) => {
        // The page behind a link makes its account the current one itself.
        if (!isLink && accountId) await store?.enter(accountId);
      },
      () => new CcAccountChangedEvent({ accountId: request.detail.input.accountId ?? item.id }),
      () => this.open(item, event),
    );
    if (isLink && request.defaultPrevented) event.preventDefault();
    const outcome = await done;
    this.#show(undefined);
    if (outcome.state === 'done' && !isLink) say(t.opened({ name: item.name }));
    if (outcome.state === 'failed' && !outcome.silent) this.#fail(item, outcome.error);
  }

  /** R85: back with its members; invitations and the link to a partner account stay ended. */
  async restore(item: AccountListItem): Promise<void> {
    if (this.opening) return;
    const { store, t, problems, say, perform } = this.#deps();
    const accountId = this.#accountId;
    const { id, name } = item;
    const request = new CcAccountRestoreRequestEvent({ accountId, input: { restoredId: id } });
    this.#show(undefined, id);
    const outcome = await perform(
      request,
      ({ restoredId }) => store?.restore(restoredId) ?? Promise.reject(new Error('No store')),
      (account) => new CcAccountRestoredEvent({ accountId, account }),
      () => this.restore(item),
    );
    this.#show(undefined);
    if (outcome.state === 'done') {
      this.done = t.restored({ name });
      say(this.done);
      void store?.refresh();
    }
    if (outcome.state === 'failed' && !outcome.silent) {
      this.#show({ id, text: `${t.restoreFailed({ name })} ${problemText(problems, outcome.error)}` });
    }
  }

  async setFavourite(item: AccountListItem, favourite: boolean): Promise<void> {
    const { store, t, problems, say } = this.#deps();
    try {
      await store?.setFavourite(item, favourite);
      say((favourite ? t.favouriteAdded : t.favouriteRemoved)({ name: item.name }));
    } catch (error) {
      this.#show({ id: item.id, text: problemText(problems, error as Error) });
    }
  }

  async copyId({ id, name }: AccountListItem): Promise<void> {
    const { t, say } = this.#deps();
    if (await copyNow(id)) say(t.idCopied({ name }));
    else this.#show({ id, text: t.copyRefused({ id }) });
  }

  async selectAll(): Promise<void> {
    const { store, t, say } = this.#deps();
    try {
      const found = (await store?.all()) ?? [];
      const { ids } = this.selection;
      // No more than one job takes, those selected before included.
      const room = Math.max(0, limits.bulkAccounts - ids.size);
      this.selection.set(found.filter(({ id }) => !ids.has(id)).slice(0, room), true);
      say(t.selected({ count: this.selection.ids.size }));
    } catch {
      say(t.selectFailed, true);
    }
  }

  readonly clearSelection = (): void => {
    this.selection.clear();
    this.#host.renderRoot.querySelector<HTMLElement>('thead input')?.focus();
  };

  readonly grant = (): void => {
    const accountId = this.#accountId;
    const input = { accountIds: [...this.selection.ids] };
    const request = new CcGrantOpenRequestEvent({ accountId, input });
    const opened = () => new CcGrantOpenedEvent({ accountId, accountIds: request.detail.input.accountIds });
    void this.#deps().perform(request, () => Promise.resolve(), opened);
  };

  readonly add = (): void => {
    const accountId = this.#accountId;
    const request = new CcAccountAddRequestEvent({ accountId, input: {} });
    const opened = () => new CcAccountAddOpenedEvent({ accountId });
    void this.#deps().perform(request, () => Promise.resolve(), opened);
  };

  get #accountId(): string {
    return this.#host.stores?.accountId ?? '';
  }

  #fail(item: AccountListItem, error: Error): void {
    const { store, t, problems } = this.#deps();
    const { id, name } = item;
    // W03: the account went away while it was listed; the list is asked again.
    const gone = isRefusal(error);
    this.#show({
      id,
      text: gone ? t.gone({ name }) : `${t.openFailed({ name })} ${problemText(problems, error)}`,
    });
    if (gone) void store?.refresh();
  }

  #show(failure: ListActions['failure'], opening?: string): void {
    this.failure = failure;
    this.done = undefined;
    this.opening = opening;
    this.#host.requestUpdate();
  }
}

/** What can't be entered looks the same as what is not there (R93). */
export function isRefusal(error: Error): boolean {
  return isCcError(error, 'forbidden') || isCcError(error, 'not-found');
}

function isModified({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}
