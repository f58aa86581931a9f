import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

function usable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** First of the given commands that stands on PATH. */
export function onPath(commands: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const command of commands) {
    const found = folders.map((folder) => join(folder, command)).find(usable);
    if (found) return found;
  }
  return undefined;
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((key) => process.env[key] ?? '');
    const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.filter(Boolean).flatMap((root) => tails.map((tail) => join(root, tail)));
  }
  return [];
}

/** Chromium builds that an earlier `playwright install` left behind, newest first. */
function playwrightCache(): string[] {
  const folder =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    {
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
      win32: join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
    }[process.platform as string] ??
    join(homedir(), '.cache/ms-playwright');
  if (!existsSync(folder)) return [];
  const tails = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
  ];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((name) => tails.map((tail) => join(folder, name, tail)));
}

function installed(): string | undefined {
  return onPath(names) ?? [...usualPlaces(), ...playwrightCache()].find(usable);
}

/** Prefix that gives apt the rights it needs, or undefined when there is no way to get them. */
function aptPrefix(): string[] | undefined {
  if (process.platform !== 'linux' || !onPath(['apt-get'])) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Installs Debian packages when this user may; answers whether it worked. */
export function aptInstall(packages: readonly string[]): boolean {
  const prefix = process.env['NO_BROWSER_INSTALL'] ? undefined : aptPrefix();
  if (!prefix || packages.length === 0) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get (set NO_BROWSER_INSTALL=1 to forbid this).`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words: string[]) => {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...words];
    return (
      spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0
    );
  };
  const install = () => run('install', '-y', '--no-install-recommends', ...packages);
  return install() || (run('update') && install());
}

function playwrightInstall(): boolean {
  console.log('Installing Chromium with `npx playwright install` (set NO_BROWSER_INSTALL=1 to forbid this).');
  try {
    execFileSync('npx', ['--yes', 'playwright', 'install', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a Chromium to test with: CHROME_PATH, an installed browser, else one installed now.
 * Throws an error of one sentence when there is none.
 */
export function findChromium(): string {
  const wanted = process.env['CHROME_PATH'];
  if (wanted) {
    if (usable(wanted)) return wanted;
    throw new Error(`CHROME_PATH is ${wanted}, but no program can be started there.`);
  }
  const present = installed();
  if (present) return present;
  if (!process.env['NO_BROWSER_INSTALL']) {
    if (aptInstall(['chromium']) || playwrightInstall()) {
      const added = installed();
      if (added) return added;
    }
  }
  throw new Error(
    'No Chrome or Chromium was found or could be installed: install one, or set CHROME_PATH to its program.',
  );
}

/** Flags every Chromium of ours is started with; root cannot use the sandbox, everybody else does. */
export function chromiumFlags(): string[] {
  const flags = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return process.getuid?.() === 0 ? [...flags, '--no-sandbox'] : flags;
}
