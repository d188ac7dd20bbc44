/**
 * Lends a local wiki the name of a real one: in a Playwright browser, every address of `host` is answered by the server
 * on `port`, so that match patterns, origins and links are the real ones without DNS or certificates.
 * Only for the wiki; other addresses are left as they are.
 */
import { type IncomingHttpHeaders, request } from 'node:http';
import type { BrowserContext, Route } from 'playwright';

/** The wiki that the extension knows first. */
export const WIKI_HOST = 'wiki.xenproject.org';

/**
 * Routes `https://host/**` and `http://host/**` of `context` to `http://127.0.0.1:port`. The wiki is told the scheme it
 * was asked by. When the server does not answer, the browser sees a failed request, never the real site.
 */
export async function routeWiki(context: BrowserContext, port: number, host: string = WIKI_HOST): Promise<void> {
  await context.route(
    url => url.hostname === host,
    route => forward(route, port, host),
  );
}

async function forward(route: Route, port: number, host: string): Promise<void> {
  const asked = route.request();
  const { pathname, search, protocol } = new URL(asked.url());
  const body = asked.postDataBuffer();
  const headers: Record<string, string> = { ...asked.headers(), host, 'x-forwarded-proto': protocol.replace(':', '') };
  delete headers['accept-encoding'];
  delete headers['content-length'];
  if (body) headers['content-length'] = String(body.length);
  try {
    const answer = await send({ port, method: asked.method(), path: pathname + search, headers }, body);
    await route.fulfill(answer);
  } catch {
    // The server has been stopped, or the page has been closed meanwhile.
    await route.abort('connectionrefused').catch(() => {});
  }
}

interface Sent {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

function send(what: Sent, body: Buffer | null): Promise<Answer> {
  return new Promise((done, fail) => {
    const outgoing = request({ host: '127.0.0.1', ...what }, incoming => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', fail);
      incoming.once('end', () =>
        done({
          status: incoming.statusCode ?? 502,
          headers: endToEnd(incoming.headers),
          body: Buffer.concat(chunks),
        }),
      );
    });
    outgoing.once('error', fail);
    outgoing.end(body ?? undefined);
  });
}

/** The headers that are meant for the browser, not for the connection. */
function endToEnd(headers: IncomingHttpHeaders): Record<string, string> {
  const hop = new Set(['transfer-encoding', 'connection', 'content-length', 'keep-alive']);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || hop.has(name) ? [] : [[name, Array.isArray(value) ? value.join('\n') : value]],
    ),
  );
}
