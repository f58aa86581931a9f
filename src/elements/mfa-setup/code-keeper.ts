import type { AnnounceController } from '../../controllers/announce.controller.js';
import { longDate } from '../../i18n/format.js';
import { copyNow } from '../base/copy.js';
import { downloadCodes, printCodes, type CodeSheet } from './keep-codes.js';
import type { SetupWork } from './work.js';

type Kept = 'key' | 'codes' | 'file';

/** How long a button says that it did its work. */
const shownMs = 2000;

/** Copies, downloads and prints what is shown, and says so. */
export class CodeKeeper {
  readonly #work: SetupWork;
  readonly #announce: AnnounceController;
  /** What was just kept: its button says so for a moment. */
  did: Kept | undefined;
  /** The browser refused to copy, so the text is selected. */
  refused: Kept | undefined;

  constructor(work: SetupWork, announce: AnnounceController) {
    this.#work = work;
    this.#announce = announce;
  }

  readonly copyKey = async (): Promise<void> => {
    const { state } = this.#work;
    if (state.step === 'started') await this.#copy('key', state.enrolment.secret, '.key');
  };

  readonly copyCodes = async (): Promise<void> => {
    await this.#copy('codes', this.#codes.join('\n'), '.codes > ol');
  };

  readonly download = (): void => {
    const { t } = this.#work;
    downloadCodes(t.fileName, this.#sheet);
    this.#show('file');
    this.#announce.say(t.downloaded);
  };

  readonly print = (): void => {
    printCodes(this.#work.host.renderRoot, this.#sheet);
  };

  async #copy(what: Kept, text: string, selector: string): Promise<void> {
    const { t, host } = this.#work;
    const done = await copyNow(text);
    this.refused = done ? undefined : what;
    if (done) this.#show(what);
    // What can be selected can be copied by hand (I12).
    else getSelection()?.selectAllChildren(host.renderRoot.querySelector(selector) ?? host);
    host.requestUpdate();
    this.#announce.say(done ? t.copied : t.copyRefused);
  }

  #show(what: Kept): void {
    const { host } = this.#work;
    this.did = what;
    host.requestUpdate();
    host.stores?.clock.after(shownMs, () => {
      if (this.did === what) this.did = undefined;
      host.requestUpdate();
    });
  }

  get #codes(): readonly string[] {
    const { state } = this.#work;
    return (state.step === 'codes' && state.codes) || [];
  }

  get #sheet(): CodeSheet {
    const { t, time, host } = this.#work;
    return {
      title: t.fileTitle({ product: location.host }),
      lines: [t.fileText, t.fileDate({ date: longDate(time.now, host.language) })],
      codes: this.#codes,
    };
  }
}
