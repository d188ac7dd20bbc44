/** What is asked of a page of the matrix beside what usable.ts asks. Each function runs in the page and is whole in itself. */

export interface HeadingPlace {
  readonly title: string;
  /** Its top on the page, px. */
  readonly top: number;
  readonly afterBar: boolean;
  /** A comment, which says after its last word what it is, or a title that wraps before its tools stands between the heading before and this one. */
  readonly mayMove: boolean;
}

/** Where all headings of the page stand, in page order. */
export function placesOfHeadings(): HeadingPlace[] {
  const places: HeadingPlace[] = [];
  let afterBar = false;
  let mayMove = false;
  for (const each of document.querySelectorAll('h2, h3, h4, idea-lens-toolbar, idea-lens-comment')) {
    if (each.localName === 'idea-lens-toolbar') afterBar = true;
    if (each.localName === 'idea-lens-comment') mayMove = true;
    if (!/^h\d$/u.test(each.localName) || !each.closest('.mw-parser-output')) continue;
    const title = (each.querySelector('.mw-headline') ?? each).textContent?.trim() ?? '';
    places.push({ title, top: each.getBoundingClientRect().top + scrollY, afterBar, mayMove });
    mayMove = each.closest('[data-idea-lens-crowded]') !== null;
  }
  return places;
}

/** Whether the bar stands at the window's top, below what the skin keeps there. */
export function isStuck(): boolean {
  return document.querySelector('idea-lens-toolbar')?.hasAttribute('data-stuck') ?? false;
}

/** The page's cumulative layout shift until now. */
export function layoutShift(): number {
  const seen = new PerformanceObserver(() => undefined);
  seen.observe({ type: 'layout-shift', buffered: true });
  const all = seen.takeRecords().reduce((sum, each) => sum + (each as unknown as { value: number }).value, 0);
  seen.disconnect();
  return all;
}

/** Which entries of the page's contents are marked though their idea shows, or are not though it is hidden. */
export function whatIsMarkedWrongly(): string[] {
  const wrong: string[] = [];
  let hiddenIdeas = 0;
  for (const heading of document.querySelectorAll('[data-idea-lens-idea]')) {
    const ids = [heading.id, ...[...heading.querySelectorAll('[id]')].map(({ id }) => id)].filter(Boolean);
    const isHidden = heading.closest('[hidden]') !== null;
    if (isHidden) hiddenIdeas++;
    for (const link of document.querySelectorAll(':is(.toc, .sidebar-toc, .vector-toc) a[href^="#"]')) {
      if (!ids.includes(decodeURIComponent(link.getAttribute('href') ?? '').slice(1))) continue;
      const isMarked = link.matches('[data-idea-lens-contents]') || !!link.querySelector('[data-idea-lens-contents]');
      if (isMarked !== isHidden) wrong.push(`“${link.textContent}” is ${isMarked ? '' : 'not '}marked`);
    }
  }
  return hiddenIdeas === 0 ? ['nothing is hidden'] : wrong;
}

/** What lies over the heading with this id, or (without one) over that of the idea that has the keyboard. */
export function whatIsNotFree(id: string): string[] {
  const focused = document.activeElement?.previousElementSibling;
  const target = id ? document.getElementById(id) : (focused?.querySelector('[data-idea-lens-idea]') ?? focused);
  const heading = target?.closest('h2, h3, h4, h5, h6');
  if (!heading) return [`there is no heading ${id}`];
  const range = document.createRange();
  range.selectNodeContents(heading.querySelector('.mw-headline') ?? heading);
  const [line] = range.getClientRects();
  if (!line) return [`“${heading.textContent}” does not show`];
  const x = line.left + 4;
  const ends = [line.top + 2, line.bottom - 2].map(y => document.elementFromPoint(x, y));
  return ends.flatMap(each =>
    each && (heading.contains(each) || each.contains(heading))
      ? []
      : [`${each ? each.localName : 'the window’s edge'} lies over “${heading.textContent}” at ${line.top}`],
  );
}
