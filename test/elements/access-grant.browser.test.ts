import { expect, oneEvent } from '@open-wc/testing';
import { aFailure, aRefusal } from '../../src/testing/index.js';
import { expectAccessible } from '../support/axe.js';
import {
  checked,
  ended,
  forecast,
  forNew,
  item,
  job,
  openGrant,
  outcomes,
  roomy,
  stubbed,
} from '../support/grant-scene.js';
import { mfaScene, until } from '../support/mfa-scene.js';
import { AccessGrantHarness } from '../../src/testing/harnesses/access-grant.harness.js';
import type { CcAccessGrant } from '../../src/elements/access-grant/access-grant.js';

describe('cc-access-grant drawing', () => {
  it('begins with nobody and no account, and lists accounts to choose from', async () => {
    const { seen } = await openGrant();
    expect([seen.title(), seen.step()]).to.deep.equal(['Grant access', 'Choose']);
    await until(() => seen.choices().length === 50, 'a page of accounts');
    expect(seen.text()).to.contain('Select all 240');
    expect(seen.text()).to.contain('Partner Manager isn’t offered');
  });

  it('R84: explains that one role on the partner account would reach all clients', async () => {
    const { seen } = await forNew(3);
    await until(() => seen.notes().includes('Reaches only these 3 accounts.'), 'the explanation');
    expect(seen.notes()).to.contain('would reach all 240 client accounts');
  });

  it('draws nothing while it is closed', async () => {
    const { element } = await mfaScene<CcAccessGrant>('cc-access-grant');
    expect(new AccessGrantHarness(element).title()).to.equal('');
  });
});

describe('cc-access-grant acting', () => {
  it('opened again before the browser has told that it was closed, it stays open', async () => {
    const { seen, element } = await openGrant();
    element.open = false;
    await element.updateComplete;
    element.open = true;
    await new Promise((done) => setTimeout(done, 100));
    expect([element.open, seen.title()]).to.deep.equal([true, 'Grant access']);
  });

  it('finds people by name, and offers to invite an address', async () => {
    const { seen } = await openGrant();
    await seen.typePerson('zoe.new@example.test');
    await until(() => seen.people().join().includes('Invite zoe.new@example.test'), 'the offer');
    await seen.typePerson('Priya');
    await until(() => seen.people().some((one) => one.includes('Priya')), 'the person');
    await seen.choosePerson('Priya');
    expect(seen.people()).to.deep.equal([]);
  });

  it('Enter takes nobody who does not match what is typed, while the answer is on its way', async () => {
    const { seen, element } = await openGrant();
    element.shadowRoot?.querySelector<HTMLElement>('#person')?.focus();
    await seen.typePerson('a');
    await until(() => seen.people().length > 1, 'people');
    await seen.typePerson('zoe.new@example.test');
    expect(seen.people()).to.deep.equal(['Invite zoe.new@example.test']);
  });

  it('chooses accounts by search, by all that match, and by pasted ids', async () => {
    const { seen, backend } = await openGrant();
    await until(() => seen.choices().length > 0, 'accounts');
    seen.search('Harbour Lane');
    await until(() => seen.choices().length === 1, 'one account');
    await seen.tick('Harbour Lane Books');
    expect(seen.choices()).to.deep.equal(['✓Harbour Lane Books']);
    const [first = '', second = ''] = await roomy(backend, 2);
    await seen.paste(`${first}, ${second}\nacc_nonsense`);
    expect(seen.text()).to.contain('2 accounts added.');
    expect(seen.text()).to.contain('1 isn’t an account ID, such as acc_nonsense.');
    expect(seen.title()).to.equal('Grant access to 3 accounts');
    seen.search('');
    await until(() => seen.text().includes('Select all 240'), 'all');
    await seen.press('Select all 240');
    await until(() => seen.title() === 'Grant access to 240 accounts', 'all are chosen');
    await seen.press('Clear');
    expect(seen.title()).to.equal('Grant access');
  });

  it('R82: says what would become of each account, trouble first, and changes nothing', async () => {
    const scene = await forNew(2);
    const { seen, element, backend } = scene;
    const starter = { parent: backend.accountId, seats: 'full' as const, limit: 1 };
    const [full] = (await backend.client.accounts.list(starter)).items;
    await seen.press('Change selection');
    await seen.paste(full?.id ?? '');
    await seen.press('Check 3 accounts');
    await until(() => seen.tally() !== '', 'the forecast');
    expect(seen.tally()).to.equal('2 will be granted, 1 can’t be granted now');
    expect(seen.rows()[0]?.[0]).to.equal(full?.name);
    expect(seen.rows()[0]?.[1]).to.match(/of the plan are in use|already there/);
    expect(seen.rows()[1]?.[1]).to.equal('Ready. They get an invite');
    const before = await backend.store.read.invitations.count({ bulkGrantId: { not: null } });
    expect(before).to.equal(0);
    await seen.press(`Leave out ${full?.name}`);
    expect(seen.tally()).to.equal('2 will be granted');
    expect(element.matches(':state(busy)')).to.equal(false);
  });

  it('R79: a role of its own for an account is checked again before it is given', async () => {
    const scene = await forNew(2);
    const { seen } = scene;
    await checked(scene);
    await seen.tick('Choose a role for each account');
    const [name = ''] = seen.rows()[0] ?? [];
    await seen.chooseRole('Account Manager', name);
    expect(seen.rows()[0]?.[1]).to.equal('Not checked yet');
    await seen.press('Check again');
    await until(() => seen.tally() === '2 will be granted', 'the forecast');
    await seen.press('Grant access');
    await until(() => seen.title() === 'Access granted on 2 of 2 accounts', 'the result');
    expect(seen.rows().find(([account]) => account === name)?.[1]).to.equal('Invite sent as Account Manager');
  });

  it('R83: one mail for somebody new, with every account in it', async () => {
    const scene = await forNew(3);
    const { seen, backend } = scene;
    await checked(scene);
    await seen.press('Grant access');
    await until(() => seen.title() === 'Access granted on 3 of 3 accounts', 'the result');
    const mails = (await backend.mails()).filter(({ to }) => to === 'fresh@example.test');
    expect(mails.length).to.equal(1);
    for (const [name] of seen.rows()) expect(mails[0]?.text).to.contain(name);
  });

  it('R80: one result per account in groups and tabs, and a file that runs no formula', async () => {
    const scene = await forNew(3);
    const { seen } = scene;
    await checked(scene);
    await seen.press('Grant access');
    await until(() => seen.title() !== '' && seen.tabs().length > 0, 'the result');
    expect(seen.tabs()).to.deep.equal(['All 3', 'Needs attention 0', 'Granted 3']);
    await seen.press('Needs attention 0');
    expect(seen.text()).to.contain('Nothing here.');
    await seen.press('Granted 3');
    expect(seen.rows().length).to.equal(3);
  });
});

describe('cc-access-grant refusal and failure', () => {
  it('says what is missing, and puts focus there', async () => {
    const { seen, element } = await openGrant();
    await seen.press('Check');
    expect(seen.trouble()).to.contain('Choose a person, or type an email address.');
    expect(seen.trouble()).to.contain('Choose at least one account.');
    await until(() => element.shadowRoot?.activeElement?.id === 'person', 'focus');
  });

  it('refuses more than fit in one job', async () => {
    const { seen } = await forNew(3, { max: 2 });
    await seen.press('Check 3 accounts');
    expect(seen.trouble()).to.contain('Choose at most 2 accounts at once. You chose 3.');
  });

  it('says why the forecast could not be made, keeps what was chosen, and tries again', async () => {
    let down = true;
    const { seen, element } = await stubbed({
      'bulkGrants.forecast': () => {
        if (down) throw aFailure('offline');
        return job({ status: 'completed', dryRun: true });
      },
      'bulkGrants.items': () => ({ items: ['1', '2', '3'].map((name) => item(name)), nextCursor: null }),
    });
    await seen.press('Check 3 accounts');
    await until(() => seen.trouble() !== '', 'why');
    expect(element.matches(':state(failed)')).to.equal(true);
    expect(seen.title()).to.equal('Grant access to 3 accounts');
    down = false;
    await seen.press('Check 3 accounts');
    await until(() => seen.tally() === '3 will be granted', 'the forecast');
  });

  it('tells a refused start, and stays where it was', async () => {
    const { seen, element } = await stubbed({
      ...forecast,
      'bulkGrants.items': () => ({ items: ['1', '2', '3'].map((name) => item(name)), nextCursor: null }),
      'bulkGrants.start': () => {
        throw aRefusal('rate-limited', { retryAfter: 60 });
      },
    });
    await seen.press('Check 3 accounts');
    await until(() => seen.tally() !== '', 'the forecast');
    const failed = oneEvent(element, 'cc-error');
    await seen.press('Grant access');
    expect((await failed).detail.action).to.equal('cc-grant-start-request');
    await until(() => seen.trouble() !== '', 'why');
    expect(seen.step()).to.equal('Check');
  });

  it('results that could not be loaded are asked for again', async () => {
    let down = true;
    const { seen } = await stubbed(
      {
        'bulkGrants.get': () => ended,
        'bulkGrants.items': () => {
          if (down) throw aFailure('offline');
          return { items: outcomes, nextCursor: null };
        },
      },
      { resume: 'blk_1' },
    );
    await until(() => seen.trouble() !== '', 'why');
    down = false;
    await seen.press('Retry');
    await until(() => seen.rows().length === 3, 'the results');
  });

  it('P32: a name that looks like a formula is text in the downloaded file', async () => {
    const { seen } = await stubbed(
      {
        'bulkGrants.get': () => ended,
        'bulkGrants.items': () => ({ items: outcomes, nextCursor: null }),
      },
      { resume: 'blk_1' },
    );
    await until(() => seen.rows().length === 3, 'the results');
    const make = URL.createObjectURL;
    let file: Blob | undefined;
    URL.createObjectURL = (blob) => make.call(URL, (file = blob as Blob));
    const stay = (event: Event) => event.preventDefault();
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', stay);
      click.call(this);
    };
    await seen.press('Download results');
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = make;
    const lines = (await file?.text())?.split('\r\n') ?? [];
    expect(lines[2]).to.equal(
      "'=Bluebird,acc_=Bluebird,Campaign Creator,Needs attention,All 3 users of the plan are in use.",
    );
  });
});

describe('cc-access-grant accessibility', () => {
  it('has no findings while choosing, with the forecast, at work, and with results', async () => {
    const scene = await forNew(3);
    await expectAccessible(scene.element);
    await scene.seen.press('Change selection');
    await until(() => scene.seen.choices().length > 0, 'accounts');
    await expectAccessible(scene.element);
    await checked(scene);
    await expectAccessible(scene.element);
    await scene.seen.press('Grant access');
    await until(() => scene.seen.tabs().length > 0, 'the result');
    await expectAccessible(scene.element);
  });

  it('Escape closes the list of people first, then the dialog', async () => {
    const { seen, element } = await openGrant();
    await seen.typePerson('zoe.new@example.test');
    await until(() => seen.people().length > 0, 'people');
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    element.shadowRoot?.querySelector('#person')?.dispatchEvent(escape);
    await element.updateComplete;
    expect([seen.people().length, escape.defaultPrevented, seen.title()]).to.deep.equal([
      0,
      true,
      'Grant access',
    ]);
  });

  it('the arrow keys move through the people, and Enter takes one', async () => {
    const { seen, element } = await openGrant();
    await seen.typePerson('Priya');
    await until(() => seen.people().some((one) => one.includes('Priya')), 'people');
    const field = element.shadowRoot?.querySelector<HTMLInputElement>('#person');
    const press = (key: string) =>
      field?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    press('ArrowDown');
    await element.updateComplete;
    expect(field?.getAttribute('aria-activedescendant')).to.equal('person-0');
    press('Enter');
    await element.updateComplete;
    expect(field?.value).to.contain('Priya');
    expect(field?.getAttribute('aria-expanded')).to.equal('false');
  });

  it('shows in words which tab is chosen, and the arrow keys move between tabs', async () => {
    const { seen, element } = await stubbed(
      {
        'bulkGrants.get': () => ended,
        'bulkGrants.items': () => ({ items: outcomes, nextCursor: null }),
      },
      { resume: 'blk_1' },
    );
    await until(() => seen.tabs().length > 0, 'the results');
    const root = element.shadowRoot;
    root
      ?.querySelector('[role=tablist]')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await until(() => root?.activeElement?.id === 'tab-attention', 'focus');
    expect(seen.rows().map(([name]) => name)).to.deep.equal(['=Bluebird']);
  });
});
