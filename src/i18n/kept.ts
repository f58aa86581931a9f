const kept = new Map<string, unknown>();

/** Formatters of Intl are dear to make and never change: each is made once per language and form. */
export function keptFormatter<Formatter, Options extends object>(
  Kind: new (locale: string, options: Options) => Formatter,
  locale: string,
  options: Options,
): Formatter {
  const key = `${Kind.name} ${locale} ${JSON.stringify(options)}`;
  const formatter = (kept.get(key) as Formatter | undefined) ?? new Kind(locale, options);
  kept.set(key, formatter);
  return formatter;
}
