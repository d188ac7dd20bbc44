/** The project's one error type for what can go wrong between a page, the background and the store. */
import { type MessageKey, t } from './i18n.ts';

/**
 * `invalid`: the message or answer has the wrong shape, or the sender may not ask this. `unavailable`: nobody answers.
 * `storage`: the browser refuses to store or read. `newer-data`: a newer version of the extension has stored it, and only that one can
 * read it. `context-invalidated`: the extension was updated under the open page.
 */
export const LENS_ERROR_CODES = ['invalid', 'unavailable', 'storage', 'newer-data', 'context-invalidated'] as const;
export type LensErrorCode = (typeof LENS_ERROR_CODES)[number];

const WORDS: Readonly<Record<LensErrorCode, MessageKey>> = {
  invalid: 'error.invalid',
  unavailable: 'error.unavailable',
  storage: 'error.storage',
  'newer-data': 'error.newerData',
  'context-invalidated': 'error.contextInvalidated',
};

/**
 * One sentence for people. Ask for it while the extension lives: after an update the browser gives no words any more, and the
 * code itself must stand in for them.
 */
export function errorWords(code: LensErrorCode): string {
  try {
    return t(WORDS[code]);
  } catch {
    return code;
  }
}

export interface LensErrorOptions {
  /** The sentence for people, where it was fetched beforehand; else it is read from the locale. */
  readonly words?: string;
  /** For developers, never shown: what exactly was wrong. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** `message` is for people's eyes; `detail` is for the console. */
export class LensError extends Error {
  readonly code: LensErrorCode;
  readonly detail: string | null;

  constructor(code: LensErrorCode, options: LensErrorOptions = {}) {
    super(options.words ?? errorWords(code), { cause: options.cause });
    this.name = 'LensError';
    this.code = code;
    this.detail = options.detail ?? null;
  }
}

/** A sentence for people about any failure. */
export function wordsOf(error: unknown): string {
  return error instanceof LensError ? error.message : new LensError('unavailable', { cause: error }).message;
}

/** Whether the store itself has refused: then nothing in it has changed. */
export function isRefusal(error: unknown): error is LensError {
  return error instanceof LensError && (error.code === 'storage' || error.code === 'newer-data');
}
