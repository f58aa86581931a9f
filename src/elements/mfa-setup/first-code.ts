import { isCcError, type CcError } from '../../client/index.js';
import type { AnnounceController } from '../../controllers/announce.controller.js';
import { cleanTotpCode } from '../../domain/index.js';
import { tellFailure } from '../base/perform.js';
import { settled } from '../shared/session-state.js';
import type { SetupWork } from './work.js';

/** Wrong codes before the hint about the clock of the phone (S02). */
const wrongBeforeHint = 2;

/** The code that confirms a new secret. */
export class FirstCode {
  readonly #work: SetupWork;
  readonly #announce: AnnounceController;

  constructor(work: SetupWork, announce: AnnounceController) {
    this.#work = work;
    this.#announce = announce;
  }

  /** The last digit at set-up is as good as a press (visual.md 7 i). */
  typed(): void {
    const { host, fields } = this.#work;
    host.requestUpdate();
    const code = cleanTotpCode(fields.value('code'));
    if (code.ok && code.value.kind === 'totp') void this.verify();
  }

  verify(): Promise<void> {
    return this.#work.alone('verify', async () => {
      const { fields, host, t, acts } = this.#work;
      const typed = fields.value('code');
      const code = cleanTotpCode(typed);
      const right = code.ok && code.value.kind === 'totp';
      fields.setError('code', right ? undefined : typed.trim() ? t.codeFormat : t.codeMissing);
      await host.updateComplete;
      if (fields.focusFirstError() || !right) return;
      this.#announce.say(t.checking);
      try {
        await this.#work.verified(settled(await acts.verify(code.value.code)));
      } catch (error) {
        await this.#refused(error as CcError);
      }
    });
  }

  /** A wrong code stands at its field, with the same secret still shown (S02); a dead set-up begins anew (S05). */
  async #refused(error: CcError): Promise<void> {
    const { state, t, fields, host } = this.#work;
    if (isCcError(error, 'code-invalid') || isCcError(error, 'code-reused')) {
      const wrong = state.step === 'started' ? state.wrong : 0;
      const text = wrong > wrongBeforeHint ? `${t.codeWrong} ${t.clockHint}` : t.codeWrong;
      fields.setError('code', text);
      this.#announce.say(text, true);
      await host.updateComplete;
      fields.focus('code');
      fields.input('code')?.select();
      return;
    }
    const shown = tellFailure(host, error, 'mfa.verify', () => this.verify());
    this.#work.failure = shown ? error : undefined;
    if (state.step !== 'idle') return;
    fields.clear();
    await this.#work.showHeading();
  }
}
