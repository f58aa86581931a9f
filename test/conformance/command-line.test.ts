import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { freePort } from '../../scripts/free-port.js';
import { root } from '../../scripts/files.js';
import { listen } from '../../server/node/listen.js';
import { demoPassword } from '../../server/scenarios/index.js';
import { startSubject } from './subject.js';

it('the command line of the documentation asks a real server and ends with its verdict', async () => {
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const { subject, server } = await startSubject({ config: { publicUrl } });
  const listening = await listen(port, null, (request, peer) => server.app.fetch(request, peer));
  const [, code = ''] =
    /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/conformance.md'), 'utf8')) ?? [];
  const folder = join(root, '.cache/conformance');
  const script = join(folder, `${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(script, code.replace('crew-components/conformance', '../../src/conformance/index.ts'));
  const run = async (people: object) => {
    const env = {
      ...process.env,
      BASE_URL: subject.baseUrl,
      PASSWORD: demoPassword,
      ACCOUNTS: JSON.stringify(subject.accounts),
      PEOPLE: JSON.stringify(people),
    };
    const ran = promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env, cwd: root });
    return ran.then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );
  };
  const good = await run({
    childOwner: 'alpha.owner',
    parentOwner: 'agency.owner',
    strangerOwner: 'gamma.owner',
  });
  assert.match(good.stdout, /^passed {2}R14 /m);
  assert.match(good.stdout, /\d\d passed, \d+ absent, 0 broken\n$/);
  assert.equal(good.code, 0);
  // Somebody with another role than was said: the backend seems to break the rule, and the code tells.
  const bad = await run({ childOwner: 'alpha.manager' });
  assert.match(bad.stdout, /^broken R1 /m);
  assert.equal(bad.code, 1);
  rmSync(script);
  await listening.close(0);
  await server.close();
});
