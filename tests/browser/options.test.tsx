/** The settings page in a real browser: what it says, what can be changed, how everything is deleted, and axe on each state. */
import '../../entrypoints/options/options.css';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Deletion, Stored } from '../../components/options/parts.ts';
import { SettingsPage, type SettingsPageProps } from '../../components/options/SettingsPage.tsx';
import type { Choices } from '../../utils/model/settings.ts';
import { createPageStage, describeStates } from './extension-page-stage.ts';

const choices: Choices = { shortcuts: true, iconCount: false, highlight: 'full' };
const stored: Stored = {
  wikis: [
    { name: 'Sample Wiki', hosts: ['wiki.example.org'], on: true },
    { name: 'Other Wiki', hosts: ['wiki.example.net', 'old.example.net'], on: false },
  ],
  choices,
  bookmarks: 12,
  shortcut: 'Alt+Shift+0',
};

const atRest: SettingsPageProps = {
  stored,
  error: null,
  deletion: { step: 'none' },
  onWiki: () => undefined,
  onChange: () => undefined,
  onTryAgain: () => undefined,
  onAsk: () => undefined,
  onKeep: () => undefined,
  onDelete: () => undefined,
};

const QUESTION = 'Delete 12 bookmarks and all settings? This cannot be undone.';
const DONE = 'Deleted. Idea Lens has no data of yours any more.';

const STATES: readonly [string, Partial<SettingsPageProps>, readonly string[]][] = [
  ['at rest', {}, ['Alt+Shift+0', 'Idea Lens keeps 12 bookmarks and these settings for you.', 'wiki.example.org']],
  [
    'without bookmarks',
    { stored: { ...stored, bookmarks: 0 } },
    ['Idea Lens keeps no bookmarks for you, only these settings.'],
  ],
  ['without keys', { stored: { ...stored, shortcut: null } }, ['no keys set']],
  [
    'with nothing to read',
    { stored: { ...stored, wikis: null, choices: null, bookmarks: null }, error: 'The browser refuses.' },
    [
      'The browser refuses.',
      'What is chosen here cannot be read right now.',
      'Idea Lens cannot read right now what it keeps for you.',
      'Try again',
    ],
  ],
  ['asking', { deletion: { step: 'asked' } }, [QUESTION, 'Delete', 'Keep']],
  [
    'asking about one',
    { stored: { ...stored, bookmarks: 1 }, deletion: { step: 'asked' } },
    ['Delete 1 bookmark and all settings? This cannot be undone.'],
  ],
  [
    'asking about settings alone',
    { stored: { ...stored, bookmarks: 0 }, deletion: { step: 'asked' } },
    ['Delete all settings? This cannot be undone.'],
  ],
  [
    'asking without a number',
    { stored: { ...stored, bookmarks: null }, deletion: { step: 'asked' } },
    ['Delete all bookmarks and all settings? This cannot be undone.'],
  ],
  ['deleting', { deletion: { step: 'running' } }, [QUESTION, 'Deleting…']],
  ['done', { deletion: { step: 'deleted', bookmarks: 12, settings: true } }, [DONE]],
  [
    'half done',
    { deletion: { step: 'deleted', bookmarks: 12, settings: false } },
    ['12 bookmarks were deleted, but the browser refuses to delete the settings. Try again.'],
  ],
  [
    'refused',
    { deletion: { step: 'failed', kept: true } },
    ['The browser refuses to delete. Nothing was deleted, all your data is kept. Try again.'],
  ],
  [
    'unanswered',
    { deletion: { step: 'failed', kept: false } },
    ['Idea Lens did not answer while it was deleting. What it keeps now stands above.'],
  ],
];

const draw = createPageStage();

function show(over: Partial<SettingsPageProps> = {}): SettingsPageProps {
  const props = { ...atRest, ...over };
  draw(<SettingsPage {...props} />);
  return props;
}

describeStates(STATES, show);

describe('a switch', () => {
  it('of a wiki turns it, under all its names', async () => {
    const { onWiki } = show({ onWiki: vi.fn() });
    const [here, there] = ['Sample Wiki', 'Other Wiki'].map(name => page.getByRole('switch', { name, exact: true }));
    await expect.element(here as NonNullable<typeof here>).toHaveAttribute('aria-checked', 'true');
    await here?.click();
    await there?.click();
    expect(vi.mocked(onWiki).mock.calls).toEqual([
      [['wiki.example.org'], false],
      [['wiki.example.net', 'old.example.net'], true],
    ]);
    // It shows what is stored, not what was asked for.
    await expect.element(here as NonNullable<typeof here>).toHaveAttribute('aria-checked', 'true');
  });

  it.each([
    ['Single-key shortcuts', { shortcuts: false }],
    ['Count on the icon', { iconCount: true }],
  ])('"%s" turns by a key, and says what it does', async (name, change) => {
    const { onChange } = show({ onChange: vi.fn() });
    const control = page.getByRole('switch', { name, exact: true });
    (control.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    expect(onChange).toHaveBeenCalledExactlyOnceWith(change);
    expect(control.element().getAttribute('aria-describedby')).not.toBeNull();
  });
});

describe('how search hits are painted', () => {
  const hit = () => getComputedStyle(document.querySelector('mark') as Element);

  it('is one of three, chosen by mouse or arrows', async () => {
    const { onChange } = show({ onChange: vi.fn() });
    const group = page.getByRole('group', { name: 'Search hits' });
    await expect.element(group.getByRole('radio', { name: 'Full' })).toBeChecked();
    await group.getByRole('radio', { name: 'Off' }).click();
    await userEvent.keyboard('{ArrowDown}');
    expect(vi.mocked(onChange).mock.calls).toEqual([[{ highlight: 'off' }], [{ highlight: 'underline' }]]);
  });

  it.each([
    ['off', 'none', false],
    ['underline', 'underline', false],
    ['full', 'underline', true],
  ] as const)('is shown on a sample: %s', (highlight, line, filled) => {
    show({ stored: { ...stored, choices: { ...choices, highlight } } });
    expect(hit().textDecorationLine).toBe(line);
    expect(hit().backgroundColor !== 'rgba(0, 0, 0, 0)').toBe(filled);
  });
});

it('claims nothing of choices that could not be read', () => {
  show({ stored: { ...stored, wikis: null, choices: null } });
  expect(document.querySelectorAll('[role=switch], input, mark')).toHaveLength(0);
});

describe('a failure', () => {
  it('that goes with the focus in it leaves it on the page, and takes it from nothing else', async () => {
    const { onTryAgain } = show({ error: 'The browser refuses.', onTryAgain: vi.fn() });
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(onTryAgain).toHaveBeenCalledOnce();
    show();
    await expect.element(page.getByRole('heading', { name: 'Idea Lens settings' })).toHaveFocus();

    show({ error: 'The browser refuses.' });
    const control = page.getByRole('switch', { name: 'Single-key shortcuts' });
    (control.element() as HTMLElement).focus();
    show();
    await expect.element(control).toHaveFocus();
  });
});

describe('deleting everything', () => {
  it('asks first, in the same place, with the focus on what keeps', async () => {
    const { onAsk, onDelete } = show({ onAsk: vi.fn(), onDelete: vi.fn() });
    await page.getByRole('button', { name: 'Delete all my data' }).click();
    expect(onAsk).toHaveBeenCalledOnce();
    show({ deletion: { step: 'asked' }, onDelete });
    await expect.element(page.getByRole('button', { name: 'Keep' })).toHaveFocus();
    await expect.element(page.getByRole('group', { name: QUESTION })).toBeVisible();
    expect(page.getByRole('button', { name: 'Delete all my data' }).elements()).toEqual([]);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    expect(onDelete).toHaveBeenCalledOnce();
  });

  it.each(['{Enter}', '{Escape}'])('keeps everything on %s, and gives the focus back', async key => {
    show();
    const { onKeep, onDelete } = show({ deletion: { step: 'asked' }, onKeep: vi.fn(), onDelete: vi.fn() });
    await expect.element(page.getByRole('button', { name: 'Keep' })).toHaveFocus();
    await userEvent.keyboard(key);
    expect(onKeep).toHaveBeenCalledOnce();
    expect(onDelete).not.toHaveBeenCalled();
    show();
    await expect.element(page.getByRole('button', { name: 'Delete all my data' })).toHaveFocus();
  });

  it('leaves the focus where it is when it is not spoken of any more', async () => {
    show({ deletion: { step: 'running' } });
    show({ deletion: { step: 'deleted', bookmarks: 12, settings: true } });
    const control = page.getByRole('switch', { name: 'Single-key shortcuts' });
    (control.element() as HTMLElement).focus();
    show();
    await expect.element(control).toHaveFocus();
    show({ deletion: { step: 'running' } });
    show({ deletion: { step: 'deleted', bookmarks: 12, settings: true } });
    show();
    await expect.element(page.getByRole('button', { name: 'Delete all my data' })).toHaveFocus();
  });

  it('does not say any more what is kept once all is gone', () => {
    show({ stored: { ...stored, bookmarks: 0 }, deletion: { step: 'deleted', bookmarks: 12, settings: true } });
    expect(page.getByText('Idea Lens keeps').elements()).toEqual([]);
  });

  it('cannot be asked for twice while it runs', () => {
    show({ deletion: { step: 'running' } });
    expect(page.getByRole('button', { name: /Delete|Keep/u }).elements()).toEqual([]);
  });

  it.each<[Deletion, string]>([
    [{ step: 'deleted', bookmarks: 12, settings: true }, 'status'],
    [{ step: 'deleted', bookmarks: 12, settings: false }, 'alert'],
    [{ step: 'failed', kept: true }, 'alert'],
  ])('says how it ended and moves the focus there: %j', async (deletion, role) => {
    show({ deletion: { step: 'running' } });
    show({ deletion });
    const result = page.getByRole(role as 'status');
    await expect.element(result).toHaveFocus();
    await expect.element(result).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Delete all my data' })).toBeVisible();
  });
});

describe('the page', () => {
  it('fits into 360 px', async () => {
    await page.viewport(360, 700);
    show({ deletion: { step: 'asked' }, error: 'The browser refuses.' });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});
