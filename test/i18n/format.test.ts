import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { common } from '../../src/i18n/en/common.js';
import {
  daysUntil,
  fullTime,
  list,
  longDate,
  number,
  relativeTime,
  shortDate,
} from '../../src/i18n/format.js';

const london = { locale: 'en', timeZone: 'Europe/London' };
const now = new Date('2026-11-22T12:00:00Z');

describe('relativeTime, in the words of visual.md 6', () => {
  // Written by hand: moment, what a reader in London sees at noon of 22 November 2026.
  const rows: [moment: string, words: string][] = [
    ['2026-11-22T12:00:00Z', 'Just now'],
    ['2026-11-22T11:59:01Z', 'Just now'],
    ['2026-11-22T12:00:40Z', 'Just now'],
    ['2026-11-22T11:59:00Z', '1 min ago'],
    ['2026-11-22T11:48:00Z', '12 min ago'],
    ['2026-11-22T11:00:01Z', '59 min ago'],
    ['2026-11-22T11:00:00Z', '1 hour ago'],
    ['2026-11-22T09:00:00Z', '3 hours ago'],
    ['2026-11-22T00:00:00Z', '12 hours ago'],
    ['2026-11-21T23:59:00Z', 'Yesterday'],
    ['2026-11-21T00:00:00Z', 'Yesterday'],
    ['2026-11-20T23:59:00Z', '20 Nov'],
    ['2026-01-03T10:00:00Z', '3 Jan'],
    ['2025-11-29T10:00:00Z', '29 Nov 2025'],
  ];
  for (const [moment, words] of rows) {
    it(`says "${words}" for ${moment}`, () => {
      assert.equal(relativeTime(new Date(moment), now, london, common), words);
    });
  }

  it('counts days where the reader is', () => {
    const late = new Date('2026-11-21T16:30:00Z');
    assert.equal(relativeTime(late, now, { locale: 'en', timeZone: 'Asia/Tokyo' }, common), '19 hours ago');
    assert.equal(relativeTime(late, now, london, common), 'Yesterday');
  });
});

describe('dates, numbers and lists', () => {
  it('follow the locale', () => {
    assert.equal(shortDate(now, now, { locale: 'de', timeZone: 'UTC' }), '22. Nov.');
    assert.equal(longDate(now, london), '22 November 2026');
    assert.equal(fullTime(now, london), '22 November 2026 at 12:00');
    assert.equal(number(12500, { locale: 'de' }), '12.500');
    assert.equal(list(['Ana', 'Ben', 'Chloé'], london), 'Ana, Ben and Chloé');
  });

  it('count days until a moment by the calendar', () => {
    assert.equal(daysUntil(new Date('2026-11-22T23:00:00Z'), now, london), 0);
    assert.equal(daysUntil(new Date('2026-11-27T01:00:00Z'), now, london), 5);
    assert.equal(daysUntil(new Date('2026-11-21T23:00:00Z'), now, london), -1);
  });
});
