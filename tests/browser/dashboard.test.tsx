/** The dashboard in a real browser: what each state says, what can be done in it, and axe on each, light and dark. */
import '../../entrypoints/dashboard/dashboard.css';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Dashboard, type DashboardProps } from '../../components/dashboard/Dashboard.tsx';
import { faultWords, problemWords } from '../../components/dashboard/words.ts';
import type { Bookmark } from '../../utils/model/bookmark.ts';
import { type BookmarkRow, type ImportPlan, type ImportProblem, ROW_FAULTS } from '../../utils/model/import.ts';
import { ideaKey, pageKey } from '../../utils/model/key.ts';
import { createPageStage, describeStates } from './extension-page-stage.ts';

const HOST = 'wiki.example.org';

function rowOf(title: string, over: Partial<Bookmark> = {}): BookmarkRow {
  const bookmark: Bookmark = {
    page: pageKey(HOST, 'Summer ideas'),
    idea: ideaKey(title),
    title,
    pageTitle: 'Summer ideas',
    url: `https://${HOST}/wiki/Summer_ideas`,
    anchor: title.replaceAll(' ', '_'),
    contacts: [{ name: 'Ada Sample', email: 'ada@example.org', role: 'contact' }],
    insertedRaw: null,
    createdAt: '2021-05-04T10:00:00.000Z',
    ...over,
  };
  return { ...bookmark };
}

const BOOT = rowOf('Faster boot');
const FANS = rowOf('Quieter fans', { createdAt: '2021-05-05T10:00:00.000Z' });
const PAINT = rowOf('Warm paint', {
  page: pageKey(HOST, 'Other ideas'),
  pageTitle: 'Other ideas',
  createdAt: '2021-05-06T10:00:00.000Z',
});
const found = (bookmarks: readonly BookmarkRow[], unreadable: readonly unknown[] = []) =>
  ({ bookmarks: { kind: 'found', all: { bookmarks, unreadable }, error: null } }) as const;
const stale = { bookmarks: { ...found([FANS, BOOT]).bookmarks, error: 'The browser refuses.' } };

const PLAN: ImportPlan = {
  new: { count: 10, examples: ['Faster boot', '<b>Warm</b> paint'] },
  changed: { count: 2, examples: ['Quieter fans'] },
  same: { count: 3, examples: ['Paper sails'] },
  unreadable: { new: 0, same: 0 },
  rejected: [
    { list: 'bookmarks', row: 3, title: 'Bad row', fault: { kind: 'not-text', part: 'pageTitle', limit: null } },
  ],
};
const NOTHING: ImportPlan = {
  ...PLAN,
  new: { count: 0, examples: [] },
  changed: { count: 0, examples: [] },
  rejected: [],
};
const previewed = (plan: ImportPlan, merging = false) =>
  ({ kind: 'preview', fileName: 'mine.json', plan, merging }) as const;

const atRest: DashboardProps = {
  tab: 'bookmarks',
  ...found([PAINT, FANS, BOOT]),
  removed: null,
  error: null,
  save: { kind: 'none' },
  import: { kind: 'none' },
  onTab: () => undefined,
  onTryAgain: () => undefined,
  onRemove: () => undefined,
  onUndo: () => undefined,
  onSave: () => undefined,
  onFile: () => undefined,
  onMerge: () => undefined,
  onCancel: () => undefined,
};

const transfer = { tab: 'transfer' } as const;
const STATES: readonly [string, Partial<DashboardProps>, readonly string[]][] = [
  ['loading', { bookmarks: { kind: 'loading' } }, ['Idea Lens', 'Import and export']],
  ['bookmarks', {}, ['Summer ideas', 'Other ideas', 'Quieter fans', 'Ada Sample (ada@example.org)']],
  ['no bookmarks', found([]), ["No bookmarks yet. The bookmark beside an idea's title keeps the idea here."]],
  ['one unreadable', found([], [5]), ['1 bookmark cannot be read. It is kept, and exported as it is.']],
  ['two unreadable', found([BOOT], [5, 6]), ['2 bookmarks cannot be read. They are kept, and exported as they are.']],
  ['removed', { ...found([FANS]), removed: BOOT }, ['Undo', 'Quieter fans']],
  [
    'not removed',
    { error: 'The bookmark was not removed: it is still there.' },
    ['The bookmark was not removed: it is still there.'],
  ],
  [
    'storage refused',
    { bookmarks: { kind: 'failed', error: 'The browser refuses.' } },
    ['The bookmarks cannot be shown.', 'Try again'],
  ],
  [
    'not read again',
    stale,
    [
      'The bookmarks cannot be read again. What stands here may be out of date.',
      'Try again',
      'Quieter fans',
      'Faster boot',
    ],
  ],
  [
    'import and export',
    transfer,
    ['Save the bookmarks as JSON', 'Save the bookmarks as Markdown', 'Import bookmarks…'],
  ],
  ['nothing to save', { ...transfer, ...found([]) }, ['There are no bookmarks to save yet.', 'Import bookmarks…']],
  [
    'saved',
    { ...transfer, save: { kind: 'saved', fileName: 'a.json', count: 1_200 } },
    [`Your browser saves ${(1_200).toLocaleString()} bookmarks as a.json.`],
  ],
  [
    'not saved',
    { ...transfer, save: { kind: 'failed', error: 'The browser refuses.' } },
    ['The bookmarks could not be saved to a file. They are still here.'],
  ],
  ['reading', { ...transfer, import: { kind: 'reading', fileName: 'mine.json' } }, ['Reading “mine.json”…']],
  [
    'preview',
    { ...transfer, import: previewed(PLAN) },
    ['What “mine.json” would do', 'Merge 12 bookmarks', 'Cancel', 'Rejected rows', 'pageTitle is not text', 'Row 3'],
  ],
  ['merging', { ...transfer, import: previewed(PLAN, true) }, ['Merging…']],
  [
    'nothing to merge',
    { ...transfer, import: previewed(NOTHING) },
    ['There is nothing to merge: no bookmark would be new or changed.', 'Cancel'],
  ],
  [
    'merged',
    { ...transfer, import: { kind: 'merged', plan: { ...PLAN, unreadable: { new: 1, same: 1 } } } },
    [
      'Merged 12 bookmarks: 10 new, 2 changed. 1 row that cannot be read was put back as it was. 4 were the same already. 1 row was rejected.',
    ],
  ],
  [
    'a file cut off',
    {
      ...transfer,
      import: { kind: 'problem', fileName: 'half.json', problem: { kind: 'cut-off', line: 14, character: 3 } },
    },
    [
      'half.json',
      'Nothing was changed. A download or a copy of it may have stopped early: get the whole file, and import that.',
    ],
  ],
  [
    'a file that the browser cannot read',
    { ...transfer, import: { kind: 'unread', fileName: 'gone.json' } },
    ['gone.json', 'Nothing was changed. It may have been moved, or may not be opened: choose it again.'],
  ],
  [
    'import failed',
    { ...transfer, import: { kind: 'failed', error: 'The browser refuses.', unchanged: true } },
    ['The import did not happen. Your bookmarks are as they were.'],
  ],
];

const draw = createPageStage();

function show(over: Partial<DashboardProps> = {}): DashboardProps {
  const props = { ...atRest, ...over };
  draw(<Dashboard {...props} />);
  return props;
}

afterEach(() => page.viewport(414, 896));

const named = (role: 'button' | 'link' | 'tab' | 'row', name: string | RegExp) => page.getByRole(role, { name });

describeStates(STATES, show, over => {
  it('does not stick out of a window of 360 px', async () => {
    await page.viewport(360, 800);
    show(over);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});

/** Until what was drawn has taken effect: effects run after a frame. */
async function nextTurns(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
}

describe('the tabs', () => {
  it('are tabs with one open, moved by arrows, Home and End', async () => {
    const { onTab } = show({ onTab: vi.fn(tab => show({ onTab, tab })) });
    const [bookmarks, both] = [named('tab', 'Bookmarks 3'), named('tab', 'Import and export')];
    await expect.element(bookmarks).toHaveAttribute('aria-selected', 'true');
    (bookmarks.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(both).toHaveFocus();
    await expect.element(both).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByRole('tabpanel', { name: 'Import and export' })).toBeVisible();
    for (const [key, tab] of [
      ['{ArrowRight}', bookmarks],
      ['{ArrowLeft}', both],
      ['{Home}', bookmarks],
      ['{End}', both],
    ] as const) {
      await userEvent.keyboard(key);
      await expect.element(tab).toHaveFocus();
    }
    expect(vi.mocked(onTab).mock.calls.flat()).toEqual(['transfer', 'bookmarks', 'transfer', 'bookmarks', 'transfer']);
  });

  it('are one stop of the Tab key', () => {
    show();
    expect([...document.querySelectorAll('[role=tab]')].map(tab => tab.getAttribute('tabindex'))).toEqual(['0', '-1']);
  });
});

describe('a bookmark', () => {
  it('stands under its page, newest first, and links to its idea in a tab of its own', async () => {
    show();
    const links = page.getByRole('link').elements();
    expect(links.map(link => link.textContent)).toEqual(['Warm paint', 'Quieter fans', 'Faster boot']);
    const link = named('link', 'Faster boot');
    await expect.element(link).toHaveAttribute('href', `https://${HOST}/wiki/Summer_ideas#Faster_boot`);
    await expect.element(link).toHaveAttribute('target', '_blank');
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(
      page
        .getByRole('heading', { level: 2 })
        .elements()
        .map(each => each.textContent),
    ).toEqual(['Other ideas', 'Summer ideas']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'nonsense'])('whose address is %s is text, no link', url => {
    show(found([rowOf('Faster boot', { url })]));
    expect(page.getByRole('link').elements()).toEqual([]);
    expect(document.querySelector('li')?.textContent).toContain('Faster boot');
  });

  it('with markup or 2,000 letters is text, and nothing sticks out', async () => {
    await page.viewport(360, 800);
    const hostile = '<img src=x onerror="document.title=1">';
    show(found([rowOf(hostile, { pageTitle: hostile }), rowOf('W'.repeat(2_000))]));
    expect(document.querySelector('img')).toBeNull();
    await expect.element(named('link', hostile)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('with a date that is none shows it as it stands', async () => {
    show(found([rowOf('Faster boot', { createdAt: '2021-99-99T10:00:00.000Z' })]));
    await expect.element(page.getByText('Bookmarked 2021-99-99T10:00:00.000Z')).toBeVisible();
  });

  it('is removed by its own button, leaves the way back in its place, and has the focus when it is back', async () => {
    const { onRemove } = show({ onRemove: vi.fn() });
    await named('button', 'Remove: Quieter fans').click();
    expect(onRemove).toHaveBeenCalledWith(FANS);

    const onUndo = vi.fn();
    show({ ...found([PAINT, BOOT]), removed: FANS, onUndo });
    await expect.element(named('button', 'Undo: Quieter fans')).toHaveFocus();
    await expect.element(page.getByRole('status')).toHaveTextContent('Removed “Quieter fans”.');
    expect([...document.querySelectorAll('li')].map(row => row.textContent)).toEqual([
      expect.stringContaining('Warm paint'),
      'Removed “Quieter fans”.Undo',
      expect.stringContaining('Faster boot'),
    ]);
    await userEvent.keyboard('{Enter}');
    expect(onUndo).toHaveBeenCalledOnce();

    show();
    await expect.element(named('button', 'Remove: Quieter fans')).toHaveFocus();
    await expect.element(page.getByRole('status')).toBeEmptyDOMElement();
  });

  it('takes the focus for its own undoing alone, and once', async () => {
    show({ ...found([PAINT, BOOT]), removed: FANS });
    await named('button', 'Undo: Quieter fans').click();
    show();
    await expect.element(named('button', 'Remove: Quieter fans')).toHaveFocus();
    const link = named('link', 'Warm paint');
    (link.element() as HTMLElement).focus();
    // Another tab takes it away and brings it back.
    show(found([PAINT, BOOT]));
    show();
    await nextTurns();
    await expect.element(link).toHaveFocus();

    show({ ...found([PAINT, BOOT]), removed: FANS });
    await named('button', 'Undo: Quieter fans').click();
    // It cannot be undone, and comes back later by another hand.
    (link.element() as HTMLElement).focus();
    show();
    await nextTurns();
    await expect.element(link).toHaveFocus();
  });

  it('that is removed after another is said by its own title', async () => {
    show({ ...found([PAINT, BOOT]), removed: FANS });
    show({ ...found([PAINT]), removed: BOOT });
    await expect.element(page.getByRole('status')).toHaveTextContent('Removed “Faster boot”.');
    await expect.element(named('button', 'Undo: Faster boot')).toHaveFocus();
  });

  it('that was the only one of its page keeps the page’s heading while it can come back', async () => {
    show({ ...found([BOOT]), removed: PAINT });
    await expect.element(page.getByRole('heading', { name: 'Other ideas' })).toBeVisible();
    show(found([BOOT]));
    expect(page.getByRole('heading', { name: 'Other ideas' }).elements()).toEqual([]);
  });

  it.each([
    ['failed', { bookmarks: { kind: 'failed', error: 'No.' } }],
    ['could not be read again', stale],
  ] as const)('list that %s can be asked for again, and has the focus once it is there', async (_what, state) => {
    const { onTryAgain } = show({ ...state, onTryAgain: vi.fn() });
    await named('button', 'Try again').click();
    expect(onTryAgain).toHaveBeenCalledOnce();
    show();
    await expect.element(page.getByRole('region', { name: 'Bookmarks' })).toHaveFocus();
  });

  it('list that cannot be read again keeps what was removed and the focus', async () => {
    show({ ...found([FANS]), removed: BOOT });
    const undo = named('button', 'Undo: Faster boot');
    await expect.element(undo).toHaveFocus();
    show({ ...stale, removed: BOOT });
    await expect.element(undo).toHaveFocus();
    show({ ...found([FANS]), removed: BOOT });
    await expect.element(undo).toHaveFocus();
  });
});

describe('saving', () => {
  it('is a button for each format', async () => {
    const { onSave } = show({ ...transfer, onSave: vi.fn() });
    await named('button', 'Save the bookmarks as JSON').click();
    await named('button', 'Save the bookmarks as Markdown').click();
    expect(vi.mocked(onSave).mock.calls.flat()).toEqual(['json', 'markdown']);
  });

  it('says each time that it was saved, also twice as the same file', () => {
    const said = () => page.getByRole('status').first().element().textContent;
    const saved = () => ({ ...transfer, save: { kind: 'saved', fileName: 'a.json', count: 3 } }) as const;
    show(saved());
    const first = said();
    expect(first).toContain('Your browser saves 3 bookmarks as a.json.');
    show(saved());
    expect(said()).not.toBe(first);
    expect(said()?.trim()).toBe(first?.trim());
  });

  it('is there for rows that cannot be read alone, and absent without any', () => {
    show({ ...transfer, ...found([], [5]) });
    expect(named('button', /^Save/u).elements()).toHaveLength(2);
    show({ ...transfer, ...found([]) });
    expect(named('button', /^Save/u).elements()).toEqual([]);
  });
});

describe('importing', () => {
  it('hands the chosen file on, and the same one again', async () => {
    const { onFile } = show({ ...transfer, onFile: vi.fn() });
    const file = new File(['{}'], 'mine.json');
    const field = page.getByLabelText('Import bookmarks…');
    await userEvent.upload(field, file);
    await userEvent.upload(field, file);
    expect(vi.mocked(onFile).mock.calls.map(([given]) => given.name)).toEqual(['mine.json', 'mine.json']);
  });

  it('shows in a table what would be new, changed, the same and rejected, each rejected row with place and reason', async () => {
    show({ ...transfer, import: previewed(PLAN) });
    await expect.element(page.getByRole('heading', { name: 'What “mine.json” would do' })).toHaveFocus();
    const rows = page.getByRole('row').elements();
    expect(rows.map(row => [...row.children].map(cell => cell.textContent))).toEqual([
      ['What happens', 'Bookmarks', 'For example'],
      ['New', '10', 'Faster boot, <b>Warm</b> paint'],
      ['Changed, to what the file says', '2', 'Quieter fans'],
      ['The same already', '3', 'Paper sails'],
      ['Rejected', '1', ''],
      ['Place', 'Title', 'Why'],
      ['Row 3', 'Bad row', 'pageTitle is not text'],
    ]);
  });

  it('merges and cancels by its buttons, and gives the focus back', async () => {
    const { onMerge, onCancel } = show({ ...transfer, import: previewed(PLAN), onMerge: vi.fn(), onCancel: vi.fn() });
    await named('button', 'Merge 12 bookmarks').click();
    await named('button', 'Cancel').click();
    expect([onMerge, onCancel].map(each => vi.mocked(each).mock.calls.length)).toEqual([1, 1]);
    show(transfer);
    await expect.element(page.getByLabelText('Import bookmarks…')).toHaveFocus();
  });

  it('sets its own comma between titles of any direction', () => {
    const titles = ['רעיון אחד', 'Warm paint'];
    show({ ...transfer, import: previewed({ ...PLAN, new: { count: 2, examples: titles } }) });
    expect([...document.querySelectorAll('td bdi')].slice(0, 2).map(each => each.textContent)).toEqual(titles);
  });

  it('cannot be cancelled while it merges', () => {
    show({ ...transfer, import: previewed(PLAN, true) });
    expect(named('button', 'Cancel').elements()).toEqual([]);
    show({ ...transfer, import: previewed(PLAN) });
    expect(named('button', 'Cancel').elements()).toHaveLength(1);
  });

  it('offers no merge where nothing would change', () => {
    show({ ...transfer, import: previewed(NOTHING) });
    expect(named('button', /^Merge/u).elements()).toEqual([]);
  });

  it('names the first hundred rejected rows and says how many more there are', async () => {
    const rejected = Array.from({ length: 1_300 }, (_, at) => ({
      list: 'unreadable' as const,
      row: at + 1,
      title: null,
      fault: { kind: 'no-key' as const, part: '', limit: null },
    }));
    show({ ...transfer, import: previewed({ ...PLAN, rejected }) });
    expect(named('row', /^Unreadable row/u).elements()).toHaveLength(100);
    await expect.element(page.getByText(`and ${(1_200).toLocaleString()} more`)).toBeVisible();
  });

  it.each<[ImportProblem, string]>([
    [{ kind: 'empty' }, 'The file is empty.'],
    [{ kind: 'cut-off', line: 14, character: 3 }, 'The file ends in the middle: line 14, character 3.'],
    [{ kind: 'not-json', line: 2, character: 1 }, 'The file is not JSON: line 2, character 1.'],
    [{ kind: 'too-large', bytes: 50_000_001 }, 'The file has 50.1 MB. At most 50 MB can be imported.'],
    [
      { kind: 'too-many-rows', rows: 20_001 },
      'The file holds 20,001 bookmarks. At most 20,000 can be imported at once.',
    ],
    [{ kind: 'page-export' }, 'This is the export of one wiki page. It holds ideas, and no bookmarks.'],
    [{ kind: 'newer-format', format: 'idea-lens/bookmarks@7' }, 'idea-lens/bookmarks@7 is newer than this Idea Lens.'],
    [{ kind: 'other-format', format: 'todo@1' }, 'This is no bookmarks file of Idea Lens: it calls itself “todo@1”.'],
    [{ kind: 'other-format', format: null }, 'This is no bookmarks file of Idea Lens.'],
    [{ kind: 'wrong-part', part: 'bookmarks' }, '“bookmarks” is missing in the file, or is not what it should be.'],
  ])('says of %o what happened, what was kept and what to do', async (problem, what) => {
    show({ ...transfer, import: { kind: 'problem', fileName: 'mine.json', problem } });
    const said = `mine.json ${what}Nothing was changed. ${problemWords(problem).todo}`;
    await expect.element(page.getByRole('alert')).toHaveTextContent(said);
  });

  it('has words for every fault of a row', () => {
    const words = ROW_FAULTS.map(kind => faultWords({ kind, part: 'x.y', limit: 2_000 }));
    expect(words.filter(each => each === '' || /\$\d/u.test(each))).toEqual([]);
    expect(new Set(words).size).toBe(ROW_FAULTS.length);
    expect(faultWords({ kind: 'not-an-object', part: '', limit: null })).toBe('The row is not an object');
    expect(faultWords({ kind: 'too-long', part: 'title', limit: 2_000 })).toBe('title is too long: at most 2,000');
  });
});
