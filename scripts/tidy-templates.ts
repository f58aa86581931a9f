import { parseAst, type Plugin } from 'vite';

interface Quasi {
  start: number;
  end: number;
  value: { raw: string };
}

interface Tagged {
  type: string;
  tag?: { type: string; name?: string };
  quasi?: { quasis: Quasi[] };
}

/** Indentation of markup means nothing to the parser: one blank stands for any run of them. */
function tidyMarkup(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function tidyStyles(text: string): string {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
  return bare.replace(/ ?([{};,]) ?/g, '$1').replace(/: /g, ':');
}

function visit(node: unknown, found: (tagged: Tagged) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, found);
  } else if (node !== null && typeof node === 'object') {
    if ((node as Tagged).type === 'TaggedTemplateExpression') found(node as Tagged);
    for (const inner of Object.values(node)) visit(inner, found);
  }
}

/** Takes the indentation out of the templates a page downloads; bundlers of hosts leave it in. */
export function tidyTemplates(code: string): string {
  const edits: { quasi: Quasi; text: string }[] = [];
  visit(parseAst(code), ({ tag, quasi }) => {
    const tidy =
      tag?.name === 'css' ? tidyStyles : tag?.name === 'html' || tag?.name === 'svg' ? tidyMarkup : undefined;
    if (tidy) for (const one of quasi?.quasis ?? []) edits.push({ quasi: one, text: tidy(one.value.raw) });
  });
  let result = code;
  for (const { quasi, text } of edits.sort((a, b) => b.quasi.start - a.quasi.start)) {
    result = result.slice(0, quasi.start) + text + result.slice(quasi.end);
  }
  return result;
}

/** The same as a step of the build, for our own sources. */
export const tidyTemplatesPlugin: Plugin = {
  name: 'crew-tidy-templates',
  enforce: 'post',
  transform(code, id) {
    if (!/[\\/]src[\\/].*\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return null;
    return { code: tidyTemplates(code), map: null };
  },
};
