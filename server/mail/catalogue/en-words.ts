const roleNames: Readonly<Record<string, string>> = {
  account_owner: 'Account Owner',
  account_manager: 'Account Manager',
  campaign_creator: 'Campaign Creator',
  partner_manager: 'Partner Manager',
};

/** A host may add roles of its own; their id is the best name a mail knows. */
export const roleName = (roleId: string): string =>
  Object.hasOwn(roleNames, roleId) ? (roleNames[roleId] ?? roleId) : roleId;

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A moment in words; the reader's time zone is not known. */
export const until = (time: string): string => `${longDate.format(new Date(time))} UTC`;
