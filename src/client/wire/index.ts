export * from './common.js';
export * from './account.js';
export * from './member.js';
export * from './invitation.js';
export * from './session.js';
