import { sql, type Migration } from 'kysely';
import { text } from './types.js';

/**
 * An account of 100,000 people is listed as fast as one of 1,000: how many there are is kept instead of counted, and
 * each order of the roster has an index that ends in the name.
 */
const statements: readonly string[] = [
  `create table memberships_counts (
    account_id ${text} not null,
    status ${text} not null,
    role_id ${text} not null,
    mfa_active boolean not null,
    count bigint not null,
    primary key (account_id, status, role_id, mfa_active)
  )`,
  `insert into memberships_counts
    select account_id, status, role_id, mfa_active, count(*) from memberships group by 1, 2, 3, 4`,
  // Always in the same order, so that two transactions never wait for each other.
  `create function count_memberships() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        insert into memberships_counts as kept
          select account_id, status, role_id, mfa_active, count(*) from come group by 1, 2, 3, 4 order by 1, 2, 3, 4
          on conflict (account_id, status, role_id, mfa_active) do update set count = kept.count + excluded.count;
      elsif tg_op = 'DELETE' then
        insert into memberships_counts as kept
          select account_id, status, role_id, mfa_active, -count(*) from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
          on conflict (account_id, status, role_id, mfa_active) do update set count = kept.count + excluded.count;
      else
        insert into memberships_counts as kept
          select account_id, status, role_id, mfa_active, sum(change) from (
            select account_id, status, role_id, mfa_active, 1 as change from come
            union all select account_id, status, role_id, mfa_active, -1 from gone
          ) as changes group by 1, 2, 3, 4 having sum(change) <> 0 order by 1, 2, 3, 4
          on conflict (account_id, status, role_id, mfa_active) do update set count = kept.count + excluded.count;
      end if;
      return null;
    end
  $$`,
  `create trigger memberships_counted_in after insert on memberships
    referencing new table as come for each statement execute function count_memberships()`,
  `create trigger memberships_counted_out after delete on memberships
    referencing old table as gone for each statement execute function count_memberships()`,
  `create trigger memberships_counted_over after update on memberships
    referencing old table as gone new table as come for each statement execute function count_memberships()`,

  `drop index memberships_by_role`,
  ...['role_order', 'status', 'mfa_active'].flatMap((column) => [
    `create index memberships_by_${column} on memberships (account_id, ${column}, name_key, id)`,
    `create index memberships_by_${column}_desc on memberships (account_id, ${column} desc, name_key, id)`,
  ]),
];

export const counts: Migration = {
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
