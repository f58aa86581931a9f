import { isolated, oneLine, plain } from './content.js';
import type { Block, Direction, MailContent, Sentence } from './content.js';

/** How the deployment signs its mails. */
export interface MailBrand {
  /** Name of the product, as people know it. */
  productName: string;
  /** A legal or contact line under every mail, if wanted. */
  footer?: string | undefined;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** The longest subject that leaves; a name of 100 graphemes must not become a header of kilobytes. */
const subjectLength = 200;

/** Turns words into the two forms a mail carries. Every value is escaped; nothing is expanded. */
export function renderMail(
  content: MailContent,
  brand: MailBrand,
  language: { lang: string; dir: Direction },
): RenderedMail {
  return {
    subject: shortened(plain(content.subject, language.dir)),
    text: textOf(content, brand, language.dir),
    html: htmlOf(content, brand, language),
  };
}

function shortened(subject: string): string {
  const points = [...subject];
  return points.length <= subjectLength ? subject : `${points.slice(0, subjectLength - 1).join('')}…`;
}

function textOf(content: MailContent, brand: MailBrand, dir: Direction): string {
  const parts = [plain(content.heading, dir), ...content.blocks.map((block) => textBlock(block, dir))];
  const signature = [brand.productName, brand.footer]
    .filter((line) => line !== undefined && line !== '')
    .join('\n');
  return `${parts.join('\n\n')}\n\n-- \n${signature}\n`;
}

function textBlock(block: Block, dir: Direction): string {
  switch (block.kind) {
    case 'text':
    case 'note':
      return plain(block.text, dir);
    case 'action':
      return `${block.label}:\n${block.url}`;
    case 'code':
      return `    ${block.code}`;
    case 'quote':
      return `${plain(block.by, dir)}\n${quotedLines(block.text)
        .map((line) => `> ${line}`)
        .join('\n')}`;
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${isolated(oneLine(value), dir)}`).join('\n');
  }
}

function quotedLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => oneLine(line).trimEnd());
}

/** Escapes for text and for double-quoted attributes alike. */
export function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = {
  body: 'margin:0;padding:24px 12px;background:#f1f2f5;color:#17191f;font:16px/1.5 system-ui,-apple-system,sans-serif',
  card: 'max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #d9dbe1;border-radius:12px',
  heading: 'margin:0 0 16px;font-size:22px;line-height:1.3',
  text: 'margin:0 0 16px;overflow-wrap:anywhere',
  note: 'margin:24px 0 0;color:#5b606b;font-size:14px;overflow-wrap:anywhere',
  button:
    'display:inline-block;padding:12px 20px;background:#2f4fa8;color:#ffffff;text-decoration:none;border-radius:8px;font-weight:600',
  address: 'margin:8px 0 16px;color:#5b606b;font-size:14px;overflow-wrap:anywhere',
  code: 'margin:0 0 16px;font:600 32px/1.4 ui-monospace,monospace;letter-spacing:0.15em',
  quote: 'margin:0 0 16px;padding:0 0 0 16px;border-inline-start:3px solid #d9dbe1;overflow-wrap:anywhere',
  footer: 'max-width:560px;margin:16px auto 0;color:#5b606b;font-size:13px;text-align:center',
} as const;

function htmlOf(
  content: MailContent,
  brand: MailBrand,
  { lang, dir }: { lang: string; dir: Direction },
): string {
  const footer = [brand.productName, brand.footer].filter((line) => line !== undefined && line !== '');
  return `<!doctype html>
<html lang="${escapeHtml(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(shortened(plain(content.subject, dir)))}</title>
</head>
<body style="${style.body}">
<div style="${style.card}">
<h1 style="${style.heading}">${htmlSentence(content.heading)}</h1>
${content.blocks.map(htmlBlock).join('\n')}
</div>
<p style="${style.footer}">${footer.map((line) => escapeHtml(line ?? '')).join('<br>')}</p>
</body>
</html>
`;
}

function htmlSentence(sentence: Sentence): string {
  return sentence
    .map((run) =>
      typeof run === 'string' ? escapeHtml(run) : `<bdi>${escapeHtml(oneLine(run.value))}</bdi>`,
    )
    .join('');
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p style="${style.text}">${htmlSentence(block.text)}</p>`;
    case 'note':
      return `<p style="${style.note}">${htmlSentence(block.text)}</p>`;
    case 'action':
      return `<p style="margin:0"><a href="${escapeHtml(webAddress(block.url))}" style="${style.button}">${escapeHtml(block.label)}</a></p>
<p style="${style.address}">${escapeHtml(block.url)}</p>`;
    case 'code':
      return `<p style="${style.code}">${escapeHtml(block.code)}</p>`;
    case 'quote':
      return `<p style="${style.text}">${htmlSentence(block.by)}</p>
<blockquote style="${style.quote}" dir="auto">${quotedLines(block.text).map(escapeHtml).join('<br>')}</blockquote>`;
    case 'facts':
      return `<p style="${style.text}">${block.items
        .map(({ label, value }) => `${escapeHtml(label)}: <bdi>${escapeHtml(oneLine(value))}</bdi>`)
        .join('<br>')}</p>`;
  }
}

/** Links carry our own http(s) address only (P34); anything else is a mistake of ours and must not leave. */
function webAddress(url: string): string {
  const { protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('A mail may link to web addresses only');
  return url;
}
