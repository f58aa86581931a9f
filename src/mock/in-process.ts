import type { App } from '../../server/app.js';

/**
 * Calls a backend in the same page as if it were behind a network. A page may neither send `Cookie` and `Origin`
 * nor read `Set-Cookie`, so the cookies of the session are kept here.
 */
export function inProcess(app: App, publicUrl: string): { fetch: typeof fetch; forget(): void } {
  const jar = new Map<string, string>();
  const { host } = new URL(publicUrl);

  const keep = (cookie: string): void => {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) jar.delete(name);
    else jar.set(name, value);
  };

  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      const headers = new Headers([...request.headers]);
      headers.set('host', host);
      headers.set('origin', publicUrl);
      headers.set('sec-fetch-site', 'same-origin');
      if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      Object.defineProperty(request, 'headers', { value: headers });
      // Firefox gives a request no readable body; a response made of the same bytes has one.
      if ((request.body as unknown) === undefined) {
        const { body } = new Response(await request.blob());
        Object.defineProperty(request, 'body', { value: body });
      }
      return app.fetch(request, null, keep);
    },
    forget: () => {
      jar.clear();
    },
  };
}
