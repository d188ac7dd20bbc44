/** Measures what the extension costs a wiki page where it has nothing to show, and that it leaves it alone. Judges nothing. */
import type { BrowserContext, Page } from 'playwright';
import { WITH_LENS, WITHOUT_LENS } from './serve.ts';
import { kindOf, record, spanOfContentScript, timesByKind } from './trace.ts';
import { median } from './verdicts.ts';

export interface Work {
  /** Compiling, at the beginning and where something runs for the first time; ms. */
  readonly compile: number;
  /** Everything else that the extension's scripts do, microtasks too; ms. */
  readonly script: number;
}

export interface NoIdeas {
  readonly page: string;
  /** A new tab, where nothing of ours was compiled. */
  readonly cold: Work;
  /** The same tab comes again. */
  readonly warm: Work;
  /** Characters by which the document differs from the same page without the extension. */
  readonly inserted: number;
  /** What the browser needs at least to style the whole page and lay it out anew, ms: our style sheets apply to it, too. */
  readonly laidOut: { readonly withLens: number; readonly without: number };
}

type Compared = Pick<NoIdeas, 'inserted' | 'laidOut'>;

/** Address by what is printed. The saved pages are the project's own samples. */
export const WITHOUT_IDEAS: Readonly<Record<string, string>> = {
  'short page': '/wiki/Main_Page',
  'long page': '/wiki/Tide_tables',
  'long page with labels': '/wiki/Tide_tables_with_labels',
  'special page': '/wiki/Special:AllPages',
  'edit page': '/index.php?title=Lanternfish_ideas&action=edit',
};

/** Visits in a tab after its first. */
const AGAIN = 3;
/** How often a page is laid out anew. */
const TIMES = 12;

/** Medians over `tabs` new tabs, and over more visits in each. */
export async function measureNoIdeas(context: BrowserContext, name: string, tabs: number): Promise<NoIdeas> {
  const [cold, warm]: [Work[], Work[]] = [[], []];
  const path = WITHOUT_IDEAS[name] ?? '';
  let compared: Compared | null = null;
  for (let tab = 0; tab < tabs; tab++) {
    const page = await context.newPage();
    cold.push(await visit(page, path));
    for (let time = 0; time < AGAIN; time++) {
      await page.goto('about:blank');
      warm.push(await visit(page, path));
    }
    compared ??= await compare(page, path);
    await page.close();
  }
  if (!compared) throw new Error('Nothing was measured.');
  return { page: name, cold: medians(cold), warm: medians(warm), ...compared };
}

function medians(all: readonly Work[]): Work {
  return { compile: median(all.map(({ compile }) => compile)), script: median(all.map(({ script }) => script)) };
}

async function visit(page: Page, path: string): Promise<Work> {
  // Half a second without a request: nothing runs in the page to find out.
  const events = await record(page, () => page.goto(WITH_LENS + path, { waitUntil: 'networkidle' }));
  // Collecting garbage in the midst of it is its own doing.
  const { compile, script } = timesByKind(events, spanOfContentScript(events), event => {
    const kind = kindOf(event);
    return kind === 'compile' || kind === 'script' ? kind : null;
  });
  return { compile, script };
}

/** The page that stands in the tab, and the same where the extension is not. */
async function compare(page: Page, path: string): Promise<Compared> {
  const look = () => document.documentElement.outerHTML;
  const own = await page.evaluate(look);
  const withLens = await page.evaluate(layAnew, TIMES);
  await page.goto(WITHOUT_LENS + path, { waitUntil: 'networkidle' });
  const other = await page.evaluate(look);
  const without = await page.evaluate(layAnew, TIMES);
  const inserted = own === other ? 0 : Math.max(1, Math.abs(own.length - other.length));
  return { inserted, laidOut: { withLens, without } };
}

/** Has the whole page styled and laid out so many times; the least of the times, ms: more is what else the machine does. Runs in the page. */
function layAnew(times: number): number {
  const { style } = document.body;
  const once = () => {
    style.display = 'none';
    document.body.getBoundingClientRect();
    style.display = '';
    const start = performance.now();
    document.body.getBoundingClientRect();
    return performance.now() - start;
  };
  return Math.min(...Array.from({ length: times }, once));
}
