import type { ComplexAttributeConverter } from 'lit';

/** Frameworks write "false" into boolean attributes and mean it (contracts.md 8, pain 7). */
export const booleanAttribute: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value !== 'false',
  toAttribute: (value) => (value ? '' : null),
};
