import { html, nothing, type TemplateResult } from 'lit';
import { readPeopleCsv, type CsvPeople, type CsvRow } from '../../client/csv.js';
import type { AnnounceController } from '../../controllers/announce.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { fileProblems } from '../../i18n/en/file-problems.js';
import { inviteFile } from '../../i18n/en/invite-file.js';
import { list } from '../../i18n/format.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, info } from '../base/icons/shapes.js';
import { codeText, type ProblemTexts } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import type { Address, AddressFault } from './addresses.js';
import type { InviteDraft } from './invite-draft.js';
import type { CcInviteDialog } from './invite-dialog.js';
import type { InviteWork } from './work.js';

/** A file of people: read in the browser, shown as addresses with the mistakes of every line (X02). */
export class CsvImport {
  readonly #work: InviteWork;
  readonly #host: CcInviteDialog;
  readonly #draft: InviteDraft;
  readonly #announce: AnnounceController;
  readonly #text: StringsController<'inviteFile'>;
  readonly #problems: StringsController<'fileProblems'>;
  #file = '';
  #read: { people: number; duplicates: number } | undefined;
  #refused: Exclude<CsvPeople, { ok: true }> | undefined;

  constructor(work: InviteWork, draft: InviteDraft, announce: AnnounceController) {
    const { host } = work;
    this.#work = work;
    this.#host = host;
    this.#draft = draft;
    this.#announce = announce;
    this.#text = new StringsController(host, 'inviteFile', inviteFile);
    this.#problems = new StringsController(host, 'fileProblems', fileProblems);
  }

  /** Texts of mistakes that only files have. */
  get problems() {
    return this.#problems.t;
  }

  async read(file: File): Promise<void> {
    this.#file = file.name;
    this.#refused = undefined;
    const result = await readPeopleCsv(new Uint8Array(await file.arrayBuffer()));
    if (!result.ok) {
      this.#refused = result;
      this.#host.requestUpdate();
      return;
    }
    const said = result.rows.filter(({ fault }) => fault?.code !== 'row_duplicate');
    const { added, duplicates } = this.#draft.addFile(said.map((row) => this.#address(row)));
    this.#read = { people: added, duplicates: duplicates + result.rows.length - said.length };
    this.#announce.say(this.#text.t.said({ count: added, faults: this.#faults }));
    this.#host.requestUpdate();
    await this.#work.focusWork();
  }

  forget(): void {
    this.#read = undefined;
    this.#refused = undefined;
  }

  /** What became of the file, and how much of it fits today (R34). */
  template(): TemplateResult | typeof nothing {
    const { t } = this.#text;
    if (this.#refused) {
      return html`<p class="field-error" part="error" role="alert">
        ${icon(circleAlert)}<span
          >${rich(t.refused, { file: this.#file, text: this.#why(this.#refused) })}</span
        >
      </p>`;
    }
    if (!this.#read || !this.#draft.fromFile) return nothing;
    const { people, duplicates } = this.#read;
    const left = this.#work.seats?.$seats.get().data?.invitesLeft;
    const count = this.#draft.addresses.length;
    return html`<p class="secondary muted" part="hint">
        ${rich(t.read, { file: this.#file, count: people, faults: this.#faults })}
        ${duplicates > 0 ? t.duplicates({ count: duplicates }) : nothing}
      </p>
      ${
        left !== undefined && left < count
          ? html`<div class="callout warning" part="callout">
              ${icon(info)}<span class="callout-text">${t.fits({ left, count })}</span>
            </div>`
          : nothing
      }`;
  }

  get #faults(): number {
    return this.#draft.addresses.filter(({ fault }) => fault).length;
  }

  /** A role that can't be given here is a mistake of its line, before anything is sent. */
  #address({ line, email, name, roleId, fault }: CsvRow): Address {
    const offered = this.#work.form.roles;
    const refused = roleId && offered?.find(({ id }) => id === roleId)?.available === false;
    const own: AddressFault | undefined = fault
      ? {
          code: fault.reason ?? fault.code,
          ...(fault.reason === 'role_unknown' && fault.suggestion && { roles: [fault.suggestion as never] }),
          ...(fault.roles && { roles: fault.roles }),
        }
      : refused
        ? { code: 'role_not_available' }
        : undefined;
    return {
      ...{ typed: email, line },
      ...(name && { name }),
      ...(roleId && { roleId }),
      ...(own && { rowFault: own }),
    };
  }

  #why({ code, line, headers }: Exclude<CsvPeople, { ok: true }>): string {
    const { t } = this.#text;
    const text = codeText({ ...this.#work.form.words.problems, ...this.problems } as ProblemTexts, code);
    const at = line === undefined ? text : t.atLine({ line, text });
    const found = headers?.filter(Boolean) ?? [];
    return found.length === 0
      ? at
      : `${at} ${t.headers({ headers: list(found, this.#host.language, 'conjunction') })}`;
  }
}
