/** Measures what moves when the lens arrives on the project's own sample page, as the wiki's skins draw it. Judges nothing. */
import { routeSaved } from '../pages/serve-saved.ts';
import { openBrowser } from '../tools/open-browser.ts';
import { type Arrival, measureArrivals } from './arrival.ts';
import { WITH_LENS } from './serve.ts';

const FOLDERS: readonly string[] = [
  '1.39-vector',
  '1.43-vector-2022',
  '1.39-monobook',
  '1.39-timeless',
  '1.39-minerva',
];

/** On the page. */
const IDEAS = 31;

/** By folder of saved pages, the first `most` of them, on a first visit. */
export async function measureSampleShift(
  most: number,
): Promise<Readonly<Record<string, Pick<Arrival, 'shift' | 'scrolled'>>>> {
  const shifts: Record<string, Pick<Arrival, 'shift' | 'scrolled'>> = {};
  for (const folder of FOLDERS.slice(0, most)) {
    const { context, close } = await openBrowser();
    try {
      await routeSaved(context, { folder });
      const { cold } = await measureArrivals(context, { url: `${WITH_LENS}/wiki/Lanternfish_ideas`, count: IDEAS }, 1);
      shifts[folder] = { shift: cold.shift, scrolled: cold.scrolled };
    } finally {
      await close();
    }
  }
  return shifts;
}
