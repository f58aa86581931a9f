import type { CcAuditLog } from '../../elements/audit-log/audit-log.js';

/** What a person sees of the history, and does with it. */
export class AuditLogHarness {
  readonly #log: CcAuditLog;

  constructor(log: CcAuditLog) {
    this.#log = log;
  }

  heading(): string {
    return text(this.#find('.title'));
  }

  /** The entries in reading order: what happened, and what changed. */
  entries(): string[] {
    return this.#all('.entry .what').map((node) =>
      [...node.querySelectorAll(':scope > p')].map(text).join('; '),
    );
  }

  /** The headings of the days. */
  days(): string[] {
    return this.#all('.day-name').map(text);
  }

  /** What stands in place of entries. */
  message(): string {
    return this.#all('.state :is(h3, p)').map(text).join(' ');
  }

  /** What is said above the entries: that some wait, or that they are old. */
  notice(): string {
    return this.#all('.news, .stale').map(text).join(' ');
  }

  count(): string {
    return text(this.#find('.footer p'));
  }

  /** The details that are open. */
  details(): string {
    return this.#all('.details').map(text).join(' ');
  }

  alert(): string {
    return this.#all('[role=alert]:not([hidden])').map(text).join(' ');
  }

  /** Opens the details of the first entry that says this, or closes them. */
  async openEntry(words: string): Promise<void> {
    const entry = this.#all<HTMLElement>('.entry').find((one) => text(one).includes(words));
    if (!entry) throw new Error(`There is no entry "${words}"`);
    entry.querySelector<HTMLElement>('.icon-button')?.click();
    await this.#log.updateComplete;
  }

  /** Chooses in a filter: what happened, or who did it. */
  async filter(name: 'kind' | 'person', value: string): Promise<void> {
    this.#find<HTMLElement>(`.filter.${name}`)?.click();
    for (let turn = 0; turn < 100; turn += 1) {
      const item = this.#all<HTMLElement>('#menu:popover-open .menu-item').find((one) => text(one) === value);
      if (item) {
        item.click();
        return void (await this.#log.updateComplete);
      }
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`The filter has no "${value}"`);
  }

  /** Types the first or the last day. */
  async day(name: 'from' | 'to', day: string): Promise<void> {
    const field = this.#all<HTMLInputElement>('input[type=date]')[name === 'from' ? 0 : 1];
    if (!field) throw new Error('There is no such field');
    field.value = day;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.#log.updateComplete;
  }

  /** Presses a button by its words. */
  async press(label: string): Promise<void> {
    const button = this.#all<HTMLElement>('button').find((one) => text(one) === label);
    if (!button) throw new Error(`There is no button "${label}"`);
    button.click();
    await this.#log.updateComplete;
  }

  #find<Found extends Element>(selector: string): Found | null {
    return this.#log.renderRoot.querySelector<Found>(selector);
  }

  #all<Found extends Element>(selector: string): Found[] {
    return [...this.#log.renderRoot.querySelectorAll<Found>(selector)];
  }
}

function text(node: Element | null | undefined): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
