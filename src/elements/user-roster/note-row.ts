export * from '../shared/roster/note-row.js';
