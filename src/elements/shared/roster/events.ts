/** What a person does to a row, as events. */
export * from '../invite-life.events.js';
export * from '../invite-link.events.js';
export * from '../member.events.js';
