import type { Names } from './names.js';

/** What proves and shows the element: harness, story, test, type test. */
export function proofFiles({ tag, file, group, pascal, title, words }: Names): Record<string, string> {
  return {
    [`src/testing/harnesses/${file}.harness.ts`]: `import type { Cc${pascal} } from '../../elements/${file}/${file}.js';

/** What a person sees of a ${words}, and does with it. */
export class ${pascal}Harness {
  readonly #element: Cc${pascal};

  constructor(element: Cc${pascal}) {
    this.#element = element;
  }

  /** The words of the heading. */
  heading(): string {
    return this.#element.renderRoot.querySelector('h2')?.textContent.trim() ?? '';
  }

  /** Presses the button. */
  async open(): Promise<void> {
    this.#element.renderRoot.querySelector('button')?.click();
    await this.#element.updateComplete;
  }
}
`,
    [`stories/${file}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/${file}.js';

interface Options {
  heading: string;
}

const meta: Meta<Options> = {
  title: 'Elements/${tag}',
  component: '${tag}',
  args: { heading: '' },
  render: ({ heading }) => html\`<${tag} heading=\${heading || nothing}></${tag}>\`,
};

export default meta;
type Story = StoryObj<Options>;

/** Every option at once: the place to try things. */
export const Playground: Story = {};

/** What it is made of: a heading, the host's content, a button. */
export const Anatomy: Story = {
  render: () => html\`<${tag}><p>Content of the page.</p></${tag}>\`,
};

/** A heading longer than its box wraps and pushes nothing out. */
export const LongHeading: Story = {
  args: { heading: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle, department of refunds' },
};

/** In a language written from right to left. */
export const RightToLeft: Story = {
  render: () => html\`<div dir="rtl" lang="ar"><${tag} heading="إدارة المستخدمين"></${tag}></div>\`,
};
`,
    [`test/elements/${file}.browser.test.ts`]: `import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/${file}.js';
import type { Cc${pascal} } from '../../src/elements/${file}/${file}.js';
import { ${pascal}Harness } from '../../src/testing/harnesses/${file}.harness.js';
import { expectAccessible } from '../support/axe.js';

async function drawn(properties: Partial<Cc${pascal}> = {}): Promise<[Cc${pascal}, ${pascal}Harness]> {
  const element = await fixture<Cc${pascal}>(html\`<${tag}></${tag}>\`);
  Object.assign(element, properties);
  await element.updateComplete;
  return [element, new ${pascal}Harness(element)];
}

describe('${tag} drawing', () => {
  it('shows its own heading, or the one it is given', async () => {
    const [, plain] = await drawn();
    expect(plain.heading()).to.equal('${title}');
    const [, named] = await drawn({ heading: 'Here' });
    expect(named.heading()).to.equal('Here');
  });

  it('speaks in the words of the host', async () => {
    const [, seen] = await drawn({ strings: { ${group}: { heading: 'Aushang' } } });
    expect(seen.heading()).to.equal('Aushang');
  });
});

describe('${tag} events', () => {
  it('asks before it opens, and tells after', async () => {
    const [element, seen] = await drawn();
    const asked = oneEvent(element, '${tag}-open-request');
    const told = oneEvent(element, '${tag}-opened');
    await seen.open();
    expect((await asked).cancelable).to.equal(true);
    expect((await told).cancelable).to.equal(false);
  });
});

describe('${tag} refusal and failure', () => {
  it('does not tell when the host vetoes', async () => {
    const [element, seen] = await drawn();
    let told = false;
    element.addEventListener('${tag}-open-request', (event) => event.preventDefault());
    element.addEventListener('${tag}-opened', () => (told = true));
    await seen.open();
    expect(told).to.equal(false);
  });

  it('tells which act failed', async () => {
    const [element, seen] = await drawn();
    element.addEventListener('${tag}-open-request', (event) => event.respondWith(Promise.reject(new Error('down'))));
    const failed = oneEvent(element, 'cc-error');
    await seen.open();
    expect((await failed).detail.action).to.equal('${tag}-open-request');
  });
});

describe('${tag} accessibility', () => {
  it('has no axe findings', async () => {
    const [element] = await drawn();
    await expectAccessible(element);
  });

  it('takes focus on its first control', async () => {
    const [element] = await drawn();
    element.focus();
    expect(element.shadowRoot?.activeElement?.localName).to.equal('button');
  });
});
`,
    [`test/types/${file}.types.ts`]: `// Compiles only while the public types of ${tag} hold; every \`@ts-expect-error\` line must be an error.
import type { Cc${pascal} } from '../../src/elements/${file}/${file}.js';

export function uses(): void {
  const element: Cc${pascal} = document.createElement('${tag}');
  element.heading = 'Here';
  element.strings = { ${group}: { heading: 'Aushang' } };
  element.addEventListener('${tag}-open-request', (event) => {
    const account: string = event.detail.input.accountId;
    event.respondWith(account ? Promise.resolve() : undefined);
  });

  // @ts-expect-error The heading is text.
  element.heading = 1;
  // @ts-expect-error There is no such word in the group.
  element.strings = { ${group}: { footing: 'Ende' } };
}
`,
  };
}
