import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { LocalePacks, type LoadLocale } from '../../src/elements/provider/packs.js';
import { english } from '../../src/i18n/en/index.js';
import type { LocalePackInParts } from '../../src/i18n/language.js';
import ar from '../../src/i18n/locales/ar.js';
import de from '../../src/i18n/locales/de.js';
import { resolveGroup } from '../../src/i18n/lookup.js';
import { sourceOf } from '../../src/i18n/parts.js';
import type { PartialStrings, StringGroup } from '../../src/i18n/strings.js';

type Texts = Record<string, string | ((values: unknown) => string)>;

const packs: readonly LocalePackInParts[] = [de, ar];
const groups = Object.keys(english) as StringGroup[];
const limit = 4 * 1024;

const textsOf = async (
  { strings, parts }: LocalePackInParts,
  group: StringGroup,
): Promise<Texts | undefined> => (strings[group] ?? (await parts[group]?.())) as Texts | undefined;

/** Values under any name: words that can be found again, and numbers where a sentence counts. */
const given = (count: number): unknown =>
  new Proxy(
    {},
    {
      get: (_, name) =>
        /^(count|say|days|left|limit|used|reserved|taken|wanted|sent|total|max|min|done|faults|line|seconds|retryAfter|attemptsLeft)$/.test(
          String(name),
        )
          ? count
          : `‹${String(name)}›`,
    },
  );
const said = (entry: Texts[string] | undefined, count: number): string =>
  typeof entry === 'function' ? entry(given(count)) : (entry ?? '');
/** What of the values a sentence shows, in no order; a number may become part of a word ("two people"). */
const shownIn = (text: string): string[] => [...new Set(text.match(/‹\w+›|<\/?\w+>/g))].sort();

for (const pack of packs) {
  describe(`the language pack ${pack.locale}`, () => {
    for (const group of groups.filter((one) => one in pack.strings || one in pack.parts)) {
      it(`${group}: has every key, in words of its own, with the same values and marks in every sentence`, async () => {
        const texts = (await textsOf(pack, group)) ?? {};
        const original = english[group] as unknown as Texts;
        assert.deepEqual(Object.keys(texts).sort(), Object.keys(original).sort());
        for (const [key, entry] of Object.entries(original)) {
          for (const count of [1, 2, 3, 11, 100]) {
            const [ours, theirs] = [said(texts[key], count), said(entry, count)];
            assert.ok(ours.trim() !== '' || theirs.trim() === '', key);
            assert.doesNotMatch(ours, /undefined|NaN|\[object/, `${key}: ${ours}`);
            assert.deepEqual(shownIn(ours), shownIn(theirs), `${key}: ${ours}`);
          }
        }
      });
    }

    it('is there at once for the roster, and complete for what is translated', () => {
      const all = [...Object.keys(pack.strings), ...Object.keys(pack.parts)];
      assert.deepEqual(
        all.filter((group) => !groups.includes(group as StringGroup)),
        [],
      );
      assert.equal(new Set(all).size, all.length, 'no group twice');
      for (const group of ['common', 'roles', 'userRoster', 'seatMeter'])
        assert.ok(group in pack.strings, group);
    });

    it('is at most 4 KB, and so is each part that comes later (contracts.md 1)', async (t) => {
      const { outputFiles } = await build({
        entryPoints: [`src/i18n/locales/${pack.locale}.ts`],
        ...{ bundle: true, minify: true, splitting: true, write: false, outdir: 'out' },
        ...{ format: 'esm', charset: 'utf8', logLevel: 'error' },
      });
      const sizes = outputFiles.map(({ path, contents }) => ({ path, size: gzipSync(contents).length }));
      const largest = Math.max(...sizes.map(({ size }) => size));
      t.diagnostic(`${sizes.length} modules, the largest ${largest} bytes`);
      assert.deepEqual(
        sizes.filter(({ size }) => size > limit),
        [],
      );
    });
  });
}

describe('a pack in parts', () => {
  const part = (legend: string) => ({ ...english.rolePicker, legend });
  const lookedUp = (source: PartialStrings) =>
    resolveGroup('rolePicker', english.rolePicker, [source]).legend;

  /** A provider as the packs see it: counts how often it is drawn. */
  function host() {
    const drawn = { times: 0 };
    const controllers = { addController() {}, removeController() {}, updateComplete: Promise.resolve(true) };
    return {
      drawn,
      packs: new LocalePacks({ ...controllers, requestUpdate: () => void (drawn.times += 1) }),
    };
  }
  const settled = () => new Promise((done) => setImmediate(done));
  async function until(done: () => boolean): Promise<void> {
    while (!done()) await settled();
  }

  it('brings a group when it is first asked for, once, and speaks English until then', async () => {
    let brought = 0;
    const pack: LocalePackInParts = {
      locale: 'de',
      strings: {},
      parts: { rolePicker: async () => ((brought += 1), part('Rolle')) },
    };
    const after: PartialStrings[] = [];
    const before = sourceOf(pack, (source) => after.push(source));
    assert.equal(brought, 0);
    assert.deepEqual([lookedUp(before), lookedUp(before)], ['Role', 'Role']);
    await settled();
    assert.equal(brought, 1);
    assert.equal(after.length, 1);
    assert.equal(lookedUp(after[0] ?? {}), 'Rolle');
    assert.equal(
      resolveGroup('common', english.common, [after[0]]).cancel,
      'Cancel',
      'a group it does not have',
    );
  });

  it('keeps every group of several that are brought at once, whichever comes first', async () => {
    const arrive: Partial<Record<'rolePicker' | 'roles', () => void>> = {};
    const pack: LocalePackInParts = {
      locale: 'de',
      strings: {},
      parts: {
        rolePicker: () => new Promise((done) => (arrive.rolePicker = () => done(part('Rolle')))),
        roles: () =>
          new Promise((done) => (arrive.roles = () => done({ ...english.roles, account_owner: 'Inhaber' }))),
      },
    };
    let latest = sourceOf(pack, (source) => (latest = source));
    const words = () => [lookedUp(latest), resolveGroup('roles', english.roles, [latest]).account_owner];
    words();
    arrive.roles?.();
    await settled();
    arrive.rolePicker?.();
    await settled();
    assert.deepEqual(words(), ['Rolle', 'Inhaber']);
  });

  it('falls back key by key: region, language, English; and draws again when a part is there', async () => {
    const { drawn, packs: loaded } = host();
    const load: LoadLocale = (tag) =>
      tag === 'de-CH'
        ? { locale: tag, strings: { rolePicker: { legend: 'Rolle CH' } }, parts: {} }
        : {
            locale: tag,
            strings: {},
            parts: { rolePicker: async () => ({ ...part('Rolle'), failed: 'Fehler' }) },
          };
    const words = () => resolveGroup('rolePicker', english.rolePicker, loaded.for('de-CH', load));
    words();
    await until(() => drawn.times === 1);
    assert.deepEqual([words().legend, words().failed], ['Rolle CH', english.rolePicker.failed]);
    await until(() => drawn.times === 2);
    assert.deepEqual([words().legend, words().failed], ['Rolle CH', 'Fehler']);
    assert.equal(words().required, english.rolePicker.required);
  });

  it('of a language that was left meanwhile no part arrives', async () => {
    const { drawn, packs: loaded } = host();
    let arrive = () => {};
    const late = new Promise<typeof english.rolePicker>((done) => (arrive = () => done(part('Rolle'))));
    const load: LoadLocale = (tag) =>
      tag === 'de' ? { locale: tag, strings: {}, parts: { rolePicker: () => late } } : undefined;
    loaded.for('de', load);
    await until(() => loaded.for('de', load).length === 1);
    resolveGroup('rolePicker', english.rolePicker, loaded.for('de', load));
    loaded.for('fr', load);
    const times = drawn.times;
    arrive();
    await settled();
    assert.equal(drawn.times, times);
    assert.deepEqual(loaded.for('fr', load), []);
  });

  it('a part that cannot be loaded leaves English, with a word about it', async (t) => {
    const warned = t.mock.method(console, 'warn', () => {});
    const pack: LocalePackInParts = {
      locale: 'de',
      strings: {},
      parts: { rolePicker: () => Promise.reject(new Error('404')) },
    };
    const source = sourceOf(pack, () => assert.fail('nothing came'));
    assert.equal(lookedUp(source), 'Role');
    await settled();
    assert.equal(warned.mock.callCount(), 1);
    assert.equal(lookedUp(source), 'Role');
  });
});
