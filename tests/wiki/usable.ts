/**
 * What a person would find wrong with the lens on the page as it is now, in plain sentences: what is covered, cut off, or in the
 * skin's way. Each function runs in the page and is whole in itself. Looks only; the places are the browser's own.
 */

/**
 * What is wrong with the bar and the ideas' tools at this width and scroll place. Every control of the bar is asked for at its
 * middle and near both of its ends, so that neither the skin's headers nor its own neighbours lie over it.
 */
export function whatIsWrong(): string[] {
  const bar = document.querySelector('idea-lens-toolbar');
  const root = bar?.shadowRoot;
  const frame = root?.querySelector('.bar');
  if (!bar || !root || !frame) return ['there is no bar'];
  const wrong: string[] = [];
  const shows = (each: Element) => {
    const { width, height } = each.getBoundingClientRect();
    return width > 2 && height > 2 && each.checkVisibility({ visibilityProperty: true });
  };
  const called = (each: Element) =>
    (each.getAttribute('aria-label') ?? each.textContent ?? '').replace(/\s+/gu, ' ').trim().slice(0, 40) ||
    each.localName;
  const isOurs = (each: Element | null | undefined) =>
    each?.closest('[data-idea-lens-host], idea-lens-toolbar') === bar;

  function barStandsWhole(): void {
    const outer = frame?.getBoundingClientRect() ?? new DOMRect();
    const { clientWidth } = document.documentElement;
    if (outer.left < -0.5 || outer.right > clientWidth + 0.5)
      wrong.push(`the bar stands from ${outer.left} to ${outer.right} in a window of ${clientWidth}`);
    const host = bar?.getBoundingClientRect() ?? new DOMRect();
    // Its height is told it by a script.
    if (Math.abs(outer.height - host.height) > 0.5)
      wrong.push(`the bar keeps ${host.height} px free and is ${outer.height} px high`);
    for (const line of frame?.querySelectorAll('.first, .tabs, .second') ?? [])
      if (line.scrollWidth > line.clientWidth + 1) wrong.push(`${line.className} of the bar is cut off`);
  }

  function controlsCanBePressed(): void {
    const controls = [...(root?.querySelectorAll('button, input') ?? [])].filter(shows);
    if (controls.length < 2) wrong.push('the bar has no controls');
    for (const control of controls) {
      const box = control.getBoundingClientRect();
      const middle = box.top + box.height / 2;
      for (const x of [box.left + 3, box.left + box.width / 2, box.right - 3]) {
        const top = document.elementFromPoint(x, middle);
        const inside = root?.elementFromPoint(x, middle);
        const field = control.closest('.search');
        if (isOurs(top) && inside && (control.contains(inside) || field?.contains(inside))) continue;
        const over = isOurs(top) ? inside : top;
        wrong.push(
          `“${called(control)}” cannot be pressed at ${Math.round(x)}, ${Math.round(middle)}: ${over ? `${over.localName}.${over.className} is there` : 'it is outside the window'}`,
        );
        break;
      }
    }
  }

  function nothingOfTheSkinIsCovered(): void {
    const controls = 'a[href], button, input:not([type="hidden"]), select, summary, label, [role="button"]';
    for (const control of document.querySelectorAll(controls)) {
      if (control.closest('.mw-parser-output') || !shows(control)) continue;
      const box = control.getBoundingClientRect();
      const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (over?.localName.startsWith('idea-lens-')) wrong.push(`${over.localName} lies over “${called(control)}”`);
    }
  }

  barStandsWhole();
  controlsCanBePressed();
  nothingOfTheSkinIsCovered();
  return wrong;
}

/** Which tools of ideas lie over their titles, over links at them or over each other, or out of the page; wherever they are scrolled to. */
export function whatIsWrongWithTools(): string[] {
  const wrong: string[] = [];
  // The page itself may be wider than its window.
  const { scrollWidth } = document.documentElement;
  const meet = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 4 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
  /** Of the words alone: the rectangle of a block is as wide as the page. */
  const textRects = (within: Element) => {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const rects: DOMRect[] = [];
    const range = document.createRange();
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      if (!holder?.checkVisibility({ visibilityProperty: true }) || holder.closest('.mw-editsection')) continue;
      range.selectNodeContents(walker.currentNode);
      rects.push(...[...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0));
    }
    // Their words can be set aside for an icon.
    const links = [...within.querySelectorAll('.mw-editsection a')].filter(each => each.checkVisibility());
    return [...rects, ...links.map(each => each.getBoundingClientRect())];
  };
  let before: DOMRect[] = [];
  for (const heading of document.querySelectorAll('[data-idea-lens-idea]')) {
    const title = heading.textContent?.replace(/\s+/gu, ' ').trim().slice(0, 40);
    const wrapper = heading.closest('.mw-heading') ?? heading;
    let host = wrapper.nextElementSibling;
    // Others may have put something of theirs between.
    while (host && host.localName !== 'idea-lens-idea') host = host.nextElementSibling;
    const tools = [...(host?.shadowRoot?.querySelectorAll('button') ?? [])].map(each => each.getBoundingClientRect());
    if (tools.length === 0) wrong.push(`“${title}” has no tools`);
    // Beside a sidebar on a phone (Vector) there is no room for a long word and a button.
    const isNarrow = wrapper.getBoundingClientRect().width < 200;
    const texts = isNarrow ? [] : textRects(wrapper);
    for (const tool of tools) {
      if (tool.left + scrollX < -2 || tool.right + scrollX > scrollWidth + 0.5)
        wrong.push(`a tool of “${title}” stands out of the page`);
      if (texts.some(text => meet(text, tool))) wrong.push(`a tool lies over “${title}”`);
      if (before.some(other => meet(other, tool))) wrong.push(`tools of “${title}” lie over those of the idea before`);
    }
    before = tools;
  }
  return wrong;
}

/** What of the popover, menu or sheet that is open is outside the window, or covered; and when none is open. */
export function whatIsWrongWithOpened(): string[] {
  const root = document.querySelector('idea-lens-toolbar')?.shadowRoot;
  const box = [...(root?.querySelectorAll('[role="dialog"], [role="menu"], dialog') ?? [])].find(each =>
    each.checkVisibility(),
  );
  if (!root || !box) return ['nothing is open'];
  const { left, top, right, bottom } = box.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const wrong: string[] = [];
  if (left < 0 || top < 0 || right > clientWidth + 0.5 || bottom > innerHeight + 0.5)
    wrong.push(`it lies from ${left}, ${top} to ${right}, ${bottom} in ${clientWidth} × ${innerHeight}`);
  if (box.scrollWidth > box.clientWidth + 1) wrong.push('it is cut off at its side');
  for (const [x, y] of [
    [left + 5, top + 5],
    [right - 5, top + 5],
    [left + 5, bottom - 5],
    [right - 5, bottom - 5],
  ] as const)
    if (!box.contains(root.elementFromPoint(x, y))) wrong.push(`something lies over it at ${x}, ${y}`);
  return wrong;
}
