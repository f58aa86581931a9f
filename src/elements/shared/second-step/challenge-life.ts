import type { ReactiveController } from 'lit';
import { pageClock } from '../../../client/clock.js';
import { limits } from '../../../domain/limits.js';
import type { CcElement } from '../../base/cc-element.js';

const warningMs = 60_000;
/** How long an ended challenge may still be replaced without the password again. */
const graceMs = 5 * 60_000;

interface Moments {
  soon(): void;
  over(): void;
  gone(): void;
}

/**
 * How long a challenge lives, counted from the moment it arrived: the backend's clock may be another one (N10).
 */
export class ChallengeLife implements ReactiveController {
  readonly #host: CcElement;
  readonly #moments: Moments;
  #timers: (() => void)[] = [];
  #endsAt = Infinity;
  phase: 'soon' | 'over' | undefined;

  constructor(host: CcElement, moments: Moments) {
    this.#host = host;
    this.#moments = moments;
    host.addController(this);
  }

  /** By the clock, since timers stand still while a computer sleeps (N07). */
  get isOver(): boolean {
    return this.#clock.now().getTime() >= this.#endsAt;
  }

  start(expiresAt: string): void {
    this.stop();
    const clock = this.#clock;
    const most = limits.challengeSeconds * 1000;
    const told = new Date(expiresAt).getTime() - clock.now().getTime();
    const life = told > 0 && told <= most ? told : most;
    this.#endsAt = clock.now().getTime() + life;
    const at = (ms: number, run: () => void) => this.#timers.push(clock.after(ms, run));
    at(Math.max(0, life - warningMs), () => this.#enter('soon', () => this.#moments.soon()));
    at(life, () => this.#enter('over', () => this.#moments.over()));
    at(life + graceMs, () => {
      this.#moments.gone();
    });
  }

  stop(): void {
    for (const cancel of this.#timers.splice(0)) cancel();
    this.#endsAt = Infinity;
    this.phase = undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }

  get #clock() {
    return this.#host.stores?.clock ?? pageClock;
  }

  #enter(phase: 'soon' | 'over', tell: () => void): void {
    this.phase = phase;
    this.#host.requestUpdate();
    tell();
  }
}
