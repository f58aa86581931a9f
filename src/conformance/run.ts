import type { Capabilities } from '../client/wire/index.js';
import { expectStatus } from './caller.js';
import { acceptanceRules } from './rules/acceptance.js';
import { factorRules } from './rules/factors.js';
import { httpRules } from './rules/http.js';
import { invitationRules } from './rules/invitations.js';
import { linkRules } from './rules/links.js';
import { memberRules, seatRules } from './rules/members.js';
import { ownershipRules } from './rules/ownership.js';
import { reachRules } from './rules/reach.js';
import type { Subject } from './subject.js';
import { Suite, type Rule } from './suite.js';
import { Absent, Broken, type ConformanceReport, type RuleResult } from './verdict.js';

const all: readonly Rule[] = [
  ...httpRules,
  ...reachRules,
  ...invitationRules,
  ...seatRules,
  ...acceptanceRules,
  ...memberRules,
  ...ownershipRules,
  ...linkRules,
  ...factorRules,
];

/** The rules that are asked, in their order. */
export const conformanceRules: readonly { rule: string; title: string }[] = all.map(({ rule, title }) => ({
  rule,
  title,
}));

export interface ConformanceOptions {
  /** Only rules with one of these numbers. */
  only?: readonly string[];
  /** Hears of each rule as soon as it is decided. */
  onResult?: (result: RuleResult) => void;
}

/**
 * Asks a backend, over HTTP alone, whether it keeps the rules of the contract. One rule after the other; each takes
 * back what it wrote.
 */
export async function runConformance(
  subject: Subject,
  options: ConformanceOptions = {},
): Promise<ConformanceReport> {
  const suite = new Suite(subject);
  const offered = expectStatus<Capabilities>(await suite.nobody().get('/capabilities'), 200);
  const results: RuleResult[] = [];
  for (const rule of all.filter(({ rule }) => options.only?.includes(rule) ?? true)) {
    const result = { rule: rule.rule, title: rule.title, ...(await outcomeOf(rule, suite, offered)) };
    results.push(result);
    options.onResult?.(result);
  }
  const count = (outcome: RuleResult['outcome']) => results.filter((one) => one.outcome === outcome).length;
  return { results, passed: count('passed'), absent: count('absent'), broken: count('broken') };
}

async function outcomeOf(
  { feature, policy, check }: Rule,
  suite: Suite,
  { features, identityPolicy }: Capabilities,
): Promise<Pick<RuleResult, 'outcome' | 'detail'>> {
  if (feature !== undefined && !features.includes(feature))
    return { outcome: 'absent', detail: `the backend does not offer ${feature}` };
  if (policy !== undefined && policy !== identityPolicy)
    return { outcome: 'absent', detail: `the backend works with ${identityPolicy}` };
  try {
    await check(suite);
    return { outcome: 'passed', detail: null };
  } catch (error) {
    if (error instanceof Absent) return { outcome: 'absent', detail: error.message };
    // Whatever else goes wrong while the backend is asked is an answer as well: no connection, a missing field.
    return { outcome: 'broken', detail: error instanceof Broken ? error.message : String(error) };
  } finally {
    await suite.tidy();
  }
}
