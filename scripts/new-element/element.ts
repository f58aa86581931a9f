import type { Names } from './names.js';

/** The element itself: class, styles, events, registration, words. */
export function elementFiles({ tag, file, group, pascal, title, words }: Names): Record<string, string> {
  return {
    [`src/elements/${file}/${file}.ts`]: `import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { ${group} } from '../../i18n/en/${file}.js';
import { CcElement } from '../base/cc-element.js';
import { Cc${pascal}OpenedEvent, Cc${pascal}OpenRequestEvent } from './${file}.events.js';
import { ${group}Styles } from './${file}.styles.js';

/**
 * Shows a heading and a button that opens the ${words}.
 *
 * @tagname ${tag}
 * @status experimental
 *
 * @example
 * <${tag}></${tag}>
 *
 * @slot - Content below the heading.
 *
 * @event {Cc${pascal}OpenRequestEvent} ${tag}-open-request - The person wants to open it.
 * @event {Cc${pascal}OpenedEvent} ${tag}-opened - It is open.
 *
 * @csspart frame - The box around everything.
 * @csspart heading - The heading.
 * @csspart button - The button.
 *
 * @cssprop --${tag}-gap - Space between the rows.
 */
export class Cc${pascal} extends CcElement {
  static override readonly tag: string = '${tag}';
  static override styles = ${group}Styles;

  /** Replaces the heading. */
  @property() heading?: string;

  readonly #text = new StringsController(this, '${group}', ${group});

  protected override render(): TemplateResult {
    return html\`<div class="frame" part="frame">
      <h2 class="heading" part="heading">\${this.heading ?? this.#text.t.heading}</h2>
      <slot></slot>
      <button class="button" type="button" part="button" @click=\${this.#onOpen}>\${this.#text.t.open}</button>
    </div>\`;
  }

  readonly #onOpen = (): void => {
    const accountId = this.stores?.accountId ?? '';
    void this.perform(
      new Cc${pascal}OpenRequestEvent({ accountId, input: { accountId } }),
      () => Promise.resolve(),
      () => new Cc${pascal}OpenedEvent({ accountId }),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': Cc${pascal};
  }
}
`,
    [`src/elements/${file}/${file}.styles.ts`]: `import { css } from 'lit';
import { buttonStyles } from '../../styles/button.js';
import { hostStyles } from '../../styles/host.js';

const own = css\`
  .frame {
    display: grid;
    gap: var(--${tag}-gap, calc(2 * var(--_space)));
    justify-items: start;
  }
  .heading {
    font: 600 1.15em / 1.3 var(--_font-heading);
  }
\`;

export const ${group}Styles = [hostStyles, buttonStyles, own];
`,
    [`src/elements/${file}/${file}.events.ts`]: `import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface ${pascal}OpenInput {
  accountId: string;
}

/** A person wants to open the ${words}. */
export class Cc${pascal}OpenRequestEvent extends CcRequestEvent<${pascal}OpenInput> {
  static readonly type = '${tag}-open-request';
}

export interface ${pascal}OpenedFact {
  readonly accountId: string;
}

/** The ${words} is open. */
export class Cc${pascal}OpenedEvent extends CcFactEvent<${pascal}OpenedFact> {
  static readonly type = '${tag}-opened';
}

declare global {
  interface GlobalEventHandlersEventMap {
    '${tag}-open-request': Cc${pascal}OpenRequestEvent;
    '${tag}-opened': Cc${pascal}OpenedEvent;
  }
}
`,
    [`src/define/${file}.ts`]: `import { define } from '../elements/base/define.js';
import { Cc${pascal} } from '../elements/${file}/${file}.js';

define(Cc${pascal});
`,
    [`src/i18n/en/${file}.ts`]: `/** ${tag}. */
export const ${group} = {
  heading: '${title}',
  open: 'Open',
};
`,
  };
}
