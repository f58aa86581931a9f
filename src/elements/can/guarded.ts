const controls = 'a[href], button, input, select, textarea, [role=button], [role=menuitem], [tabindex]';
const stopped = ['click', 'auxclick', 'submit', 'beforeinput', 'change'] as const;

let reasons = 0;

/**
 * Keeps the controls inside an element from acting while they stay focusable: `aria-disabled`, and described by a
 * reason. The reason is a node beside them, because a description can't point into a shadow tree.
 */
export class Guarded {
  readonly #host: HTMLElement;
  readonly #held = new Map<Element, { disabled: string | null; described: string | null }>();
  #reason: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  hold(reason: string): void {
    const note = this.#note(reason);
    for (const control of this.#host.querySelectorAll(controls)) {
      if (control.closest('[slot=denied]') || this.#held.has(control)) continue;
      this.#held.set(control, {
        disabled: control.getAttribute('aria-disabled'),
        described: control.getAttribute('aria-describedby'),
      });
      control.setAttribute('aria-disabled', 'true');
    }
    for (const [control, { described }] of this.#held) {
      const ids = [described, note?.id].filter(Boolean).join(' ');
      restore(control, 'aria-describedby', ids || null);
    }
    for (const type of stopped) this.#host.addEventListener(type, this.#stop, { capture: true });
    this.#host.addEventListener('keydown', this.#onKey, { capture: true });
  }

  release(): void {
    for (const [control, { disabled, described }] of this.#held) {
      restore(control, 'aria-disabled', disabled);
      restore(control, 'aria-describedby', described);
    }
    this.#held.clear();
    this.#reason?.remove();
    this.#reason = undefined;
    for (const type of stopped) this.#host.removeEventListener(type, this.#stop, { capture: true });
    this.#host.removeEventListener('keydown', this.#onKey, { capture: true });
  }

  #note(reason: string): HTMLElement | undefined {
    const own = this.#host.querySelector<HTMLElement>(':scope > [slot=denied]');
    if (own || !reason) {
      this.#reason?.remove();
      this.#reason = undefined;
      if (own && !own.id) own.id = `cc-reason-${++reasons}`;
      return own ?? undefined;
    }
    if (!this.#reason) {
      this.#reason = document.createElement('span');
      this.#reason.slot = 'reason';
      this.#reason.id = `cc-reason-${++reasons}`;
      this.#host.append(this.#reason);
    }
    if (this.#reason.textContent !== reason) this.#reason.textContent = reason;
    return this.#reason;
  }

  readonly #stop = (event: Event): void => {
    const target = event.target as Element;
    if (target.closest('[slot=denied]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Enter and Space would act; moving on by Tab and arrows stays possible. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') this.#stop(event);
  };
}

function restore(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
