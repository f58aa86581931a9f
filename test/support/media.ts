import { executeServerCommand } from '@web/test-runner-commands';

/** Media features of the page under test; what is left out goes back to the browser's default. */
export interface Media {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  contrast?: 'more' | 'less' | 'no-preference';
}

/** Only Chromium lets a test change media features; other engines skip those tests by name. */
export const canEmulateMedia = 'chrome' in globalThis || navigator.userAgent.includes('Chrome');

const names: Record<keyof Media, string> = {
  colorScheme: 'prefers-color-scheme',
  reducedMotion: 'prefers-reduced-motion',
  forcedColors: 'forced-colors',
  contrast: 'prefers-contrast',
};

// Pages are used again by the next test file, so what a test sets ends with that test.
let changed = false;
afterEach(async () => {
  if (changed) await emulateMedia();
});

/** Sets the media features; call it with nothing to return to the defaults. */
export async function emulateMedia(media: Media = {}): Promise<void> {
  changed = Object.keys(media).length > 0;
  const features = (Object.keys(names) as (keyof Media)[]).map((key) => ({
    name: names[key],
    value: media[key] ?? '',
  }));
  await executeServerCommand('crew-media', { features });
}
