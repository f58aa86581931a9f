/** The public theme tokens (visual.md 2) by the kind of value they take, with the range of their lengths. */

export type ThemeKind = 'colour' | 'length' | 'number' | 'font' | 'shadow' | 'address' | 'scheme';

export interface ThemeToken {
  readonly kind: ThemeKind;
  /** Smallest and largest length in px, or number. */
  readonly min?: number;
  readonly max?: number;
}

const colour: ThemeToken = { kind: 'colour' };
const font: ThemeToken = { kind: 'font' };

const tokens: Readonly<Record<string, ThemeToken>> = {
  accent: colour,
  surface: colour,
  text: colour,
  danger: colour,
  warning: colour,
  success: colour,
  'surface-raised': colour,
  'text-muted': colour,
  border: colour,
  'border-strong': colour,
  'accent-text': colour,
  link: colour,
  'focus-ring': colour,
  shadow: { kind: 'shadow', min: -200, max: 200 },
  radius: { kind: 'length', min: 0, max: 9999 },
  space: { kind: 'length', min: 1, max: 32 },
  'font-size': { kind: 'length', min: 8, max: 48 },
  density: { kind: 'number', min: 0.5, max: 2 },
  font,
  'font-heading': font,
  'font-mono': font,
  /** Knobs with a floor: thinner or smaller would break access. */
  'focus-width': { kind: 'length', min: 1, max: 16 },
  'target-size': { kind: 'length', min: 24, max: 96 },
  theme: { kind: 'scheme' },
  logo: { kind: 'address' },
  'logo-dark': { kind: 'address' },
  'logo-mark': { kind: 'address' },
};

/** A token by any of its spellings: `--cc-focus-ring`, `focus-ring`, `focusRing`; undefined when unknown. */
export function themeToken(name: string): ThemeToken | undefined {
  const kebab = name.replace(/^--cc-/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.hasOwn(tokens, kebab) ? tokens[kebab] : undefined;
}
