/**
 * A wiki under its own name, by http and https, for a browser that asks this proxy for everything; it notes what was asked for.
 * Nothing goes on to the network. What the wiki answers is told by who starts it: the saved pages, or a real MediaWiki.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SavedAnswer } from '../pages/serve-saved.ts';
import { selfSigned } from '../tools/self-signed.ts';

const HOST = 'wiki.xenproject.org';

export interface WikiProxy {
  readonly port: number;
  /** Every address that was asked for, as far as a proxy sees it, without what Firefox asks its maker. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function openWikiProxy(answerTo: (url: URL) => Promise<SavedAnswer>): Promise<WikiProxy> {
  const asked: string[] = [];

  async function answer(url: URL, response: ServerResponse): Promise<void> {
    note(url.href);
    const { status = 200, type, body } = await answerTo(url);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  }

  function note(address: string): void {
    if (!/^https?:\/\/(?:[\w-]+\.)*(?:mozilla|firefox)\.(?:com|org|net)\b/u.test(address)) asked.push(address);
  }

  const secure = createSecureServer(selfSigned(HOST), (request, response) => {
    void answer(new URL(request.url ?? '/', `https://${request.headers.host}`), response);
  });
  const proxy = createServer((request, response) => {
    // A proxy is asked for whole addresses.
    void answer(new URL(request.url ?? '/', 'http://proxy.invalid'), response);
  });
  proxy.on('connect', (request: IncomingMessage, socket) => {
    socket.on('error', () => socket.destroy());
    if (request.url !== `${HOST}:443`) {
      note(`https://${request.url}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    secure.emit('connection', socket);
  });
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));

  return {
    port: (proxy.address() as AddressInfo).port,
    asked,
    async close() {
      secure.closeAllConnections();
      proxy.closeAllConnections();
      await new Promise(resolve => proxy.close(resolve));
    },
  };
}
