export * from '../shared/roster/factor-reset.js';
