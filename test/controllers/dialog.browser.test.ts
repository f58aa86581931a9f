import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { opened } from '../support/asking-dialog.js';
import { waitUntil } from '../support/wait.js';

describe('DialogController', () => {
  it('speaks from inside while open, and through the provider afterwards', async () => {
    const element = await opened();
    const dialog = element.part_('dialog');
    element.announce.say('Sending');
    expect(dialog.querySelector('[data-cc-live=polite]')?.textContent).to.equal('Sending');
    element.dialog.close();
    await waitUntil(() => element.closed === 1, 'the news of its closing');
    element.announce.say('Sent');
    expect(dialog.querySelector('[data-cc-live]')).to.equal(null);
    expect(element.parentElement?.querySelector('[data-cc-live=polite]')?.textContent).to.equal('Sent');
  });

  it('stays open where it is opened again before the news of its closing has come', async () => {
    const element = await opened();
    const dialog = element.part_<HTMLDialogElement>('dialog');
    const news = oneEvent(dialog, 'close');
    element.dialog.close();
    await element.dialog.show();
    await news;
    expect([dialog.open, element.dialog.open, element.closed]).to.deep.equal([true, true, 0]);
    element.announce.say('Again');
    expect(dialog.querySelector('[data-cc-live=polite]')?.textContent).to.equal('Again');
    element.dialog.close();
    await waitUntil(() => element.closed === 1, 'the news of its closing');
    expect(dialog.querySelector('[data-cc-live]') === null).to.equal(true);
  });

  it('can be seen once it is open', async () => {
    const element = await opened();
    const style = getComputedStyle(element.part_('dialog'));
    await waitUntil(() => style.opacity === '1', 'the end of its motion');
    expect(style.display).to.equal('flex');
    element.dialog.close();
  });

  it('T23: does not take presses in its first half second', async () => {
    const element = await opened();
    expect(element.dialog.settled).to.equal(false);
    await waitUntil(() => element.dialog.settled, 'the end of its first half second');
    element.dialog.close();
  });

  it('lets the provider speak again when the element is removed while open', async () => {
    const element = await opened();
    const provider = element.parentElement as HTMLElement;
    const announcer = element.settings.announcer;
    element.remove();
    await element.updateComplete;
    announcer?.say('Gone');
    expect(provider.querySelector('[data-cc-live=polite]')?.textContent).to.equal('Gone');
  });

  it('stays closed where its element leaves the page before it has opened', async () => {
    const element = await opened();
    element.dialog.close();
    await waitUntil(() => element.closed === 1, 'the news of its closing');
    const showing = element.dialog.show();
    element.remove();
    await showing;
    expect(element.dialog.open).to.equal(false);
  });

  it('fills a page below 480 px, and is 560 px wide above', async () => {
    const element = await opened();
    expect(element.part_('dialog').getBoundingClientRect().width).to.be.closeTo(
      Math.min(560, innerWidth - 32),
      12,
    );
    element.dialog.close();
  });
});

describe('DialogController on Escape', () => {
  it('opens a modal with focus inside, and gives focus back when it closes', async () => {
    const element = await opened();
    expect(element.dialog.open).to.equal(true);
    expect(element.shadowRoot?.activeElement?.localName).to.equal('input');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => element.closed === 1, 'the news of its closing');
    expect(element.dialog.open).to.equal(false);
    expect(element.shadowRoot?.activeElement?.id).to.equal('open');
  });

  it('gives focus to the opener it was told, wherever focus was when it opened', async () => {
    const element = await opened();
    element.dialog.close();
    await waitUntil(() => element.closed === 1, 'the news of its closing');
    (document.activeElement as HTMLElement).blur();
    await element.dialog.show(element.part_('#open'));
    element.part_('dialog button').focus();
    element.dialog.close();
    await waitUntil(() => element.closed === 2, 'the news of its closing');
    expect(element.shadowRoot?.activeElement?.id).to.equal('open');
  });

  it('leaves focus where a person has moved it before the news of the closing came', async () => {
    const element = await opened();
    const elsewhere = document.createElement('button');
    element.parentElement?.append(elsewhere);
    element.dialog.close();
    elsewhere.focus();
    await waitUntil(() => element.closed === 1, 'the news of its closing');
    expect(document.activeElement === elsewhere).to.equal(true);
  });

  it('I13: stays open on Escape while its guard says no, however often', async () => {
    const element = await opened();
    element.guarded = true;
    for (const _ of [1, 2, 3]) await sendKeys({ press: 'Escape' });
    await waitUntil(() => element.asked === 3, 'the third question');
    expect(element.dialog.open).to.equal(true);
    element.guarded = false;
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => element.closed === 1, 'the news of its closing');
    expect(element.dialog.open).to.equal(false);
  });
});
