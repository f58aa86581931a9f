import { checkThemeValue } from '../../domain/check/theme-value.js';

/** Values for the public tokens by name, such as `{ accent: '#ff6b57', radius: '28px' }`. */
export interface Brand {
  readonly tokens?: Readonly<Record<string, string>>;
}

const propertyOf = (token: string) => `--cc-${token}`;

/** Puts a brand's tokens on an element; a value that could load or run something is left out, with a warning. */
export function applyBrand(brand: Brand | undefined, { style }: HTMLElement, before?: Brand): void {
  for (const token of Object.keys(before?.tokens ?? {})) style.removeProperty(propertyOf(token));
  for (const [token, value] of Object.entries(brand?.tokens ?? {})) {
    const checked = checkThemeValue(token, value);
    if (checked.ok) style.setProperty(propertyOf(token), checked.value);
    else console.warn(`The brand's "${token}" is not used: ${checked.code}.`);
  }
}
