import type { CcSeatMeter } from '../../elements/seat-meter/seat-meter.js';

/** What a person sees of a seat meter, and does with it. */
export class SeatMeterHarness {
  readonly #meter: CcSeatMeter;

  constructor(meter: CcSeatMeter) {
    this.#meter = meter;
  }

  /** The words beside the bar. */
  text(): string {
    return this.#find('[part=label]')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** What assistive technology reads from the bar; nothing where there is no bar. */
  spoken(): string | undefined {
    return this.#find('[role=meter]')?.getAttribute('aria-valuetext') ?? undefined;
  }

  /** Places in order: `used`, `pending` or `free`; for a continuous bar one per kind. */
  places(): string[] {
    return [...this.#meter.renderRoot.querySelectorAll('.segment')].map((segment) =>
      segment.classList.contains('used')
        ? 'used'
        : segment.classList.contains('pending')
          ? 'pending'
          : 'free',
    );
  }

  /** Where the link to the plan leads; nothing where there is none. */
  planLink(): string | undefined {
    return this.#find<HTMLAnchorElement>('a')?.href;
  }

  /** Presses the link to the plan. */
  openPlan(): void {
    this.#find<HTMLAnchorElement>('a')?.click();
  }

  /** Presses Retry after the number could not be asked. */
  async retry(): Promise<void> {
    this.#find<HTMLButtonElement>('button')?.click();
    await this.#meter.updateComplete;
  }

  #find<Found extends Element>(selector: string): Found | null {
    return this.#meter.renderRoot.querySelector<Found>(selector);
  }
}
