/**
 * An address that may stand in a link: http or https, absolute or relative to the page. Lit binds whatever it is
 * given, a `javascript:` address too, so every address from outside passes here first (trust.md 0).
 */
export function safeHref(address: string | null | undefined): string | undefined {
  if (!address) return undefined;
  try {
    const { protocol, href } = new URL(address, document.baseURI);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
