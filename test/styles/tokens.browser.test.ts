import { expect, fixture, html } from '@open-wc/testing';
import { html as lit, type TemplateResult } from 'lit';
import { CcElement } from '../../src/elements/base/cc-element.js';
import { define } from '../../src/elements/base/define.js';
import { hostStyles } from '../../src/styles/host.js';

class Swatch extends CcElement {
  static override readonly tag: string = 'cc-test-swatch';
  static override styles = hostStyles;
  protected override render(): TemplateResult {
    return lit`<div><i></i></div>`;
  }
  /** The colour of a role, as red, green, blue from 0 to 255 over the surface. */
  paint(role: string): [number, number, number] {
    const dot = this.renderRoot.querySelector('i') as HTMLElement;
    dot.style.setProperty('color', `var(${role})`);
    const surface = this.renderRoot.firstElementChild as HTMLElement;
    surface.style.setProperty('background-color', 'var(--_surface)');
    pen.fillStyle = getComputedStyle(surface).backgroundColor;
    pen.fillRect(0, 0, 1, 1);
    pen.fillStyle = getComputedStyle(dot).color;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  }
}
define(Swatch);

const canvas = document.createElement('canvas');
const pen = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;

/** WCAG 2.2 relative luminance and contrast, written out here so that the styles are not their own judge. */
function luminance(colour: [number, number, number]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: [number, number, number], other: [number, number, number]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

async function swatch(scheme: 'light' | 'dark', tokens: Record<string, string> = {}): Promise<Swatch> {
  const element = await fixture<Swatch>(html`<cc-test-swatch></cc-test-swatch>`);
  element.style.setProperty('color-scheme', scheme);
  for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
  return element;
}

const steps = ['00', '55', 'aa', 'ff'];
const accents = steps.flatMap((red) =>
  steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)),
);

for (const scheme of ['light', 'dark'] as const) {
  describe(`tokens in ${scheme}`, () => {
    it('meet the contrasts that visual.md 2 promises on the surface', async () => {
      const element = await swatch(scheme);
      const surface = element.paint('--_surface');
      const measured = (role: string) => contrast(element.paint(role), surface);
      for (const [role, least] of [
        ['--_text', 15],
        ['--_muted', 7],
        ['--_border-strong', 3],
        ['--_link', 7],
        ['--_danger', 7],
        ['--_warning', 7],
        ['--_success', 7],
        ['--_focus', 3],
      ] as const) {
        expect(measured(role), role).to.be.at.least(least);
      }
      const filled = contrast(element.paint('--_accent-text'), element.paint('--_accent'));
      expect(filled, 'text on accent').to.be.at.least(7);
      expect(contrast(element.paint('--_danger-text'), element.paint('--_danger'))).to.be.at.least(7);
    });

    it('keep text, links and edges readable for any accent', async () => {
      const low: string[] = [];
      for (const accent of accents) {
        const element = await swatch(scheme, { '--cc-accent': accent });
        const surface = element.paint('--_surface');
        const text = element.paint('--_accent-text');
        const pairs: [string, number, number][] = [
          ['text on accent', contrast(text, element.paint('--_accent')), 4.5],
          ['text on hover', contrast(text, element.paint('--_accent-hover')), 4.5],
          ['text on active', contrast(text, element.paint('--_accent-active')), 4.5],
          ['link', contrast(element.paint('--_link'), surface), 4.5],
          ['edge', contrast(element.paint('--_edge'), surface), 3],
        ];
        for (const [name, ratio, least] of pairs) {
          if (ratio < least) low.push(`${accent} ${name} ${ratio.toFixed(2)}`);
        }
        element.remove();
      }
      expect(low).to.deep.equal([]);
    });
  });
}

describe('tokens of a page', () => {
  it('reach an element from anywhere above it, and private names do not', async () => {
    const element = await swatch('light', { '--_accent': 'rgb(1, 2, 3)' });
    expect(element.paint('--_accent')).not.to.deep.equal([1, 2, 3]);
    element.parentElement?.style.setProperty('--cc-accent', 'rgb(4, 5, 6)');
    expect(element.paint('--_accent')).to.deep.equal([4, 5, 6]);
    element.parentElement?.style.removeProperty('--cc-accent');
  });

  it('take an accent text and a link of the reseller’s own', async () => {
    const element = await swatch('light', {
      '--cc-accent': '#ff6b57',
      '--cc-accent-text': '#36060d',
      '--cc-link': '#7b2468',
    });
    expect(element.paint('--_accent-text')).to.deep.equal([0x36, 0x06, 0x0d]);
    expect(element.paint('--_link')).to.deep.equal([0x7b, 0x24, 0x68]);
  });

  it('survive a reset and a tiny root font of the page', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 5px } * { all: unset; font-size: 3px; text-transform: uppercase }');
    document.adoptedStyleSheets = [sheet];
    const element = await swatch('light');
    const style = getComputedStyle(element.renderRoot.firstElementChild as Element);
    const seen = [style.fontSize, style.textTransform];
    document.adoptedStyleSheets = [];
    expect(seen).to.deep.equal(['14px', 'none']);
  });

  it('follow the density of the element, and of the page', async () => {
    const element = await swatch('light', { '--cc-density': '1.25' });
    const row = () => {
      const box = element.renderRoot.firstElementChild as HTMLElement;
      box.style.setProperty('height', 'var(--_row)');
      return box.getBoundingClientRect().height;
    };
    expect(row()).to.equal(64);
    element.density = 'compact';
    await element.updateComplete;
    expect(row()).to.equal(40);
  });
});
