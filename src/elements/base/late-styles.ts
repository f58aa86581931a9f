import type { CSSResult } from 'lit';

/** Gives an element the styles of a part that was loaded after it. */
export function adoptLate(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[]): void {
  const { adoptedStyleSheets: known } = root as ShadowRoot;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  (root as ShadowRoot).adoptedStyleSheets = [...known, ...sheets.filter((sheet) => !known.includes(sheet))];
}
