import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RoleDefinition } from '../../src/client/index.js';
import '../../src/define/provider.js';
import '../../src/define/role-picker.js';
import type { RoleActor, RoleOption } from '../../src/elements/role-picker/role-options.js';
import type { CcRolePicker } from '../../src/elements/role-picker/role-picker.js';
import { RolePickerHarness } from '../../src/testing/harnesses/role-picker.harness.js';
import { expectAccessible } from '../support/axe.js';
import { emulateMedia, canEmulateMedia } from '../support/media.js';
import { held, stubClient } from '../support/stub-client.js';
import { keepsItsPromises } from '../support/suites.js';
import { waitUntil } from '../support/wait.js';

function actor(roleId: 'account_owner' | 'partner_manager'): RoleActor {
  const grant = {
    membershipId: 'mem_1',
    grantAccountId: 'acc_1',
    source: 'direct',
    status: 'active',
  } as const;
  return { grants: [{ ...grant, roleId, gate: 'none' }] };
}

const owner = actor('account_owner');

const offered: readonly RoleOption[] = [
  { id: 'account_manager', available: true },
  { id: 'campaign_creator', available: true },
  { id: 'partner_manager', available: false, reason: 'role_not_available' },
];

async function picker(properties: Partial<CcRolePicker> = {}): Promise<[CcRolePicker, RolePickerHarness]> {
  const element = await fixture<CcRolePicker>(html`<cc-role-picker></cc-role-picker>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return [element, new RolePickerHarness(element)];
}

async function inForm(
  markup: ReturnType<typeof html>,
): Promise<[HTMLFormElement, CcRolePicker, RolePickerHarness]> {
  const form = await fixture<HTMLFormElement>(
    html`<form @submit=${(event: Event) => event.preventDefault()}>${markup}</form>`,
  );
  const element = form.querySelector('cc-role-picker') as CcRolePicker;
  await element.updateComplete;
  return [form, element, new RolePickerHarness(element)];
}

describe('cc-role-picker drawing', () => {
  it('R2: offers three roles on a partner account, each with its consequences, and never ownership', async () => {
    const [, seen] = await picker({ scope: 'parent', actor: owner });
    expect(seen.options()).to.deep.equal(['Account Manager', 'Campaign Creator', 'Partner Manager']);
    expect(seen.description('Campaign Creator')).to.equal(
      'Drafts and edits campaigns but can’t schedule, publish or change lists; opens client accounts and manages their billing.',
    );
    expect(seen.reasons()).to.deep.equal([]);
  });

  it('R1: offers two roles on a client account and says why Partner Manager is missing', async () => {
    const [, seen] = await picker({ scope: 'child', actor: owner });
    expect(seen.options()).to.deep.equal(['Account Manager', 'Campaign Creator']);
    expect(seen.reasons()).to.deep.equal([
      'Partner Manager isn’t offered here because it works across the whole partnership.',
    ]);
  });

  it('R87, R91: says that a role is above the person’s own, or above what the client allows', async () => {
    const [, seen] = await picker({
      roles: [
        { id: 'account_manager', available: false, reason: 'role_above_actor' },
        { id: 'campaign_creator', available: true },
        { id: 'partner_manager', available: false, reason: 'role_above_ceiling' },
      ],
      scope: 'parent',
    });
    expect(seen.options()).to.deep.equal(['Campaign Creator']);
    expect(seen.reasons()).to.deep.equal([
      'Account Manager isn’t offered because it can do more than you can here.',
      'Partner Manager isn’t offered because this client account limits what its partner can do.',
    ]);
  });

  it('R13: says whom to ask when the person may give no role at all', async () => {
    const [, seen] = await picker({ scope: 'parent', actor: actor('partner_manager') });
    expect(seen.reasons()).to.deep.equal([
      'There is no role you can give on this account. Ask the Account Owner.',
    ]);
  });

  it('R58: blocks one’s own role with the way out', async () => {
    const [, seen] = await picker({
      scope: 'parent',
      actor: owner,
      target: { isOwner: false, isActor: true },
    });
    expect(seen.options()).to.deep.equal([]);
    expect(seen.reasons()).to.deep.equal([
      'You can’t change your own role. Ask another manager of this account.',
    ]);
  });

  it('R06: shows a role it does not know by its label', async () => {
    const [, seen] = await picker({
      roles: [{ id: 'auditor', available: true, label: 'Auditor', description: 'Reads.' }],
    });
    expect(seen.options()).to.deep.equal(['Auditor']);
    expect(seen.description('Auditor')).to.equal('Reads.');
  });

  it('fills a template of a page without scripts in every option', async () => {
    const element = await fixture<CcRolePicker>(html`
      <cc-role-picker .roles=${offered}>
        <template slot="option"
          ><a href="#help">About <b data-field="name"></b></a
        ></template>
      </cc-role-picker>
    `);
    const links = [...element.renderRoot.querySelectorAll('.card a')].map(({ textContent }) => textContent);
    expect(links).to.deep.equal(['About Account Manager', 'About Campaign Creator']);
  });

  it('speaks the words of the host and keeps the others', async () => {
    const [element, seen] = await picker({
      roles: offered,
      strings: { roles: { account_manager: 'Editor-in-chief' } },
    });
    expect(seen.options()).to.deep.equal(['Editor-in-chief', 'Campaign Creator']);
    expect(element.renderRoot.querySelector('legend')?.textContent).to.equal('Role');
  });
});

describe('cc-role-picker acting', () => {
  it('chooses the role of the pressed card', async () => {
    const [element, seen] = await picker({ roles: offered });
    await seen.choose('Campaign Creator');
    expect(element.value).to.equal('campaign_creator');
    expect(seen.chosen()).to.equal('Campaign Creator');
  });

  it('moves and chooses with the arrow keys', async () => {
    const [element, seen] = await picker({ roles: offered, value: 'account_manager' });
    element.focus();
    await sendKeys({ press: 'ArrowDown' });
    await seen.settled();
    expect(element.value).to.equal('campaign_creator');
  });

  it('keeps the choice when read-only', async () => {
    const [element, seen] = await picker({ roles: offered, value: 'account_manager', readonly: true });
    await seen.choose('Campaign Creator');
    expect(element.value).to.equal('account_manager');
    expect(seen.chosen()).to.equal('Account Manager');
  });

  it('takes part in a form by its name, and falls back to the markup on reset', async () => {
    const [form, element, seen] = await inForm(
      html`<cc-role-picker name="role" value="campaign_creator" .roles=${offered}></cc-role-picker>`,
    );
    expect(new FormData(form).get('role')).to.equal('campaign_creator');
    await seen.choose('Account Manager');
    expect(new FormData(form).get('role')).to.equal('account_manager');
    form.reset();
    await seen.settled();
    expect([element.value, new FormData(form).get('role')]).to.deep.equal([
      'campaign_creator',
      'campaign_creator',
    ]);
  });

  it('G05: takes back what the browser restores', async () => {
    const [element, seen] = await picker({ roles: offered });
    element.formStateRestoreCallback('account_manager');
    await seen.settled();
    expect(seen.chosen()).to.equal('Account Manager');
  });

  it('is switched off by a disabled fieldset', async () => {
    const fieldset = await fixture<HTMLFieldSetElement>(
      html`<fieldset disabled><cc-role-picker .roles=${offered}></cc-role-picker></fieldset>`,
    );
    const element = fieldset.querySelector('cc-role-picker') as CcRolePicker;
    await element.updateComplete;
    await new RolePickerHarness(element).choose('Campaign Creator');
    expect(element.value).to.equal('');
  });
});

describe('cc-role-picker events', () => {
  it('sends input and change after its value changed, once each, and no inner events', async () => {
    const [element, seen] = await picker({ roles: offered });
    const heard: string[] = [];
    for (const type of ['input', 'change']) {
      element.addEventListener(type, (event) =>
        heard.push(`${type} ${(event.target as CcRolePicker).value}`),
      );
    }
    await seen.choose('Campaign Creator');
    expect(heard).to.deep.equal(['input campaign_creator', 'change campaign_creator']);
  });

  it('stays silent when a script sets the value', async () => {
    const [element, seen] = await picker({ roles: offered });
    let heard = 0;
    element.addEventListener('input', () => (heard += 1));
    element.addEventListener('change', () => (heard += 1));
    element.value = 'campaign_creator';
    await seen.settled();
    expect([heard, seen.chosen()]).to.deep.equal([0, 'Campaign Creator']);
  });

  it('lets a change bubble to the form', async () => {
    const [form, , seen] = await inForm(
      html`<cc-role-picker name="role" .roles=${offered}></cc-role-picker>`,
    );
    const change = oneEvent(form, 'change');
    await seen.choose('Account Manager');
    expect((await change).target).to.equal(form.querySelector('cc-role-picker'));
  });
});

describe('cc-role-picker refusal and failure', () => {
  it('G02: refuses Partner Manager set by script on a client account', async () => {
    const [element, seen] = await picker({ scope: 'child', actor: owner, value: 'campaign_creator' });
    element.value = 'partner_manager';
    await seen.settled();
    expect([element.value, seen.chosen()]).to.deep.equal(['campaign_creator', 'Campaign Creator']);
  });

  it('G02: refuses it also when the list of a script offers it', async () => {
    const [element, seen] = await picker({
      scope: 'child',
      roles: [...offered.slice(0, 2), { id: 'partner_manager', available: true }],
      value: 'partner_manager',
    });
    expect(seen.options()).to.deep.equal(['Account Manager', 'Campaign Creator']);
    expect(element.value).to.equal('');
  });

  it('G01: clears a choice that is no longer offered and says so, and keeps one that is', async () => {
    const [element, seen] = await picker({ scope: 'parent', actor: owner, value: 'partner_manager' });
    element.roles = offered.map((role) => ({ ...role, available: role.id !== 'partner_manager' }));
    await seen.settled();
    expect(element.value).to.equal('');
    expect(seen.reasons().join()).to.contain(
      'Partner Manager can’t be chosen here any more. Choose another role.',
    );
    element.value = 'account_manager';
    element.roles = offered.slice(0, 1);
    await seen.settled();
    expect(seen.chosen()).to.equal('Account Manager');
    expect(seen.reasons().join()).not.to.contain('any more');
  });

  it('G03: says that there is no role to give', async () => {
    const [, seen] = await picker({ roles: [] });
    expect(seen.reasons()).to.deep.equal([
      'There is no role you can give on this account. Ask the Account Owner.',
    ]);
  });

  it('G04: applies a value that was set before the roles arrived, and sends nothing until then', async () => {
    const answer = held<{ items: RoleDefinition[] }>();
    const client = stubClient({ roles: { list: () => answer.promise } });
    const [form, element, seen] = await inForm(
      html`<cc-role-picker
        name="role"
        value="campaign_creator"
        account-id="acc_1"
        .client=${client}
      ></cc-role-picker>`,
    );
    expect([element.value, new FormData(form).get('role')]).to.deep.equal(['campaign_creator', null]);
    answer.give({ items: offered as RoleDefinition[] });
    await answer.promise;
    await new Promise((done) => setTimeout(done));
    await seen.settled();
    expect([seen.chosen(), new FormData(form).get('role')]).to.deep.equal([
      'Campaign Creator',
      'campaign_creator',
    ]);
  });

  it('I16: says that the roles could not be loaded, and loads them on Retry', async () => {
    let calls = 0;
    const client = stubClient({
      roles: {
        list: () => {
          calls += 1;
          return calls === 1
            ? Promise.reject(new Error('down'))
            : Promise.resolve({ items: offered as RoleDefinition[] });
        },
      },
    });
    const [element, seen] = await picker({ client, accountId: 'acc_1' });
    await new Promise((done) => setTimeout(done));
    await seen.settled();
    expect(seen.error()).to.contain('We couldn’t load the roles.');
    expect(element.matches(':state(failed)')).to.equal(true);
    await seen.retry();
    await new Promise((done) => setTimeout(done));
    await seen.settled();
    expect(seen.options()).to.deep.equal(['Account Manager', 'Campaign Creator']);
  });

  it('asks for a choice where one is required, only once the form asked', async () => {
    const [form, element, seen] = await inForm(
      html`<cc-role-picker name="role" required .roles=${offered}></cc-role-picker>`,
    );
    expect([element.validity.valueMissing, seen.error()]).to.deep.equal([true, '']);
    form.requestSubmit();
    await seen.settled();
    expect(seen.error()).to.equal('Choose a role.');
    await seen.choose('Account Manager');
    expect([form.checkValidity(), seen.error()]).to.deep.equal([true, '']);
  });
});

describe('cc-role-picker accessibility', () => {
  const states: Record<string, Partial<CcRolePicker>> = {
    'on a partner account': { scope: 'parent', actor: owner, value: 'campaign_creator' },
    'on a client account': { scope: 'child', actor: owner },
    'with nothing to offer': { roles: [] },
    'while loading': {},
    'read-only': { roles: offered, value: 'account_manager', readonly: true },
  };
  for (const [name, properties] of Object.entries(states)) {
    it(`has no axe findings ${name}`, async () => {
      const [element] = await picker(properties);
      await expectAccessible(element);
    });
  }

  it('has no axe findings in dark', async function () {
    if (!canEmulateMedia) this.skip();
    const [element] = await picker(states['on a partner account']);
    element.style.setProperty('color-scheme', 'dark');
    element.parentElement?.style.setProperty('background', '#131519');
    await expectAccessible(element);
  });

  it('names each radio by its role and describes it by its sentence', async () => {
    const [element] = await picker({ scope: 'child', actor: owner });
    const radio = element.renderRoot.querySelector<HTMLInputElement>('input[value="account_manager"]');
    const root = element.shadowRoot;
    const by = (attribute: string) => root?.getElementById(radio?.getAttribute(attribute) ?? '')?.textContent;
    expect(by('aria-labelledby')).to.equal('Account Manager');
    expect(by('aria-describedby')).to.contain('can’t make purchases');
  });

  it('moves focus to the chosen radio', async () => {
    const [element] = await picker({ roles: offered, value: 'campaign_creator' });
    element.focus();
    expect((element.shadowRoot?.activeElement as HTMLInputElement).value).to.equal('campaign_creator');
  });

  it('marks the chosen card in forced colours by more than its background', async function () {
    if (!canEmulateMedia) this.skip();
    await emulateMedia({ forcedColors: 'active' });
    const [element] = await picker({ roles: offered, value: 'campaign_creator' });
    const outlines = [...element.renderRoot.querySelectorAll('.card')].map(
      (card) => getComputedStyle(card).outlineStyle,
    );
    await emulateMedia();
    expect(outlines).to.deep.equal(['none', 'solid']);
  });
});

describe('cc-role-picker beside another one', () => {
  it('draws roles that are loaded already in its first update, and is valid then', async () => {
    const items = offered.map((role) => ({ ...role, grantableOn: ['child'] })) as unknown as RoleDefinition[];
    const client = stubClient({ roles: { list: async () => ({ items }) } });
    const provider = await fixture<HTMLElement>(
      html`<cc-provider .client=${client} account-id="acc_1"><cc-role-picker></cc-role-picker></cc-provider>`,
    );
    const seen = new RolePickerHarness(provider.querySelector('cc-role-picker') as CcRolePicker);
    await waitUntil(() => seen.options().length > 0);
    const later = document.createElement('cc-role-picker');
    Object.assign(later, { required: true, value: 'campaign_creator' });
    provider.append(later);
    await later.updateComplete;
    expect(new RolePickerHarness(later).options()).to.deep.equal(seen.options());
    expect(later.checkValidity()).to.equal(true);
  });
});

const listing = () => stubClient({ roles: { list: async () => ({ items: offered as RoleDefinition[] }) } });
const down = () => stubClient({ roles: { list: () => Promise.reject(new Error('down')) } });
keepsItsPromises('on a client account', { tag: 'cc-role-picker', client: listing });
keepsItsPromises('with nothing to offer', {
  tag: 'cc-role-picker',
  client: listing,
  properties: { roles: [] },
});
keepsItsPromises('when the roles do not come', { tag: 'cc-role-picker', client: down });
