export * from '../shared/roster/notes.js';
