import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { html as lit, type TemplateResult } from 'lit';
import type { Clock } from '../../src/client/clock.js';
import { StringsController } from '../../src/controllers/strings.controller.js';
import { CcElement } from '../../src/elements/base/cc-element.js';
import { define } from '../../src/elements/base/define.js';
import { CcProvider } from '../../src/elements/provider/provider.js';
import { rolePicker } from '../../src/i18n/en/role-picker.js';
import type { LocalePack } from '../../src/i18n/language.js';
import type { Strings } from '../../src/i18n/strings.js';
import { stubClient } from '../support/stub-client.js';
import { waitUntil } from '../support/wait.js';

class Probe extends CcElement {
  static override readonly tag: string = 'cc-test-probe';
  readonly text = new StringsController(this, 'rolePicker', rolePicker);
  protected override render(): TemplateResult {
    return lit`${this.stores?.accountId ?? 'none'} ${this.text.t.legend} ${String(this.settings.readonly)}`;
  }
}
define(Probe);
define(CcProvider);

const shown = (root: ParentNode, selector = 'cc-test-probe') =>
  [...root.querySelectorAll<Probe>(selector)].map((probe) => probe.shadowRoot?.textContent?.trim());
const settle = async (...elements: CcElement[]) => {
  for (const element of elements) await element.updateComplete;
  await new Promise((done) => setTimeout(done));
};

function pack(locale: string, legend: string): LocalePack {
  return { locale, strings: { rolePicker: { ...rolePicker, legend } } as Strings };
}

describe('cc-provider', () => {
  it('gives client and account to what is inside; two providers with different accounts stand side by side', async () => {
    const page = await fixture(
      html`<div>
        <cc-provider account-id="acc_1" .client=${stubClient()}><cc-test-probe></cc-test-probe></cc-provider>
        <cc-provider account-id="acc_2" .client=${stubClient()}><cc-test-probe></cc-test-probe></cc-provider>
      </div>`,
    );
    await settle(...page.querySelectorAll<CcElement>('*'));
    expect(shown(page)).to.deep.equal(['acc_1 Role false', 'acc_2 Role false']);
    const [one, two] = [...page.querySelectorAll<Probe>('cc-test-probe')];
    expect(one?.stores).not.to.equal(two?.stores);
  });

  it('is overruled by an element’s own account, with the client of the provider', async () => {
    const client = stubClient();
    const provider = await fixture<CcProvider>(html`
      <cc-provider account-id="acc_1" .client=${client}
        ><cc-test-probe account-id="acc_9"></cc-test-probe
      ></cc-provider>
    `);
    await settle(provider);
    const probe = provider.querySelector<Probe>('cc-test-probe');
    expect([probe?.stores?.accountId, probe?.stores?.client]).to.deep.equal(['acc_9', client]);
  });

  it('nests: an inner one says what differs and leaves the rest to the outer one', async () => {
    const client = stubClient();
    const outer = await fixture<CcProvider>(html`
      <cc-provider
        account-id="acc_1"
        readonly
        .client=${client}
        .strings=${{ rolePicker: { legend: 'Function' } }}
      >
        <cc-provider account-id="acc_2"><cc-test-probe></cc-test-probe></cc-provider>
      </cc-provider>
    `);
    await settle(outer, ...outer.querySelectorAll<CcElement>('*'));
    expect(shown(outer)).to.deep.equal(['acc_2 Function true']);
    expect(outer.querySelector<Probe>('cc-test-probe')?.stores?.client).to.equal(client);
  });

  it('shares one scope between elements of the same client and account', async () => {
    const provider = await fixture<CcProvider>(html`
      <cc-provider account-id="acc_1" .client=${stubClient()}>
        <cc-test-probe></cc-test-probe><cc-test-probe></cc-test-probe>
      </cc-provider>
    `);
    await settle(provider);
    const [one, two] = [...provider.querySelectorAll<Probe>('cc-test-probe')];
    expect(one?.stores).to.equal(two?.stores);
  });

  it('gives new stores when the account changes, and ends the old ones', async () => {
    const provider = await fixture<CcProvider>(html`
      <cc-provider account-id="acc_1" .client=${stubClient()}><cc-test-probe></cc-test-probe></cc-provider>
    `);
    await settle(provider);
    const before = provider.stores;
    provider.accountId = 'acc_2';
    await settle(provider);
    expect([before?.ended, ...shown(provider)]).to.deep.equal([true, 'acc_2 Role false']);
  });

  it('serves elements that were upgraded before it', async () => {
    class Late extends CcProvider {
      static override readonly tag: string = 'cc-test-late';
    }
    const page = await fixture(
      html`<div>
        <cc-test-late><cc-test-probe></cc-test-probe></cc-test-late>
      </div>`,
    );
    expect(shown(page)).to.deep.equal(['none Role false']);
    const late = page.querySelector('cc-test-late') as Late;
    late.client = stubClient();
    late.accountId = 'acc_3';
    define(Late);
    await settle(late);
    expect(shown(page)).to.deep.equal(['acc_3 Role false']);
  });

  it('reads its JSON block, below attributes and properties, and no secret from it', async () => {
    const provider = await fixture<CcProvider>(html`
      <cc-provider account-id="acc_attribute">
        <script type="application/json" slot="config">
          {
            "accountId": "acc_json",
            "baseUrl": "/crew/v1",
            "getToken": "secret",
            "strings": { "rolePicker": { "legend": "Job" } }
          }
        </script>
        <cc-test-probe></cc-test-probe>
      </cc-provider>
    `);
    await settle(provider);
    expect([provider.accountId, provider.baseUrl, provider.getToken]).to.deep.equal([
      'acc_attribute',
      '/crew/v1',
      undefined,
    ]);
    expect(shown(provider)).to.deep.equal(['acc_attribute Job false']);
  });

  it('makes a client from base-url that asks the host’s fetch and token, and nothing before the first call', async () => {
    const asked: string[] = [];
    const provider = await fixture<CcProvider>(html`
      <cc-provider
        base-url="/crew/v1"
        account-id="acc_1"
        .getToken=${() => 'token-1'}
        .fetch=${async (input: RequestInfo | URL) => {
          const request = input as Request;
          asked.push(`${new URL(request.url).pathname} ${request.headers.get('authorization')}`);
          return Response.json({ items: [] });
        }}
      ></cc-provider>
    `);
    await settle(provider);
    expect(asked).to.deep.equal([]);
    await provider.stores?.client.roles.list('acc_1');
    expect(asked).to.deep.equal(['/crew/v1/accounts/acc_1/roles Bearer token-1']);
  });

  it('says that it is connected, and once that nobody is signed in', async () => {
    const client = stubClient();
    const provider = document.createElement('cc-provider');
    const connected = oneEvent(provider, 'cc-connected');
    Object.assign(provider, { client, accountId: 'acc_1' });
    document.body.append(provider);
    expect((await connected).detail).to.deep.equal({ accountId: 'acc_1' });
    const heard: unknown[] = [];
    provider.addEventListener('cc-signed-out', ({ detail }) => heard.push(detail));
    document.body.prepend(provider);
    client.tell('signed-out', { reason: 'expired' });
    expect(heard).to.deep.equal([{ reason: 'expired' }]);
    provider.remove();
  });

  it('runs a demo with the loader of its registration, on the account of the scenario', async () => {
    const asked: string[] = [];
    class DemoProvider extends CcProvider {
      static override readonly tag: string = 'cc-test-demo';
      static override loadDemo = async (scenario: string) => {
        asked.push(scenario);
        return { client: stubClient(), accountId: 'acc_demo' };
      };
    }
    define(DemoProvider);
    const provider = await fixture<DemoProvider>(
      html`<cc-test-demo demo><cc-test-probe></cc-test-probe></cc-test-demo>`,
    );
    await settle(provider);
    expect([asked, shown(provider)]).to.deep.equal([['northwind'], ['acc_demo Role false']]);
  });
});

describe('cc-provider language', () => {
  it('falls back key by key: host, region, language, English', async () => {
    const packs: Record<string, LocalePack> = {
      pt: {
        locale: 'pt',
        strings: { rolePicker: { ...rolePicker, legend: 'Função', required: 'Escolha.' } } as Strings,
      },
      'pt-BR': { locale: 'pt-BR', strings: { rolePicker: { legend: 'Papel' } } as Strings },
    };
    const provider = await fixture<CcProvider>(html`
      <cc-provider
        locale="pt-BR"
        .loadLocale=${async (tag: string) => packs[tag]}
        .strings=${{ rolePicker: { failed: 'Ups.' } }}
        ><cc-test-probe></cc-test-probe
      ></cc-provider>
    `);
    await settle(provider);
    const t = provider.querySelector<Probe>('cc-test-probe')?.text.t;
    expect([t?.legend, t?.required, t?.failed, t?.noRoles]).to.deep.equal([
      'Papel',
      'Escolha.',
      'Ups.',
      rolePicker.noRoles,
    ]);
  });

  it('sets lang and dir for what is inside, and keeps the newest of two choices', async () => {
    const slow = (tag: string) =>
      new Promise<LocalePack>((done) => setTimeout(() => done(pack(tag, tag)), tag === 'ar' ? 20 : 5));
    const provider = await fixture<CcProvider>(html`
      <cc-provider locale="ar" .loadLocale=${slow}><cc-test-probe></cc-test-probe></cc-provider>
    `);
    expect([provider.lang, provider.dir]).to.deep.equal(['ar', 'rtl']);
    provider.locale = 'de';
    await new Promise((done) => setTimeout(done, 40));
    expect([provider.lang, provider.dir, ...shown(provider)]).to.deep.equal(['de', 'ltr', 'none de false']);
  });

  it('stays English, with a warning, when a language cannot be loaded', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => warnings.push(text);
    const provider = await fixture<CcProvider>(html`
      <cc-provider locale="de" .loadLocale=${() => Promise.reject(new Error('404'))}
        ><cc-test-probe></cc-test-probe
      ></cc-provider>
    `);
    await settle(provider);
    console.warn = warn;
    expect(shown(provider)).to.deep.equal(['none Role false']);
    expect(warnings.join()).to.contain('"de" could not be loaded');
  });

  it('asks the host’s own message system by key, with the values', async () => {
    const provider = await fixture<CcProvider>(html`
      <cc-provider
        .translateWith=${(key: string, values: { role?: string }) =>
          key === 'rolePicker.legend'
            ? 'Rolle'
            : key === 'rolePicker.cleared'
              ? `Ohne ${values.role}`
              : undefined}
        ><cc-test-probe></cc-test-probe
      ></cc-provider>
    `);
    await settle(provider);
    const t = provider.querySelector<Probe>('cc-test-probe')?.text.t;
    expect([t?.legend, t?.cleared({ role: 'X' }), t?.required]).to.deep.equal([
      'Rolle',
      'Ohne X',
      'Choose a role.',
    ]);
  });
});

describe('cc-provider look', () => {
  it('forces a scheme and a density on what is inside', async () => {
    const provider = await fixture<CcProvider>(html`
      <cc-provider theme="dark" density="compact"><div></div></cc-provider>
    `);
    const style = getComputedStyle(provider.querySelector('div') as Element);
    expect([style.colorScheme, style.getPropertyValue('--cc-density')]).to.deep.equal(['dark', '0.8']);
  });

  it('puts a brand’s tokens on itself, and leaves out a value that loads something', async () => {
    const { warn } = console;
    console.warn = () => undefined;
    const provider = await fixture<CcProvider>(html`
      <cc-provider
        .brand=${{ tokens: { accent: '#ff6b57', surface: 'url(https://evil.test/x)' } }}
      ></cc-provider>
    `);
    const { style } = provider;
    await waitUntil(() => style.getPropertyValue('--cc-accent') === '#ff6b57');
    console.warn = warn;
    expect(style.getPropertyValue('--cc-surface')).to.equal('');
    provider.brand = {};
    await waitUntil(() => style.getPropertyValue('--cc-accent') === '');
  });
});

describe('cc-provider announcements', () => {
  const announcing = async () => {
    let now = 0;
    const clock: Clock = { now: () => new Date(now), after: () => () => undefined };
    const provider = await fixture<CcProvider>(
      html`<cc-provider .clock=${clock}><cc-test-probe></cc-test-probe></cc-provider>`,
    );
    await settle(provider);
    const region = (live: string, root: ParentNode = provider) =>
      root.querySelector(`[data-cc-live=${live}]`)?.textContent;
    const announcer = provider.querySelector<Probe>('cc-test-probe')?.settings.announcer;
    return { provider, region, say: announcer, pass: (ms: number) => (now += ms) };
  };

  it('speaks through its own pair of live regions in light DOM, once per sentence and second', async () => {
    const { provider, region, say, pass } = await announcing();
    expect(provider.querySelectorAll(':scope > [data-cc-live]')).to.have.length(2);
    say?.say('Saved');
    const first = provider.querySelector('[data-cc-live=polite] > p');
    say?.say('Saved');
    expect(provider.querySelector('[data-cc-live=polite] > p')).to.equal(first);
    pass(1000);
    say?.say('Saved');
    expect(provider.querySelector('[data-cc-live=polite] > p')).not.to.equal(first);
    say?.say('Offline', true);
    expect([region('polite'), region('assertive')]).to.deep.equal(['Saved', 'Offline']);
  });

  it('speaks from inside an open dialog, and from itself again afterwards', async () => {
    const { region, say } = await announcing();
    const dialog = await fixture<HTMLElement>(html`<div></div>`);
    say?.enter(dialog);
    say?.say('Invite sent');
    expect([region('polite'), region('polite', dialog)]).to.deep.equal(['', 'Invite sent']);
    say?.leave(dialog);
    say?.say('Back');
    expect([region('polite'), dialog.children.length]).to.deep.equal(['Back', 0]);
  });

  it('takes its regions away with itself', async () => {
    const { provider } = await announcing();
    provider.remove();
    expect(provider.querySelectorAll('[data-cc-live]')).to.have.length(0);
  });
});
