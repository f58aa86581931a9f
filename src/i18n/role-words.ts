import type { Strings } from './strings.js';

interface Named {
  readonly id: string;
  readonly label?: string;
  readonly description?: string;
}

type RoleWords = Strings['roles'];

function lookUp(words: RoleWords, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key as keyof RoleWords] : undefined;
}

/** The name of a role: ours by id, else what came with it, else the id itself (R06). */
export function roleName(words: RoleWords, role: Named | string): string {
  const { id, label } = typeof role === 'string' ? { id: role, label: undefined } : role;
  return label ?? lookUp(words, id) ?? id;
}

/** What a role means where it is granted, in one sentence; empty for a role we don't know. */
export function roleSentence(words: RoleWords, role: Named, scope: 'parent' | 'child'): string {
  return role.description ?? lookUp(words, `${role.id}_on_${scope}`) ?? '';
}
