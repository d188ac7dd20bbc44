import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  notSavingNotice,
  notUnderstoodNotice,
  oldRevisionNotice,
  unknownLinkNotice,
} from '../../components/idea/notices.ts';
import { updatedNotice } from '../../components/idea/updated-notice.ts';
import { UnderBar } from '../../components/toolbar/UnderBar.tsx';
import { Notice, type NoticeContent } from '../../components/ui/Notice.tsx';
import { pageKey } from '../../utils/model/key.ts';
import { axeFindings } from './axe.ts';
import { type Stage, stage } from './idea-stage.tsx';

const CURRENT = 'https://wiki.lanternfish.example/index.php?title=Ideas';
const OLD = { url: `${CURRENT}&oldid=2`, key: pageKey('wiki.lanternfish.example', 'Ideas') };

function show(notice: NoticeContent, night = false): Stage {
  const here = stage({ host: 'idea-lens-notes', night });
  here.show(<Notice notice={notice} />);
  return here;
}

const all: [string, NoticeContent][] = [
  ['old revision', oldRevisionNotice(OLD, () => {})],
  [
    'not understood',
    notUnderstoodNotice({ headings: 24, labels: ['Ask', 'About'], onCopyReport: () => {}, onClose: () => {} }),
  ],
  ['updated', updatedNotice(() => {})],
  ['unknown link', unknownLinkNotice(['colour'], () => {})],
  [
    'not saving',
    notSavingNotice(
      'storage',
      () => {},
      () => {},
    ),
  ],
];

test('an old revision says what counts, and links to the current version', async () => {
  const onClose = vi.fn();
  const { root } = show(oldRevisionNotice(OLD, onClose));
  expect(root.textContent).toContain('This is an old version of the page. Bookmarks work.');
  await expect.element(page.getByRole('link', { name: 'Go to the current version' })).toHaveAttribute('href', CURRENT);
  await page.getByRole('button', { name: 'Close this note' }).click();
  expect(onClose).toHaveBeenCalledOnce();
});

test('a page that is not understood is said with its labels, the first five of them', () => {
  const labels = ['Ask', 'About', 'Effort', 'You know', 'We want', 'Where', 'When'];
  const { root } = show(notUnderstoodNotice({ headings: 24, labels, onClose: () => {} }));
  expect(root.textContent).toContain(
    'Idea Lens does not understand this page, so it stays off. 24 headings look like ideas, but their labels are new to it.',
  );
  expect(root.textContent).toContain('Not understood: “Ask”, “About”, “Effort”, “You know”, “We want”, 2 more.');
});

test('what cannot be done is not offered', async () => {
  const onCopyReport = vi.fn();
  const { root } = show(notUnderstoodNotice({ headings: 1, labels: [], onCopyReport, onClose: () => {} }));
  expect([...root.querySelectorAll('.notice-actions > *')].map(each => each.textContent)).toEqual(['Copy a report']);
  expect(root.textContent).not.toContain('Not understood');
  await page.getByRole('button', { name: 'Copy a report' }).click();
  expect(onCopyReport).toHaveBeenCalledOnce();
});

test('labels that would turn the sentence around or flood it are tamed', () => {
  const labels = ['gnp\u202E', '<b>bold</b>', 'y'.repeat(100_000)];
  const { root } = show(notUnderstoodNotice({ headings: 2, labels, onClose: () => {} }));
  expect(root.textContent).not.toContain('\u202E');
  expect(root.textContent).toContain('“gnp”, “<b>bold</b>”, “yyy');
  expect(root.textContent?.length).toBeLessThan(400);
});

test('a link that asks for filters that there are not says which', () => {
  const said = (unknown: readonly string[]) => show(unknownLinkNotice(unknown, () => {})).root.textContent;
  expect(said(['colour'])).toContain(
    'This link asks for a filter that Idea Lens does not know: “colour”. The rest is applied.',
  );
  expect(said(['colour', 'a | b'])).toContain(
    'This link asks for filters that Idea Lens does not know: “colour”, “a ¦ b”. The rest is applied.',
  );
});

test('after an update there is one way on, and no way to close the note', async () => {
  const onReload = vi.fn();
  const { root } = show(updatedNotice(onReload));
  expect(root.querySelectorAll('button')).toHaveLength(1);
  await page.getByRole('button', { name: 'Reload' }).click();
  expect(onReload).toHaveBeenCalledOnce();
});

test('a store that refuses is an alert with a way to try again', async () => {
  const onTryAgain = vi.fn();
  const { root } = show(notSavingNotice('storage', onTryAgain, () => {}));
  expect(root.querySelector('[role=alert]')?.textContent).toContain('Bookmarks cannot be saved right now');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(onTryAgain).toHaveBeenCalledOnce();
});

test('data of a newer version is said to be kept, with nothing to try again', () => {
  const { root } = show(
    notSavingNotice(
      'newer-data',
      () => {},
      () => {},
    ),
  );
  expect(root.querySelector('[role=alert]')?.textContent).toContain('stored by a newer Idea Lens. They are kept');
  expect(page.getByRole('button', { name: 'Try again' }).elements()).toEqual([]);
});

test.each(all)('axe finds nothing: %s', async (_, notice) => {
  expect(await axeFindings(show(notice).host)).toEqual([]);
  expect(await axeFindings(show(notice, true).host)).toEqual([]);
});

test('a notice that goes with the button that had the focus passes it on; one that goes by itself does not', async () => {
  const onClosed = vi.fn();
  const here = stage({ host: 'idea-lens-notes' });
  const show = (...notices: NoticeContent[]) =>
    here.show(<UnderBar notices={notices} onClosed={onClosed} hints={null} empty={null} />);
  const old = oldRevisionNotice(OLD, () => show(refused));
  const refused = notSavingNotice(
    'storage',
    () => setTimeout(() => show(old)),
    () => {},
  );
  show(old, refused);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => onClosed.mock.calls.length).toBe(1);
  await page.getByRole('button', { name: 'Close this note' }).click();
  expect(onClosed).toHaveBeenCalledTimes(2);
  show(old);
  expect(onClosed).toHaveBeenCalledTimes(2);
});
