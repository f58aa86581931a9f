import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface PopoverOptions {
  /** The element with the `popover` attribute, once drawn. */
  popover(): HTMLElement | null | undefined;
  /** On which side of its anchor it opens; it flips where there is no room. */
  placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end';
  /** After it opened or closed, also by Escape or a press outside. */
  toggled?(open: boolean): void;
}

const areas = {
  'bottom-start': 'block-end span-inline-end',
  'bottom-end': 'block-end span-inline-start',
  'top-start': 'block-start span-inline-end',
  'top-end': 'block-start span-inline-start',
} as const;

const anchorName = '--_cc-anchor';

/**
 * A native popover beside an anchor: placed by CSS where the browser can, else by Floating UI, which is loaded
 * only then. One popover may serve many anchors (the menus of all rows), one at a time.
 *
 * Below 480 px a popover is a sheet: give it the class `sheet` and its style sheet places it.
 */
export class PopoverController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PopoverOptions;
  #popover: HTMLElement | undefined;
  #anchor: HTMLElement | undefined;
  #stopFollowing: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: PopoverOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What the open popover belongs to; undefined while closed. */
  get anchor(): HTMLElement | undefined {
    return this.#anchor;
  }

  get open(): boolean {
    return this.#anchor !== undefined;
  }

  async toggle(anchor: HTMLElement): Promise<void> {
    if (this.#anchor === anchor) this.hide();
    else await this.show(anchor);
  }

  async show(anchor: HTMLElement): Promise<void> {
    this.hide();
    // The press is still on, and what it has as its target would be hidden before it is over.
    await new Promise((over) => setTimeout(over));
    await this.#host.updateComplete;
    const popover = this.#options.popover();
    if (!popover?.isConnected) return;
    this.#anchor = anchor;
    this.#listen(popover);
    await this.#place(popover, anchor);
    popover.showPopover();
    claim(anchor, popover);
    this.#host.requestUpdate();
  }

  /** Closes it; focus goes back to the anchor when it was inside. */
  hide(): void {
    if (this.#popover?.matches(':popover-open')) this.#popover.hidePopover();
  }

  hostDisconnected(): void {
    this.#closed();
  }

  #listen(popover: HTMLElement): void {
    if (this.#popover === popover) return;
    this.#popover?.removeEventListener('beforetoggle', this.#onToggle);
    this.#popover = popover;
    // Not `toggle`: that one comes late, and only once when one anchor follows another.
    popover.addEventListener('beforetoggle', this.#onToggle);
  }

  readonly #onToggle = (event: Event): void => {
    if (event.target !== this.#popover) return;
    const open = (event as ToggleEvent).newState === 'open';
    if (!open) this.#leave();
    this.#options.toggled?.(open);
  };

  /** Browsers give focus back by themselves, but not in a shadow tree. */
  #leave(): void {
    const anchor = this.#anchor;
    const { activeElement } = this.#popover?.getRootNode() as Document | ShadowRoot;
    const inside = this.#popover?.contains(activeElement);
    this.#closed();
    if (inside) anchor?.focus();
  }

  #closed(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    this.#anchor?.style.removeProperty('anchor-name');
    claim(this.#anchor, null);
    this.#anchor = undefined;
    this.#host.requestUpdate();
  }

  async #place(popover: HTMLElement, anchor: HTMLElement): Promise<void> {
    const placement = this.#options.placement ?? 'bottom-start';
    if (CSS.supports('position-area: block-end')) {
      anchor.style.setProperty('anchor-name', anchorName);
      popover.style.setProperty('position-anchor', anchorName);
      popover.style.setProperty('--_area', areas[placement]);
      return;
    }
    const { follow } = await import('./placement.js');
    this.#stopFollowing = await follow(anchor, popover, placement);
  }
}

/**
 * Tells the browser that the button belongs to the open popover: a press on it is then no press outside, and does not
 * open it a second time. Only while it is open: assistive technology takes every button with a target for an open one.
 */
function claim(anchor: HTMLElement | undefined, popover: HTMLElement | null): void {
  if (!(anchor instanceof HTMLButtonElement)) return;
  anchor.popoverTargetElement = popover;
  if (popover) anchor.popoverTargetAction = 'hide';
  else anchor.removeAttribute('popovertargetaction');
}
