import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { html as lit, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { html as staticHtml } from 'lit/static-html.js';
import { CcError } from '../../src/client/errors.js';
import { booleanAttribute } from '../../src/elements/base/boolean.js';
import { CcElement } from '../../src/elements/base/cc-element.js';
import { define, type CcElementClass } from '../../src/elements/base/define.js';
import { CcFactEvent, CcRequestEvent } from '../../src/elements/base/events.js';
import { innerTag } from '../../src/elements/base/inner.js';
import type { Outcome } from '../../src/elements/base/perform.js';
import { rich } from '../../src/elements/base/rich.js';
import * as door from '../../src/index.js';
import { stubClient } from '../support/stub-client.js';

class GreetRequest extends CcRequestEvent<{ name: string }, string> {
  static readonly type = 'x-greet-request';
}
class Greeted extends CcFactEvent<string> {
  static readonly type = 'x-greeted';
}

class Inner extends CcElement {
  static override readonly tag: string = 'cc-test-inner';
  protected override render(): TemplateResult {
    return lit`<button>inner</button>`;
  }
}

class Outer extends CcElement {
  static override readonly tag: string = 'cc-test-outer';
  static override readonly uses: readonly CcElementClass[] = [Inner];
  @property({ converter: booleanAttribute }) loud = false;

  greet(action: (input: { name: string }) => Promise<string>): Promise<Outcome<string>> {
    const request = new GreetRequest({ accountId: 'acc_1', input: { name: 'Ana' } });
    return this.perform(
      request,
      action,
      (text) => new Greeted(text),
      () => this.greet(action),
    );
  }
  protected override render(): TemplateResult {
    const tag = innerTag(this, Inner);
    return staticHtml`<${tag}></${tag}>`;
  }
}
define(Outer);

const hello = ({ name }: { name: string }) => Promise.resolve(`Hello ${name}`);
const outer = () => fixture<Outer>(html`<cc-test-outer></cc-test-outer>`);

describe('requests and facts', () => {
  it('asks, acts, then tells, up to the document', async () => {
    const element = await outer();
    const heard: string[] = [];
    const listen = (event: Event) => heard.push(event.type);
    document.addEventListener('x-greet-request', listen);
    document.addEventListener('x-greeted', listen);
    const outcome = await element.greet(hello);
    document.removeEventListener('x-greet-request', listen);
    document.removeEventListener('x-greeted', listen);
    expect(outcome).to.deep.equal({ state: 'done', result: 'Hello Ana' });
    expect(heard).to.deep.equal(['x-greet-request', 'x-greeted']);
  });

  it('does nothing when a listener vetoes', async () => {
    const element = await outer();
    let acted = false;
    element.addEventListener('x-greet-request', (event) => event.preventDefault());
    const outcome = await element.greet(async () => {
      acted = true;
      return '';
    });
    expect([outcome.state, acted]).to.deep.equal(['vetoed', false]);
  });

  it('acts with the input a listener changed, and leaves the caller’s own input alone', async () => {
    const element = await outer();
    element.addEventListener(
      'x-greet-request',
      (event) => ((event as GreetRequest).detail.input.name = 'Ben'),
    );
    expect(await element.greet(hello)).to.deep.equal({ state: 'done', result: 'Hello Ben' });
  });

  it('shows a listener’s own answer in place of the action', async () => {
    const element = await outer();
    element.addEventListener('x-greet-request', (event) =>
      (event as GreetRequest).respondWith(Promise.resolve('Moin')),
    );
    const told = oneEvent(element, 'x-greeted');
    const outcome = await element.greet(() => Promise.reject(new Error('must not run')));
    expect(outcome).to.deep.equal({ state: 'done', result: 'Moin' });
    expect((await told).detail).to.equal('Moin');
  });

  it('refuses an answer that comes after the event', async () => {
    const element = await outer();
    let late: GreetRequest | undefined;
    element.addEventListener('x-greet-request', (event) => (late = event as GreetRequest));
    await element.greet(hello);
    expect(() => late?.respondWith('too late')).to.throw(DOMException, 'while the event is dispatched');
  });

  it('reports a failure with its code, request id, action and a retry that works', async () => {
    const element = await outer();
    let calls = 0;
    const flaky = async () => {
      calls += 1;
      if (calls === 1)
        throw new CcError({ kind: 'unavailable', code: 'unavailable', status: 503, requestId: 'req_9' });
      return 'at last';
    };
    const failed = oneEvent(element, 'cc-error');
    const outcome = await element.greet(flaky);
    const { detail } = await failed;
    expect(outcome.state).to.equal('failed');
    expect([detail.code, detail.status, detail.requestId, detail.action]).to.deep.equal([
      'unavailable',
      503,
      'req_9',
      'x-greet-request',
    ]);
    const told = oneEvent(element, 'x-greeted');
    detail.retry();
    expect((await told).detail).to.equal('at last');
  });

  it('leaves the message to a host that prevents the default of cc-error', async () => {
    const element = await outer();
    element.addEventListener('cc-error', (event) => event.preventDefault());
    const outcome = await element.greet(() => Promise.reject(new Error('no')));
    expect(outcome).to.include({ state: 'failed', silent: true });
  });

  it('R10: says nothing about a call that was stopped because nobody waits for it', async () => {
    const element = await outer();
    let told = false;
    element.addEventListener('cc-error', () => (told = true));
    await element.greet(() => Promise.reject(new CcError({ kind: 'aborted', code: 'aborted' })));
    expect(told).to.equal(false);
  });
});

describe('define', () => {
  it('registers a class with the elements it draws, and again without harm', () => {
    expect(define(Outer)).to.equal(Outer);
    expect(customElements.get('cc-test-inner')).to.equal(Inner);
  });

  it('gives a prefix to the element and to what it draws', async () => {
    define(Outer, { prefix: 'acme' });
    const element = await fixture<Outer>(html`<acme-test-outer></acme-test-outer>`);
    expect(element.shadowRoot?.firstElementChild?.localName).to.equal('acme-test-inner');
    expect(element.shadowRoot?.firstElementChild?.shadowRoot?.textContent).to.equal('inner');
  });

  it('H02: keeps the first of two versions and warns once', () => {
    class Newer extends Inner {
      static override readonly version = '99.0.0';
    }
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => warnings.push(text);
    const kept = [define(Newer), define(Newer)];
    console.warn = warn;
    expect(kept).to.deep.equal([Inner, Inner]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/cc-test-inner.*already defined/);
  });

  it('works in a scoped registry, where the engine has them', async function () {
    const registry = scopedRegistry();
    if (!registry) return this.skip();
    define(Outer, { registry });
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open', customElementRegistry: registry });
    root.innerHTML = '<cc-test-outer></cc-test-outer>';
    const element = root.firstElementChild as Outer;
    await element.updateComplete;
    const inner = element.shadowRoot?.firstElementChild;
    expect(inner?.shadowRoot?.textContent).to.equal('inner');
    expect(inner?.constructor).to.equal(registry.get('cc-test-inner'));
    expect(inner?.constructor).not.to.equal(Inner);
  });
});

function scopedRegistry(): CustomElementRegistry | undefined {
  try {
    return new CustomElementRegistry();
  } catch {
    return undefined;
  }
}

describe('CcElement', () => {
  it('reads the word "false" in a boolean attribute as false', async () => {
    const element = await fixture<Outer>(html`<cc-test-outer loud="false" readonly="false"></cc-test-outer>`);
    expect([element.loud, element.readonly]).to.deep.equal([false, false]);
    element.setAttribute('loud', '');
    expect(element.loud).to.equal(true);
  });

  it('makes its own stores from a client, keeps them through a move, and ends them when it leaves', async () => {
    const element = await fixture<Outer>(
      html`<cc-test-outer account-id="acc_1" .client=${stubClient()}></cc-test-outer>`,
    );
    const { stores } = element;
    const parent = element.parentElement as HTMLElement;
    parent.append(element);
    await element.updateComplete;
    expect(element.stores).to.equal(stores);
    element.remove();
    await Promise.resolve();
    expect(stores?.ended).to.equal(true);
    parent.append(element);
    await element.updateComplete;
    expect(element.stores?.ended).to.equal(false);
  });

  it('takes the language of the nearest lang, also from outside a shadow tree', async () => {
    const section = await fixture(
      html`<section lang="pt-BR" dir="rtl"><cc-test-outer></cc-test-outer></section>`,
    );
    const element = section.querySelector<Outer>('cc-test-outer');
    expect(element?.language).to.include({ locale: 'pt-BR', dir: 'rtl' });
    const inner = element?.shadowRoot?.firstElementChild as Inner;
    expect(inner.language.locale).to.equal('pt-BR');
  });

  it('keeps a property that was set before the element was known', async () => {
    const early = document.createElement('cc-test-early') as Inner;
    early.accountId = 'acc_7';
    document.body.append(early);
    class Early extends Inner {
      static override readonly tag: string = 'cc-test-early';
    }
    define(Early);
    await early.updateComplete;
    expect(early.accountId).to.equal('acc_7');
    early.remove();
  });
});

describe('events', () => {
  it('each says the name it is heard by, and no two the same', () => {
    const classes = Object.values(door).filter(
      (one) =>
        typeof one === 'function' &&
        (one.prototype instanceof CcRequestEvent || one.prototype instanceof CcFactEvent),
    );
    const names = classes.map((one) =>
      Object.hasOwn(one, 'type') ? (one as { type: string }).type : one.name,
    );
    expect(classes.length).to.be.greaterThan(80);
    expect(names.filter((name) => !/^cc-[a-z-]+$/.test(name))).to.deep.equal([]);
    expect(new Set(names).size).to.equal(names.length);
  });
});

describe('rich', () => {
  const drawn = async (content: unknown) => (await fixture(html`<p>${content}</p>`)) as HTMLElement;

  it('isolates names and never reads them as markup', async () => {
    const name = 'Ana <b>bold</b> \u202Eevil';
    const paragraph = await drawn(rich(({ who }: { who: string }) => `<b>${who}</b> joined`, { who: name }));
    expect(paragraph.querySelector('strong bdi')?.textContent).to.equal(name);
    expect(paragraph.querySelectorAll('strong')).to.have.length(1);
    expect(paragraph.textContent).to.equal(`${name} joined`);
  });

  it('leaves the sentence to say something else where a name is not known', async () => {
    const sentence = ({ parent }: { parent: string }) => `They won’t see ${parent || 'the partner account'}.`;
    const paragraph = await drawn(rich(sentence, { parent: '' }));
    expect(paragraph.textContent).to.equal('They won’t see the partner account.');
  });

  it('draws tags with what the element gives for them', async () => {
    const sentence = 'Reaches all. For one, <a>open it</a> and <b>add</b> there.';
    const paragraph = await drawn(rich(sentence, {}, { a: (text) => lit`<a href="#x">${text}</a>` }));
    expect(paragraph.querySelector('a')?.textContent).to.equal('open it');
    expect(paragraph.textContent).to.equal('Reaches all. For one, open it and add there.');
  });
});
