/** Days of the filters as moments: from the first moment of one day to the first of the day after another. */
export function sinceOf(from: string, timeZone: string | undefined): string | undefined {
  return isDay(from) ? startOf(from, 0, timeZone).toISOString() : momentOf(from);
}

/** The moment before which; a day counts to its end. */
export function untilOf(to: string, timeZone: string | undefined): string | undefined {
  return isDay(to) ? startOf(to, 1, timeZone).toISOString() : momentOf(to);
}

/** What a date field shows of it. */
export function dayOf(text: string): string {
  return text.slice(0, 10);
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Of what a host has written; nothing where it is none. */
function momentOf(text: string): string | undefined {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** Midnight there: what the clocks of that place show is compared with what they should. */
function startOf(day: string, later: number, timeZone: string | undefined): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000;
  let at = new Date(wanted);
  // Twice, because the shift may differ on the other side of a change of clocks.
  for (let turn = 0; turn < 2; turn += 1) at = new Date(wanted - (shownAt(at, timeZone) - at.getTime()));
  return at;
}

/** What the clocks show there, as if it were UTC. */
function shownAt(at: Date, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
