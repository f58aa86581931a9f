import { expect, fixture, html } from '@open-wc/testing';
import { html as lit, type TemplateResult } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { CredentialFields } from '../../src/controllers/credential-fields.js';
import { CcElement } from '../../src/elements/base/cc-element.js';
import { define } from '../../src/elements/base/define.js';
import { fieldStyles } from '../../src/styles/field.js';
import { hostStyles } from '../../src/styles/host.js';
import { expectAccessible } from '../support/axe.js';

class Entry extends CcElement {
  static override readonly tag: string = 'cc-test-entry';
  static override styles = [hostStyles, fieldStyles];
  submits = 0;
  typed: string[] = [];
  readonly fields = new CredentialFields(
    this,
    [
      { name: 'username', type: 'text', autocomplete: 'username', label: () => 'Username' },
      {
        name: 'password',
        type: 'password',
        autocomplete: 'new-password',
        required: true,
        label: () => 'Password',
        hint: () => 'At least 15 characters',
      },
    ],
    { submit: () => (this.submits += 1), changed: (name) => this.typed.push(name) },
  );
  protected override render(): TemplateResult {
    return lit`<form>${this.fields.render('username')}${this.fields.render('password')}</form>`;
  }
}
define(Entry);

const entry = (markup = html`<cc-test-entry></cc-test-entry>`) => fixture<Entry>(markup);
const described = (input?: HTMLInputElement) =>
  document.getElementById(input?.getAttribute('aria-describedby') ?? '')?.textContent;

describe('CredentialFields', () => {
  it('puts its own inputs in light DOM with the tokens that password managers look for', async () => {
    const element = await entry();
    const inputs = [...element.querySelectorAll<HTMLInputElement>(':scope > input')];
    expect(
      inputs.map(({ slot, name, type, autocomplete }) => [slot, name, type, autocomplete]),
    ).to.deep.equal([
      ['username', 'username', 'text', 'username'],
      ['password', 'password', 'password', 'new-password'],
    ]);
  });

  it('uses the input of the page, keeps what the page said about it, and labels it', async () => {
    const element = await entry(html`
      <cc-test-entry><input slot="username" id="mine" autocomplete="email" value="ana" /></cc-test-entry>
    `);
    const input = element.fields.input('username');
    expect([input?.id, input?.autocomplete, element.fields.value('username')]).to.deep.equal([
      'mine',
      'email',
      'ana',
    ]);
    expect(input?.labels?.[0]?.textContent).to.equal('Username');
    expect(element.querySelectorAll('input')).to.have.length(2);
  });

  it('ties label, hint and error to the input in the same tree', async () => {
    const element = await entry();
    const input = element.fields.input('password');
    expect(input?.labels?.[0]?.textContent).to.equal('Password');
    expect([described(input), input?.getAttribute('aria-invalid')]).to.deep.equal([
      'At least 15 characters',
      null,
    ]);
    element.fields.setError('password', 'Make the password longer.');
    await element.updateComplete;
    expect([described(input), input?.getAttribute('aria-invalid')]).to.deep.equal([
      'Make the password longer.',
      'true',
    ]);
    expect(element.fields.focusFirstError()).to.equal(true);
    expect(document.activeElement).to.equal(input);
  });

  it('keeps what is typed, blanks too, through redraws and a move', async () => {
    const element = await entry();
    element.fields.focus('password');
    await sendKeys({ type: ' two  words ' });
    element.requestUpdate();
    await element.updateComplete;
    element.parentElement?.prepend(element);
    await element.updateComplete;
    expect(element.fields.value('password')).to.equal(' two  words ');
    expect(new Set(element.typed)).to.deep.equal(new Set(['password']));
    element.fields.clear();
    expect(element.fields.value('password')).to.equal('');
  });

  it('submits on Enter, and shows a password on request', async () => {
    const element = await entry();
    element.fields.focus('password');
    await sendKeys({ press: 'Enter' });
    expect(element.submits).to.equal(1);
    element.fields.reveal('password', true);
    expect(element.fields.input('password')?.type).to.equal('text');
  });

  it('looks the same on a page with a hostile reset, and has no axe findings', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('input { border: 9px solid red; padding: 30px; font-size: 5px } * { margin: 7px }');
    document.adoptedStyleSheets = [sheet];
    const element = await entry();
    const style = getComputedStyle(element.fields.input('username') as HTMLInputElement);
    document.adoptedStyleSheets = [];
    expect([style.borderTopWidth, style.paddingLeft, style.marginTop]).to.deep.equal(['0px', '0px', '0px']);
    await expectAccessible(element);
  });
});
