import type { AccountLink, LinkApproval } from '../../client/index.js';
import { isRoleId } from '../../domain/index.js';
import type { Strings } from '../../i18n/strings.js';
import type { LinksStore } from '../../stores/links.js';
import type { ConfirmController, Question } from '../base/confirm.js';
import type { CcFactEvent, CcRequestEvent } from '../base/events.js';
import { circleAlert, clock, logOut, mail, network, send, user } from '../base/icons/shapes.js';
import { perform } from '../base/perform.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import {
  CcLinkApprovedEvent,
  CcLinkApproveRequestEvent,
  CcLinkCancelledEvent,
  CcLinkCancelRequestEvent,
  CcLinkDeclinedEvent,
  CcLinkDeclineRequestEvent,
  CcLinkEndedEvent,
  CcLinkEndRequestEvent,
  CcLinkRemindedEvent,
  CcLinkRemindRequestEvent,
} from './account-links.events.js';
import { namesOf, otherOf, type LinksHost } from './view.js';

export interface ActDeps {
  readonly store: LinksStore | undefined;
  readonly t: Strings['accountLinks'];
  readonly problems: ProblemTexts;
  readonly confirm: ConfirmController;
  say(text: string): void;
}

/** What a person does with a link. */
export class LinkActs {
  /** Id of the link whose button is busy. */
  busy: string | undefined;
  /** What went wrong, at the link it went wrong with. */
  failure: { readonly linkId: string; readonly text: string } | undefined;
  readonly #host: LinksHost;
  readonly #deps: () => ActDeps;

  constructor(host: LinksHost, deps: () => ActDeps) {
    this.#host = host;
    this.#deps = deps;
  }

  /** R74: a yes to both ids and both names as they are shown; the proof is asked for in between (R69). */
  async approve(link: AccountLink, maxRole: string | null): Promise<void> {
    const { store, t, say } = this.#deps();
    const { parent, child, id } = link;
    const shown = { parentId: parent.id, parentName: parent.name, childId: child.id, childName: child.name };
    const request = new CcLinkApproveRequestEvent({ ...this.#about, input: { linkId: id, maxRole } });
    const done = await this.#at(
      id,
      request,
      async (input) => {
        const asked: LinkApproval = { shown };
        if (link.side === 'child') asked.maxRole = isRoleId(input.maxRole) ? input.maxRole : null;
        return need(await store?.approve(id, asked));
      },
      (value) => new CcLinkApprovedEvent({ ...this.#about, link: value }),
    );
    if (done) say(t.approved(namesOf(link)));
    if (done) this.#toHeading();
  }

  async remind(link: AccountLink): Promise<void> {
    const { store, t, say } = this.#deps();
    const request = new CcLinkRemindRequestEvent({ ...this.#about, input: { linkId: link.id } });
    const done = await this.#at(
      link.id,
      request,
      async () => need(await store?.remind(link.id)),
      (value) => new CcLinkRemindedEvent({ ...this.#about, link: value }),
    );
    if (done) say(t.reminded({ name: otherOf(link).name }));
  }

  decline(link: AccountLink, opener: HTMLElement): void {
    const { store, t } = this.#deps();
    const name = otherOf(link).name;
    const input = { linkId: link.id };
    this.#ask(opener, t.declined, {
      title: rich(t.declineTitle, { name }),
      effects: [
        { icon: mail, text: rich(t.declineEffect, { name }) },
        { icon: clock, text: t.declineAgain },
      ],
      label: t.declineDo,
      act: () =>
        this.#inDialog(
          new CcLinkDeclineRequestEvent({ ...this.#about, input }),
          async () => need(await store?.decline(link.id)),
          (value) => new CcLinkDeclinedEvent({ ...this.#about, link: value }),
        ),
    });
  }

  takeBack(link: AccountLink, opener: HTMLElement): void {
    const { store, t } = this.#deps();
    const { name } = otherOf(link);
    const input = { linkId: link.id };
    this.#ask(opener, t.takenBack, {
      title: rich(t.takeBackTitle, { name }),
      effects: [
        { icon: mail, text: t.takeBackEffect },
        { icon: send, text: t.takeBackAgain },
      ],
      label: t.takeBackDo,
      safeLabel: t.keep,
      act: () =>
        this.#inDialog(
          new CcLinkCancelRequestEvent({ ...this.#about, input }),
          async () => store?.end(link),
          () => new CcLinkCancelledEvent({ ...this.#about, ...input }),
        ),
    });
  }

  /** R77: what stops and what stays is said first; the guards are the backend's. */
  end(link: AccountLink, opener: HTMLElement): void {
    const { store, t } = this.#deps();
    const names = namesOf(link);
    const input = { linkId: link.id };
    this.#ask(opener, t.ended, {
      title: rich(t.endTitle, names),
      effects: [
        { icon: logOut, text: rich(t.endAccess, names) },
        { icon: user, text: rich(t.endDirect, { client: names.client }) },
        { icon: circleAlert, text: t.endInvites },
        { icon: network, text: t.endAgain },
      ],
      label: t.endDo,
      danger: true,
      act: () =>
        this.#inDialog(
          new CcLinkEndRequestEvent({ ...this.#about, input }),
          async () => store?.end(link),
          () => new CcLinkEndedEvent({ ...this.#about, ...input }),
        ),
    });
  }

  get #about(): { accountId: string } {
    return { accountId: this.#host.stores?.accountId ?? '' };
  }

  #ask(
    opener: HTMLElement,
    told: string,
    question: Omit<Question, 'act'> & { act(): Promise<InDialog> },
  ): void {
    const { confirm, say } = this.#deps();
    let done = false;
    void confirm.ask(
      {
        ...question,
        act: async () => {
          const answer = await question.act();
          done = answer.done;
          return answer.text;
        },
        closed: () => {
          if (!done) return;
          say(told);
          this.#toHeading();
        },
      },
      opener,
    );
  }

  async #inDialog<Input, Result>(
    request: CcRequestEvent<Input, Result>,
    action: (input: Input) => Promise<Result>,
    fact: (result: Result) => CcFactEvent<unknown>,
  ): Promise<InDialog> {
    const outcome = await perform(this.#host, request, action, fact);
    if (outcome.state !== 'failed') return { done: outcome.state === 'done', text: undefined };
    return { done: false, text: problemText(this.#deps().problems, outcome.error) };
  }

  /** Does it from a button on the page; what goes wrong is said beside it. */
  async #at<Input, Result>(
    linkId: string,
    request: CcRequestEvent<Input, Result>,
    action: (input: Input) => Promise<Result>,
    fact: (result: Result) => CcFactEvent<unknown>,
  ): Promise<boolean> {
    if (this.busy) return false;
    this.busy = linkId;
    this.failure = undefined;
    this.#host.requestUpdate();
    const outcome = await perform(this.#host, request, action, fact);
    this.busy = undefined;
    if (outcome.state === 'failed' && !outcome.silent) {
      this.failure = { linkId, text: problemText(this.#deps().problems, outcome.error) };
    }
    this.#host.requestUpdate();
    return outcome.state === 'done';
  }

  /** The button that was pressed goes with what it did. */
  #toHeading(): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('.title')?.focus(),
    );
  }
}

interface InDialog {
  readonly done: boolean;
  readonly text: string | undefined;
}

/** There is a store wherever a link is drawn. */
function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('No client');
  return value;
}
