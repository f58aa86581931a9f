import { CardHarness } from './sign-in.harness.js';

/** What an invitee sees of the page behind the link, and does with it. */
export class AcceptInviteHarness extends CardHarness {
  /** Role and its sentence. */
  role(): string {
    return this.find('.role')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** What stands in the username's box: checking, available, taken. */
  availability(): string {
    return this.find('.availability')?.textContent.trim() ?? '';
  }

  /** Names that are free instead. */
  suggestions(): string[] {
    return this.all('.suggestions button').map((button) => button.textContent.trim());
  }

  /** How far the password is, in words. */
  strength(): string {
    return this.find('.strength-text')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** Presses the big button. */
  async submit(): Promise<void> {
    this.find<HTMLElement>('.card .primary')?.click();
    await this.element.updateComplete;
  }

  /** Types the link into the field of a dead end. */
  async paste(link: string): Promise<void> {
    const field = this.find<HTMLInputElement>('#link');
    if (field) field.value = link;
    await this.press('Open invite');
  }

  /** Answers the question before declining. */
  async confirm(): Promise<void> {
    this.find<HTMLElement>('dialog .danger')?.click();
    await this.element.updateComplete;
  }
}
