import { unsafeStatic, type StaticValue } from 'lit/static-html.js';
import type { CcElement } from './cc-element.js';
import { tagWith, type CcElementClass } from './define.js';

/**
 * The tag of an element drawn inside another, under the prefix that the outer one was defined with. Use it with
 * the `html` of `lit/static-html.js`: `` html`<${innerTag(this, CcRolePicker)}></${innerTag(this, CcRolePicker)}>` ``.
 */
export function innerTag(host: CcElement, Class: CcElementClass): StaticValue {
  const { prefix } = host.constructor as unknown as CcElementClass;
  return unsafeStatic(tagWith(prefix, Class));
}

/** The same for an element that need not be there: undefined until somebody has registered it. */
export function registeredTag(host: CcElement, tag: string): StaticValue | undefined {
  const { prefix, registry = customElements } = host.constructor as typeof CcElement;
  const name = tagWith(prefix, { tag });
  return registry.get(name) && unsafeStatic(name);
}
