import { nothing } from 'lit';
import { readPeopleCsv, type CsvPeople, type CsvRow } from '../../client/csv.js';
import { csvText } from '../../client/csv-text.js';
import { isCcError } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { canonicalEmail } from '../../domain/check/email.js';
import { fieldProblems } from '../../i18n/en/field-problems.js';
import { fileProblems } from '../../i18n/en/file-problems.js';
import { rosterBulk } from '../../i18n/en/roster-bulk.js';
import { rosterImport } from '../../i18n/en/roster-import.js';
import { createInviteStore } from '../../stores/invite.js';
import { createRosterLookup, type Known } from '../../stores/roster-lookup.js';
import { confirmStyles } from '../../styles/confirm.js';
import { adoptLate } from '../base/late-styles.js';
import type { Outcome } from '../base/perform.js';
import { codeText, problemText, type ProblemTexts } from '../base/problem-text.js';
import { saveFile } from '../base/save-file.js';
import { sendInvite } from '../shared/send-invite.js';
import { roleIdOf } from '../shared/roster/people.js';
import type { Several } from './acting.js';
import type { Target } from './bulk-guards.js';
import { why } from './bulk-dialog.js';
import { BulkRun } from './bulk-run.js';
import { goingOf, importDialog, saidOf, type Differing } from './import-dialog.js';
import { planImport, type ImportRow } from './import-plan.js';
import { importStyles } from './import.styles.js';
import { bulkDialogStyles } from './selecting.styles.js';
import type { RosterWork } from './work.js';

/** How far it is, is said at most this often (trust.md 4). */
const sayAgainMs = 2_000;

/** Refusals that are about one line; after any other the rest would only fail the same. */
const ofOneLine = [404, 409, 412, 422];

/**
 * A file of people, as the roster exports it or as anybody writes it: what each line would do, then invites for who
 * is new and, where the person wants it, other roles for who is here; a report of every line at the end (X01, X02).
 */
export class RosterImport {
  readonly #work: RosterWork;
  readonly #text: StringsController<'rosterImport'>;
  readonly #bulk: StringsController<'rosterBulk'>;
  readonly #files: StringsController<'fileProblems'>;
  readonly #fields: StringsController<'fieldProblems'>;
  readonly #lookup: StoreController<ReturnType<typeof createRosterLookup>>;
  readonly #invites: StoreController<ReturnType<typeof createInviteStore>>;
  readonly #announce: AnnounceController;
  readonly #dialog: DialogController;
  #several: Several | undefined;
  #file = '';
  #refused: (() => string) | undefined;
  #looking: { done: number; total: number } | undefined;
  #ends: AbortController | undefined;
  #looked: { readonly lines: readonly CsvRow[]; readonly known: ReadonlyMap<string, Known> } | undefined;
  #rows: readonly ImportRow[] | undefined;
  #differing: Differing = 'skip';
  #agreed: 'yes' | 'no' | 'wanting' = 'no';
  #run: BulkRun<ImportRow> | undefined;
  /** Takes back the roles that it has changed (R94). */
  #undo: BulkRun<ImportRow> | undefined;
  #saidAt = -Infinity;

  constructor(work: RosterWork) {
    const { host } = work;
    this.#work = work;
    this.#text = new StringsController(host, 'rosterImport', rosterImport);
    this.#bulk = new StringsController(host, 'rosterBulk', rosterBulk);
    this.#files = new StringsController(host, 'fileProblems', fileProblems);
    this.#fields = new StringsController(host, 'fieldProblems', fieldProblems);
    this.#lookup = new StoreController(host, createRosterLookup);
    this.#invites = new StoreController(host, createInviteStore);
    this.#announce = new AnnounceController(host);
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('dialog.import'),
      mayClose: () => !this.#run?.running && !this.#undo?.running,
      closed: () => this.#forget(),
    });
    adoptLate(host.renderRoot, [confirmStyles, bulkDialogStyles, importStyles].flat(Infinity) as never);
    host.addController({ hostDisconnected: () => this.#onStop() });
  }

  /** Says what a file may hold; focus goes back to `opener`. */
  async ask(opener: HTMLElement): Promise<void> {
    await this.#work.act((acting) => (this.#several = acting.several));
    this.#draw();
    if (this.#several) await this.#dialog.show(opener);
  }

  template(): unknown {
    if (!this.#several) return nothing;
    this.#settlePlan();
    return importDialog({
      t: this.#text.t,
      bulk: this.#bulk.t,
      several: { ...this.#several, problems: this.#problems },
      file: this.#file,
      refused: this.#refused?.(),
      looking: this.#looking,
      rows: this.#rows,
      differing: this.#differing,
      agreed: this.#agreed,
      onAgree: (agreed) => {
        this.#agreed = agreed ? 'yes' : 'no';
        this.#draw();
      },
      run: this.#undo ?? this.#run,
      undoes: this.#undo !== undefined,
      onUndo: this.#onUndo,
      onFile: (file) => void this.#read(file),
      onDiffering: (choice) => {
        this.#differing = choice;
        this.#draw();
      },
      onGo: this.#onGo,
      onStop: this.#onStop,
      onRetry: () => void this.#start(),
      onReport: this.#onReport,
      onClose: () => this.#dialog.close(),
    });
  }

  get #problems(): ProblemTexts {
    return {
      ...(this.#several?.problems as ProblemTexts),
      ...this.#fields.t,
      ...this.#files.t,
    } as ProblemTexts;
  }

  async #read(file: File): Promise<void> {
    this.#file = file.name;
    this.#refused = this.#rows = this.#looked = undefined;
    this.#agreed = 'no';
    const read = await readPeopleCsv(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) this.#refused = () => this.#why(read);
    else await this.#lookUp(read.rows);
    this.#draw();
    // A refusal says itself; the button it is answered with keeps focus.
    if (!this.#refused) this.#focusTitle();
  }

  /** In the words and by the rights of this moment, until something is sent. */
  #settlePlan(): void {
    if (this.#run || !this.#looked) return;
    const several = (this.#several = this.#work.acting?.several ?? this.#several);
    const { lines, known } = this.#looked;
    const [t, problems, { seats }] = [this.#text.t, this.#problems, this.#work.data];
    this.#rows = several && planImport(lines, known, { t, several, problems, seats });
  }

  async #lookUp(lines: readonly CsvRow[]): Promise<void> {
    const ends = (this.#ends = new AbortController());
    this.#looking = { done: 0, total: lines.length };
    this.#draw();
    this.#focusTitle();
    const asked = {
      signal: ends.signal,
      onProgress: (done: number, total: number) => {
        this.#looking &&= { done, total };
        this.#draw();
      },
    };
    try {
      const known = await this.#lookup.store?.byEmail(
        lines.map(({ email }) => email),
        asked,
      );
      if (!known) return;
      this.#looked = { lines, known };
      this.#settlePlan();
      const of = (kind: ImportRow['kind']) => (this.#rows ?? []).filter((row) => row.kind === kind).length;
      const counts = { invites: of('invite'), changes: of('differs'), refused: of('refused') };
      this.#announce.say(this.#text.t.said(counts));
    } catch (error) {
      if (!ends.signal.aborted) this.#refused = () => problemText(this.#problems, error as Error);
    } finally {
      this.#looking = undefined;
    }
  }

  #why({ code, line }: Exclude<CsvPeople, { ok: true }>): string {
    const text = codeText(this.#problems, code);
    return line === undefined ? text : this.#text.t.atLine({ line, text });
  }

  readonly #onGo = (): void => {
    const [several, rows] = [this.#several, this.#rows];
    // T23: a press that was meant for what lay there before.
    if (!several || !rows || this.#run || !this.#dialog.settled) return;
    const going = goingOf(rows, this.#differing);
    const reaches = (several.viewer.account?.childCount ?? 0) > 0;
    if (reaches && this.#agreed !== 'yes' && going.some(({ kind }) => kind === 'invite')) {
      this.#agreed = 'wanting';
      this.#draw();
      this.#work.host.renderRoot.querySelector<HTMLElement>('dialog.import [name="reach"]')?.focus();
      return;
    }
    const here = going.flatMap(({ entry }) => entry ?? []);
    several.know(here.map((entry) => (entry.kind === 'member' ? entry.member : entry.invitation)));
    // One after the other: the first lines get the free places, and a stop leaves the rest untouched.
    this.#run = new BulkRun(going, (row) => this.#one(row), this.#onProgress, 1);
    void this.#start();
  };

  readonly #onUndo = (): void => {
    const changed = this.#run?.in('done').map(({ entry }) => entry) ?? [];
    const back = ({ entry }: ImportRow) =>
      (this.#several as Several).one({ kind: 'role', roleId: roleIdOf(entry as Target) }, entry as Target);
    this.#undo = new BulkRun(
      changed.filter(({ kind }) => kind === 'differs'),
      back,
      this.#onProgress,
      1,
    );
    void this.#start();
  };

  async #start(): Promise<void> {
    const run = this.#undo ?? this.#run;
    if (!run) return;
    this.#focusTitle();
    await run.run();
    const [t, bulk] = [this.#text.t, this.#bulk.t];
    const [failed, left] = [run.in('failed', 'vetoed').length, run.in('waiting').length];
    const said = [
      ...saidOf({ t, bulk, undoes: this.#undo !== undefined }, run),
      failed > 0 && bulk.failed({ count: failed }),
      left > 0 && bulk.notStarted({ count: left }),
    ];
    this.#announce.say(said.filter(Boolean).join(' '));
    this.#focusTitle();
  }

  async #one(row: ImportRow): Promise<Outcome<unknown>> {
    const { entry, roleId = '' } = row;
    const outcome = entry
      ? await (this.#several as Several).one({ kind: 'role', roleId }, entry)
      : await this.#invite(row);
    const failed = outcome.state === 'failed' ? outcome.error : undefined;
    if (failed && !(isCcError(failed) && ofOneLine.includes(failed.status ?? 0))) this.#run?.stop();
    return outcome;
  }

  async #invite({ email, name, roleId }: ImportRow): Promise<Outcome<unknown>> {
    const { host } = this.#work;
    const accountId = host.stores?.accountId ?? '';
    const { locale } = host.language;
    const draft = {
      email: canonicalEmail(email) ?? email,
      roleId: roleId as NonNullable<typeof roleId>,
      ...(name && { name }),
      // Where the page chose no language, the inviter's own decides.
      ...(locale !== 'en' && { locale }),
    };
    return sendInvite(host, draft, { store: this.#invites.store, accountId, retry: () => this.#start() });
  }

  readonly #onStop = (): void => {
    this.#ends?.abort();
    this.#run?.stop();
    this.#undo?.stop();
  };

  readonly #onProgress = (): void => {
    const run = this.#undo ?? this.#run;
    this.#draw();
    const now = this.#work.host.stores?.clock.now().getTime() ?? 0;
    if (!run?.running || now - this.#saidAt < sayAgainMs) return;
    this.#saidAt = now;
    const done = run.lines.length - run.in('waiting', 'busy').length;
    this.#announce.say(this.#bulk.t.running({ done, total: run.lines.length }));
  };

  /** A row per line, with columns by name, so that the file can be put right and imported again. */
  readonly #onReport = (): void => {
    const rows = (this.#rows ?? []).map((row) => [
      String(row.line),
      row.email,
      row.roleId ?? '',
      ...this.#outcome(row),
    ]);
    const day = (this.#work.host.stores?.clock.now() ?? new Date()).toISOString().slice(0, 10);
    const text = csvText([['line', 'email', 'role', 'outcome', 'reason'], ...rows]);
    saveFile(`${this.#text.t.reportFile}-${day}.csv`, text, 'text/csv');
  };

  #outcome(row: ImportRow): [outcome: string, reason: string] {
    if (row.kind === 'refused') return ['refused', row.reason ?? ''];
    if (row.kind === 'same') return ['unchanged', ''];
    const isOf = ({ entry }: { entry: ImportRow }) => entry === row;
    if (this.#undo?.in('done').some(isOf)) return ['unchanged', ''];
    const line = this.#run?.lines.find(isOf);
    if (line?.state === 'done') return [row.kind === 'invite' ? 'invited' : 'changed', ''];
    if (line?.state === 'failed' || line?.state === 'vetoed') {
      return ['failed', why(line, this.#bulk.t, { problems: this.#problems })];
    }
    if (row.kind === 'invite') return ['not_invited', ''];
    if (this.#differing === 'update') return ['not_changed', ''];
    return [this.#differing === 'list' ? 'different' : 'unchanged', ''];
  }

  #draw(): void {
    this.#work.host.requestUpdate();
  }

  /** What was pressed is gone with the step it belonged to. */
  #focusTitle(): void {
    const { host } = this.#work;
    void host.updateComplete.then(() =>
      host.renderRoot.querySelector<HTMLElement>('dialog.import [tabindex="-1"]')?.focus(),
    );
  }

  #forget(): void {
    this.#ends?.abort();
    this.#several = this.#rows = this.#looked = this.#run = this.#undo = this.#refused = undefined;
    this.#differing = 'skip';
    this.#agreed = 'no';
    this.#draw();
  }
}
