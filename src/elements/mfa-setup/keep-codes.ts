import { saveFile } from '../base/save-file.js';

/** Ways to keep recovery codes outside the page. Nothing of this is sent anywhere. */
export interface CodeSheet {
  readonly title: string;
  readonly lines: readonly string[];
  readonly codes: readonly string[];
}

/** As a text file. */
export function downloadCodes(fileName: string, { title, lines, codes }: CodeSheet): void {
  const text = [title, '', ...lines, '', ...codes, ''].join('\r\n');
  saveFile(fileName, text);
}

/** On a sheet of its own, so that the page round it is not printed. */
export function printCodes(root: HTMLElement | DocumentFragment, { title, lines, codes }: CodeSheet): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  root.append(frame);
  const page = frame.contentWindow;
  if (!page) return frame.remove();
  const make = (tag: string, text: string) => {
    const node = page.document.createElement(tag);
    node.textContent = text;
    return node;
  };
  const list = page.document.createElement('ol');
  list.style.setProperty('font', '16px/2 monospace');
  list.append(...codes.map((code) => make('li', code)));
  page.document.title = title;
  page.document.body.append(make('h1', title), ...lines.map((line) => make('p', line)), list);
  page.addEventListener('afterprint', () => {
    frame.remove();
  });
  page.print();
}
