/** What forced colours (Windows' contrast themes) make of the bar and of the marks at ideas. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { IdeaTools } from '../../components/idea/IdeaTools.tsx';
import { EMPTY_QUERY } from '../../utils/model/query.ts';
import { idea, stage } from './idea-stage.tsx';
import { toolbarStage } from './toolbar-stage.tsx';

interface Session {
  send(method: 'Emulation.setEmulatedMedia', options: object): Promise<unknown>;
}
const force = (value: string) =>
  (cdp() as unknown as Session).send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });

beforeAll(() => force('active'));
afterAll(() => force(''));

/** What a system colour is on this machine. */
function systemColour(name: string): string {
  const sample = document.createElement('i');
  sample.style.cssText = `forced-color-adjust: none; color: ${name}`;
  document.body.append(sample);
  const { color } = getComputedStyle(sample);
  sample.remove();
  return color;
}

test('the mark at the idea that the keyboard is at is seen', () => {
  const { host, root, show } = stage();
  show(
    <IdeaTools
      idea={idea()}
      listHeading="Ideas"
      labels={{ review: 'Review remarks', program: 'Summer' }}
      bookmarked={false}
      saving="idle"
      open={false}
      now={new Date('2026-11-22T10:00Z')}
      locale="en-GB"
      onBookmark={() => undefined}
      onToggleReasons={() => undefined}
      onGoToComment={() => undefined}
      onNeedPanels={() => undefined}
    />,
  );
  host.tabIndex = -1;
  host.focus();
  const mark = getComputedStyle(root.querySelector('.idea') as Element, '::before');
  expect(mark.forcedColorAdjust).toBe('none');
  expect(mark.backgroundColor).toBe(systemColour('Highlight'));
});

test('the label of a chip that is open can be read', async () => {
  await page.viewport(1280, 700);
  const { root } = toolbarStage({ query: { facets: { ...EMPTY_QUERY.facets, area: ['Buoys'] } } });
  await page.getByRole('button', { name: /^Area: Buoys/ }).click();
  const [label, facet] = ['', ' .quiet-text'].map(part =>
    getComputedStyle(root.querySelector(`.chip-label[aria-expanded="true"]${part}`) as Element),
  );
  const colours = ['Highlight', 'Highlight', 'Canvas'].map(systemColour);
  await expect.poll(() => [facet?.color, label?.color, label?.backgroundColor]).toEqual(colours);
});
