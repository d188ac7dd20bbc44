/**
 * What the end-to-end tests do on a page with the lens, in a person's words. By role and name, as people and tools find
 * things; no test reaches into the lens otherwise.
 */

import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

export interface LensPage {
  readonly page: Page;
  readonly bar: Locator;
  readonly search: Locator;
  readonly status: Locator;
  /** Titles of the ideas that show, in the order of the page. */
  titles(): Promise<string[]>;
  choose(scope: string): Promise<void>;
  /** Ticks (or unticks) a value of a facet. */
  tick(facet: string, value: string | RegExp): Promise<void>;
  sort(key: string, direction?: 'Ascending' | 'Descending'): Promise<void>;
  /** The heading of an idea. */
  heading(title: string): Locator;
  bookmark(title: string): Locator;
  /** Waits until the status says so. */
  says(text: string): Promise<void>;
}

/** The page once the lens has given every idea its tools. */
export async function lensOn(page: Page): Promise<LensPage> {
  const bar = page.locator('idea-lens-toolbar');
  await bar.waitFor();
  const status = bar.getByRole('status');
  const total = Number(/of (\d+)/u.exec((await status.textContent()) ?? '')?.[1]);
  expect(total).toBeGreaterThan(0);
  await page.waitForFunction(count => document.querySelectorAll('idea-lens-idea').length === count, total);
  const search = bar.getByRole('searchbox', { name: 'Search ideas' });

  return {
    page,
    bar,
    search,
    status,
    titles: () => page.evaluate(visibleTitles),
    choose: scope => bar.getByRole('radio', { name: scope }).click(),
    async tick(facet, value) {
      const filters = bar.getByRole('button', { name: /^Filters/u });
      if ((await filters.getAttribute('aria-expanded')) !== 'true') await filters.click();
      await bar.getByRole('button', { name: new RegExp(`^${facet}`, 'u') }).click();
      await bar.getByRole('dialog').getByRole('checkbox', { name: value }).click();
      await page.keyboard.press('Escape');
    },
    async sort(key, direction) {
      await bar.getByRole('button', { name: /^Sort/u }).click();
      await bar.getByRole('menuitemradio', { name: key, exact: true }).click();
      if (direction) await bar.getByRole('menuitemradio', { name: direction, exact: true }).click();
      await page.keyboard.press('Escape');
    },
    heading: title => page.locator('[data-idea-lens-idea]').filter({ hasText: title }).first(),
    bookmark: title => page.getByRole('button', { name: `Bookmark: ${title}`, exact: true }),
    says: text => page.waitForFunction(saysSo, text).then(() => undefined),
  };
}

function saysSo(text: string): boolean {
  const root = document.querySelector('idea-lens-toolbar')?.shadowRoot;
  return root?.querySelector('[role="status"]')?.textContent === text;
}

function visibleTitles(): string[] {
  return [...document.querySelectorAll('[data-idea-lens-idea]')]
    .filter(heading => !heading.closest('[hidden]'))
    .map(heading => (heading.querySelector('.mw-headline') ?? heading).textContent?.trim() ?? '');
}

/** A page of any driver. */
export interface Scripted {
  evaluate<Result>(run: () => Result): Promise<Awaited<Result>>;
  evaluate<Result>(run: (words: readonly string[]) => Result, words: readonly string[]): Promise<Awaited<Result>>;
}

/** Everything that makes two documents the same: their bytes and their node objects. Call `remember` first. */
export async function remember(page: Scripted): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document);
    const nodes: Node[] = [];
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) nodes.push(node);
    Object.assign(globalThis, { rememberedNodes: nodes, rememberedBytes: document.documentElement.outerHTML });
  });
}

/**
 * Fails unless the document is byte for byte, node for node, what `remember` saw. `theirs` names classes that the wiki's own
 * scripts set and take meanwhile, to be left out of the bytes: what they did stays.
 */
export async function isAsRemembered(page: Scripted, theirs: readonly string[] = []): Promise<void> {
  const found = await page.evaluate(names => {
    const ours = (html: string) => names.reduce((rest, name) => rest.replaceAll(` ${name}`, ''), html);
    const { rememberedNodes, rememberedBytes: bytes } = globalThis as unknown as {
      rememberedNodes: Node[];
      rememberedBytes: string;
    };
    const rememberedBytes = ours(bytes);
    const walker = document.createTreeWalker(document);
    let same = 0;
    let count = 0;
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node === rememberedNodes[count++]) same++;
    }
    const now = ours(document.documentElement.outerHTML);
    let differs = 0;
    while (differs < now.length && now[differs] === rememberedBytes[differs]) differs++;
    return {
      bytes: now === rememberedBytes,
      at:
        now === rememberedBytes
          ? ''
          : `${now.slice(differs - 60, differs + 60)} <> ${rememberedBytes.slice(differs - 60, differs + 60)}`,
      nodes: count === rememberedNodes.length && same === count,
    };
  }, theirs);
  expect(found).toEqual({ bytes: true, at: '', nodes: true });
}
