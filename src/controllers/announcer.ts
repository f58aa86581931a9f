import type { Announcer } from '../context/keys.js';
import { pageClock, type Clock } from '../client/clock.js';

interface Regions {
  readonly home: HTMLElement | ShadowRoot;
  readonly polite: HTMLElement;
  readonly assertive: HTMLElement;
}

const repeatAfter = 1000;

/**
 * One polite and one assertive live region at home, and a further pair inside each open modal dialog, because
 * what is outside a modal is not heard (trust.md 4). The same sentence is not said twice within a second.
 */
export class LiveAnnouncer implements Announcer {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #places: Regions[] = [];
  #last = { text: '', at: 0 };

  constructor(home: HTMLElement | ShadowRoot, clock: Pick<Clock, 'now'> = pageClock) {
    this.#clock = clock;
    this.#places.push(makeRegions(home));
  }

  say(text: string, urgent = false): void {
    const at = this.#clock.now().getTime();
    if (!text || (text === this.#last.text && at - this.#last.at < repeatAfter)) return;
    this.#last = { text, at };
    const place = this.#places.at(-1);
    if (place) speak(place, text, urgent);
  }

  enter(dialog: HTMLElement): void {
    if (!this.#places.some(({ home }) => home === dialog)) this.#places.push(makeRegions(dialog));
  }

  leave(dialog: HTMLElement): void {
    const index = this.#places.findIndex(({ home }) => home === dialog);
    if (index > 0) this.#places.splice(index, 1).forEach(removeRegions);
  }

  /** Takes every region out of the page. */
  dispose(): void {
    this.#places.splice(0).forEach(removeRegions);
  }
}

interface Notifies {
  ariaNotify?(text: string, options: { priority: 'normal' | 'high' }): void;
}

function speak({ home, polite, assertive }: Regions, text: string, urgent: boolean): void {
  const region = urgent ? assertive : polite;
  const speaker = (home instanceof ShadowRoot ? home.host : home) as Notifies;
  // Where the platform can speak by itself the regions only keep the sentence, so it is not heard twice.
  region.ariaLive = speaker.ariaNotify ? 'off' : urgent ? 'assertive' : 'polite';
  speaker.ariaNotify?.(text, { priority: urgent ? 'high' : 'normal' });
  // A new node is spoken even when its text equals the old one.
  const sentence = document.createElement('p');
  sentence.textContent = text;
  region.replaceChildren(sentence);
}

function makeRegions(home: HTMLElement | ShadowRoot): Regions {
  const polite = makeRegion('status', 'polite');
  const assertive = makeRegion('alert', 'assertive');
  home.append(polite, assertive);
  return { home, polite, assertive };
}

function makeRegion(role: 'status' | 'alert', live: 'polite' | 'assertive'): HTMLElement {
  const region = document.createElement('div');
  region.role = role;
  region.ariaLive = live;
  region.dataset['ccLive'] = live;
  hide(region);
  return region;
}

// Hidden to the eye only. It stands in light DOM, where our sheets don't reach, so it is set through CSSOM.
function hide({ style }: HTMLElement): void {
  style.setProperty('position', 'absolute');
  style.setProperty('inline-size', '1px');
  style.setProperty('block-size', '1px');
  style.setProperty('margin', '-1px');
  style.setProperty('overflow', 'hidden');
  style.setProperty('clip-path', 'inset(50%)');
  style.setProperty('white-space', 'nowrap');
}

function removeRegions({ polite, assertive }: Regions): void {
  polite.remove();
  assertive.remove();
}
