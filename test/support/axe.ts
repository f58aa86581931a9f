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

/** Fails with axe's findings in an element, its shadow tree included. For browser tests. */
export async function expectAccessible(element: Element, options: RunOptions = {}): Promise<void> {
  await import('axe-core/axe.min.js' as string);
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const off = Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }]));
  const results = await axe.run(element, {
    resultTypes: ['violations'],
    ...options,
    rules: { ...off, ...options.rules },
  });
  const findings = describeFindings(results);
  if (findings.length > 0) throw new Error(`axe found ${findings.length}:\n${findings.join('\n')}`);
}
