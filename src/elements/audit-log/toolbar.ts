import { html, nothing, type TemplateResult } from 'lit';
import { auditActions } from '../../domain/audit.js';
import type { Strings } from '../../i18n/strings.js';
import { opensAt } from '../../controllers/menu.controller.js';
import { icon } from '../base/icons/icon.js';
import { chevronDown } from '../base/icons/shapes.js';
import type { Choice } from '../shared/choice-menu.js';

/** The kinds a person filters by: first parts of the actions, links with their codes. */
const kinds = ['member', 'invitation', 'mfa', 'transfer', 'user', 'link', 'account'] as const;
type Kind = (typeof kinds)[number];

const typesOf = (kind: Kind) => (kind === 'link' ? 'link,link-code' : kind);

export type FilterName = 'kind' | 'person';

export interface Person {
  readonly userId: string;
  readonly name: string;
}

export interface ToolbarView {
  readonly t: Strings['auditLog'];
  readonly types: string;
  readonly actor: string;
  /** Those who can be chosen, and the one who is. */
  readonly people: readonly Person[];
  readonly from: string;
  readonly to: string;
  /** The last day lies before the first. */
  readonly wrongOrder: boolean;
  readonly openAnchor: HTMLElement | undefined;
  onFilter(name: FilterName, anchor: HTMLElement, at?: 'first' | 'last'): void;
  onDay(name: 'from' | 'to', day: string): void;
  onClear(): void;
}

/** What happened, who did it, from when and until when. */
export function toolbar(view: ToolbarView): TemplateResult {
  const { t, types, actor, from, to, wrongOrder } = view;
  const person = view.people.find(({ userId }) => userId === actor)?.name ?? actor;
  return html`<div class="toolbar" part="toolbar">
      ${filterButton('kind', t.kinds, types && kindLabel(types, t), view)}
      ${filterButton('person', t.person, actor && person, view)} ${day('from', t.from, from, view)}
      ${day('to', t.to, to, view)}
      ${
        types || actor || from || to
          ? html`<button class="button ghost" part="button" type="button" @click=${view.onClear}>
              ${t.clear}
            </button>`
          : nothing
      }
    </div>
    <p class="field-error order" id="order" part="error" role="alert" ?hidden=${!wrongOrder}>
      ${wrongOrder ? t.wrongOrder : nothing}
    </p>`;
}

function filterButton(name: FilterName, label: string, value: string, view: ToolbarView): TemplateResult {
  const open = (event: Event, at?: 'first' | 'last') =>
    view.onFilter(name, event.currentTarget as HTMLElement, at);
  const content = value ? view.t.filterOn({ filter: label, value }) : label;
  return html`<button
    class="button filter ${name} ${value ? 'applied' : ''}"
    part=${value ? 'filter applied' : 'filter'}
    type="button"
    aria-haspopup="menu"
    aria-expanded=${String(view.openAnchor?.classList.contains(name) ?? false)}
    @click=${(event: Event) => open(event)}
    @keydown=${(event: KeyboardEvent) => {
      const at = opensAt(event);
      if (!at) return;
      event.preventDefault();
      open(event, at);
    }}
  >
    <bdi>${content}</bdi> ${icon(chevronDown, { size: 14 })}
  </button>`;
}

function day(name: 'from' | 'to', label: string, value: string, view: ToolbarView): TemplateResult {
  const wrong = name === 'to' && view.wrongOrder;
  return html`<label class="day-field">
    <span class="muted" part="label">${label}</span>
    <span class="field-box ${wrong ? 'invalid' : ''}">
      <input
        part="field"
        type="date"
        .value=${value}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'order' : nothing}
        @change=${(event: Event) => view.onDay(name, (event.target as HTMLInputElement).value)}
      />
    </span>
  </label>`;
}

function kindLabel(types: string, t: Strings['auditLog']): string {
  const kind = kinds.find((one) => typesOf(one) === types);
  return kind ? t[`kind_${kind}`] : t.severalKinds({ count: types.split(',').length });
}

export function kindChoices(
  types: string,
  t: Strings['auditLog'],
  choose: (types: string) => void,
): Choice[] {
  return [
    { label: t.anyKind, checked: types === '', act: () => choose('') },
    ...kinds.map((kind) => ({
      label: t[`kind_${kind}`],
      checked: types === typesOf(kind),
      act: () => choose(typesOf(kind)),
    })),
  ];
}

export function personChoices(
  { people, actor, t }: Pick<ToolbarView, 'people' | 'actor' | 't'>,
  choose: (userId: string) => void,
): Choice[] {
  return [
    { label: t.anyPerson, checked: actor === '', act: () => choose('') },
    ...people.map(({ userId, name }) => ({
      label: html`<bdi>${name}</bdi>`,
      checked: userId === actor,
      act: () => choose(userId),
    })),
  ];
}

/** Kinds as the backend takes them; what it does not know would refuse the whole question. */
export function knownTypes(types: string): string | undefined {
  const asked = types
    .split(',')
    .map((type) => type.trim())
    .filter((type) => auditActions.some((action) => action === type || action.startsWith(`${type}.`)));
  return asked.length > 0 ? asked.join(',') : undefined;
}
