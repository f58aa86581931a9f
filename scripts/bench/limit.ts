import type { Member } from '../../src/client/index.js';
import type { LocalData } from './local-data.js';

const height = 52;
const spare = 6;

/**
 * The limit: a list of fixed height written by hand for this one purpose, with the texts of the roster's columns and
 * nothing else. No words of a language, no menu, no roles, no focus, nothing for assistive technology.
 */
export class LimitList {
  readonly box = document.createElement('div');
  readonly #body = document.createElement('div');
  readonly #pool: HTMLElement[] = [];
  readonly #data: LocalData;
  #asked: { q?: string; sort?: string } = {};
  #total = 0;

  constructor(data: LocalData) {
    this.#data = data;
    this.box.className = 'limit';
    this.#body.className = 'limit-body';
    this.box.append(this.#body);
    this.box.addEventListener('scroll', () => requestAnimationFrame(() => this.#draw(false)), {
      passive: true,
    });
  }

  show(asked: { q?: string; sort?: string } = {}): void {
    this.#asked = asked;
    this.#total = this.#data.ask({ ...asked, limit: 0 }).total;
    this.#body.style.blockSize = `${this.#total * height}px`;
    this.box.scrollTop = 0;
    this.#draw(true);
  }

  update(member: Member): void {
    const row = this.#pool.find(({ dataset }) => dataset['id'] === member.id);
    if (row) fill(row, member);
  }

  #draw(everything: boolean): void {
    const first = Math.max(0, Math.floor(this.box.scrollTop / height) - spare);
    const count = Math.ceil(this.box.clientHeight / height) + 2 * spare;
    const last = Math.min(this.#total, first + count);
    while (this.#pool.length < count) this.#pool.push(this.#body.appendChild(newRow()));
    const { items } = this.#data.ask({ ...this.#asked, from: first, limit: last - first });
    items.forEach((member, offset) => {
      const index = first + offset;
      const row = this.#pool[index % count] as HTMLElement;
      if (!everything && row.dataset['at'] === String(index)) return;
      row.dataset['at'] = String(index);
      row.style.translate = `0 ${index * height}px`;
      fill(row, member);
    });
  }
}

function newRow(): HTMLElement {
  const row = document.createElement('div');
  row.className = 'limit-row';
  for (let cell = 0; cell < 6; cell += 1) row.append(document.createElement('span'));
  return row;
}

function fill(
  row: HTMLElement,
  { id, displayName, username, email, roleId, status, mfaActive }: Member,
): void {
  row.dataset['id'] = id;
  const texts = [displayName ?? '', `${username} · ${email}`, roleId, status, mfaActive ? 'On' : 'Off', '…'];
  texts.forEach((text, index) => (row.children[index] as HTMLElement).replaceChildren(text));
}
