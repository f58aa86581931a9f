export * from '../shared/account-change.events.js';
