import { Migrator, type Migration } from 'kysely';
import { tables } from './migrations/0001-tables.js';
import { factors } from './migrations/0002-factors.js';
import { counts } from './migrations/0003-counts.js';
import { invitationLocale } from './migrations/0004-invitation-locale.js';
import type { Database } from './session.js';

/** In order of name; a migration that was released is never changed, only followed by another. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001_tables': tables,
  '0002_factors': factors,
  '0003_counts': counts,
  '0004_invitation_locale': invitationLocale,
};

/**
 * Brings the database to the newest form in one transaction. V09: of several processes one does it, the others
 * wait for its advisory lock and then find nothing to do.
 */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
