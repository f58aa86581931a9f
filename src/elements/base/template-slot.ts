import { nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';

/**
 * A copy of the host's `<template slot="…">`, for hosts without scripts (contracts.md 7). Inside it, elements with
 * `data-field="name"` are filled with that value as text.
 */
export function cloneTemplate(
  host: Element,
  slot: string,
  values: Readonly<Record<string, string>>,
): unknown {
  const template = [...host.children].find(
    (child): child is HTMLTemplateElement => child instanceof HTMLTemplateElement && child.slot === slot,
  );
  if (!template) return nothing;
  return guard([template, ...Object.values(values)], () => {
    const copy = document.importNode(template.content, true);
    for (const field of copy.querySelectorAll<HTMLElement>('[data-field]')) {
      field.textContent = values[field.dataset['field'] ?? ''] ?? '';
    }
    return [...copy.childNodes];
  });
}
