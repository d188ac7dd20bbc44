/**
 * Answers messages: in the background, and in the content script of a tab. Checks who sends, then the shape, then whether that sender may
 * ask this; a handler sees only what passed all three. Decides nothing else.
 */
import * as v from 'valibot';
import { onMessage, type Sender } from '../platform/browser.ts';
import { LensError } from '../platform/lens-error.ts';
import type { Background, InputOf, LensTab, Messages, OutputOf, TransferMessages } from './protocol.ts';
import { BACKGROUND_SCHEMAS, LENS_TAB_SCHEMAS } from './schemas.ts';
import { type From, mayAsk, whoSends } from './sender.ts';
import { TRANSFER_SCHEMAS } from './transfer-schemas.ts';
import { describeIssues, REQUEST, type Reply } from './wire.ts';

/** One function for each message; it may throw a `LensError`, which the asker then gets. */
export type Handlers<Api extends Messages<Api>> = {
  readonly [Name in keyof Api]: (input: InputOf<Api, Name>, from: From) => Promise<OutputOf<Api, Name>>;
};

/** Answers for the background until `signal` aborts. The listener is in place when this returns. */
export function serveBackground(handlers: Handlers<Background & TransferMessages>, signal?: AbortSignal): void {
  serve(
    { ...BACKGROUND_SCHEMAS, ...TRANSFER_SCHEMAS },
    handlers,
    (name, input, from) => mayAsk(name, input, from),
    signal,
  );
}

/** Answers for the lens of this tab until `signal` aborts. Only the extension itself may ask. */
export function serveLensTab(handlers: Handlers<LensTab>, signal?: AbortSignal): void {
  serve(LENS_TAB_SCHEMAS, handlers, (_name, _input, from) => from.kind === 'extension', signal);
}

interface LooseApi {
  readonly [name: string]: { readonly input: v.GenericSchema; readonly output: v.GenericSchema };
}
type LooseHandler = (input: unknown, from: From) => Promise<unknown>;

function serve<Api extends Messages<Api>>(
  schemas: LooseApi,
  handlers: Handlers<Api>,
  may: (name: never, input: never, from: From) => boolean,
  signal: AbortSignal | undefined,
): void {
  const handlerOf = (name: string) => handlers[name as keyof Api] as unknown as LooseHandler;

  async function answerTo(message: unknown, sender: Sender): Promise<unknown> {
    const from = whoSends(sender);
    // Before anything is looked at that a stranger has made.
    if (from === null) throw new LensError('invalid', { detail: 'not for this sender' });
    const request = accept('message', REQUEST, message);
    const schema = Object.hasOwn(schemas, request.message) ? schemas[request.message] : undefined;
    if (schema === undefined) throw new LensError('invalid', { detail: `unknown message ${request.message}` });
    const input = accept(`${request.message} input`, schema.input, request.input);
    if (!may(request.message as never, input as never, from)) {
      throw new LensError('invalid', { detail: `${request.message}: not for this sender` });
    }
    const output = await handlerOf(request.message)(input, from);
    return accept(`${request.message} output`, schema.output, output);
  }

  onMessage((message, sender, answer) => {
    answerTo(message, sender)
      .then((value): Reply => ({ ok: true, value }), refusalOf)
      .then(answer)
      // The asker is gone (tab closed, page left): there is nobody to tell.
      .catch(() => undefined);
    return true;
  }, signal);
}

function accept<T>(what: string, schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new LensError('invalid', { detail: describeIssues(what, result.issues) });
}

function refusalOf(error: unknown): Reply {
  if (error instanceof LensError) return { ok: false, code: error.code, detail: error.detail };
  console.error('Idea Lens: a message failed', error);
  return { ok: false, code: 'unavailable', detail: String(error) };
}
