import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Operation {
  responses: Record<
    string,
    { content?: Record<string, { schema: object }>; headers?: Record<string, unknown> }
  >;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

/** An answer as the contract sees it. */
export interface Observed {
  method: string;
  pathname: string;
  status: number;
  headers: Headers;
  text: string;
}

/** An OpenAPI document, ready to compare with. Making one takes longer than many a test that uses it. */
export class Description {
  readonly operations: { pattern: RegExp; path: string; methods: Record<string, Operation> }[];
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: OpenApi) {
    this.#ajv = new Ajv2020({ strict: false, validateFormats: false, code: { optimize: false } });
    this.#ajv.addSchema({ $id: 'document', components: document.components });
    this.operations = Object.entries(document.paths).map(([path, methods]) => {
      const pattern = new RegExp(`^/v1${path.replace(/\{\w+\}/g, '[^/]*')}$`);
      return { pattern, path, methods };
    });
  }

  /** What is wrong with a body, or undefined. */
  faults(name: string, schema: object, body: unknown): string | undefined {
    const validate = this.#validator(name, schema);
    return validate(body) ? undefined : this.#ajv.errorsText(validate.errors);
  }

  #validator(name: string, schema: object): ValidateFunction {
    const known = this.#validators.get(name);
    if (known) return known;
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/');
    const validate = this.#ajv.compile(JSON.parse(text) as object);
    this.#validators.set(name, validate);
    return validate;
  }
}

/** Compares answers with the OpenAPI document of the very backend that gave them. */
export class Contract {
  readonly #description: Description;
  /** `METHOD /path status slug`, for every answer that was compared. */
  readonly seen = new Set<string>();

  constructor(description: Description) {
    this.#description = description;
  }

  /** Fails when the answer is not one that the document describes. Paths it doesn't know may only be refused. */
  check({ method, pathname, status, headers, text }: Observed): void {
    const found = this.#description.operations.find(({ pattern, methods }) => {
      return pattern.test(pathname) && method.toLowerCase() in methods;
    });
    const operation = found?.methods[method.toLowerCase()];
    if (!found || !operation) {
      if (pathname.startsWith('/v1/') && pathname !== '/v1/openapi.json') assert.ok(status >= 400);
      return;
    }
    const name = `${method} ${found.path} ${String(status)}`;
    const described = operation.responses[String(status)];
    assert.ok(described, `the contract has no answer ${name}: ${text}`);
    if (text === '') {
      assert.equal(described.content, undefined, `${name} has no body`);
      this.seen.add(name);
      return;
    }
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const schema = described.content?.[type]?.schema;
    assert.ok(schema, `the contract has no ${type} for ${name}`);
    const body: unknown = type === 'text/event-stream' ? text : JSON.parse(text);
    const faults = this.#description.faults(`${name} ${type}`, schema, body);
    assert.equal(faults, undefined, `${name} in ${text}`);
    const slug = (body as { type?: string }).type?.replace('/problems/', '');
    this.seen.add(status >= 400 ? `${name} ${slug ?? ''}` : name);
  }
}
