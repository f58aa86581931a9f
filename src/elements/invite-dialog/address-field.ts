import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { checkEmail } from '../../domain/index.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, triangleAlert, x } from '../base/icons/shapes.js';
import type { Address } from './addresses.js';

export interface AddressFieldView {
  readonly addresses: readonly Address[];
  /** What is in the text field and no chip yet. */
  readonly typed: string;
  readonly invalid: boolean;
  /** Beside the label: seats that are left. */
  readonly aside: unknown;
  readonly hint: string;
  /** Index of the chip that Tab reaches; the others are reached from it with the arrow keys. */
  readonly current: number;
  /** Names a role of its own. */
  roleOf(roleId: string): string;
  readonly t: Strings['inviteDialog'];
}

export interface AddressFieldActions {
  typing(text: string): void;
  pasted(text: string): void;
  /** Makes chips of what is typed. */
  settle(): void;
  remove(index: number): void;
  edit(index: number): void;
  /** Puts focus on a chip; behind the last one lies the text field. */
  move(index: number): unknown;
}

/** The addresses as chips, with the text field behind them. */
export function addressField(view: AddressFieldView, act: AddressFieldActions): TemplateResult {
  const { addresses, typed, invalid, aside, hint, t } = view;
  return html`<div class="field" part=${invalid ? 'field invalid' : 'field'}>
    <div class="label-row">
      <label class="label" part="label" for="email">${t.email}</label>
      <span class="secondary numbers aside">${aside}</span>
    </div>
    <div class=${invalid ? 'field-box address-box invalid' : 'field-box address-box'}>
      ${addresses.length > 0 ? chips(view, act) : nothing}
      <input
        id="email"
        type="text"
        inputmode="email"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        dir="ltr"
        aria-required="true"
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby="email-hint faults"
        .value=${typed}
        @input=${(event: InputEvent) => {
          act.typing((event.target as HTMLInputElement).value);
        }}
        @paste=${(event: ClipboardEvent) => {
          const text = event.clipboardData?.getData('text') ?? '';
          // One address is pasted where the cursor is; a list becomes chips.
          if (!/[,;\n\t<]/.test(text.trim())) return;
          event.preventDefault();
          act.pasted(text);
        }}
        @blur=${() => {
          // Leaving the field ends an address; half of one stays where it is.
          if (checkEmail(typed.trim()).ok) act.settle();
        }}
        @keydown=${(event: KeyboardEvent) => {
          onFieldKey(event, addresses.length, act);
        }}
      />
    </div>
    <p id="email-hint" class="field-hint" part="hint">${hint}</p>
  </div>`;
}

/** More chips than anybody reads one by one are counted, not drawn. */
const mostChips = 60;

function chips(view: AddressFieldView, act: AddressFieldActions): TemplateResult {
  const { addresses, current, roleOf, t } = view;
  const more = addresses.length - mostChips;
  return html`<ul class="chips" part="chips" aria-label=${t.email}>
    ${repeat(
      addresses.slice(0, mostChips),
      ({ typed }) => typed,
      ({ typed, fault, roleId }, index) => {
        const tone = !fault ? '' : 'warning' in fault && fault.warning ? 'warning' : 'danger';
        const tab = index === current ? '0' : '-1';
        return html`<li class="chip ${tone}" part=${fault ? 'chip chip-error' : 'chip'}>
          <button
            class="chip-text"
            type="button"
            tabindex=${tab}
            title=${typed}
            aria-label=${`${t.edit} ${typed}`}
            @click=${() => {
              act.edit(index);
            }}
            @keydown=${(event: KeyboardEvent) => {
              onChipKey(event, index, act);
            }}
          >
            ${fault ? icon(tone === 'warning' ? triangleAlert : circleAlert, { size: 14 }) : nothing}<bdi
              class="truncate"
              >${typed}</bdi
            >${roleId ? html`<span class="muted chip-role">${roleOf(roleId)}</span>` : nothing}
          </button>
          <button
            type="button"
            tabindex="-1"
            aria-label=${t.removeAddress({ email: typed })}
            @click=${() => {
              act.remove(index);
            }}
          >
            ${icon(x, { size: 14 })}
          </button>
        </li>`;
      },
    )}
    ${more > 0 ? html`<li class="secondary muted">${t.andMore({ count: more })}</li>` : nothing}
  </ul>`;
}

function onFieldKey(event: KeyboardEvent, count: number, act: AddressFieldActions): void {
  const input = event.target as HTMLInputElement;
  if (event.isComposing) return;
  if ((event.key === ',' || event.key === ';') && input.value.trim() !== '') {
    event.preventDefault();
    act.settle();
  } else if (
    (event.key === 'Backspace' || event.key === 'ArrowLeft') &&
    input.selectionEnd === 0 &&
    count > 0
  ) {
    event.preventDefault();
    act.move(count - 1);
  }
}

function onChipKey(event: KeyboardEvent, index: number, act: AddressFieldActions): void {
  const moves: Record<string, () => void> = {
    ArrowLeft: () => {
      act.move(Math.max(0, index - 1));
    },
    ArrowRight: () => {
      act.move(index + 1);
    },
    Backspace: () => {
      act.remove(index);
    },
    Delete: () => {
      act.remove(index);
    },
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
}
