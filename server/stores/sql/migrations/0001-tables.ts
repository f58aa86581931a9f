import { sql, type Migration } from 'kysely';
import { accountTables } from './0001-accounts.js';
import { invitationTables } from './0001-invitations.js';
import { peopleTables } from './0001-people.js';
import { recordTables, searchIndexes } from './0001-records.js';

/** The first form of the database, in what PostgreSQL 15 understands. */
export const tables: Migration = {
  async up(database) {
    for (const statement of [
      ...accountTables,
      ...peopleTables,
      ...invitationTables,
      ...recordTables,
      searchIndexes,
    ]) {
      await sql.raw(statement).execute(database);
    }
  },
};
