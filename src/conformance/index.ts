/** Black-box rules of the contract, for anybody's own backend. Importing it does nothing. */
export { conformanceRules, runConformance, type ConformanceOptions } from './run.js';
export type { Stand, Subject, SubjectAccounts } from './subject.js';
export { formatReport, type ConformanceReport, type RuleResult } from './verdict.js';
