import type { ReactiveControllerHost } from 'lit';
import { menuTarget } from './menu-keys.js';
import { PopoverController, type PopoverOptions } from './popover.controller.js';

export interface MenuOptions {
  /** The element with `popover` and `role="menu"`, once drawn. */
  menu(): HTMLElement | null | undefined;
  placement?: PopoverOptions['placement'];
  /** After it closed in whatever way. */
  closed?(): void;
}

const item = '[role^="menuitem"]';

/**
 * The menu pattern over a popover: focus goes to the current item or the first, arrows, Home, End and letters
 * move it, Escape and Tab close, and focus returns to the button. One menu may serve the buttons of many rows.
 */
export class MenuController {
  readonly #options: MenuOptions;
  readonly #popover: PopoverController;

  constructor(host: ReactiveControllerHost, options: MenuOptions) {
    this.#options = options;
    this.#popover = new PopoverController(host, {
      popover: options.menu,
      placement: options.placement,
      toggled: (open) => {
        if (!open) options.closed?.();
      },
    });
  }

  /** The button whose menu is open. */
  get anchor(): HTMLElement | undefined {
    return this.#popover.anchor;
  }

  async open(anchor: HTMLElement, at: 'first' | 'last' = 'first'): Promise<void> {
    await this.#popover.show(anchor);
    const items = this.#items;
    const current = items.find((one) => one.ariaChecked === 'true');
    (current ?? items.at(at === 'last' ? -1 : 0))?.focus();
  }

  close(): void {
    this.#popover.hide();
  }

  /** For the menu's `keydown`. */
  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') {
      // Focus is back on the button before the browser moves it on from there.
      this.close();
      return;
    }
    const menu = this.#options.menu();
    const root = menu?.getRootNode() as Document | ShadowRoot | undefined;
    const target = menuTarget(event, this.#items, root?.activeElement ?? null);
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  get #items(): HTMLElement[] {
    return [...(this.#options.menu()?.querySelectorAll<HTMLElement>(item) ?? [])];
  }
}

/** Which item a key on the closed button opens the menu at; undefined for other keys. */
export function opensAt(event: KeyboardEvent): 'first' | 'last' | undefined {
  if (event.key === 'ArrowDown') return 'first';
  return event.key === 'ArrowUp' ? 'last' : undefined;
}
