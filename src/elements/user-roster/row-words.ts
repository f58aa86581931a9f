export * from '../shared/roster/row-words.js';
