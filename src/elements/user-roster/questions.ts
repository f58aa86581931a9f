export * from '../shared/roster/questions.js';
