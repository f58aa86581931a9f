import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { tidyTemplates } from '../../scripts/tidy-templates.js';

describe('templates in the build', () => {
  it('lose their indentation, and keep every word and every blank between words', () => {
    const code = 'html`<p\n    class="a"\n  >\n    Add ${name}\n    to <b>it</b>\n  </p>`;';
    assert.equal(tidyTemplates(code), 'html`<p class="a" > Add ${name} to <b>it</b> </p>`;');
  });

  it('keep the blanks that style sheets mean', () => {
    const code =
      'css`\n  /* why */\n  .a > .b :hover {\n    inline-size: calc(1px + ${two});\n    font: 400 1em / 2 serif;\n  }\n`;';
    assert.equal(
      tidyTemplates(code),
      'css` .a > .b :hover{inline-size:calc(1px + ${two});font:400 1em / 2 serif;}`;',
    );
  });

  it('are edited inside one another', () => {
    assert.equal(
      tidyTemplates('html`<a>\n  ${html`<b>\n  x</b>`}\n</a>`'),
      'html`<a> ${html`<b> x</b>`} </a>`',
    );
  });

  it('of other tags stay as they are', () => {
    assert.equal(tidyTemplates('sql`a\n  b`'), 'sql`a\n  b`');
  });
});
