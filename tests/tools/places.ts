/** Whether ideas that show are really there. Run in the page that they are on: browsers skip what is off the screen. */

/** Comes to each idea that shows, and gives the titles of those that have no place then. Leaves the window at the page's beginning. */
export async function withoutPlace(): Promise<string[]> {
  const found: string[] = [];
  for (const heading of document.querySelectorAll('[data-idea-lens-idea]')) {
    if (heading.closest('section[hidden]')) continue;
    const box = heading.closest('section') ?? heading;
    box.scrollIntoView({ block: 'start' });
    // A box that was skipped takes some frames.
    for (let frame = 0; frame < 12 && heading.getBoundingClientRect().height < 1; frame++) {
      await new Promise(requestAnimationFrame);
    }
    const { top, bottom, height } = heading.getBoundingClientRect();
    if (height < 1 || bottom < 0 || top > innerHeight) found.push(heading.textContent ?? '');
  }
  scrollTo(0, 0);
  return found;
}

/** How many ideas show. */
export function countShown(): number {
  return [...document.querySelectorAll('[data-idea-lens-idea]')].filter(each => !each.closest('section[hidden]'))
    .length;
}
