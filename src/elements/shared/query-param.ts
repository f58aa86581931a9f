import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A list whose filter and order the page's address may remember. */
interface Host extends ReactiveControllerHost {
  filter: string;
  sort: string;
  readonly queryParam?: string;
}

/**
 * Remembers filter and order of a list in a parameter of the page's address, where the host names one for it. The
 * address is changed in its place: what Back leads to is the host's to decide.
 */
export class QueryParamController implements ReactiveController {
  readonly #host: Host;
  readonly #tidy: (filter: string) => string;
  #name: string | undefined;
  #accountId = '';
  /** What the host itself asks for: in force where the address says nothing. */
  #given: { filter: string; sort: string } | undefined;

  /** `tidy` leaves of a filter what the list knows. */
  constructor(host: Host, tidy: (filter: string) => string) {
    this.#host = host;
    this.#tidy = tidy;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#name = undefined;
    removeEventListener('popstate', this.#recall);
  }

  /** Before anything is asked for, of this account: takes over what the address says. */
  settle(accountId: string): void {
    const { queryParam, filter, sort } = this.#host;
    if (queryParam === this.#name && accountId === this.#accountId) return;
    this.#name = queryParam;
    this.#accountId = accountId;
    removeEventListener('popstate', this.#recall);
    if (!queryParam) return;
    this.#given ??= { filter: this.#tidy(filter), sort };
    addEventListener('popstate', this.#recall);
    this.#recall();
  }

  /** Writes down what a person looks for now; nothing where it is what the host asks for anyway. */
  remember(): void {
    if (!this.#name || !this.#given) return;
    const { filter, sort } = this.#host;
    const url = new URL(location.href);
    const said = new URLSearchParams(filter);
    if (sort) said.set('sort', sort);
    const same = filter === this.#given.filter && sort === this.#given.sort;
    if (same) url.searchParams.delete(this.#name);
    else url.searchParams.set(this.#name, said.toString());
    if (url.href !== location.href) history.replaceState(history.state, '', url);
  }

  readonly #recall = (): void => {
    const kept = new URLSearchParams(location.search).get(this.#name ?? '');
    const said = new URLSearchParams(kept ?? '');
    const asked = { filter: this.#tidy(said.toString()), sort: said.get('sort') ?? '' };
    Object.assign(this.#host, kept === null ? this.#given : asked);
  };
}
