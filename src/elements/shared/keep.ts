/**
 * Keeps a value until something it is made of is another one: what is drawn from it can tell by its identity that
 * nothing has changed.
 */
export function keep<Value>(): (parts: readonly unknown[], make: () => Value) => Value {
  let last: { readonly parts: readonly unknown[]; readonly value: Value } | undefined;
  return (parts, make) => {
    const same =
      last?.parts.length === parts.length && parts.every((part, index) => part === last?.parts[index]);
    if (!last || !same) last = { parts, value: make() };
    return last.value;
  };
}
