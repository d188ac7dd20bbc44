import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { IdeaTools } from '../../components/idea/IdeaTools.tsx';
import { ALL_PANELS } from '../../components/panels.ts';
import { PanelsContext } from '../../components/ui/panels.ts';
import { idea, stage } from './idea-stage.tsx';
import { type ToolbarStageOptions, toolbarStage } from './toolbar-stage.tsx';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const boxOf = (element: Element | null | undefined) => element?.getBoundingClientRect() ?? new DOMRect();
const boxAt = (found: ReturnType<typeof button>) => boxOf(found.element());

async function mirrored(options: ToolbarStageOptions = {}) {
  await page.viewport(1280, 700);
  return toolbarStage({ direction: 'rtl', ...options });
}

/** Where the words themselves are painted, not the box they stand in. */
function wordsIn(element: Element | null | undefined): DOMRect {
  const range = document.createRange();
  if (element) range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

test('the bar begins at the right and ends with the switch at the left', async () => {
  const { root } = await mirrored();
  const places = ['.search', '.tabs', '.filters', '.first > .square', '.first > .switch'].map(
    part => boxOf(root.querySelector(part)).left,
  );
  expect(places).toEqual([...places].sort((a, b) => b - a));
  const [icon, field] = ['.search > .icon', 'input'].map(part => boxOf(root.querySelector(part)));
  expect((icon?.right ?? 0) > (field?.right ?? 0) - 30).toBe(true);
});

test('a facet opens under its button, right edges in one line, its boxes right of the words and counts at the left', async () => {
  const { root } = await mirrored();
  await button(/^Filters/).click();
  await button('Difficulty').click();
  const popover = boxAt(page.getByRole('dialog', { name: 'Difficulty' }));
  expect(popover.right).toBeCloseTo(boxAt(button('Difficulty')).right, 0);
  const row = root.querySelector('.value');
  const [box, name, count] = ['input', '.value-name', '.count'].map(part => wordsIn(row?.querySelector(part)));
  expect(boxOf(row?.querySelector('input')).left).toBeGreaterThan(name?.right ?? 0);
  expect(box).toBeDefined();
  expect(name?.left).toBeGreaterThan((count?.right ?? 0) + 40);
  const hint = root.querySelector('.values > .hint');
  expect(wordsIn(hint).right, 'a note stays at the page’s side').toBeCloseTo(boxOf(hint).right, 0);
});

test('Sort and More open with their left edges on their buttons’', async () => {
  await mirrored();
  for (const name of [/^Sort/u, 'More'] as const) {
    await button(name).click();
    expect(boxAt(page.getByRole('menu')).left).toBeCloseTo(boxAt(button(name)).left, 0);
    await userEvent.keyboard('{Escape}');
  }
});

test('completions stand under the field, right edges in one line, and read as they are typed', async () => {
  const { root } = await mirrored();
  const field = page.getByRole('searchbox');
  await userEvent.type(field, 'difficulty:');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  expect(boxAt(page.getByRole('listbox')).right).toBeCloseTo(boxAt(field).right, 0);
  await userEvent.keyboard('{ArrowDown}');
  expect(getComputedStyle(root.querySelector('[aria-selected="true"]') ?? document.body).boxShadow).toContain('-3px');
  const words = root.querySelector('.suggestion-words');
  expect(wordsIn(words).left).toBeGreaterThan(wordsIn(root.querySelector('.suggestion .count')).right);
  // “difficulty:”, not “:difficulty”.
  expect(getComputedStyle(field.element()).unicodeBidi).toBe('plaintext');
  expect(getComputedStyle(field.element()).textAlign).toBe('right');
});

test('words that begin with a number are not turned round', async () => {
  const { root } = await mirrored({ query: { scope: 'needs-review' } });
  for (const each of root.querySelectorAll('.second .button > bdi, .status, .tabs .count')) {
    expect(['isolate', 'plaintext'], each.textContent ?? '').toContain(getComputedStyle(each).unicodeBidi);
  }
  expect(root.querySelectorAll('.second .button > bdi').length).toBeGreaterThan(1);
});

test('a phone’s sheet has its title at the right, its x and the values of facets at the left', async () => {
  await page.viewport(360, 740);
  const { root } = toolbarStage({ direction: 'rtl', width: 328 });
  await button(/^Filters/).click();
  const [head, title, shut] = ['.sheet-head', '.sheet-head > b', '.sheet-head > button'].map(part =>
    boxOf(root.querySelector(part)),
  );
  expect((head?.right ?? 0) - (title?.right ?? 0)).toBe(16);
  expect((shut?.left ?? 99) - (head?.left ?? 0)).toBe(2);
  const value = root.querySelector('.fold-value');
  expect(wordsIn(value).left).toBeCloseTo(boxOf(value).left, 0);
});

test('an idea’s tools stand at the left, its reasons open there and begin at the right', async () => {
  await page.viewport(1280, 700);
  const here = stage({ direction: 'rtl' });
  here.show(
    <PanelsContext.Provider value={ALL_PANELS}>
      <IdeaTools
        idea={idea({ reasons: ['list:needs-work', 'difficulty:missing'] })}
        listHeading="List of ideas that need more work"
        labels={{ review: 'Peer Review Comments', program: 'GSoC' }}
        open
        now={new Date('2026-02-01')}
        locale="en-GB"
        bookmarked={false}
        saving="idle"
        onBookmark={() => undefined}
        onToggleReasons={() => undefined}
        onGoToComment={() => undefined}
        onNeedPanels={() => undefined}
      />
    </PanelsContext.Provider>,
  );
  const badge = boxAt(button(/^Needs review/));
  const popover = boxAt(page.getByRole('dialog'));
  expect(badge.left).toBeLessThan(300);
  expect(popover.left).toBeCloseTo(badge.left, 0);
  const [icon, title] = ['.reason > .icon', '.reason strong'].map(part => here.root.querySelector(part));
  expect(boxOf(icon).left).toBeGreaterThan(wordsIn(title).right);
  expect(wordsIn(title).right).toBeCloseTo(boxOf(title).right, 0);
});
