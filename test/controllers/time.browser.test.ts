import { expect, fixture, html } from '@open-wc/testing';
import { html as lit, type TemplateResult } from 'lit';
import type { Clock } from '../../src/client/clock.js';
import { TimeController } from '../../src/controllers/time.controller.js';
import { CcElement } from '../../src/elements/base/cc-element.js';
import { define } from '../../src/elements/base/define.js';
import '../../src/define/provider.js';
import { stubClient } from '../support/stub-client.js';

class Seen extends CcElement {
  static override readonly tag: string = 'cc-test-seen';
  readonly time = new TimeController(this);
  protected override render(): TemplateResult {
    return lit`<time title=${this.time.full('2026-11-22T11:59:30Z')}>${this.time.relative('2026-11-22T11:59:30Z')}</time>`;
  }
}
define(Seen);

function fakeClock(start: string) {
  let now = Date.parse(start);
  const waiting = new Set<() => void>();
  const clock: Clock = {
    now: () => new Date(now),
    after: (_, work) => {
      waiting.add(work);
      return () => waiting.delete(work);
    },
  };
  const pass = (ms: number) => {
    now += ms;
    const due = [...waiting];
    waiting.clear();
    due.forEach((work) => work());
  };
  return { clock, waiting, pass };
}

describe('TimeController', () => {
  it('keeps relative times true with one timer for all elements of an account, which rests without them', async () => {
    const { clock, waiting, pass } = fakeClock('2026-11-22T12:00:00Z');
    const provider = await fixture(html`
      <cc-provider account-id="acc_1" time-zone="UTC" .clock=${clock} .client=${stubClient()}>
        <cc-test-seen></cc-test-seen><cc-test-seen></cc-test-seen>
      </cc-provider>
    `);
    const elements = [...provider.querySelectorAll<Seen>('cc-test-seen')];
    const texts = async () => {
      await Promise.all(elements.map((element) => element.updateComplete));
      return elements.map((element) => element.shadowRoot?.textContent);
    };
    expect(await texts()).to.deep.equal(['Just now', 'Just now']);
    expect(waiting.size).to.equal(1);
    pass(30_000);
    expect(await texts()).to.deep.equal(['1 min ago', '1 min ago']);
    expect(elements[0]?.shadowRoot?.querySelector('time')?.title).to.equal('22 November 2026 at 11:59');
    provider.remove();
    await new Promise((done) => setTimeout(done));
    expect(waiting.size).to.equal(0);
  });
});
