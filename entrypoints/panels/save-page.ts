/** The page as a file among the downloads, JSON or CSV. */
import { pageToCsv } from '../../utils/export/page-csv.ts';
import { pageToJson } from '../../utils/export/page-json.ts';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { Reading } from '../../utils/model/page.ts';

/** Saves what was read of the page, all its ideas, whatever is filtered. */
export function savePage(
  document: Document,
  ending: 'json' | 'csv',
  { page, warnings }: Reading,
  ideas: readonly AssessedIdea[],
): void {
  const name = fileName(page.title, ending);
  if (ending === 'csv') saveFile(document, name, 'text/csv', pageToCsv(page, ideas));
  else saveFile(document, name, 'application/json', `${JSON.stringify(pageToJson(page, ideas, warnings), null, 2)}\n`);
}

/** Saves `text` as a file of the type among the downloads. Asks no network: the address is the browser's own. */
function saveFile(document: Document, name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the address would else live as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name of a file about the page: its title with what file systems refuse left out. */
function fileName(title: string, ending: string): string {
  const plain = title.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^[-.]+|[-.]+$/gu, '');
  return `${plain.slice(0, 100) || 'ideas'}.${ending}`;
}
