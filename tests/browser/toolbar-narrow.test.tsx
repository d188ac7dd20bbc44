import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { layoutFor } from '../../components/toolbar/layout.ts';
import { EMPTY_QUERY } from '../../utils/model/query.ts';
import { IDEAS, toolbarStage } from './toolbar-stage.tsx';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const lensSwitch = () => page.getByRole('switch', { name: 'Idea Lens' });

async function phone(options: Parameters<typeof toolbarStage>[0] = {}) {
  await page.viewport(360, 740);
  const here = toolbarStage({ width: 328, ...options });
  await expect.poll(() => here.root.querySelector('.frame.phone')).not.toBeNull();
  return here;
}

async function narrow(options: Parameters<typeof toolbarStage>[0] = {}) {
  await page.viewport(640, 600);
  const here = toolbarStage({ width: 600, ...options });
  await expect.poll(() => here.root.querySelector('.frame.menu')).not.toBeNull();
  return here;
}

test('the form follows the bar’s own width, and a coarse pointer always gets large targets', () => {
  expect([360, 400, 639, 640, 719, 720, 1055].map(width => layoutFor(width, false))).toEqual([
    'phone',
    'menu',
    'menu',
    'tight',
    'tight',
    'brief',
    'wide',
  ]);
  expect(layoutFor(1055, true)).toBe('phone');
});

test('no width lets the bar’s first line reach out of it', async () => {
  await page.viewport(1280, 700);
  for (const width of [1055, 752, 720, 660, 640, 600, 447, 400, 328, 256]) {
    const { root } = toolbarStage({ width });
    const line = root.querySelector('.first');
    await expect.poll(() => (line?.scrollWidth ?? 1) - (line?.clientWidth ?? 0)).toBe(0);
    const bar = root.querySelector('.bar')?.getBoundingClientRect();
    const right = Math.max(...[...root.querySelectorAll('.first > *')].map(part => part.getBoundingClientRect().right));
    expect(right, `${width} px`).toBeLessThanOrEqual(bar?.right ?? 0);
  }
});

test('wider letters at any width never cut a preset or a button off, nor wrap the line', async () => {
  await page.viewport(1280, 700);
  for (const spacing of [0, 1, 2, 4]) {
    for (const width of [1240, 1055, 752, 660, 500, 420, 328]) {
      const { host, root } = toolbarStage({ width });
      host.style.letterSpacing = `${spacing}px`;
      const cut = () =>
        [...root.querySelectorAll('.first, .first > :not(.search), .tabs > *')]
          .filter(each => each.scrollWidth > each.clientWidth)
          .map(each => `${each.className} ${each.textContent}`);
      await expect.poll(cut, { message: `${spacing} px at ${width} px` }).toEqual([]);
      const height = width < 400 || root.querySelector('.frame.phone') ? 52 : 42;
      expect(root.querySelector('.bar')?.getBoundingClientRect().height).toBe(height);
    }
  }
});

test('where its words have too little room the bar takes short ones, and long ones again once it has grown', async () => {
  await page.viewport(1500, 700);
  const { host, root } = toolbarStage({ width: 1055 });
  await expect.poll(() => root.querySelector('.frame')?.className).toBe('frame wide');
  host.style.letterSpacing = '1px';
  await expect.poll(() => root.querySelector('.frame')?.className).toBe('frame terse');
  await expect.element(page.getByRole('radio', { name: 'Good first ideas 12' })).toBeInTheDocument();
  if (host.parentElement) host.parentElement.style.width = '1400px';
  await expect.poll(() => root.querySelector('.frame')?.className).toBe('frame wide');
});

test('a form without the control that has the focus passes it on, and takes it from nobody', async () => {
  await page.viewport(1280, 700);
  const { host, root } = toolbarStage({ width: 1055 });
  const become = async (width: number, form: string) => {
    if (host.parentElement) host.parentElement.style.width = `${width}px`;
    await expect.poll(() => root.querySelector('.frame')?.className).toBe(`frame ${form}`);
  };
  await become(1200, 'wide');
  lensSwitch().element().focus();
  await become(600, 'menu');
  await expect.poll(() => root.activeElement?.getAttribute('type')).toBe('search');
  button('More').element().focus();
  await become(328, 'phone');
  await expect.poll(() => root.activeElement?.textContent).toBe('Filters');
  button('After the bar').element().focus();
  await become(600, 'menu');
  expect(root.activeElement).toBeNull();
});

test('a pointer that rests on a preset is told its whole name, or which ideas it means', async () => {
  const { root } = toolbarStage({ width: 800 });
  await expect.poll(() => root.querySelector('.frame')?.className).toBe('frame brief');
  expect([...root.querySelectorAll<HTMLElement>('.scope')].map(({ title }) => title)).toEqual([
    'All',
    'Ideas that say how difficult they are, and are no more than medium',
    'Needs review',
    'Open comments',
    'Bookmarked',
  ]);
});

test('in a narrow bar the presets are a menu', async () => {
  const here = await narrow();
  await button('Show: All 24').click();
  await page.getByRole('menuitemradio', { name: 'Needs review 12' }).click();
  expect(here.query().scope).toBe('needs-review');
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  await expect.poll(() => here.focused() === button('Show: Needs review 12').query()).toBe(true);
});

test('in a narrow bar More holds the switch and Sort', async () => {
  const here = await narrow();
  await expect.element(lensSwitch()).not.toBeInTheDocument();
  await button('More').click();
  await expect.poll(() => here.focused() === lensSwitch().query()).toBe(true);
  await button(/^Sort/).click();
  await page.getByRole('menuitemradio', { name: 'Title' }).click();
  expect(here.query().sort.key).toBe('title');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => here.focused() === button('More').query()).toBe(true);
  await button('More').click();
  await lensSwitch().click();
  expect(here.switchedOff()).toBe(1);
});

test('a phone has the search and Filters, 52 px high', async () => {
  const { root } = await phone();
  expect(root.querySelector('.bar')?.getBoundingClientRect().height).toBe(52);
  expect([...root.querySelectorAll('.first button')].map(each => each.textContent)).toEqual(['Filters']);
  await expect
    .element(page.getByRole('searchbox', { name: 'Search ideas' }))
    .toHaveAttribute('placeholder', 'Search 24 ideas');
});

test('a phone’s sheet holds presets, sort, facets and the switch, and says how many it will show', async () => {
  const here = await phone();
  await button(/^Filters/).click();
  await page.getByRole('radio', { name: 'Good first ideas 12' }).click();
  await button('Area Any').click();
  await page.getByRole('checkbox', { name: /^Buoys/ }).click();
  await button('Sort Page order').click();
  await page.getByRole('radio', { name: 'Title' }).click();
  expect(here.query()).toMatchObject({ scope: 'good-first', facets: { area: ['Buoys'] }, sort: { key: 'title' } });
  await expect.element(lensSwitch()).toBeInTheDocument();
  await button('Show 4 ideas').click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.poll(() => here.focused() === button(/^Filters/).query()).toBe(true);
  await expect.element(page.getByRole('status')).toHaveTextContent('4 of 24 ideas');
});

test('every target in the sheet is at least 36 px high', async () => {
  const { root } = await phone({ query: { scope: 'good-first' } });
  await button(/^Filters/).click();
  await button('Difficulty Any').click();
  const targets = [...root.querySelectorAll('.sheet button, .sheet label')];
  expect(targets.length).toBeGreaterThan(12);
  for (const target of targets) {
    expect(target.getBoundingClientRect().height, target.textContent ?? '').toBeGreaterThanOrEqual(36);
  }
});

test('in a low window the sheet takes all of it, and scrolls as a whole', async () => {
  const { root } = await phone();
  await page.viewport(320, 256);
  await button(/^Filters/).click();
  await Promise.all(root.getAnimations().map(animation => animation.finished));
  const inside = root.querySelector('.sheet-inside');
  expect(inside?.getBoundingClientRect().height).toBe(256);
  const foot = root.querySelector('.sheet-foot');
  expect(foot?.getBoundingClientRect().top).toBeGreaterThan(256);
  button('Show 24 ideas').element().focus();
  await expect.poll(() => foot?.getBoundingClientRect().bottom).toBeLessThanOrEqual(257);
});

test('Esc and a click on the page behind close the sheet', async () => {
  const { root } = await phone();
  await button(/^Filters/).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await button(/^Filters/).click();
  // Where the sheet comes to rest, not where it passes.
  await Promise.all(root.getAnimations().map(animation => animation.finished));
  await userEvent.click(page.getByRole('dialog'), { position: { x: 100, y: -40 }, force: true });
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('Clear all works from the sheet and from the line under the bar', async () => {
  const here = await phone({ query: { scope: 'bookmarked', text: 'tide' } });
  await button(/^Filters/).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear all' }).click();
  expect(here.query()).toEqual(EMPTY_QUERY);
  // The button goes with what it does.
  await expect.poll(() => here.focused()?.textContent).toBe('Show 24 ideas');
});

test('in the sheet it is said how many ideas show, once they are others, and what became of a link', async () => {
  const { root } = await phone();
  await button(/^Filters/).click();
  const said = () => root.querySelector('.sheet [aria-live=polite]')?.textContent;
  expect(said()).toBe('');
  await page.getByRole('radio', { name: 'Good first ideas 12' }).click();
  await expect.poll(said).toBe('12 of 24 ideas');
  await button('Copy a link to this view').click();
  await expect.poll(said).toBe('Copied');
  await page.getByRole('radio', { name: 'All 24' }).click();
  await expect.poll(said).toBe('24 of 24 ideas');
});

test('search, status and switch exist once in every form, the switch of a narrow bar once it is reached for', async () => {
  for (const show of [narrow, phone]) {
    const { root } = await show();
    await (show === phone ? button('Filters') : button('More')).click();
    for (const part of ['input[type=search]', '[role=status]', '[role=switch]']) {
      expect(root.querySelectorAll(part), part).toHaveLength(1);
    }
  }
});

test('in a low window row 2 is one line, and the keyboard brings each of its controls into sight', async () => {
  await page.viewport(640, 400);
  const facets = {
    ...EMPTY_QUERY.facets,
    area: ['Buoys', 'Charts', 'Tide tables'],
    difficulty: [1 as const, 2 as const],
  };
  const { root } = toolbarStage({ width: 600, query: { text: 'lighthouse', facets } });
  await page.getByRole('button', { name: /^Filters/ }).click();
  const bar = () => root.querySelector('.bar')?.getBoundingClientRect() ?? new DOMRect();
  const second = () => [...root.querySelectorAll<HTMLElement>('.second button')];
  await expect.poll(() => second().length).toBeGreaterThan(9);
  expect(bar().height).toBeLessThan(100);
  for (const button of second()) {
    button.focus();
    const { left, right } = button.getBoundingClientRect();
    expect(left, button.textContent).toBeLessThan(bar().right - 24);
    expect(right, button.textContent).toBeGreaterThan(bar().left + 24);
  }
});

test('what is ticked in the sheet moves no pill and no row, and what is said of it lies over none', async () => {
  await page.viewport(360, 640);
  const ideas = IDEAS.map((idea, index) => ({
    ...idea,
    skills: { ...idea.skills, items: [`C${' boats'.repeat(index % 6)}`] },
  }));
  const { root } = await phone({ ideas });
  await page.viewport(360, 640);
  await button(/^Filters/).click();
  await button('Skills Any').click();
  const box = (each: Element) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return [x, y, width, height].map(Math.round);
  };
  const boxes = (what: string) => [...root.querySelectorAll(what)].map(each => box(each));
  await expect.poll(() => boxes('.value').length).toBe(8);
  const [pills, rows] = [boxes('.pills > .scope'), boxes('.value')];
  await page.getByRole('checkbox', { name: /^C \d/ }).click();
  await expect.poll(() => root.querySelector('.kindred')).not.toBeNull();
  await expect.element(page.getByRole('radio', { name: /^All \d$/ })).toBeInTheDocument();
  expect(boxes('.pills > .scope')).toEqual(pills);
  expect(boxes('.value').slice(0, 6)).toEqual(rows.slice(0, 6));
  const edge = (what: string, side: 'top' | 'bottom') => root.querySelector(what)?.getBoundingClientRect()[side] ?? 0;
  expect(edge('.kindred', 'top')).toBeGreaterThanOrEqual(edge('.values > .value:nth-child(6)', 'bottom'));
});
