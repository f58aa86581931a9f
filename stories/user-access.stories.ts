import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/user-access.js';

interface Options {
  heading: string;
}

const meta: Meta<Options> = {
  title: 'Elements/cc-user-access',
  component: 'cc-user-access',
  args: { heading: '' },
  render: ({ heading }) => html`<cc-user-access heading=${heading || nothing}></cc-user-access>`,
};

export default meta;
type Story = StoryObj<Options>;

/** Every option at once: the place to try things. */
export const Playground: Story = {};

/** What it is made of: a heading, the host's content, a button. */
export const Anatomy: Story = {
  render: () => html`<cc-user-access><p>Content of the page.</p></cc-user-access>`,
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
  render: () =>
    html`<div dir="rtl" lang="ar"><cc-user-access heading="إدارة المستخدمين"></cc-user-access></div>`,
};
