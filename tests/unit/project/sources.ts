/** The project's own files as text, for tests that look at how it is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SourceFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** All files under the folders whose name ends in one of `endings`, each folder's in alphabetical order. */
export function filesUnder(folders: readonly string[], endings: readonly string[]): readonly SourceFile[] {
  return folders.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      // The bench's peers are not the project's.
      .filter(entry => entry.isFile() && !entry.parentPath.split(sep).includes('node_modules'))
      .filter(entry => endings.some(ending => entry.name.endsWith(ending)))
      .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .sort()
      .map(readProjectFile),
  );
}

/** The files at the project's root whose name ends in one of `endings`. */
export function filesAtTop(endings: readonly string[]): readonly SourceFile[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
    .map(entry => readProjectFile(entry.name));
}

/** One file, by its path from the root. Throws when there is none. */
export function readProjectFile(path: string): SourceFile {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** `path:line` of each match of `pattern`, which must be global. */
export function placesOf(pattern: RegExp, files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(
      match => `${path}:${text.slice(0, match.index).split('\n').length}: ${match[0].trim()}`,
    ),
  );
}
