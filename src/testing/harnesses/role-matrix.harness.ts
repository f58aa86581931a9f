import type { CcRoleMatrix } from '../../elements/role-matrix/role-matrix.js';

/** What a person reads in a role matrix, and does with it. */
export class RoleMatrixHarness {
  readonly #matrix: CcRoleMatrix;

  constructor(matrix: CcRoleMatrix) {
    this.#matrix = matrix;
  }

  /** Titles of the sides that are shown. */
  sides(): string[] {
    return this.#all('.scope').map(text);
  }

  /** The answer in a cell, found by its headers alone, as assistive technology would. */
  answer(side: string, role: string, task: string): string | undefined {
    const wanted = [side, role, task];
    const cell = this.#all('tbody td').find((one) => {
      const chain = this.headers(one);
      return wanted.every((title) => chain.includes(title));
    });
    return cell && text(cell);
  }

  /** The titles that a cell belongs to. */
  headers(cell: Element): string[] {
    const ids = cell.getAttribute('headers')?.split(' ') ?? [];
    return ids.map((id) => text(this.#matrix.renderRoot.querySelector(`[id="${id}"]`)));
  }

  /** All cells with an answer. */
  cells(): Element[] {
    return this.#all('tbody td');
  }

  /** Chooses a side in the switch. */
  async choose(view: string): Promise<void> {
    this.#all<HTMLInputElement>('.choice input')
      .find(({ value }) => value === view)
      ?.click();
    await this.#matrix.updateComplete;
  }

  #all<Found extends Element>(selector: string): Found[] {
    return [...this.#matrix.renderRoot.querySelectorAll<Found>(selector)];
  }
}

function text(node: Element | null | undefined): string {
  const copy = node?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
  return copy?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
