/** The backend answers otherwise than the rule says. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** The rule cannot be asked here: the backend does not offer it, or the subject has no such person or mailbox. */
export class Absent extends Error {
  override readonly name = 'Absent';
}

/** What became of one rule. */
export interface RuleResult {
  /** Number of the rule, such as `R16`. */
  rule: string;
  title: string;
  outcome: 'passed' | 'absent' | 'broken';
  /** Why it is absent, or what was answered instead. */
  detail: string | null;
}

export interface ConformanceReport {
  results: readonly RuleResult[];
  passed: number;
  absent: number;
  broken: number;
}

/** The report as text: a line for each rule that is not passed, and the sums. */
export function formatReport({ results, passed, absent, broken }: ConformanceReport): string {
  const told = results.filter(({ outcome }) => outcome !== 'passed');
  const lines = told.map(
    ({ outcome, rule, title, detail }) => `${outcome} ${rule} ${title}: ${detail ?? ''}`,
  );
  return [...lines, `${passed} passed, ${absent} absent, ${broken} broken`].join('\n');
}
