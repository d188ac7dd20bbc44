/**
 * Asks the background, or the lens of one tab. Checks what goes out and what comes back, and turns every failure into a
 * `LensError`. Keeps nothing and retries nothing: whoever asks decides that.
 */
import * as v from 'valibot';
import { browser, extensionId } from '../platform/browser.ts';
import { errorWords, LensError } from '../platform/lens-error.ts';
import type { Background, LensTab, Messages, TransferMessages } from './protocol.ts';
import { BACKGROUND_SCHEMAS, LENS_TAB_SCHEMAS } from './schemas.ts';
import { TRANSFER_SCHEMAS } from './transfer-schemas.ts';
import { describeIssues, REPLY, type Request } from './wire.ts';

type Send = (request: Request) => Promise<unknown>;

/**
 * The background, as if it were here: `client['bookmarks.list']({ page })`. Every method rejects with a `LensError`:
 * `context-invalidated` once the extension was updated under the page, `unavailable` when nobody answers, `invalid` for a wrong
 * shape (a wrong input is not sent), else what the background says. Create it while the extension lives.
 */
export function createClient(): Background {
  return clientOf<Background>(BACKGROUND_SCHEMAS, askBackground);
}

/** The background's part for the extension's own pages that take all bookmarks out and in, in the same manner. */
export function createTransferClient(): TransferMessages {
  return clientOf<TransferMessages>(TRANSFER_SCHEMAS, askBackground);
}

function askBackground(request: Request): Promise<unknown> {
  return browser.runtime.sendMessage(request);
}

/** The lens in the tab `tabId`, in the same manner; `unavailable` when that tab holds no content script of ours. */
export function createTabClient(tabId: number): LensTab {
  // Frame 0: the lens lives in the page itself, never in a frame.
  return clientOf<LensTab>(LENS_TAB_SCHEMAS, request => browser.tabs.sendMessage(tabId, request, { frameId: 0 }));
}

interface LooseSchemas {
  readonly [name: string]: { readonly input: v.GenericSchema; readonly output: v.GenericSchema };
}

function clientOf<Api extends Messages<Api>>(schemas: LooseSchemas, send: Send): Api {
  // Read now: after an update the browser answers no questions any more, not even for words.
  const lostWords = errorWords('context-invalidated');
  const methods = Object.entries(schemas).map(([name, { input, output }]) => {
    const method = async (given: unknown) => {
      const checked = check(`${name} input`, input, given);
      return check(`${name} answer`, output, await ask({ message: name, input: checked }, send, lostWords));
    };
    return [name, method] as const;
  });
  // One method for each name of the schemas, which the compiler holds against the interface where they are written.
  return Object.fromEntries(methods) as unknown as Api;
}

function check(what: string, schema: v.GenericSchema, value: unknown): unknown {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new LensError('invalid', { detail: describeIssues(what, result.issues) });
}

async function ask(request: Request, send: Send, lostWords: string): Promise<unknown> {
  const lost = (cause?: unknown) => new LensError('context-invalidated', { words: lostWords, cause });
  if (extensionId() === null) throw lost();
  let answer: unknown;
  try {
    answer = await send(request);
  } catch (cause) {
    if (extensionId() === null || /context invalidated/iu.test(String(cause))) throw lost(cause);
    // "Receiving end does not exist", "message port closed before a response was received" and their kin.
    throw new LensError('unavailable', { detail: `${request.message}: ${String(cause)}`, cause });
  }
  const reply = v.safeParse(REPLY, answer);
  if (!reply.success) {
    if (extensionId() === null) throw lost();
    const code = answer === undefined || answer === null ? 'unavailable' : 'invalid';
    throw new LensError(code, { detail: describeIssues(`${request.message} reply`, reply.issues) });
  }
  if (reply.output.ok) return reply.output.value;
  throw new LensError(reply.output.code, { detail: reply.output.detail ?? request.message });
}
