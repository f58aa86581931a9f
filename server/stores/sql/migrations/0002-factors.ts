import { sql, type Migration } from 'kysely';
import { time } from './types.js';

/** Whether recovery codes were kept (S04), and the factors a challenge was made for. */
export const factors: Migration = {
  async up(database) {
    for (const statement of [
      `alter table recovery_codes add column saved_at ${time}`,
      'alter table challenges add column enrol_version integer not null default 0',
      'alter table challenges alter column enrol_version drop default',
    ]) {
      await sql.raw(statement).execute(database);
    }
  },
};
