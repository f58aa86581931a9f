import { sql, type RawBuilder } from 'kysely';

/** The name a table or column of the schema has in SQL. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The same as a quoted identifier of a statement. */
export function identifier(name: string): RawBuilder<unknown> {
  return sql.id(snake(name));
}
