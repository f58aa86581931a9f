import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { lockFolder } from '../../../server/node/lock-file.js';
import { temporaryFolder } from '../../support/portal-process.js';

describe('the lock on a data folder', () => {
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  let number = 0;
  before(async () => {
    place = await temporaryFolder();
  });
  after(() => place.remove());
  const folder = () => join(place.folder, `data-${(number += 1)}`);

  it('is made with the folder, holds against a second start, and goes away', async () => {
    const data = folder();
    const release = await lockFolder(data);
    await assert.rejects(lockFolder(data), new RegExp(`in use by process ${process.pid}`));
    await release();
    assert.equal(existsSync(join(data, 'lock')), false);
    await (
      await lockFolder(data)
    )();
  });

  it('of a process that died is taken over', async () => {
    const data = folder();
    const release = await lockFolder(data);
    const child = spawn(process.execPath, ['-e', '']);
    const { pid } = child;
    await new Promise((done) => child.once('exit', done));
    await writeFile(join(data, 'lock'), JSON.stringify({ pid, startedAt: '1' }));
    await (
      await lockFolder(data)
    )();
    await release();
  });

  it('is taken over when the process id now belongs to another process', async () => {
    const data = folder();
    const release = await lockFolder(data);
    const holder = JSON.parse(await readFile(join(data, 'lock'), 'utf8')) as {
      pid: number;
      startedAt: string;
    };
    await writeFile(
      join(data, 'lock'),
      JSON.stringify({ ...holder, startedAt: `${Number(holder.startedAt) - 1}` }),
    );
    await (
      await lockFolder(data)
    )();
    await release();
  });

  it('that was cut off while it was written is no obstacle', async () => {
    const data = folder();
    await (
      await lockFolder(data)
    )();
    await writeFile(join(data, 'lock'), '{"pid":');
    await (
      await lockFolder(data)
    )();
  });

  it('says in one line what to do where there can be no folder', async () => {
    const file = join(place.folder, 'a-file');
    await writeFile(file, '');
    for (const data of [file, join(file, 'below')]) {
      await assert.rejects(
        lockFolder(data),
        /^StartError: The data folder .* can't be used \(E\w+\)\. Set DATA_DIR to a folder that can be written\.$/,
      );
    }
  });
});
