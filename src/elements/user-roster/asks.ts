export * from '../shared/roster/asks.js';
