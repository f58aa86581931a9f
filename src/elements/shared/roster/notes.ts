import type { Clock } from '../../../client/index.js';

/** What the element itself has to tell in a row; what the store knows of a row is in its own state. */
export type Note =
  /** A host is asked, or does it in our place. */
  | { readonly kind: 'busy'; readonly patch: { readonly roleId?: string; readonly status?: string } }
  | { readonly kind: 'told'; readonly text: string }
  /** A host's own answer failed. */
  | { readonly kind: 'failed'; readonly text: unknown }
  /** The clipboard refused, so the link is there to be copied by hand (I12). */
  | { readonly kind: 'link'; readonly url: string };

const toldMs = 10_000;

/** The notes of all rows, at most one each. */
export class Notes {
  readonly #changed: () => void;
  readonly #notes = new Map<string, Note>();
  readonly #timers = new Map<string, () => void>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get(id: string): Note | undefined {
    return this.#notes.get(id);
  }

  set(id: string, note: Note): void {
    this.clear(id);
    this.#notes.set(id, note);
    this.#changed();
  }

  /** Good news, which leaves by itself. */
  tell(id: string, text: string, clock: Clock): void {
    this.set(id, { kind: 'told', text });
    this.#timers.set(
      id,
      clock.after(toldMs, () => this.clear(id)),
    );
  }

  clear(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
    if (this.#notes.delete(id)) this.#changed();
  }

  /** When the element goes, or shows another account. */
  clearAll(): void {
    for (const id of [...this.#notes.keys()]) this.clear(id);
  }
}

/** The row, or the line under it, that something in the table belongs to. */
export function rowOf(element: Element | null): string | undefined {
  const { row, note } = element?.closest<HTMLElement>('[data-row], [data-note]')?.dataset ?? {};
  return row ?? note;
}
