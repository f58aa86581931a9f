import { expect } from '@open-wc/testing';
import { readPeopleCsv } from '../../src/client/csv.js';
import { accessibilityTree, branch } from '../support/accessibility-tree.js';
import { expectAccessible } from '../support/axe.js';
import { canEmulateMedia } from '../support/media.js';
import { announced, rosterScene, type Scene, type SceneOptions } from '../support/roster.js';
import { saved } from '../support/saved.js';

const footer = (roster: HTMLElement, label: string) =>
  [...(roster.shadowRoot?.querySelectorAll<HTMLButtonElement>('.footer .export') ?? [])].find(
    (one) => one.textContent.trim() === label,
  );

/** Opens the dialog and gives it a file, as if a person had chosen it. */
async function bring({ roster, seen }: Scene, ...parts: BlobPart[]): Promise<void> {
  footer(roster, 'Import CSV')?.click();
  await seen.until(() => seen.bulkDialog().includes('Import users from a file'), 'the dialog');
  give(roster, ...parts);
}

function give(roster: HTMLElement, ...parts: BlobPart[]): void {
  const input = roster.shadowRoot?.querySelector<HTMLInputElement>('dialog.import input[type="file"]');
  const transfer = new DataTransfer();
  transfer.items.add(new File(parts, 'people.csv', { type: 'text/csv' }));
  if (!input) throw new Error('No file can be chosen.');
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A confirming press in the first half second is taken for a mistake. */
const settled = () => new Promise((done) => setTimeout(done, 520));

async function previewed(options: SceneOptions, lines: readonly string[]): Promise<Scene> {
  const scene = await rosterScene(options);
  await bring(scene, ['email,role', ...lines].join('\n'));
  await scene.seen.until(() => scene.seen.bulkDialog().includes('people.csv: '), 'the preview');
  await settled();
  return scene;
}

const northwind = [
  'partner.accounts@northwind.test,campaign_creator',
  'partner.owner@northwind.test,account_owner',
  'partner.manager@northwind.test,partner_manager',
  'new.one@northwind.test,campaign_creator',
  'New.One@northwind.test,campaign_creator',
  'not an address,campaign_creator',
  'no.role@northwind.test,',
];

/** R3: the reach of what is sent is agreed to. */
const agree = (scene: Scene) =>
  scene.roster.renderRoot.querySelector<HTMLInputElement>('dialog.import [name="reach"]')?.click();

async function report({ seen }: Scene): Promise<string[]> {
  const { files, stop } = saved();
  seen.pressBulk('Download report');
  stop();
  const text = (await files[0]?.blob.text()) ?? '';
  return text.replace('\uFEFF', '').trim().split('\r\n');
}

/** The preview as assistive technology has it. */
const previewTree = [
  'dialog "people.csv: 7 lines" modal=true',
  '  heading "people.csv: 7 lines" level=2',
  '  button "Close"',
  '  heading "1 person will be invited" level=3',
  '  list "1 person will be invited"',
  '    listitem level=1',
  '      Line 5',
  '      new.one@northwind.test',
  '      Campaign Creator',
  '  Who is invited here can also open the client account. To invite somebody to one client only, import the file there.',
  '  checkbox "They may open it"',
  '  heading "1 person is here with another role" level=3',
  '  list "1 person is here with another role"',
  '    listitem level=1',
  '      Line 2',
  '      partner.accounts@northwind.test',
  '      Account Manager, in the file Campaign Creator',
  '  group "What should happen to them?"',
  '    Legend',
  '      What should happen to them?',
  '    radio "Leave them as they are" checked=true',
  '    radio "Change their role to the one in the file"',
  '    radio "Only list them in the report"',
  '  paragraph',
  '    2 people are here already, as the file says.',
  '  heading "3 lines can’t be imported" level=3',
  '  list "3 lines can’t be imported"',
  '    listitem level=1',
  '      Line 6',
  '      New.One@northwind.test',
  '      This row is there twice.',
  '    listitem level=1',
  '      Line 7',
  '      not an address',
  '      Type an email address like name@example.com.',
  '    listitem level=1',
  '      Line 8',
  '      no.role@northwind.test',
  '      The line names no role, and this person isn’t here yet.',
  '  button "Download report"',
  '  button "Cancel"',
  '  button "Send 1 invite"',
  '  status',
  '    paragraph',
  '      1 person to invite, 1 with another role, 3 lines not possible.',
  '  alert',
];

describe('cc-user-roster import', () => {
  it('X01: takes back what the roster has exported: everybody is here, and nothing is sent', async () => {
    const scene = await rosterScene({ scenario: 'long-names' });
    const { files, stop } = saved();
    footer(scene.roster, 'Export CSV')?.click();
    await scene.seen.until(() => files.length === 1, 'a file');
    stop();
    const bytes = (await files[0]?.blob.arrayBuffer()) ?? new ArrayBuffer(0);
    const read = await readPeopleCsv(new Uint8Array(bytes));
    const count = read.ok ? read.rows.length : 0;
    expect(count).to.be.greaterThan(10);
    await bring(scene, bytes);
    await scene.seen.until(() => scene.seen.bulkDialog().includes('There is nothing to do.'), 'the preview');
    expect(scene.seen.bulkDialog()).to.contain(`${count} people are here already, as the file says.`);
  });

  it('says of each line what it would do before anything is sent, and counts the choice for who is here', async () => {
    const scene = await previewed({}, northwind);
    const { seen, roster, provider } = scene;
    const text = seen.bulkDialog();
    expect(text).to.contain('people.csv: 7 lines');
    expect(text).to.contain('1 person will be invited Line 5 new.one@northwind.test Campaign Creator');
    expect(text).to.contain('can also open');
    expect(text).to.contain(
      '1 person is here with another role Line 2 partner.accounts@northwind.test Account Manager, in the file Campaign Creator',
    );
    expect(text).to.contain('2 people are here already, as the file says.');
    expect(text).to.contain(
      '3 lines can’t be imported Line 6 New.One@northwind.test This row is there twice.',
    );
    expect(text).to.match(/Line 7 not an address \S/);
    expect(text).to.contain('Line 8 no.role@northwind.test The line names no role');
    await seen.until(
      () => announced(provider) === '1 person to invite, 1 with another role, 3 lines not possible.',
    );
    expect(seen.focused()?.id).to.equal('import-title');
    expect(text).to.contain('Send 1 invite');
    await expectAccessible(roster);
    if (canEmulateMedia) expect(branch(await accessibilityTree(), 'dialog ')).to.deep.equal(previewTree);
    roster.renderRoot.querySelectorAll<HTMLInputElement>('.choices input')[1]?.click();
    await seen.until(() => seen.bulkDialog().includes('Send 1 invite, change 1 role'));
    seen.pressBulk('Cancel');
    await seen.until(() => seen.bulkDialog() === '');
    await seen.until(() => seen.focused() === footer(roster, 'Import CSV'), 'focus where it came from');
    expect(seen.names()).to.have.length(3);
  });

  it('R3: invites once the reach is agreed to, and changes roles, through the events of both, and reports every line', async () => {
    const scene = await previewed({}, northwind);
    const { seen, roster, backend, provider } = scene;
    const heard: string[] = [];
    for (const type of [
      'cc-invite-send-request',
      'cc-invite-sent',
      'cc-role-change-request',
      'cc-role-changed',
    ])
      roster.addEventListener(type, () => heard.push(type));
    roster.renderRoot.querySelectorAll<HTMLInputElement>('.choices input')[1]?.click();
    await seen.until(() => seen.bulkDialog().includes('Send 1 invite, change 1 role'));
    seen.pressBulk('Send 1 invite, change 1 role');
    await seen.until(() => seen.bulkDialog().includes('Say first that they may reach the client accounts.'));
    expect(seen.focused()?.getAttribute('name')).to.equal('reach');
    expect(heard).to.deep.equal([]);
    agree(scene);
    seen.pressBulk('Send 1 invite, change 1 role');
    await seen.until(() => seen.bulkDialog().startsWith('Done'), 'the result');
    expect(seen.bulkDialog()).to.contain('1 person is invited. 1 person has another role.');
    await seen.until(() => announced(provider) === '1 person is invited. 1 person has another role.');
    expect(heard).to.deep.equal([
      'cc-role-change-request',
      'cc-role-changed',
      'cc-invite-send-request',
      'cc-invite-sent',
    ]);
    const lines = await report(scene);
    expect(lines[0]).to.equal('line,email,role,outcome,reason');
    expect(lines.map((line) => line.split(',').slice(0, 4).join())).to.deep.equal([
      'line,email,role,outcome',
      '2,partner.accounts@northwind.test,campaign_creator,changed',
      '3,partner.owner@northwind.test,account_owner,unchanged',
      '4,partner.manager@northwind.test,partner_manager,unchanged',
      '5,new.one@northwind.test,campaign_creator,invited',
      '6,New.One@northwind.test,campaign_creator,refused',
      '7,not an address,campaign_creator,refused',
      '8,no.role@northwind.test,,refused',
    ]);
    const invited = await backend.client.invitations.list(backend.accountId);
    expect(invited.items.map(({ email, roleId }) => [email, roleId])).to.deep.equal([
      ['new.one@northwind.test', 'campaign_creator'],
    ]);
    // R94: what can be taken back is; an invite is out.
    seen.pressBulk('Undo the roles');
    await seen.until(() => announced(provider) === '1 change is taken back.', 'what is taken back');
    expect((await report(scene)).slice(1, 5).map((line) => line.split(',')[3])).to.deep.equal([
      ...['unchanged', 'unchanged', 'unchanged', 'invited'],
    ]);
    seen.pressBulk('Done');
    await seen.until(() => seen.row('Daniel Reyes').role === 'Account Manager');
    await seen.until(() => seen.names().includes('new.one@northwind.test'));
  });

  it('lists who differs in the report only, where the person wants that', async () => {
    const scene = await previewed({}, northwind.slice(0, 1));
    expect(scene.seen.bulkDialog()).to.contain('There is nothing to do.');
    const at = (await report(scene))[1];
    scene.roster.renderRoot.querySelectorAll<HTMLInputElement>('.choices input')[2]?.click();
    await scene.roster.updateComplete;
    expect([at, (await report(scene))[1]]).to.deep.equal([
      '2,partner.accounts@northwind.test,campaign_creator,unchanged,',
      '2,partner.accounts@northwind.test,campaign_creator,different,',
    ]);
  });

  it('X02: stops where the connection is lost, reports the rest, and goes on without a double', async () => {
    const people = Array.from({ length: 6 }, (_, index) => `person${index}@northwind.test,campaign_creator`);
    const scene = await previewed({}, people);
    const { seen, backend } = scene;
    let sent = 0;
    backend.network.intercept = ({ method, url }) => {
      if (method !== 'POST' || !url.endsWith('/invitations')) return undefined;
      sent += 1;
      return sent > 3 ? new Response(null, { status: 503 }) : undefined;
    };
    agree(scene);
    seen.pressBulk('Send 6 invites');
    await seen.until(() => seen.bulkDialog().startsWith('Partly done'), 'the result');
    expect(seen.bulkDialog()).to.contain('3 people are invited.');
    expect(seen.bulkDialog()).to.contain('2 people were not reached.');
    const outcomes = (await report(scene)).map((line) => line.split(',')[3]);
    expect(outcomes.slice(1)).to.deep.equal([
      ...['invited', 'invited', 'invited', 'failed', 'not_invited', 'not_invited'],
    ]);
    backend.network.intercept = undefined;
    seen.pressBulk('Try 3 again');
    await seen.until(() => seen.bulkDialog().startsWith('Done'), 'the result');
    const invited = await backend.client.invitations.list(backend.accountId);
    expect(invited.total).to.equal(6);
  });

  it('R16: invites as many as there are places, and says of the others why not', async () => {
    const scene = await previewed({ account: 'harbourlane', viewer: 'harbourlane.owner' }, [
      ...['a', 'b', 'c'].map((name) => `${name}@harbourlane.test,campaign_creator`),
      'd@harbourlane.test,partner_manager',
    ]);
    const text = scene.seen.bulkDialog();
    expect(text).to.contain('2 people will be invited Line 2 a@harbourlane.test');
    expect(text).to.contain('Line 4 c@harbourlane.test The plan has no free place.');
    expect(text).to.match(/Line 5 d@harbourlane.test Not offered here/);
  });

  it('says what is wrong with a file that is none, and takes another', async () => {
    const scene = await rosterScene();
    const { seen, roster } = scene;
    await bring(scene, 'name;role\nx;y');
    await seen.until(() => seen.bulkDialog().includes('people.csv: The first row must name the columns.'));
    give(roster, 'email;role\nzoe@northwind.test;campaign_creator');
    await seen.until(() => seen.bulkDialog().includes('1 person will be invited'));
  });

  it('is offered only to who manages users and where the host lets people be added', async () => {
    const readonly = await rosterScene({ roster: { readonly: true } });
    expect(footer(readonly.roster, 'Import CSV')).to.equal(undefined);
    const without = await rosterScene({ roster: { withoutInvite: true } });
    expect(footer(without.roster, 'Import CSV')).to.equal(undefined);
    expect(footer(without.roster, 'Export CSV')).to.not.equal(undefined);
  });
});
