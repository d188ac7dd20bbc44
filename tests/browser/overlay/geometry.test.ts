import { afterEach, describe, expect, it } from 'vitest';
import type { IdeaKey } from '../../../utils/model/key.ts';
import { createOverlay, type Overlay } from '../../../utils/overlay/overlay.ts';
import { type MadePage, makePage, snapshot } from './made-page.ts';

let page: MadePage | null = null;
afterEach(() => page?.remove());

/** An overlay whose tools are a box at the end of the heading's line. */
function withTools(
  title: string,
  direction = 'ltr',
): { overlay: Overlay; heading: HTMLElement; tools: () => DOMRect; before: string } {
  page = makePage('siblings');
  page.host.style.cssText = `width: 600px; font: 16px/20px monospace; direction: ${direction}`;
  const region = page.regions.ideas.get(page.keys[0] as IdeaKey);
  if (!region) throw new Error('no idea');
  const heading = region.heading as HTMLElement;
  heading.textContent = title;
  const before = snapshot().bytes;
  const overlay = createOverlay(page.regions, { signal: new AbortController().signal, styles: () => [] });
  overlay.mark(region.key, []);
  const host = overlay.hosts.idea(region);
  host.style.cssText = 'display: block; position: relative';
  const tools = document.createElement('div');
  tools.className = 'tools';
  tools.style.cssText =
    'position: absolute; inset-inline-end: var(--idea-lens-aside, 0); width: 120px; height: 20px; top: calc(-10px - var(--idea-lens-lift, 0px))';
  host.shadowRoot?.append(tools);
  return { overlay, heading, tools: () => tools.getBoundingClientRect(), before };
}

/** MediaWiki's link behind a title. */
function withEditLink(heading: HTMLElement, style: string): HTMLElement {
  const edit = document.createElement('span');
  edit.className = 'mw-editsection';
  edit.style.cssText = style;
  edit.textContent = '[edit]';
  heading.append(edit);
  return edit;
}

const lastLine = (heading: Element) => {
  const range = document.createRange();
  range.selectNodeContents(heading);
  return [...range.getClientRects()].at(-1) as DOMRect;
};

describe('the tools of an idea', () => {
  it.each(['Short', 'A title that is long enough to take two whole lines of this narrow page, and then some'])(
    'stand on the last line of “%s”',
    title => {
      const { overlay, heading, tools } = withTools(title);
      overlay.lift();
      const line = lastLine(heading);
      expect(Math.abs((tools().top + tools().bottom) / 2 - (line.top + line.bottom) / 2)).toBeLessThanOrEqual(1);
    },
  );

  it('push a title aside that would run under them, and restoring takes that back', () => {
    const { overlay, heading, tools, before } = withTools('This title reaches nearly to the end of its line, yes');
    const style = document.createElement('style');
    style.textContent = '[data-idea-lens-crowded] { padding-inline-end: 150px }';
    heading.before(style);
    overlay.lift();
    expect(lastLine(heading).right).toBeLessThanOrEqual(tools().left);
    style.remove();
    overlay.restore();
    expect(snapshot().bytes).toBe(before);
  });

  it.each(['ltr', 'rtl'])(
    'stand beside an edit link that the skin has put at the end of the line, in %s',
    direction => {
      const { overlay, heading, tools } = withTools('Short', direction);
      const edit = withEditLink(heading, 'float: inline-end; width: 40px; margin-inline-end: -10px');
      overlay.lift();
      const link = edit.getBoundingClientRect();
      const free = direction === 'ltr' ? link.left - tools().right : tools().left - link.right;
      expect(free).toBeGreaterThanOrEqual(0);
      expect(free).toBeLessThanOrEqual(8);
      expect(heading.hasAttribute('data-idea-lens-crowded')).toBe(false);
      edit.remove();
      overlay.lift();
      expect(direction === 'ltr' ? 600 - tools().right : tools().left).toBeLessThan(60);
    },
  );

  it.each(['ltr', 'rtl'])('push an edit link aside that would run under them, in %s', direction => {
    const { overlay, heading } = withTools('This title ends well before them', direction);
    const edit = withEditLink(heading, 'display: inline-block; width: 200px');
    overlay.lift();
    expect(heading.hasAttribute('data-idea-lens-crowded')).toBe(true);
    edit.remove();
  });

  it('push a title aside whose last line but one is beside a tool that is higher than a line', () => {
    const title = 'A title that is long enough to take the whole of its first line, and then some';
    const { overlay, heading } = withTools(title);
    const host = heading.parentElement?.querySelector('idea-lens-idea');
    const bookmark = document.createElement('button');
    bookmark.className = 'bookmark';
    bookmark.style.cssText =
      'position: absolute; right: 0; width: 44px; height: 44px; top: calc(-22px - var(--idea-lens-lift, 0px))';
    host?.shadowRoot?.replaceChildren(bookmark);
    overlay.lift();
    expect(heading.hasAttribute('data-idea-lens-crowded')).toBe(true);
  });

  it('leave a title its place again once there is room', () => {
    const { overlay, heading } = withTools('This title reaches nearly to the end of its line, yes');
    overlay.lift();
    expect(heading.hasAttribute('data-idea-lens-crowded')).toBe(true);
    if (page) page.host.style.width = '1200px';
    overlay.lift();
    expect(heading.hasAttribute('data-idea-lens-crowded')).toBe(false);
  });

  it('leave a short title its place', () => {
    const { overlay, heading } = withTools('Short');
    overlay.lift();
    expect(heading.hasAttribute('data-idea-lens-crowded')).toBe(false);
  });
});
