import type { AxeResults, RunOptions, default as Axe } from 'axe-core';

/** Rules a fragment inside a test page cannot satisfy: they judge whole pages, which the journeys check. */
const pageRules = ['region', 'page-has-heading-one', 'landmark-one-main', 'bypass', 'document-title'];

/** Findings as lines a person can act on: rule, sentence, then each node. */
export function describeFindings(results: Pick<AxeResults, 'violations'>): string[] {
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${violation.help} — ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`,
    ),
  );
}

/** A colour on its way from one state to the next is no colour to be measured. */
async function settled(root: Element | ShadowRoot): Promise<void> {
  const below = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const own = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
  const moving = 'getAnimations' in root ? root.getAnimations({ subtree: true }) : [];
  const ending = moving.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
  for (const inner of [...own, ...below]) await settled(inner);
}

/** Fails with axe's findings in an element, its shadow tree included. For browser tests. */
export async function expectAccessible(element: Element, options: RunOptions = {}): Promise<void> {
  await import('axe-core/axe.min.js' as string);
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  await settled(element);
  const off = Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }]));
  const results = await axe.run(element, {
    resultTypes: ['violations'],
    ...options,
    rules: { ...off, ...options.rules },
  });
  const findings = describeFindings(results);
  if (findings.length > 0) throw new Error(`axe found ${findings.length}:\n${findings.join('\n')}`);
}
