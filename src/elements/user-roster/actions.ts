export * from '../shared/roster/actions.js';
