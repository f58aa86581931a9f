import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';

import manifest from '../custom-elements.json' with { type: 'json' };
import '../src/all.js';
import { english } from '../src/i18n/en/index.js';
import { pseudoLocale } from '../src/i18n/pseudo.js';
import type { LoadLocale } from '../src/elements/provider/packs.js';
import { createMockBackend, demoLogins, scenarioNames, type MockOptions } from '../src/mock/index.js';
import { choice, widths } from './toolbar.js';

setCustomElementsManifest(manifest);

/** What a story says about its backend; `false` draws the story without a provider. */
export type StoryBackend = Pick<MockOptions, 'scenario' | 'viewer' | 'account' | 'network'> | false;

declare module 'storybook/internal/csf' {
  interface Parameters {
    backend?: StoryBackend;
  }
}

/** A person of another scenario does not exist in this one: its own first person looks then. */
async function backendOf(wanted: MockOptions): ReturnType<typeof createMockBackend> {
  try {
    return await createMockBackend(wanted);
  } catch (error) {
    if (!wanted.viewer) throw error;
    return createMockBackend({ ...wanted, viewer: undefined });
  }
}

const packs: Record<string, () => ReturnType<LoadLocale>> = {
  ar: async () => (await import('../src/i18n/locales/ar.js')).default,
  de: async () => (await import('../src/i18n/locales/de.js')).default,
  'en-XA': () => pseudoLocale(english),
};
const loadLocale: LoadLocale = (tag) => packs[tag]?.();

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { story: { inline: false, height: '420px' } },
    layout: 'padded',
    options: { storySort: { order: ['Start here', 'Elements'] } },
  },
  globalTypes: {
    scenario: choice('Scenario', 'database', ['', ...scenarioNames]),
    viewer: choice('Viewer', 'user', ['', ...demoLogins]),
    network: choice('Network', 'globe', ['', 'slow', 'offline', 'one in five fails']),
    scheme: choice('Colour scheme', 'contrast', ['light', 'dark', 'page']),
    density: choice('Density', 'component', ['', 'compact', 'normal', 'touch']),
    locale: choice('Locale', 'transfer', ['', 'en', 'de', 'ar', 'en-XA']),
    width: choice('Width', 'grow', ['', ...Object.keys(widths)]),
  },
  initialGlobals: { scheme: 'light' },
  loaders: [
    async ({ parameters, globals }) => {
      const own = parameters['backend'] as StoryBackend | undefined;
      if (own === false) return { backend: undefined };
      // What the toolbar says wins over the story, so that a person can look at it in another light.
      const text = (name: string) => (globals[name] as string | undefined) || undefined;
      const scenario = scenarioNames.find((name) => name === text('scenario')) ?? own?.scenario;
      const network = {
        ...own?.network,
        ...{ slow: { latency: 2000 }, offline: { offline: true }, 'one in five fails': { failEvery: 5 } }[
          text('network') ?? ''
        ],
      };
      return {
        backend: await backendOf({ ...own, scenario, viewer: text('viewer') ?? own?.viewer, network }),
      };
    },
  ],
  decorators: [
    (story, { loaded, globals }) => {
      const { scheme, density, locale, width } = globals as Record<string, string | undefined>;
      document.documentElement.style.colorScheme = scheme === 'page' ? 'light dark' : (scheme ?? 'light');
      const backend = loaded['backend'] as Awaited<ReturnType<typeof createMockBackend>> | undefined;
      const drawn = story() as unknown;
      const inside = backend
        ? html`<cc-provider
            .client=${backend.client}
            .clock=${backend.clock}
            account-id=${backend.accountId}
            .locale=${locale || undefined}
            .loadLocale=${loadLocale}
            .density=${density || undefined}
            >${drawn}</cc-provider
          >`
        : locale || density
          ? // A provider of the story's own takes both from this one.
            html`<cc-provider
              .locale=${locale || undefined}
              .loadLocale=${loadLocale}
              .density=${density || undefined}
              >${drawn}</cc-provider
            >`
          : drawn;
      return html`<div style="inline-size: ${widths[width ?? ''] ?? '100%'}; max-inline-size: 100%">
        ${inside}
      </div>`;
    },
  ],
};

export default preview;
