import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf, StartError } from './start-error.js';

/** Who holds a data folder: the process, and when it started, since process ids are given again. */
interface Holder {
  pid: number;
  startedAt: string | null;
}

/**
 * Takes the data folder for this process alone. The embedded database does not guard its folder, and two
 * processes on one would ruin it. A lock that a dead process left is taken over. Returns the release.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lock');
  try {
    await mkdir(folder, { recursive: true });
    if (!(await create(file))) {
      const holder = await holderOf(file);
      if (holder && (await isRunning(holder))) {
        throw new StartError(
          `The data folder ${folder} is in use by process ${holder.pid}. Stop it, or set DATA_DIR to another folder.`,
        );
      }
      await rm(file, { force: true });
      if (!(await create(file)))
        throw new StartError(`The data folder ${folder} is in use. Set DATA_DIR to another folder.`);
    }
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `The data folder ${folder} can't be used (${reasonOf(error)}). Set DATA_DIR to a folder that can be written.`,
    );
  }
  return () => rm(file, { force: true });
}

/** False when the file is there already: making it is the lock. */
async function create(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    const holder: Holder = { pid: process.pid, startedAt: await startOf(process.pid) };
    await handle.writeFile(JSON.stringify(holder));
    await handle.close();
    return true;
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined for a lock that was cut off while it was written. */
async function holderOf(file: string): Promise<Holder | undefined> {
  try {
    const holder = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder> | null;
    return typeof holder?.pid === 'number'
      ? { pid: holder.pid, startedAt: holder.startedAt ?? null }
      : undefined;
  } catch {
    return undefined;
  }
}

async function isRunning({ pid, startedAt }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (reasonOf(error) === 'ESRCH') return false;
  }
  return (await startOf(pid)) === startedAt;
}

/** Start of a process in ticks since boot, where the system tells it (Linux); else null. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
