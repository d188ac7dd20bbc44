/**
 * The one connection to the database: opened at first use, given up when the browser or a newer version asks for it, opened again
 * at the next use. Every failure is a `LensError` with the code `storage`, or `newer-data` where a newer version holds the database.
 * Knows nothing of what is stored.
 */
import { type IDBPDatabase, openDB } from 'idb';
import { LensError } from '../platform/lens-error.ts';
import { DATABASE_NAME, DATABASE_VERSION, migrate, type Stored } from './schema.ts';

export interface Database {
  /** Runs `use` with an open connection; what `use` gives must wait for its transaction to complete. */
  run<T>(use: (connection: IDBPDatabase<Stored>) => Promise<T>): Promise<T>;
  /** Closes the connection; the next `run` opens it again. */
  close(): Promise<void>;
}

interface Attempt {
  readonly opened: Promise<IDBPDatabase<Stored>>;
  /** Rejects when another connection holds an older version and does not let go. */
  readonly blocked: Promise<never>;
}

export function createDatabase(): Database {
  let current: Attempt | null = null;

  function open(): Attempt {
    const blocked = Promise.withResolvers<never>();
    // Without a run that waits for it, being blocked is no unhandled error.
    blocked.promise.catch(() => undefined);
    const attempt: Attempt = {
      opened: connect(() => blocked.reject(new Error('blocked')), forget),
      blocked: blocked.promise,
    };
    attempt.opened.catch(forget);
    return attempt;

    function forget(): void {
      if (current === attempt) current = null;
    }
  }

  async function connection(): Promise<IDBPDatabase<Stored>> {
    current ??= open();
    // Once opened, `opened` is settled before `blocked` is looked at: a database that was blocked for a while works again.
    return Promise.race([current.opened, current.blocked]);
  }

  return {
    async run(use) {
      try {
        return await use(await connection());
      } catch (error) {
        if (!isClosed(error)) throw storageError(error);
        current = null;
      }
      // The connection was closed under us, before a transaction began: nothing was written, so once more.
      try {
        return await use(await connection());
      } catch (error) {
        throw storageError(error);
      }
    },
    async close() {
      const attempt = current;
      current = null;
      const opened = await attempt?.opened.catch(() => null);
      opened?.close();
    },
  };
}

/** Opens the database; `lost` is called when the connection ends for any reason but `close`. */
async function connect(blocked: () => void, lost: () => void): Promise<IDBPDatabase<Stored>> {
  return openDB<Stored>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade: (database, oldVersion, _newVersion, transaction) => migrate(database, oldVersion, transaction),
    blocked,
    // A newer version of the extension wants to upgrade: make way at once.
    blocking: (_version, _blockedVersion, event) => {
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  });
}

function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

function storageError(cause: unknown): LensError {
  if (cause instanceof LensError) return cause;
  const newer = cause instanceof DOMException && cause.name === 'VersionError';
  return new LensError(newer ? 'newer-data' : 'storage', { detail: String(cause), cause });
}
