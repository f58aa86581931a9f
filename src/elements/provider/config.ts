import type { PartialStrings } from '../../i18n/strings.js';

/** What the JSON block in a provider may say. Secrets have no place in a page's markup, so none is read. */
export interface ProviderConfig {
  baseUrl?: string;
  accountId?: string;
  locale?: string;
  timeZone?: string;
  theme?: string;
  density?: string;
  demo?: string;
  readonly?: boolean;
  strings?: PartialStrings;
}

const kinds: Readonly<Record<keyof ProviderConfig, 'string' | 'boolean' | 'object'>> = {
  baseUrl: 'string',
  accountId: 'string',
  locale: 'string',
  timeZone: 'string',
  theme: 'string',
  density: 'string',
  demo: 'string',
  readonly: 'boolean',
  strings: 'object',
};

/**
 * Reads `<script type="application/json" slot="config">`. A mistake in it warns and leaves the page alone; names
 * we don't know are ignored.
 */
export function readConfig(host: Element): ProviderConfig {
  const block = [...host.children].find(
    (child) => child instanceof HTMLScriptElement && child.slot === 'config',
  );
  if (!block) return {};
  const parsed = parse(block.textContent, host.localName);
  return Object.fromEntries(
    Object.entries(kinds)
      .filter(([name, kind]) => Object.hasOwn(parsed, name) && typeof parsed[name] === kind)
      .map(([name]) => [name, parsed[name]]),
  );
}

function parse(text: string, tag: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  console.warn(`<${tag}> could not read its configuration: the block is not a JSON object.`);
  return {};
}
