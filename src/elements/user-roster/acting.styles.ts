export * from '../shared/roster/acting.styles.js';
