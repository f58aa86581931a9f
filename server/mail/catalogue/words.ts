/** The forms that a language has for a number; `other` where it makes no difference. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What every mail of one language needs: names of roles, moments, and numbers of things. */
export interface Words {
  /** A host may add roles of its own; their id is the best name a mail knows. */
  roleName(roleId: string): string;
  /** A moment in words; the reader's time zone is not known. */
  until(time: string): string;
  /** The form for a number, with the number where the form says `#`. */
  counted(count: number, forms: Forms): string;
}

export type MailedRole = 'account_owner' | 'account_manager' | 'campaign_creator' | 'partner_manager';

/** `locale` decides dates and plurals; a language that misses the name of a role does not compile. */
export function wordsOf(locale: string, roles: Readonly<Record<MailedRole, string>>): Words {
  const names: Readonly<Record<string, string>> = roles;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const rules = new Intl.PluralRules(locale);
  return {
    roleName: (roleId) => (Object.hasOwn(names, roleId) ? (names[roleId] ?? roleId) : roleId),
    until: (time) => `${date.format(new Date(time))} UTC`,
    counted: (count, forms) => (forms[rules.select(count)] ?? forms.other).replaceAll('#', String(count)),
  };
}
