/**
 * Code in the isolated world of our content script, as if the content script had been taken over: what it can do there is all that
 * such an attacker has. Only for tests.
 */
import type { Page } from 'playwright';

export interface IsolatedWorld {
  /** Runs an expression there and gives its value, or that of its promise. Throws what it throws. */
  run<T>(expression: string): Promise<T>;
  /** Sends a message as the content script does and gives the answer as it came. */
  send(message: string, input: unknown): Promise<unknown>;
  /** What it listens to at the document and the window, counted. */
  listeners(): Promise<string>;
}

/** The world of the extension `id` on `page`, which has a content script of it. */
export async function isolatedWorld(page: Page, id: string): Promise<IsolatedWorld> {
  const session = await page.context().newCDPSession(page);
  const found = Promise.withResolvers<number>();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${id}`) found.resolve(context.id);
  });
  await session.send('Runtime.enable');
  const contextId = await found.promise;

  async function run<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  async function listenersAt(expression: string): Promise<string[]> {
    const { result } = await session.send('Runtime.evaluate', { expression, contextId });
    if (result.objectId === undefined) return [];
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    return listeners.map(({ type }) => `${expression}:${type}`);
  }

  return {
    run,
    async listeners() {
      const all = await Promise.all(['document', 'window', 'document.documentElement'].map(listenersAt));
      return all.flat().sort().join(' ');
    },
    send: (message, input) => run(`chrome.runtime.sendMessage(${JSON.stringify({ message, input })})`),
  };
}
