import type { CcUserDetail } from '../../elements/user-detail/user-detail.js';

/** What a person sees of one member, and does there. */
export class UserDetailHarness {
  readonly #detail: CcUserDetail;

  constructor(detail: CcUserDetail) {
    this.#detail = detail;
  }

  /** The name, or the heading of what stands in its place. */
  heading(): string {
    return text(this.#find('.person-name, .state-heading[part=heading]'));
  }

  /** The facts under the name. */
  facts(): Record<string, string> {
    return Object.fromEntries(
      this.#all('.facts > div').map((node) => [
        text(node.querySelector('dt')),
        text(node.querySelector('dd')),
      ]),
    );
  }

  /** The words of a section, by its title. */
  section(title: string): string {
    const found = this.#all('.section').find((one) => text(one.querySelector('h3')) === title);
    return text(found);
  }

  sections(): string[] {
    return this.#all('.section > h3').map(text);
  }

  role(): string {
    return text(this.#find('.role-line :is(.role, .role-name) bdi'));
  }

  /** What the role can do, task by task: here, and on clients. */
  tasks(): Record<string, string[]> {
    return Object.fromEntries(
      this.#all('.role-details tbody tr').map((row) => [
        text(row.querySelector('th')),
        [...row.querySelectorAll('td')].map((cell) => text(cell.querySelector('.visually-hidden'))),
      ]),
    );
  }

  /** The entries of the history. */
  history(): string[] {
    return this.#all('.entry .what').map((node) => [...node.querySelectorAll('p')].map(text).join('; '));
  }

  /** What is told about the last change. */
  told(): string {
    return this.#all('.told').map(text).join(' ');
  }

  /** The ownership on its way. */
  transfer(): string {
    return text(this.#find('.transfer .callout-text'));
  }

  /** What stands in place of the person, or that they are not up to date. */
  message(): string {
    return this.#all('.state p, .stale .callout-text').map(text).join(' ');
  }

  /** Why an act is not possible; empty where it is, undefined where it is not offered. */
  whyNot(id: string): string | undefined {
    const act = this.#find(`[data-act="${id}"]`);
    return act ? text(act.querySelector(`#why-${id}`)) : undefined;
  }

  /** Presses the button of an act in the danger zone, or of the second factor (`reset`). */
  async act(id: string): Promise<void> {
    const button = this.#find<HTMLElement>(`[data-act="${id}"] button`);
    if (!button) throw new Error(`There is no act "${id}"`);
    button.focus();
    button.click();
    await this.#detail.updateComplete;
  }

  /** Opens the roles; answers each with why it is not offered. */
  async openRoles(): Promise<{ label: string; reason: string; possible: boolean; checked: boolean }[]> {
    this.#find<HTMLElement>('.role-line .role')?.click();
    for (let turn = 0; turn < 100 && !this.#find('#menu:popover-open'); turn += 1) {
      await new Promise((done) => setTimeout(done, 20));
    }
    return this.#all('#menu .menu-item').map((item) => ({
      label: text(item.querySelector('[id^=item-]')),
      reason: text(item.querySelector('.reason')),
      possible: item.getAttribute('aria-disabled') !== 'true',
      checked: item.getAttribute('aria-checked') === 'true',
    }));
  }

  async chooseRole(label: string): Promise<void> {
    await this.openRoles();
    const item = this.#all<HTMLElement>('#menu .menu-item').find(
      (one) => text(one.querySelector('[id^=item-]')) === label,
    );
    if (!item) throw new Error(`There is no role "${label}"`);
    item.click();
    await this.#detail.updateComplete;
  }

  /** Presses a button by its words. */
  async press(label: string): Promise<void> {
    const button = this.#all<HTMLElement>('button').find(
      (one) => text(one) === label || one.ariaLabel === label,
    );
    if (!button) throw new Error(`There is no button "${label}"`);
    button.focus();
    button.click();
    await this.#detail.updateComplete;
  }

  /** The question that is open, with its consequences; empty without one. */
  question(): string {
    return text(this.#find('dialog[open]'));
  }

  /** Confirms the question, once its button is no longer inert. */
  async confirm(): Promise<void> {
    await new Promise((settled) => setTimeout(settled, 600));
    this.#find<HTMLElement>('dialog[open] .submit')?.click();
    await this.#detail.updateComplete;
  }

  #find<Found extends Element>(selector: string): Found | null {
    return this.#detail.renderRoot.querySelector<Found>(selector);
  }

  #all<Found extends Element>(selector: string): Found[] {
    return [...this.#detail.renderRoot.querySelectorAll<Found>(selector)];
  }
}

function text(node: Element | null | undefined): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
