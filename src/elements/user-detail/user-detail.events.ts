/** What a person does to a member, whatever element shows them. */
export * from '../shared/member.events.js';
export * from '../shared/mfa-reset.events.js';
export * from '../shared/ownership.events.js';
