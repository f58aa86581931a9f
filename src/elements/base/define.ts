import type { CcElement } from './cc-element.js';

/** A class of this package: a constructor with its tag, version and the elements it draws inside. */
export interface CcElementClass {
  new (): CcElement;
  readonly tag: string;
  readonly version: string;
  readonly prefix: string;
  readonly uses: readonly CcElementClass[];
}

export interface DefineOptions {
  /** Replaces `cc` in the tag, for hosts that must keep two versions apart without scoped registries. */
  readonly prefix?: string;
  /** A scoped registry; the page's own when absent. */
  readonly registry?: CustomElementRegistry;
}

const warned = Symbol.for('crew-components/1/warned');

/** The tag of a class under a prefix: `cc-user-roster`, or `acme-user-roster`. */
export function tagWith(prefix: string, Class: { readonly tag: string }): string {
  return Class.tag.replace(/^cc-/, `${prefix}-`);
}

/**
 * Registers a class and the elements it draws, once. Calling it again is harmless; a tag that is already taken
 * by another version stays with the first one, with one warning (contracts.md 1).
 */
export function define<Class extends CcElementClass>(Class: Class, options: DefineOptions = {}): Class {
  const { prefix = 'cc', registry = customElements } = options;
  for (const Inner of Class.uses) define(Inner, options);
  const tag = tagWith(prefix, Class);
  const taken = registry.get(tag) as (Class & { [warned]?: boolean }) | undefined;
  if (taken) {
    if (taken.version !== Class.version && !taken[warned]) {
      taken[warned] = true;
      const other = taken.version ? `version ${taken.version}` : 'another element';
      console.warn(
        `<${tag}> is already defined by ${other}, so ${Class.version} is not used. ` +
          'Give define() a prefix or a scoped registry to have both.',
      );
    }
    return taken;
  }
  const chosen = isPlain(Class, prefix, registry) ? Class : derived(Class, prefix, registry);
  registry.define(tag, chosen);
  return chosen;
}

// A registry takes each class under one name only; and a class remembers what its inner tags begin with.
function isPlain(Class: CcElementClass, prefix: string, registry: CustomElementRegistry): boolean {
  return prefix === 'cc' && registry === customElements && !registry.getName?.(Class);
}

function derived<Class extends CcElementClass>(
  Class: Class,
  prefix: string,
  registry: CustomElementRegistry,
): Class {
  const Base = Class as unknown as typeof CcElement & (new () => CcElement);
  const scoped = registry === customElements ? undefined : registry;
  const Derived = class extends Base {
    static override readonly prefix = prefix;
    static override readonly registry = scoped;
    static override shadowRootOptions: ShadowRootInit = {
      ...Base.shadowRootOptions,
      ...(scoped && { customElementRegistry: scoped }),
    };
  };
  return Derived as unknown as Class;
}

/** Registers an element of a part that is loaded later, under the prefix and in the registry of its host. */
export function defineInner(host: CcElement, Class: CcElementClass): void {
  const { prefix, registry } = host.constructor as typeof CcElement;
  define(Class, { prefix, registry });
}
