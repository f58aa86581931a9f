export * from '../shared/account-add.events.js';
export * from '../shared/account-change.events.js';
export * from '../shared/account-restore.events.js';
export * from '../shared/grant-open.events.js';
export * from '../shared/list.events.js';
