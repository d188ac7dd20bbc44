/** The popup in a real browser: what each state says, what can be done in it, and axe on each, light and dark. */
import '../../entrypoints/popup/popup.css';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Popup, type PopupProps } from '../../components/popup/Popup.tsx';
import type { PopupPlace } from '../../components/popup/parts.ts';
import type { Bookmark } from '../../utils/model/bookmark.ts';
import { ideaKey, pageKey } from '../../utils/model/key.ts';
import type { LensStatus } from '../../utils/model/lens-status.ts';
import { createPageStage, describeStates } from './extension-page-stage.ts';

const HOST = 'wiki.example.org';

function bookmarkOf(title: string, over: Partial<Bookmark> = {}): Bookmark {
  return {
    page: pageKey(HOST, 'Summer ideas'),
    idea: ideaKey(title),
    title,
    pageTitle: 'Summer ideas',
    url: `https://${HOST}/wiki/Summer_ideas`,
    anchor: 'Faster_boot',
    contacts: [],
    insertedRaw: null,
    createdAt: '2021-05-04T10:00:00.000Z',
    ...over,
  };
}

const counts = { ideas: 24, needsReview: 13, openComments: 1, interested: 1_200 };
const onStatus: LensStatus = { state: 'on', host: HOST, pageTitle: 'Summer ideas', counts };
const idle = (state: Exclude<LensStatus['state'], 'on'>): LensStatus => ({ ...onStatus, state, counts: null });
const lens = (status: LensStatus, on = true, shortcut: string | null = null): PopupPlace => ({
  kind: 'lens',
  status,
  on,
  shortcut,
});

const atRest: PopupProps = {
  place: lens(onStatus),
  recent: { kind: 'found', bookmarks: [bookmarkOf('Faster boot'), bookmarkOf('Quieter fans')], unreadable: 0 },
  error: null,
  onSwitch: () => undefined,
  onTryAgain: () => undefined,
  onShow: () => undefined,
  onAllow: () => undefined,
  onReload: () => undefined,
  onAllBookmarks: () => undefined,
  onSettings: () => undefined,
};

const STATES: readonly [string, Partial<PopupProps>, readonly string[]][] = [
  ['on', {}, ['On for this wiki', 'Summer ideas', HOST, 'Recent bookmarks']],
  ['off', { place: lens(idle('off'), false) }, ['Off for this wiki', 'Turn it on again with the switch above.']],
  [
    'off, with a key',
    { place: lens(idle('off'), false, 'Alt+Shift+0') },
    ['Turn it on again with the switch above, or with Alt+Shift+0 on the page.'],
  ],
  ['without ideas', { place: lens(idle('no-ideas')) }, ['No ideas on this page.']],
  ['without ideas, off', { place: lens(idle('no-ideas'), false) }, ['Off for this wiki']],
  [
    'not understood',
    { place: lens(idle('not-understood')) },
    ['Idea Lens does not understand this page, so it stays off.'],
  ],
  [
    'stepped aside',
    { place: lens(idle('aside')) },
    [
      'Idea Lens has stepped aside on this page: it failed, or a script of the page kept taking it apart. Reload the page to get it back.',
      'Reload',
    ],
  ],
  [
    'another view',
    { place: lens(idle('other-view')) },
    ['Idea Lens works where the page itself is read, not in its history, its editor or a comparison.'],
  ],
  ['another wiki', { place: { kind: 'unknown', perhapsReload: false } }, ['Idea Lens does not know this wiki.']],
  [
    'a page that does not answer',
    { place: { kind: 'unknown', perhapsReload: true } },
    [
      'Idea Lens does not know this wiki.',
      'Is it a wiki that Idea Lens knows? Reload the page, then Idea Lens can see it.',
    ],
  ],
  [
    'a known wiki not yet seen',
    { place: { kind: 'unseen' } },
    ['Reload the page, then Idea Lens can see it.', 'Reload'],
  ],
  [
    'no access',
    { place: { kind: 'no-access', hosts: [HOST] } },
    [`The browser has not given Idea Lens access to ${HOST}.`, 'Allow'],
  ],
  [
    'access a moment ago',
    { place: { kind: 'allowed' } },
    ['Idea Lens has access now. Reload the page to see it there.', 'Reload'],
  ],
  [
    'no bookmarks',
    { recent: { kind: 'found', bookmarks: [], unreadable: 0 } },
    ["No bookmarks yet. The bookmark beside an idea's title keeps the idea here."],
  ],
  [
    'a row that cannot be read',
    { recent: { kind: 'found', bookmarks: [], unreadable: 1 } },
    ['1 bookmark cannot be read. It is kept.'],
  ],
  [
    'storage refused',
    { recent: { kind: 'failed', error: 'The browser refuses.' }, error: 'The switch is stuck.' },
    ['The browser refuses.', 'The switch is stuck.', 'Try again'],
  ],
];

const draw = createPageStage();

function show(over: Partial<PopupProps> = {}): PopupProps {
  const props = { ...atRest, ...over };
  draw(<Popup {...props} />);
  return props;
}

describeStates(STATES, show);

describe('the switch', () => {
  it('is a switch named "Idea Lens" that says its state, and turns on a click and on a key', async () => {
    const { onSwitch } = show({ onSwitch: vi.fn() });
    const control = page.getByRole('switch', { name: 'Idea Lens' });
    await expect.element(control).toHaveAttribute('aria-checked', 'true');
    await control.click();
    await userEvent.keyboard(' ');
    expect(onSwitch).toHaveBeenCalledTimes(2);
    // It shows what is stored, not what was asked for.
    await expect.element(control).toHaveAttribute('aria-checked', 'true');
  });

  it('shows the wiki to be off on a page without ideas too', async () => {
    show({ place: lens(idle('no-ideas'), false) });
    await expect.element(page.getByRole('switch', { name: 'Idea Lens' })).toHaveAttribute('aria-checked', 'false');
    expect(page.getByText('No ideas on this page.').elements()).toEqual([]);
  });

  it('is absent where there is no wiki to switch', () => {
    show({ place: { kind: 'unknown', perhapsReload: true } });
    expect(page.getByRole('switch').elements()).toEqual([]);
  });
});

describe('the counts', () => {
  const buttons = [
    ['24 ideas', 'all'],
    ['13 need a review', 'needs-review'],
    ['1 open comment', 'open-comments'],
    [`${(1_200).toLocaleString()} interested`, 'interest'],
  ] as const;

  it('stand beside their words, in the right number', () => {
    show();
    const texts = [...document.querySelectorAll('.counts > button')].map(button => button.textContent);
    expect(texts).toEqual(buttons.map(([name]) => name));
  });

  it.each(buttons)('%s: shows these on the page', async (name, shown) => {
    const { onShow } = show({ onShow: vi.fn() });
    await page.getByRole('group', { name: 'Show on the page' }).getByRole('button', { name, exact: true }).click();
    expect(onShow).toHaveBeenCalledExactlyOnceWith(shown);
  });

  it('are not there while the lens is off', () => {
    show({ place: lens(idle('off'), false) });
    expect(page.getByRole('group').elements()).toEqual([]);
  });
});

describe('a page that Idea Lens cannot see', () => {
  it('can be allowed by one button, which asks within the click', async () => {
    const { onAllow } = show({ place: { kind: 'no-access', hosts: [HOST] }, onAllow: vi.fn() });
    await page.getByRole('button', { name: 'Allow' }).click();
    expect(onAllow).toHaveBeenCalledOnce();
  });

  it.each<PopupPlace>([{ kind: 'allowed' }, { kind: 'unseen' }, { kind: 'unknown', perhapsReload: true }])(
    'can be loaded again: %j',
    async place => {
      const { onReload } = show({ place, onReload: vi.fn() });
      await page.getByRole('button', { name: 'Reload' }).click();
      expect(onReload).toHaveBeenCalledOnce();
    },
  );

  it('of no known wiki has nothing to press', () => {
    show({ place: { kind: 'unknown', perhapsReload: false } });
    expect(document.querySelectorAll('main button')).toHaveLength(0);
  });
});

describe('the foot', () => {
  it('leads to all bookmarks and to the settings', async () => {
    const { onAllBookmarks, onSettings } = show({ onAllBookmarks: vi.fn(), onSettings: vi.fn() });
    await page.getByRole('button', { name: 'All bookmarks' }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    expect(onAllBookmarks).toHaveBeenCalledOnce();
    expect(onSettings).toHaveBeenCalledOnce();
  });
});

describe('a bookmark', () => {
  it('is a link to its idea in a tab of its own', async () => {
    show();
    const link = page.getByRole('link', { name: 'Faster boot' });
    await expect.element(link).toHaveAttribute('href', `https://${HOST}/wiki/Summer_ideas#Faster_boot`);
    await expect.element(link).toHaveAttribute('target', '_blank');
    await expect.element(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'nonsense'])('whose address is %s is text, no link', url => {
    show({ recent: { kind: 'found', bookmarks: [bookmarkOf('Faster boot', { url })], unreadable: 0 } });
    expect(page.getByRole('link').elements()).toEqual([]);
    expect(document.querySelector('li')?.textContent).toContain('Faster boot');
  });

  it('with markup or 2,000 letters for a title is text, and nothing sticks out', () => {
    const hostile = '<img src=x onerror="document.title=1">';
    const bookmarks = [bookmarkOf(hostile), bookmarkOf('W'.repeat(2_000))];
    show({ recent: { kind: 'found', bookmarks, unreadable: 0 } });
    expect(
      page
        .getByRole('link')
        .elements()
        .map(link => link.textContent),
    ).toEqual([hostile, 'W'.repeat(2_000)]);
    expect(document.querySelector('img')).toBeNull();
    expect(document.body.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('list that failed can be asked for again', async () => {
    const { onTryAgain } = show({ recent: { kind: 'failed', error: 'The browser refuses.' }, onTryAgain: vi.fn() });
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(onTryAgain).toHaveBeenCalledOnce();
  });
});
