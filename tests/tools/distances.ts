/** Runs in a page, whatever drives the browser. */

/** From each heading of the page's content to the next, px, read where both can be seen: leads the window over the whole page, and back. */
export async function distances(): Promise<number[]> {
  const frames = async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  };
  const headings = [...document.querySelectorAll('.mw-parser-output :is(h2, h3, h4, h5)')];
  const found: number[] = [];
  for (const [number, heading] of headings.entries()) {
    const before = headings[number - 1];
    if (!before) continue;
    before.scrollIntoView({ block: 'start', behavior: 'instant' });
    await frames();
    found.push(Math.round(heading.getBoundingClientRect().top - before.getBoundingClientRect().top));
  }
  scrollTo({ top: 0, behavior: 'instant' });
  await frames();
  return found;
}
