import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { schema, type TableDefinition, type UniqueRule } from '../../../server/stores/schema.js';
import { openPostgres } from '../../../server/stores/sql/dialect-postgres.js';
import { snake } from '../../../server/stores/sql/names.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { tableNames } from './rows.js';

const types: Readonly<Record<string, string>> = {
  text: 'text C',
  int: 'integer',
  bool: 'boolean',
  time: 'timestamp with time zone 3',
  json: 'jsonb',
  serial: 'bigint',
};

interface Index {
  name: string;
  unique: boolean;
  columns: string;
  predicate: string | null;
}

let server: TestPostgres;
let client: pg.Client;

before(async () => {
  server = await startPostgres();
  const url = await server.createDatabase();
  const store = openPostgres(url);
  await store.migrate();
  await store.close();
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
after(async () => {
  await client.end();
  await server.stop();
});

const realColumns = async (table: string): Promise<string[]> => {
  const { rows } = await client.query<Record<string, string>>(
    `select concat_ws(' ', column_name, data_type, collation_name,
       case when data_type like 'timestamp%' then datetime_precision end,
       case is_nullable when 'YES' then '?' end) as line
     from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  return rows.map(({ line = '' }) => line).sort();
};

const realIndexes = async (table: string): Promise<Index[]> => {
  const { rows } = await client.query<Index>(
    `select c.relname as name, i.indisunique as unique, pg_get_expr(i.indpred, i.indrelid) as predicate,
       (select string_agg(replace(pg_get_indexdef(i.indexrelid, k, true), '"', ''), ', ' order by k)
        from generate_series(1, i.indnkeyatts) k) as columns
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = $1::regclass and not i.indisprimary`,
    [table],
  );
  return rows;
};

describe('the tables of the schema and of PostgreSQL', () => {
  it('are the same tables', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_name not in ('migrations', 'migration_lock')`,
    );
    const counts = tableNames.filter((name) => (schema[name] as TableDefinition).counted);
    const expected = [...tableNames.map(snake), ...counts.map((name) => `${snake(name)}_counts`)];
    assert.deepEqual(rows.map(({ name }) => name).sort(), expected.sort());
  });

  for (const name of tableNames) {
    const definition: TableDefinition = schema[name];
    const table = snake(name);

    it(`${name}: same columns, types and nulls`, async () => {
      const expected = Object.entries(definition.columns).map(([column, kind]) =>
        [snake(column), types[kind.replace('?', '')], kind.endsWith('?') ? ' ?' : '']
          .join(' ')
          .replace('  ?', ' ?')
          .trim(),
      );
      assert.deepEqual(await realColumns(table), expected.sort());
    });

    it(`${name}: same unique rules`, async () => {
      const real = (await realIndexes(table)).filter(({ unique }) => unique);
      const expected = Object.entries(definition.unique ?? {}).map(([rule, body]) => ({
        name: rule,
        unique: true,
        columns: body.columns.map(snake).join(', '),
        predicate: predicateOf(body),
      }));
      const byName = (a: Index, b: Index) => (a.name < b.name ? -1 : 1);
      assert.deepEqual(real.sort(byName), expected.sort(byName));
    });

    it(`${name}: every lookup has its index`, async () => {
      const real = (await realIndexes(table)).filter(({ predicate }) => predicate === null);
      for (const columns of definition.indexes ?? []) {
        const wanted = columns.map(snake).join(', ');
        assert.ok(
          real.some((index) => `${index.columns}, `.startsWith(`${wanted}, `)),
          `${name} by ${wanted}`,
        );
      }
    });
  }

  it('search by substring has its index', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select indexname as name from pg_indexes where indexdef like '% USING gin (%gin_trgm_ops)' order by 1`,
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['accounts_by_text', 'memberships_by_text'],
    );
  });
});

/** The predicate of a rule in the words PostgreSQL repeats it in. */
function predicateOf({ where }: UniqueRule): string | null {
  if (!where) return null;
  const parts = Object.entries(where).map(([column, wanted]) => {
    if (wanted === null) return `(${snake(column)} IS NULL)`;
    if (typeof wanted !== 'object') return `(${snake(column)} = '${wanted}'::text)`;
    return wanted.not === null
      ? `(${snake(column)} IS NOT NULL)`
      : `(${snake(column)} <> '${wanted.not}'::text)`;
  });
  return parts.length === 1 ? (parts[0] ?? null) : `(${parts.join(' AND ')})`;
}
