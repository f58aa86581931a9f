/** The item that an arrow, Home, End or a letter moves to in a menu; undefined for any other key. */
export function menuTarget<Item extends HTMLElement>(
  event: KeyboardEvent,
  items: readonly Item[],
  current: Element | null,
): Item | undefined {
  const at = items.findIndex((item) => item === current);
  const step = (by: number) => items.at((at + by + items.length) % items.length);
  switch (event.key) {
    case 'ArrowDown':
      return step(1);
    case 'ArrowUp':
      return at < 0 ? items.at(-1) : step(-1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return isLetter(event) ? byLetter(event.key, items, at) : undefined;
  }
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

function byLetter<Item extends HTMLElement>(
  letter: string,
  items: readonly Item[],
  at: number,
): Item | undefined {
  const wanted = letter.toLocaleLowerCase();
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
    item.textContent.trim().toLocaleLowerCase().startsWith(wanted),
  );
}
