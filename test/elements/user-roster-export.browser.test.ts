import { expect } from '@open-wc/testing';
import { readPeopleCsv } from '../../src/client/csv.js';
import { announced, rosterScene } from '../support/roster.js';
import { saved } from '../support/saved.js';

const button = (roster: HTMLElement, label: string) =>
  [...(roster.shadowRoot?.querySelectorAll<HTMLButtonElement>('.footer .export') ?? [])].find(
    (one) => one.textContent.trim() === label,
  );

describe('cc-user-roster export', () => {
  it('X01: takes everybody who matches along, over all pages, and the import reads the same people back', async () => {
    const { roster, seen, provider, backend } = await rosterScene({
      scenario: 'five-hundred',
      roster: { pageSize: 10 },
    });
    const { files, stop } = saved();
    const told: number[] = [];
    roster.addEventListener('cc-roster-exported', ({ detail }) => told.push(detail.count));
    button(roster, 'Export CSV')?.click();
    await seen.until(() => files.length === 1, 'a file');
    stop();
    await seen.until(() => announced(provider).includes('Exported 500 people.'));
    expect(told).to.deep.equal([500]);
    expect(files[0]?.name).to.match(/^users-\d{4}-\d\d-\d\d\.csv$/);
    const back = await readPeopleCsv(
      new Uint8Array((await files[0]?.blob.arrayBuffer()) ?? new ArrayBuffer(0)),
    );
    expect(back.ok && back.rows.length).to.equal(500);
    const emails = new Set(back.ok ? back.rows.map(({ email }) => email) : []);
    const page = await backend.client.members.list(backend.accountId, { limit: 100, sort: '-name' });
    for (const { email } of page.items) expect(emails.has(email)).to.equal(true);
  });

  it('P32: nothing in the file is a formula', async () => {
    const { roster, seen } = await rosterScene({ scenario: 'long-names' });
    const { files, stop } = saved();
    button(roster, 'Export CSV')?.click();
    await seen.until(() => files.length === 1, 'a file');
    stop();
    const text = (await files[0]?.blob.text()) ?? '';
    const cells = text.split('\r\n').flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    expect(cells.length).to.be.greaterThan(20);
    expect(cells.filter((cell) => /^"?\s*[=+\-@\t]/.test(cell))).to.deep.equal([]);
  });

  it('asks the host first, says how far it is, and saves nothing where it is stopped', async () => {
    const { roster, seen, backend, provider } = await rosterScene({ scenario: 'five-hundred' });
    const { files, stop } = saved();
    const asked: unknown[] = [];
    roster.addEventListener('cc-roster-export-request', ({ detail }) => asked.push(detail.input));
    backend.network.latency = 100;
    button(roster, 'Export CSV')?.click();
    await seen.until(() => /\d+ of 500 people/.test(seen.text()), 'how far it is');
    button(roster, 'Stop')?.click();
    await seen.until(() => announced(provider).includes('Export stopped. Nothing was saved.'));
    stop();
    expect(files).to.deep.equal([]);
    expect(asked).to.deep.equal([{ filter: '', sort: '' }]);
    expect(button(roster, 'Export CSV')).to.not.equal(undefined);
  });

  it('says why it failed, and that nothing was saved', async () => {
    const { roster, seen, backend } = await rosterScene();
    backend.network.offline = true;
    button(roster, 'Export CSV')?.click();
    await seen.until(() => seen.text().includes('The list was not exported.'));
  });
});
