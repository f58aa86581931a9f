import { html } from 'lit';

type Tags = Readonly<Record<string, (content: unknown) => unknown>>;

// Two private-use characters keep a value's place in a sentence while the sentence is cut up.
const mark = (index: number) => `\uE000${index}\uE001`;
const marks = /\uE000(\d+)\uE001/;
const tagged = /<(\w+)>(.*?)<\/\1>/s;

/**
 * Draws a sentence with data and markup in it. Text values become `<bdi>`, so a name can't turn its
 * surroundings round; `<b>…</b>`, `<a>…</a>` in the sentence are drawn by `tags`. Values are never read as
 * markup.
 *
 * @example
 * rich(t.reach, { count: 214 }, { b: bold, a: (text) => html`<a href=${url}>${text}</a>` })
 */
export function rich<Values extends object>(
  sentence: string | ((values: Values) => string),
  values: Values,
  tags: Tags = {},
): unknown[] {
  const data: string[] = [];
  const marked = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      // Nothing stays nothing, so that a sentence can put other words in its place.
      typeof value === 'string' && value !== '' ? mark(data.push(value) - 1) : value,
    ]),
  ) as Values;
  const text = typeof sentence === 'string' ? sentence : sentence(marked);
  return cut(text, data, { b: bold, ...tags });
}

function bold(content: unknown): unknown {
  return html`<strong>${content}</strong>`;
}

function cut(text: string, data: readonly string[], tags: Tags): unknown[] {
  const match = tagged.exec(text);
  if (!match) return isolate(text, data);
  const [whole, tag = '', content = ''] = match;
  const inner = cut(content, data, tags);
  return [
    ...isolate(text.slice(0, match.index), data),
    tags[tag]?.(inner) ?? inner,
    ...cut(text.slice(match.index + whole.length), data, tags),
  ];
}

function isolate(text: string, data: readonly string[]): unknown[] {
  return text
    .split(marks)
    .map((part, index) => (index % 2 === 0 ? part : html`<bdi>${data[Number(part)]}</bdi>`))
    .filter((part) => part !== '');
}
