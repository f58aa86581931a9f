const minute = 60_000;

/** The moment so many minutes before now, as the store keeps it. */
export const minutesAgo = (now: Date, minutes: number): string =>
  new Date(now.getTime() - minutes * minute).toISOString();

export const daysAgo = (now: Date, days: number): string => minutesAgo(now, days * 24 * 60);
