import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/audit-log.js';

interface Options {
  heading: string;
}

const meta: Meta<Options> = {
  title: 'Elements/cc-audit-log',
  component: 'cc-audit-log',
  args: { heading: '' },
  render: ({ heading }) => html`<cc-audit-log heading=${heading || nothing}></cc-audit-log>`,
};

export default meta;
type Story = StoryObj<Options>;

/** Every option at once: the place to try things. */
export const Playground: Story = {};

/** What it is made of: a heading, the host's content, a button. */
export const Anatomy: Story = {
  render: () => html`<cc-audit-log><p>Content of the page.</p></cc-audit-log>`,
};

/** A heading longer than its box wraps and pushes nothing out. */
export const LongHeading: Story = {
  args: {
    heading:
      'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle, department of refunds',
  },
};

/** In a language written from right to left. */
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar"><cc-audit-log heading="إدارة المستخدمين"></cc-audit-log></div>`,
};
