export * from '../shared/roster/menu.js';
