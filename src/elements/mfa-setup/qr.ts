import type { ReactiveControllerHost } from 'lit';

/** Modules of white round the code: readers need four (ISO 18004). */
const quiet = 4;

/** A text as the drawing of a QR code: dark on white in every colour scheme, one path. */
export interface QrDrawing {
  /** Modules from edge to edge, the quiet zone included. */
  readonly size: number;
  readonly path: string;
}

/** The library is fetched with the first code. */
export async function drawQr(text: string): Promise<QrDrawing> {
  const { generate } = await import('lean-qr');
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue;
      let length = 1;
      while (code.get(x + length, y)) length += 1;
      path += `M${x + quiet} ${y + quiet}h${length}v1h-${length}z`;
      x += length;
    }
  }
  return { size: code.size + 2 * quiet, path };
}

/** Draws the code that is shown now, beside the first picture. */
export class QrPart {
  readonly #host: ReactiveControllerHost;
  #text: string | undefined;
  #drawn: QrDrawing | null | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Undefined until it is drawn; null where it can't be. */
  of(text: string): QrDrawing | null | undefined {
    if (text !== this.#text) void this.#draw(text);
    return this.#drawn;
  }

  async #draw(text: string): Promise<void> {
    this.#text = text;
    this.#drawn = undefined;
    const drawn = await drawQr(text).catch(() => null);
    if (text === this.#text) this.#drawn = drawn;
    this.#host.requestUpdate();
  }
}
