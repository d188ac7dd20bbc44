import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { IdeaTools, type IdeaToolsProps } from '../../components/idea/IdeaTools.tsx';
import { ALL_PANELS } from '../../components/panels.ts';
import { type Panels, PanelsContext } from '../../components/ui/panels.ts';
import { axeFindings } from './axe.ts';
import { comment, idea, poorIdea, type Stage, type StageOptions, stage } from './idea-stage.tsx';

const interest = comment({ id: 'lamp#2', kind: 'interest', author: 'juno', timestamp: null });

const calls = { onBookmark: vi.fn(), onGoToComment: vi.fn(), onToggleReasons: vi.fn(), onNeedPanels: vi.fn() };

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  for (const call of Object.values(calls)) call.mockReset();
});

function show(props: Partial<IdeaToolsProps> = {}, options?: StageOptions, panels: Panels | null = ALL_PANELS): Stage {
  const here = stage(options);
  const draw = (open: boolean) =>
    here.show(
      <PanelsContext.Provider value={panels}>
        <IdeaTools
          idea={poorIdea()}
          listHeading="Ideas that need more work"
          labels={{ review: 'Review remarks', program: 'Summer' }}
          bookmarked={false}
          saving="idle"
          open={open}
          now={new Date('2026-11-22T10:00Z')}
          locale="en-GB"
          {...calls}
          onToggleReasons={next => {
            calls.onToggleReasons(next);
            draw(next);
          }}
          {...props}
        />
      </PanelsContext.Provider>,
    );
  draw(props.open ?? false);
  return here;
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

const focused = (root: ShadowRoot) => root.activeElement?.getAttribute('aria-label');

test('an idea without reasons has the bookmark toggle and nothing else', async () => {
  const { root } = show({ idea: idea() });
  expect([...root.querySelectorAll('button')].map(each => each.getAttribute('aria-label'))).toEqual([
    'Bookmark: Harbour lights over radio',
  ]);
});

test('the badge opens and closes the reasons, and says which', async () => {
  show();
  const badge = button('Needs review: 5 reasons');
  await expect.element(badge).toHaveAttribute('aria-expanded', 'false');
  await badge.click();
  await expect.element(badge).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByRole('dialog', { name: 'Needs review: 5 reasons' })).toBeVisible();
  await badge.click();
  await expect.element(badge).toHaveAttribute('aria-expanded', 'false');
  expect(calls.onToggleReasons.mock.calls).toEqual([[true], [false]]);
});

test('Escape closes the reasons and gives the focus back to the badge', async () => {
  const { root } = show();
  await button('Needs review: 5 reasons').click();
  expect(focused(root)).toBe('Close the reasons');
  await userEvent.keyboard('{Escape}');
  expect(root.querySelector('[role=dialog]')).toBeNull();
  expect(focused(root)).toBe('Needs review: 5 reasons');
});

test('reasons whose panel is not there yet are asked for, and the badge is open', async () => {
  const { root } = show({}, {}, null);
  expect(calls.onNeedPanels).not.toHaveBeenCalled();
  await button('Needs review: 5 reasons').click();
  await expect.poll(() => calls.onNeedPanels.mock.calls.length).toBe(1);
  await expect.element(button('Needs review: 5 reasons')).toHaveAttribute('aria-expanded', 'true');
  expect(root.querySelector('[role=dialog]')).toBeNull();
});

test('one reason is one reason', async () => {
  show({ idea: idea({ reasons: ['difficulty:missing'] }) });
  await expect.element(button('Needs review: 1 reason')).toBeVisible();
});

test.each([
  [1055, 'Needs review · 5 reasons'],
  [900, 'Needs review · 5'],
  [740, '5'],
])('in a column of %i px the badge reads "%s" and keeps its full name', async (width, words) => {
  const { root } = show({}, { width });
  const badge = root.querySelector<HTMLElement>('.badge');
  expect(badge?.innerText).toBe(words);
  await expect.element(button('Needs review: 5 reasons')).toBeVisible();
});

test('the tools stand on the heading’s line and move nothing', () => {
  const bare = stage();
  const before = bare.after.getBoundingClientRect().top;
  const { root, heading, after, host } = show();
  expect(after.getBoundingClientRect().top).toBe(before);
  expect(host.getBoundingClientRect().height).toBe(0);
  const line = heading.getBoundingClientRect();
  for (const tool of root.querySelectorAll('button')) {
    const box = tool.getBoundingClientRect();
    expect(Math.abs((box.top + box.bottom) / 2 - (line.top + line.bottom) / 2)).toBeLessThanOrEqual(1);
    expect(box.right).toBeLessThanOrEqual(line.right);
  }
});

test('margins around the heading collapse as they did without the host', () => {
  const { after, heading, host } = show();
  heading.style.marginBottom = after.style.marginTop = '20px';
  const withHost = after.getBoundingClientRect().top;
  host.remove();
  expect(withHost).toBe(after.getBoundingClientRect().top);
});

test('the bookmark toggle asks, and shows only what it is told is stored', async () => {
  show();
  const toggle = button('Bookmark: Harbour lights over radio');
  await toggle.click();
  expect(calls.onBookmark).toHaveBeenCalledOnce();
  await expect.element(toggle).toHaveAttribute('aria-pressed', 'false');
});

test('the bookmark toggle, which is a picture alone, says to a pointer what it is', () => {
  const { root } = show({ idea: idea({ title: 'Read old tide rolls' }) });
  expect(root.querySelector('.bookmark')).toHaveProperty('title', 'Bookmark: Read old tide rolls');
});

test('a stored bookmark is pressed', async () => {
  show({ bookmarked: true });
  await expect.element(button('Bookmark: Harbour lights over radio')).toHaveAttribute('aria-pressed', 'true');
});

test('while a change is being written the toggle takes no further one', async () => {
  const { root } = show({ saving: 'running' });
  await userEvent.click(button('Bookmark: Harbour lights over radio'), { force: true });
  expect(calls.onBookmark).not.toHaveBeenCalled();
  expect(root.textContent).toContain('Saving…');
});

test('a refused change is an alert with a way to try again, and the toggle is not pressed', async () => {
  const here = show({ saving: 'failed' });
  await expect.element(page.getByRole('alert')).toHaveTextContent('Not saved. Try again');
  await expect.element(button('Bookmark: Harbour lights over radio')).toHaveAttribute('aria-pressed', 'false');
  await button('Try again').click();
  // The keyboard goes on where it began.
  expect(here.root.activeElement?.getAttribute('aria-pressed')).toBe('false');
  expect(calls.onBookmark).toHaveBeenCalledOnce();
});

test('interest is told apart from reasons and leads to the comment', async () => {
  show({ idea: idea({ comments: [comment({ state: 'addressed' }), interest] }) });
  expect(page.getByRole('button', { name: /Needs review/ }).elements()).toEqual([]);
  await button('1 interested').click();
  expect(calls.onGoToComment).toHaveBeenCalledExactlyOnceWith('lamp#2');
});

test('"Go to comment" closes the reasons first, so that the focus can go to the comment', async () => {
  const order: string[] = [];
  calls.onToggleReasons.mockImplementation(open => order.push(`open: ${open}`));
  calls.onGoToComment.mockImplementation(id => order.push(id));
  const { root } = show();
  await button('Needs review: 5 reasons').click();
  await button('Go to comment').click();
  expect(order).toEqual(['open: true', 'open: false', 'lamp#1']);
  expect(root.querySelector('[role=dialog]')).toBeNull();
});

test('Tab goes from the badge over interest to the bookmark', async () => {
  show({ idea: poorIdea({ comments: [comment(), interest] }) });
  const visited: (string | undefined)[] = [];
  for (let step = 0; step < 3; step++) {
    await userEvent.tab();
    visited.push(document.activeElement?.shadowRoot?.activeElement?.className);
  }
  expect(visited).toEqual(['badge', 'badge interest', 'bookmark']);
});

test('on a phone the bookmark is 44 px and the badge has a line of its own', async () => {
  await page.viewport(360, 740);
  const { root, heading, after } = show({}, { width: 312 });
  const bookmark = root.querySelector('.bookmark')?.getBoundingClientRect();
  const badge = root.querySelector<HTMLElement>('.badge');
  expect([bookmark?.width, bookmark?.height]).toEqual([44, 44]);
  expect(badge?.innerText).toBe('Needs review · 5 reasons');
  const line = badge?.getBoundingClientRect();
  expect(line?.top).toBeGreaterThanOrEqual(heading.getBoundingClientRect().bottom);
  expect(line?.bottom).toBeLessThanOrEqual(after.getBoundingClientRect().top);
});

test('on a phone an idea without a badge takes no line', async () => {
  await page.viewport(360, 740);
  const { host } = show({ idea: idea() }, { width: 312 });
  expect(host.getBoundingClientRect().height).toBe(0);
});

test('the reasons fit a phone', async () => {
  await page.viewport(360, 740);
  const { root } = show({}, { width: 312 });
  await button('Needs review: 5 reasons').click();
  const box = root.querySelector('[role=dialog]')?.getBoundingClientRect();
  expect(box?.left).toBeGreaterThanOrEqual(0);
  expect(box?.right).toBeLessThanOrEqual(360);
});

test.each([1280, 360])('in a window of %i px no word of the reasons is cut off', async width => {
  await page.viewport(width, 740);
  const { root } = show({ open: true, listHeading: 'x'.repeat(100_000) }, { width: width - 48 });
  const box = root.querySelector('[role=dialog]');
  expect(box?.scrollWidth).toBe(box?.clientWidth);
});

test.each([
  ['markup', '<img src=x onerror="globalThis.struck = true">'],
  ['a script address', 'javascript:globalThis.struck=true'],
  ['a sign that turns text around', 'gnp.\u202Eexe'],
])('a title of %s is the button’s name and nothing else', (_, title) => {
  const { root } = show({ idea: idea({ title }) });
  expect(root.querySelector('.bookmark')?.getAttribute('aria-label')).toBe(`Bookmark: ${title}`);
  expect(root.querySelector('img, script, a')).toBeNull();
  expect(globalThis).not.toHaveProperty('struck');
});

test('a title of 100 kB gives a name of a few hundred signs', () => {
  const { root } = show({ idea: idea({ title: 'x'.repeat(100_000) }) });
  expect(root.querySelector('.bookmark')?.getAttribute('aria-label')?.length).toBeLessThan(400);
});

const states: [string, Partial<IdeaToolsProps>, StageOptions?][] = [
  ['no reasons', { idea: idea() }],
  ['five reasons, closed', {}],
  ['five reasons, open', { open: true }],
  ['bookmarked', { bookmarked: true }],
  ['saving', { saving: 'running' }],
  ['failed', { saving: 'failed' }],
  ['interest', { idea: poorIdea({ comments: [comment(), interest] }) }],
];

test.each(states)('axe finds nothing: %s', async (_, props) => {
  expect(await axeFindings(show(props).host)).toEqual([]);
});

test.each(states)('axe finds nothing at night: %s', async (_, props) => {
  expect(await axeFindings(show(props, { night: true }).host)).toEqual([]);
});

test.each(states)('axe finds nothing on a phone: %s', async (_, props) => {
  await page.viewport(360, 740);
  expect(await axeFindings(show(props, { width: 312 }).host)).toEqual([]);
});
