export * from '../shared/roster/row-menu.js';
