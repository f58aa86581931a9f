import { nothing } from 'lit';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { rosterBulk } from '../../i18n/en/roster-bulk.js';
import { confirmStyles } from '../../styles/confirm.js';
import { radioCardStyles } from '../../styles/radio-card.js';
import { adoptLate } from '../base/late-styles.js';
import type { Selection } from '../shared/selection.js';
import type { Several } from './acting.js';
import type { OneOfMany } from '../shared/roster/actions.js';
import { bulkDialog } from './bulk-dialog.js';
import { planOf, type BulkKind, type BulkPlan, type Target } from './bulk-guards.js';
import { BulkRun } from './bulk-run.js';
import { bulkDialogStyles } from './selecting.styles.js';
import type { RosterWork } from './work.js';

/** How far it is, is said at most this often (trust.md 4). */
const sayAgainMs = 2_000;

/**
 * The same to several people: a review of who is done and who is left out, the run with a way to stop it, what came
 * of it for each, and another try for those it failed for.
 */
export class RosterBulk {
  readonly #work: RosterWork;
  readonly #selection: Selection<Target>;
  readonly #text: StringsController<'rosterBulk'>;
  readonly #announce: AnnounceController;
  readonly #dialog: DialogController;
  #kind: BulkKind | undefined;
  #roleId: string | undefined;
  #wanting = false;
  #plan: BulkPlan = { going: [], skipped: [] };
  #run: BulkRun | undefined;
  /** Takes back what the run before has done. */
  #undoes = false;
  #several: Several | undefined;
  #saidAt = -Infinity;

  constructor(work: RosterWork, selection: Selection<Target>) {
    const { host } = work;
    this.#work = work;
    this.#selection = selection;
    this.#text = new StringsController(host, 'rosterBulk', rosterBulk);
    this.#announce = new AnnounceController(host);
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('dialog.bulk'),
      mayClose: () => !this.#run?.running,
      closed: () => this.#forget(),
    });
    adoptLate(host.renderRoot, [confirmStyles, radioCardStyles, bulkDialogStyles].flat(Infinity) as never);
  }

  /** Shows who is meant and what it means; focus goes back to `opener`. */
  async ask(kind: BulkKind, opener: HTMLElement): Promise<void> {
    await this.#work.act((acting) => (this.#several = acting.several));
    if (!this.#several) return;
    this.#kind = kind;
    this.#roleId = undefined;
    this.#settlePlan();
    this.#work.host.requestUpdate();
    await this.#dialog.show(opener);
  }

  template(): unknown {
    const [kind, several] = [this.#kind, this.#several];
    if (!kind || !several) return nothing;
    return bulkDialog({
      t: this.#text.t,
      several,
      kind,
      plan: this.#plan,
      roleId: this.#roleId,
      wanting: this.#wanting,
      run: this.#run,
      undoes: this.#undoes,
      onRole: this.#onRole,
      onGo: this.#onGo,
      onStop: () => this.#run?.stop(),
      onRetry: () => void this.#start(this.#run),
      onUndo: this.#onUndo,
      onClose: () => this.#dialog.close(),
    });
  }

  stop(): void {
    this.#run?.stop();
  }

  /** Those selected, as they are known now. */
  get #entries(): readonly Target[] {
    return this.#selection.items.map((item) => (this.#work.entry(item.id) as Target | undefined) ?? item);
  }

  #settlePlan(): void {
    const [kind, several] = [this.#kind, this.#several];
    if (!kind || !several) return;
    this.#plan = planOf(kind, this.#entries, { ...several, bulk: this.#text.t, roleId: this.#roleId });
  }

  readonly #onRole = (roleId: string): void => {
    this.#roleId = roleId;
    this.#wanting = false;
    this.#settlePlan();
    this.#work.host.requestUpdate();
  };

  readonly #onGo = (): void => {
    const [kind, several, roleId] = [this.#kind, this.#several, this.#roleId];
    // T23: a press that was meant for what lay there before.
    if (!kind || !several || this.#run || !this.#dialog.settled) return;
    if (kind === 'role' && roleId === undefined) {
      this.#wanting = true;
      this.#work.host.requestUpdate();
      this.#work.host.renderRoot.querySelector<HTMLElement>('dialog.bulk input[type="radio"]')?.focus();
      return;
    }
    const act: OneOfMany = kind === 'role' ? { kind, roleId: roleId ?? '' } : { kind };
    this.#begin(this.#plan.going, () => act);
  };

  /** R94: the role or the status from before, for everybody it was changed for. */
  readonly #onUndo = (): void => {
    const kind = this.#kind;
    const done = this.#run?.in('done').map(({ entry }) => entry) ?? [];
    this.#undoes = true;
    this.#begin(done, (entry) =>
      kind === 'suspend'
        ? { kind: 'reactivate' }
        : { kind: 'role', roleId: entry.kind === 'member' ? entry.member.roleId : entry.invitation.roleId },
    );
  };

  #begin(entries: readonly Target[], actOf: (entry: Target) => OneOfMany): void {
    const several = this.#several;
    if (!several || entries.length === 0) return;
    several.know(entries.map((entry) => (entry.kind === 'member' ? entry.member : entry.invitation)));
    this.#run = new BulkRun(entries, (entry) => several.one(actOf(entry), entry), this.#onProgress);
    void this.#start(this.#run);
  }

  async #start(run: BulkRun | undefined): Promise<void> {
    if (!run) return;
    this.#focusTitle();
    await run.run();
    this.#announce.say(this.#result(run));
    // Who is done needs no second press; who is not stays selected for one.
    this.#selection.set(
      run.in('done').map(({ entry }) => entry),
      false,
    );
    this.#focusTitle();
  }

  readonly #onProgress = (): void => {
    const run = this.#run;
    this.#work.host.requestUpdate();
    const now = this.#work.host.stores?.clock.now().getTime() ?? 0;
    if (!run?.running || now - this.#saidAt < sayAgainMs) return;
    this.#saidAt = now;
    const done = run.lines.length - run.in('waiting', 'busy').length;
    this.#announce.say(this.#text.t.running({ done, total: run.lines.length }));
  };

  #result(run: BulkRun): string {
    const t = this.#text.t;
    const failed = run.in('failed', 'vetoed').length;
    const left = run.in('waiting').length;
    const say = this.#undoes ? t.undoResult : t[`${this.#kind ?? 'role'}Result`];
    return [
      say({ count: run.in('done').length }),
      failed > 0 ? t.failed({ count: failed }) : '',
      left > 0 ? t.notStarted({ count: left }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** What was pressed is gone with the step it belonged to. */
  #focusTitle(): void {
    void this.#work.host.updateComplete.then(() =>
      this.#work.host.renderRoot.querySelector<HTMLElement>('dialog.bulk [tabindex="-1"]')?.focus(),
    );
  }

  #forget(): void {
    this.#kind = undefined;
    this.#run = undefined;
    this.#undoes = false;
    this.#wanting = false;
    this.#work.host.requestUpdate();
    void this.#work.host.updateComplete.then(() => {
      if (!(this.#work.host.renderRoot as ShadowRoot).activeElement) this.#work.control.focusSearch();
    });
  }
}
