import { pageHeaders } from './page-headers.js';

/** A page drawn by the server, under the same policy as the portal; `body` is markup of ours, already escaped. */
export function plainPage(title: string, body: string, head = ''): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/plain.css">
${head}</head>
<body>
${body}
</body>
</html>
`;
  return textReply(html, 'text/html');
}

export function textReply(body: string, type: string): Response {
  return new Response(body, { headers: { ...pageHeaders, 'Content-Type': `${type}; charset=utf-8` } });
}

/** The sheet of all such pages, at `/plain.css`. */
export const plainStyles = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f1f2f5, #14161b); color: light-dark(#17191f, #eceef2); }
header, main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; }
nav a { display: inline-block; padding: 0.5rem 0; }
a { color: light-dark(#2f4fa8, #a9bdf5); }
a:focus-visible, button:focus-visible { outline: 3px solid light-dark(#2f4fa8, #a9bdf5); outline-offset: 2px; border-radius: 2px; }
[aria-current] { font-weight: 600; }
input { box-sizing: border-box; width: min(100%, 24rem); min-height: 44px; padding: 0.5rem 0.75rem; border: 1px solid light-dark(#8b909a, #767c88); border-radius: 8px; background: light-dark(#ffffff, #1c1f26); color: inherit; font: inherit; }
input:focus-visible { outline: 3px solid light-dark(#2f4fa8, #a9bdf5); outline-offset: 2px; }
button { min-height: 44px; padding: 0.5rem 1.25rem; border: 1px solid transparent; border-radius: 8px; background: #2f4fa8; color: #ffffff; font: inherit; font-weight: 600; cursor: pointer; }
button:disabled { background: light-dark(#d9dbe1, #363a44); color: light-dark(#5b606b, #a6acb8); cursor: default; }
h1 { margin: 0 0 0.5rem; font-size: 1.6rem; }
h2 { margin: 0 0 0.5rem; font-size: 1.15rem; overflow-wrap: anywhere; }
article { margin: 1rem 0; padding: 1rem 1.25rem; border: 1px solid light-dark(#d9dbe1, #363a44); border-radius: 12px; background: light-dark(#ffffff, #1c1f26); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0 0.75rem; margin: 0 0 0.75rem; }
dt { color: light-dark(#5b606b, #a6acb8); }
dd { margin: 0; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
`;
