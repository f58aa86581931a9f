import { z } from '../zod.js';

export type JsonSchema = Record<string, unknown>;

/** Collects named schemas once, and answers with a reference where a schema has a name. */
export class SchemaComponents {
  readonly all: Record<string, JsonSchema> = {};

  /** A body or reply: a reference to its component, or the schema itself where it has no name. */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    // Wrapped, so that a schema with a name becomes a definition even at the top.
    const made = z.toJSONSchema(z.object({ root: schema }), { io, unrepresentable: 'any' }) as JsonSchema;
    const definitions = (made['$defs'] ?? {}) as Record<string, JsonSchema>;
    for (const [name, definition] of Object.entries(definitions)) this.all[name] = moved(definition);
    const { root } = made['properties'] as { root: JsonSchema };
    return moved(root);
  }
}

/** The same schema with its references pointing into the document's components. */
function moved(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : value,
  );
  const copy = JSON.parse(text) as JsonSchema;
  delete copy['id'];
  return copy;
}
