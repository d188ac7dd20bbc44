import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LensPage } from './lens-page.ts';
import { EXPECTED, type Opened, openSample } from './sample.ts';

let opened: Opened;
let lens: LensPage;
beforeAll(async () => {
  opened = await openSample();
  lens = await opened.openLens();
});
afterAll(() => opened.browser.close());

const commentsOf = (look: string) => lens.page.locator(`idea-lens-comment[data-idea-lens-comment="${look}"]`);
const every = EXPECTED.ideas.flatMap(idea => idea.comments);

describe('ideas that need a review', () => {
  it('carry the mark at their heading, in words, with the number of reasons', async () => {
    const marked = await lens.page.locator('[data-idea-lens-attention~="needs-review"]').count();
    expect(marked).toBe(EXPECTED.ideas.filter(idea => idea.reasons.length > 0).length);
    expect(await lens.page.getByRole('button', { name: /^Needs review: \d+ reasons?$/u }).count()).toBe(marked);
  });

  it('open the list of reasons with what to do; Escape closes it and gives the focus back', async () => {
    const badge = lens.page.getByRole('button', { name: 'Needs review: 5 reasons' }).nth(1);
    await badge.click();
    const reasons = lens.page.getByRole('dialog', { name: 'Needs review: 5 reasons' });
    await reasons.getByText('Not peer reviewed yet').waitFor();
    expect(
      await reasons.getByText('It stands in “List of projects that need more work”.', { exact: false }).isVisible(),
    ).toBe(true);
    expect(await reasons.getByText('Difficulty, skills and outcomes are missing').isVisible()).toBe(true);
    await lens.page.keyboard.press('Escape');
    expect(await reasons.count()).toBe(0);
    expect(await badge.evaluate(button => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true);
  });

  it('leads from the reasons to the comment', async () => {
    await lens.heading('Fog horn that listens first').scrollIntoViewIfNeeded();
    const host = lens.page.locator('h4:has([id="Fog_horn_that_listens_first"]) + idea-lens-idea');
    await host.getByRole('button', { name: 'Needs review: 1 reason' }).click();
    await host.getByRole('button', { name: 'Go to comment' }).click();
    const focused = await lens.page.evaluate(() => document.activeElement?.getAttribute('data-idea-lens-comment'));
    expect(focused).toBe('open');
  });
});

describe('comments', () => {
  it('are each marked at their icon: open, interest or addressed', async () => {
    const count = (kind: string, state: string) =>
      every.filter(each => each.kind === kind && each.state === state).length;
    expect(await commentsOf('open').count()).toBe(count('review', 'open'));
    expect(await commentsOf('interest').count()).toBe(count('interest', 'open'));
    expect(await commentsOf('addressed').count()).toBe(every.filter(each => each.state === 'addressed').length);
  });

  it('say in words what they are, also that they are misplaced or not signed', async () => {
    const words = (await lens.page.locator('idea-lens-comment-label .label').allInnerTexts()).map(each => each.trim());
    expect(words).toHaveLength(every.length);
    expect(words.some(each => each.includes('outside “Peer Review Comments”'))).toBe(true);
    expect(words.some(each => each.startsWith('Interested student') && each.includes('not signed'))).toBe(true);
    expect(words.some(each => each === 'Addressed')).toBe(true);
  });

  it('move none of the headings', async () => {
    const tops = () =>
      lens.page.evaluate(() =>
        [...document.querySelectorAll('.mw-parser-output :is(h2, h3, h4)')].map(
          each => each.getBoundingClientRect().top + scrollY,
        ),
      );
    const withLens = await tops();
    await opened.storeSwitch(false);
    await lens.bar.waitFor({ state: 'detached' });
    const without = await tops();
    const start = without.findIndex((top, index) => (withLens[index] ?? 0) - top > 1);
    // Only the bar's own place (42 px and its margin) comes in, once, before the first list; a comment's label may wrap.
    expect((withLens[start] ?? 0) - (without[start] ?? 0)).toBe(50);
    await opened.storeSwitch(true);
    await lens.bar.waitFor();
  });
});
