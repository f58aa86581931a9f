/** The invitee's page as a table of contents: one state, one drawing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CcError, InvitationAccepted, InvitationPreview } from '../../client/index.js';
import type { CredentialFields } from '../../controllers/credential-fields.js';
import type { Language } from '../../i18n/language.js';
import { roleName } from '../../i18n/role-words.js';
import type { Strings } from '../../i18n/strings.js';
import type { AcceptanceState } from '../../stores/acceptance.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, circleCheck, logOut, shield } from '../base/icons/shapes.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import type { SignInController } from '../shared/sign-in.controller.js';
import {
  passwordFields,
  refusal,
  signInRefusal,
  submitButton,
  type SignInView,
} from '../shared/sign-in.views.js';
import type { AcceptController } from './accept.controller.js';
import { askedEnd, declinedEnd, doneAgainEnd, endOf, endView, missingEnd, type End } from './ends.js';
import type { FormController, Way } from './form.controller.js';
import { codeSection, existingForm, matchingNote, newPersonForm } from './forms.js';
import { coveredList, previewHead, previewRole } from './preview.js';
import { skeleton } from './skeleton.js';

export interface AcceptView {
  readonly flow: AcceptController;
  readonly link: { readonly token: string; readonly wasAccepted: boolean };
  /** Everybody makes a new login here (2d). */
  readonly loginPerAccount: boolean;
  readonly target: string | undefined;
  readonly fields: CredentialFields;
  readonly form: FormController;
  readonly signIn: SignInController;
  readonly language: Language;
  readonly words: {
    readonly t: Strings['acceptInvite'];
    readonly signIn: Strings['signIn'];
    readonly roles: Strings['roles'];
    readonly problems: ProblemTexts;
  };
}

export interface AcceptActions {
  submit(): void;
  sendCode(): void;
  choose(way: Way): void;
  decline(event: Event): void;
  switchUser(): void;
  renew(): void;
  enter(): void;
  retry(): void;
  paste(link: string): void;
  leaveGuide(): void;
}

type Open = Extract<AcceptanceState, { step: 'open' }>;

export function body(view: AcceptView, act: AcceptActions): TemplateResult {
  const { flow, words, link } = view;
  const { state, accepted } = flow;
  const { t } = words;
  if (accepted) return done(accepted, view);
  if (flow.guide.shown) return guided(t, act);
  if (view.signIn.second) return view.signIn.second.template();
  if (!link.token) return ending(link.wasAccepted ? doneAgainEnd(t) : missingEnd(t), view, act);
  if (flow.ended) return ending(flow.ended === 'asked' ? askedEnd(t) : declinedEnd(t), view, act);
  if (flow.entering) return enterForm(view, act);
  if (state.step === 'closed') return ending(closedEnd(state.error, view), view, act);
  if (state.step !== 'open') return skeleton(t.loading);
  return state.preview.viewer === 'other' ? somebodyElse(state.preview, view, act) : form(state, view, act);
}

export function signInView({ signIn, fields, language, words }: AcceptView): SignInView {
  return { signIn, fields, language, t: words.signIn, problems: words.problems };
}

/** R31: the way out stands in light DOM; here is its place. */
function guided(t: Strings['acceptInvite'], act: AcceptActions): TemplateResult {
  return html`<slot name="conflict"></slot>
    <div class="card-foot">
      <button class="link" part="button" type="button" @click=${act.leaveGuide}>${t.backToForm}</button>
    </div>`;
}

function form(state: Open, view: AcceptView, act: AcceptActions): TemplateResult {
  const { preview } = state;
  const { flow, words, language, fields, form: typed } = view;
  const { t } = words;
  const joins = preview.viewer !== 'none';
  const existing = !joins && flow.way === 'existing';
  return html`
    ${previewHead(preview, { t, roles: words.roles, language })}
    ${previewRole(preview, { t, roles: words.roles, language })}
    ${
      typed.needsCode && !existing
        ? codeSection({
            ...{ fields, t, preview, sent: state.codeSent, sending: view.flow.task === 'code' },
            send: act.sendCode,
          })
        : nothing
    }
    ${
      joins
        ? matchingNote(view.signIn.user, t)
        : existing
          ? existingForm(signInView(view), t, view.flow.knownHere)
          : newPersonForm({
              ...{ fields, t, signIn: view.signIn, words: words.signIn, username: typed.username.state },
              ...{ strength: typed.strength, name: typed.name, nameError: typed.nameError },
              take: (username) => void typed.take(username),
              typeName: (name) => {
                typed.typeName(name);
              },
              submit: act.submit,
            })
    }
    ${existing ? signInRefusal(signInView(view)) : faults(preview, view)}
    <div class="card-actions" part="actions">
      ${submitButton(
        existing ? t.signInAndJoin : rich(t.join, { account: preview.accountName }),
        {
          busy: view.flow.task === 'accept' || view.signIn.busy,
          off: (existing ? view.signIn.pausedUntil : view.flow.pausedUntil) !== undefined,
        },
        act.submit,
      )}
    </div>
    ${waysOut(preview, view, act)}
  `;
}

/** Several mistakes are listed with a way to each; a refusal that is about no field stands here, too. */
function faults(preview: InvitationPreview, view: AcceptView): TemplateResult {
  const { form: typed, words, flow, fields } = view;
  const { t } = words;
  const list = flow.attempted && typed.faults.length > 1 ? typed.faults : [];
  return html`<div role="alert" class="refusal" ?hidden=${list.length === 0}>
      ${
        list.length === 0
          ? nothing
          : html`<div class="callout danger" part="callout">
              ${icon(circleAlert)}
              <div class="callout-text faults">
                <p class="strong">${t.fix({ count: list.length })}</p>
                ${list.map(
                  (field) =>
                    html`<button
                      class="link"
                      part="button"
                      type="button"
                      @click=${() => void typed.focus(field)}
                    >
                      ${field === 'name' ? typed.nameError : fields.error(field)}
                    </button>`,
                )}
              </div>
            </div>`
      }
    </div>
    ${refusal(failureText(preview, view), view.flow.pausedUntil, signInView(view))}`;
}

function failureText({ accountName }: InvitationPreview, { flow, words }: AcceptView): string | undefined {
  const { failure } = flow;
  if (!failure) return undefined;
  const full = 'kind' in failure && failure.kind === 'seat-limit-reached';
  return full ? words.t.seatLimit({ account: accountName }) : problemText(words.problems, failure);
}

function waysOut(preview: InvitationPreview, view: AcceptView, act: AcceptActions): TemplateResult {
  const { t } = view.words;
  const other: Way = view.flow.way === 'new' ? 'existing' : 'new';
  const choice = view.flow.way === 'new' ? [t.haveLogin, t.useLogin] : [t.noLogin, t.useNew];
  const quiet = (label: string, press: (event: Event) => void) =>
    html`<button class="link" part="button" type="button" @click=${press}>${label}</button>`;
  return html`<div class="card-foot">
    ${
      preview.viewer === 'none'
        ? view.loginPerAccount
          ? nothing
          : html`<p class="switch">
              ${choice[0]}
              ${quiet(choice[1] ?? '', () => {
                act.choose(other);
              })}
            </p>`
        : quiet(t.switchUser, act.switchUser)
    }
    ${quiet(t.decline, act.decline)}
  </div>`;
}

/** R45, A03: both identities masked, and the invitation stays as it is. */
function somebodyElse(
  { maskedEmail: invited, viewerMaskedEmail }: InvitationPreview,
  view: AcceptView,
  act: AcceptActions,
): TemplateResult {
  const { t } = view.words;
  const viewer = viewerMaskedEmail ?? '';
  return html`
    <div class="card-head">
      <h1 class="title" part="heading" tabindex="-1">${t.otherTitle}</h1>
      <p part="subheading">${t.otherText}</p>
    </div>
    <ul class="card-list">
      <li>
        <span class="secondary muted">${t.otherInvited}</span><bdi class="ltr" dir="ltr">${invited}</bdi>
      </li>
      <li><span class="secondary muted">${t.otherViewer}</span><bdi class="ltr" dir="ltr">${viewer}</bdi></li>
    </ul>
    ${signInRefusal(signInView(view))}
    <div class="card-actions" part="actions">
      <button
        class="button primary ${view.signIn.busy ? 'busy' : ''}"
        part="button-primary"
        type="button"
        aria-disabled=${view.signIn.busy ? 'true' : nothing}
        @click=${act.switchUser}
      >
        ${view.signIn.busy ? html`<span class="spinner" part="spinner"></span>` : icon(logOut, { mirror: true })}
        <span>${t.switchUser}</span>
      </button>
    </div>
  `;
}

function done(accepted: InvitationAccepted, { words, target }: AcceptView): TemplateResult {
  const { t, roles } = words;
  const { accountName: account, roleId, gate, alsoJoined = [] } = accepted;
  const gated = gate === 'mfa_enrolment';
  return html`<div class="end">
      <span class="disc ${gated ? 'warning' : 'success'}"
        >${icon(gated ? shield : circleCheck, { size: 20 })}</span
      >
      <div class="card-head">
        <h1 class="title" part="heading" tabindex="-1">
          ${gated ? t.gateTitle : rich(t.doneTitle, { account })}
        </h1>
        <p part="subheading">
          ${gated ? rich(t.gateText, { account }) : rich(t.doneText, { role: roleName(roles, roleId) })}
        </p>
      </div>
    </div>
    ${alsoJoined.length > 0 ? coveredList(t.alsoJoined({ count: alsoJoined.length }), alsoJoined, { t, roles }) : nothing}
    ${target ? continueTo(target, t) : nothing}`;
}

function continueTo(target: string, t: Strings['acceptInvite']): TemplateResult {
  return html`<div class="card-actions" part="actions">
    <a class="button primary" part="button-primary" href=${target}>${t.continue}</a>
  </div>`;
}

/** Signing in without joining: for a link that was used before, or an account that is gone. */
function enterForm(view: AcceptView, act: AcceptActions): TemplateResult {
  const { signIn, words } = view;
  const own = signInView(view);
  return html`
    <div class="card-head"><h1 class="title" part="heading" tabindex="-1">${words.signIn.title}</h1></div>
    <div class="fields">${passwordFields(own)}</div>
    ${signInRefusal(own)}
    <div class="card-actions" part="actions">
      ${submitButton(
        words.signIn.submit,
        { busy: signIn.busy, off: signIn.pausedUntil !== undefined },
        act.submit,
      )}
    </div>
  `;
}

/** A used link says something else to somebody who is signed in: most likely it was them (A01). */
function closedEnd(error: CcError, { words, signIn }: AcceptView): End {
  const found = endOf(error, words.t, problemText(words.problems, error));
  const { user } = signIn;
  if (!user || found.next !== 'sign-in') return found;
  const name = user.displayName ?? user.username;
  if (error.kind !== 'invitation-used') return { ...found, next: 'continue' };
  return { ...found, text: rich(words.t.usedSignedIn, { name }), tone: 'success', next: 'continue' };
}

function ending(end: End, view: AcceptView, act: AcceptActions): TemplateResult {
  const { t } = view.words;
  return html`${endView(end, {
    ...{ t, target: view.target, pasteError: view.flow.pasteError, busy: view.flow.task === 'renew' },
    renew: act.renew,
    signIn: act.enter,
    retry: act.retry,
    paste: act.paste,
  })}
  ${view.flow.failure ? refusal(problemText(view.words.problems, view.flow.failure), view.flow.pausedUntil, signInView(view)) : nothing}`;
}
