import { sql, type Migration } from 'kysely';
import { text } from './types.js';

/** An invitation keeps the language its mails were wanted in. */
export const invitationLocale: Migration = {
  async up(database) {
    await sql.raw(`alter table invitations add column locale ${text}`).execute(database);
  },
};
