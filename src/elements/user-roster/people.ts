export * from '../shared/roster/people.js';
