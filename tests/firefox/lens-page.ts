/**
 * What the tests in Firefox do on a page with the lens, in a person's words: things are found by role and name, and pressed with the
 * mouse. The same for Chromium is tests/e2e/lens-page.ts, on another driver.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';

export type Role =
  | 'button'
  | 'radio'
  | 'checkbox'
  | 'switch'
  | 'menuitem'
  | 'menuitemradio'
  | 'menuitemcheckbox'
  | 'dialog'
  | 'tab'
  | 'link'
  | 'searchbox';

/** In whose shadow roots to look: those of all elements of that name. Without one, in the document itself. */
export type Where = 'idea-lens-toolbar' | 'idea-lens-notes' | 'idea-lens-idea' | 'idea-lens-list-note' | 'document';

export interface LensPage {
  readonly page: Page;
  /** Titles of the ideas that show, in the order of the page. */
  titles(): Promise<string[]>;
  status(): Promise<string | null>;
  /** Waits until the status says so. */
  says(text: string): Promise<void>;
  /** Presses the first thing of that role and name that shows, once it is there. */
  click(role: Role, name: string | RegExp, where?: Where): Promise<void>;
  choose(scope: string): Promise<void>;
  tick(facet: string, value: RegExp): Promise<void>;
  sort(key: string, direction?: 'Ascending' | 'Descending'): Promise<void>;
  more(item: string): Promise<void>;
  /** Types into the empty search field. */
  search(text: string): Promise<void>;
  searched(): Promise<string>;
  bookmark(title: string): Promise<void>;
  isBookmarked(title: string): Promise<boolean>;
  hash(): Promise<string>;
  /** Top of an idea's heading in the window, from the lower edge of the bar. */
  underBar(anchor: string): Promise<number>;
}

/** The page, in front, once the lens has given every idea its tools. */
export async function lensOn(page: Page): Promise<LensPage> {
  // Firefox lets a tab in the background wait, and mouse and keys with it.
  await page.bringToFront();
  // Not expect.poll: that is for tests alone, and pages are opened before them, too.
  await vi.waitFor(async () => expect(await page.evaluate(isComplete)).toBe(true), { timeout: 10_000 });
  const click = (role: Role, name: string | RegExp, where: Where = 'idea-lens-toolbar') =>
    press(page, role, name, where);
  const isOpen = (name: RegExp) => hasExpanded(page, name);

  const lens: LensPage = {
    page,
    titles: () => page.evaluate(visibleTitles),
    status: () => page.evaluate(statusText),
    says: text => expect.poll(() => page.evaluate(statusText)).toBe(text),
    click,
    choose: scope => click('radio', new RegExp(`^${scope}`, 'u')),
    async tick(facet, value) {
      if (!(await isOpen(/^Filters/u))) await click('button', /^Filters/u);
      await click('button', new RegExp(`^${facet}`, 'u'));
      await click('checkbox', value);
      await page.keyboard.press('Escape');
    },
    async sort(key, direction) {
      if (!(await isOpen(/^Sort/u))) await click('button', /^Sort/u);
      await click('menuitemradio', key);
      if (direction) {
        if (!(await isOpen(/^Sort/u))) await click('button', /^Sort/u);
        await click('menuitemradio', direction);
      }
      await page.keyboard.press('Escape');
    },
    async more(item) {
      await click('button', 'More');
      await click('menuitem', item);
    },
    async search(text) {
      await click('searchbox', 'Search ideas');
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    },
    searched: () => page.evaluate(searchedText),
    bookmark: title => click('button', `Bookmark: ${title}`, 'idea-lens-idea'),
    isBookmarked: title => page.evaluate(isPressed, `Bookmark: ${title}`),
    hash: () => page.evaluate(() => decodeURIComponent(location.hash)),
    underBar: anchor => page.evaluate(distanceFromBar, anchor),
  };
  return lens;
}

/** Presses the first thing of that role and name that shows. */
export async function press(page: Page, role: Role, name: string | RegExp, where: Where): Promise<void> {
  const found = await find(page, role, name, where);
  // Where the bar or anything else is in front of it, a person scrolls; what stays covered cannot be pressed.
  await vi.waitFor(async () => expect(await found.evaluate(isInFront), `${role} "${name}" is covered`).toBe(true));
  await found.click();
}

/** Waits for the first thing of that role and name that shows. */
export async function find(
  page: Page,
  role: Role,
  name: string | RegExp,
  where: Where,
): Promise<ElementHandle<HTMLElement>> {
  const wanted = typeof name === 'string' ? { is: name } : { like: name.source };
  const handle = await page
    .waitForFunction(seen, { polling: 50, timeout: 10_000 }, role, wanted, where)
    .catch(cause => {
      throw new Error(`No ${role} "${name}" shows in ${where}.`, { cause });
    });
  return handle as ElementHandle<HTMLElement>;
}

type Wanted = { readonly is: string } | { readonly like: string };

// What follows runs in the page, each function for itself.

function seen(role: string, wanted: Wanted, where: string): HTMLElement | null {
  const selectors = new Map([
    ['button', 'button:not([role]), [role="button"]'],
    ['radio', 'input[type="radio"], [role="radio"]'],
    ['checkbox', 'input[type="checkbox"], [role="checkbox"]'],
    ['dialog', 'dialog, [role="dialog"]'],
    ['link', 'a[href]'],
    ['searchbox', 'input[type="search"]'],
  ]);
  const roots: ParentNode[] =
    where === 'document'
      ? [document]
      : [...document.querySelectorAll(where)].flatMap(host => (host.shadowRoot ? [host.shadowRoot] : []));
  const nameOf = (each: HTMLElement) => {
    const [label] = each instanceof HTMLInputElement || each instanceof HTMLButtonElement ? (each.labels ?? []) : [];
    const named = each.ariaLabelledByElements?.map(other => other.textContent).join(' ');
    const words = named ?? each.ariaLabel ?? label?.textContent ?? each.textContent;
    return words.replaceAll(/\s+/gu, ' ').trim();
  };
  for (const root of roots) {
    for (const each of root.querySelectorAll<HTMLElement>(selectors.get(role) ?? `[role="${role}"]`)) {
      const name = nameOf(each);
      if ('is' in wanted ? name !== wanted.is : !new RegExp(wanted.like, 'u').test(name)) continue;
      // A radio button may be drawn by its label alone.
      const label = each instanceof HTMLInputElement && each.type !== 'search' ? each.labels?.[0] : undefined;
      const drawn = label ?? each;
      if (drawn.checkVisibility({ visibilityProperty: true }) && drawn.getClientRects().length > 0) return drawn;
    }
  }
  return null;
}

function isInFront(wanted: HTMLElement): boolean {
  const { left, top, width, height } = wanted.getBoundingClientRect();
  const root = wanted.getRootNode() as Document | ShadowRoot;
  const front = root.elementFromPoint(left + width / 2, top + height / 2);
  const isIt = front !== null && (wanted.contains(front) || front.contains(wanted));
  if (!isIt) wanted.scrollIntoView({ block: 'center', behavior: 'instant' });
  return isIt;
}

function isComplete(): boolean {
  const status = document.querySelector('idea-lens-toolbar')?.shadowRoot?.querySelector('[role="status"]');
  const total = Number(/(\d+)\D*$/u.exec(status?.textContent ?? '')?.[1]);
  return total > 0 && document.querySelectorAll('idea-lens-idea').length === total;
}

function statusText(): string | null {
  const status = document.querySelector('idea-lens-toolbar')?.shadowRoot?.querySelector('[role="status"]');
  return status?.textContent ?? null;
}

function searchedText(): string {
  const field = document.querySelector('idea-lens-toolbar')?.shadowRoot?.querySelector('input[type="search"]');
  return field instanceof HTMLInputElement ? field.value : '';
}

function visibleTitles(): string[] {
  return [...document.querySelectorAll('[data-idea-lens-idea]')]
    .filter(heading => !heading.closest('[hidden]'))
    .map(heading => (heading.querySelector('.mw-headline') ?? heading).textContent?.trim() ?? '');
}

function isPressed(name: string): boolean {
  return [...document.querySelectorAll('idea-lens-idea')].some(host =>
    [...(host.shadowRoot?.querySelectorAll('[aria-pressed="true"]') ?? [])].some(each => each.ariaLabel === name),
  );
}

function distanceFromBar(anchor: string): number {
  const heading = document.getElementById(anchor)?.getBoundingClientRect();
  const bar = document.querySelector('idea-lens-toolbar')?.getBoundingClientRect();
  return heading && bar ? heading.top - bar.bottom : Number.NaN;
}

async function hasExpanded(page: Page, name: RegExp): Promise<boolean> {
  const button = await find(page, 'button', name, 'idea-lens-toolbar');
  return button.evaluate(each => each.ariaExpanded === 'true');
}
