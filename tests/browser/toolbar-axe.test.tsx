import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import { axeFindings } from './axe.ts';
import { type ToolbarStageOptions, toolbarStage } from './toolbar-stage.tsx';

const click = (name: RegExp) => page.getByRole('button', { name }).click();
const set: Partial<Query> = {
  text: 'lighthouse',
  scope: 'needs-review',
  facets: { ...EMPTY_QUERY.facets, area: ['Buoys'], difficulty: [1, 2] },
};
const sorted: Partial<Query> = { sort: { key: 'difficulty', direction: 'descending', sections: true } };
const notices = (['notice', 'error'] as const).map(kind => ({
  id: kind,
  kind,
  lead: 'Bookmarks are not saved.',
  text: 'The browser refuses storage.',
  detail: 'Seen just now.',
  actions: [
    { label: 'Try again', onAction() {} },
    { label: 'Read more', href: '#' },
  ],
  onClose() {},
}));

interface State {
  readonly options?: ToolbarStageOptions;
  readonly phone?: true;
  readonly act?: () => Promise<void>;
}

const STATES: Readonly<Record<string, State>> = {
  'at rest': {},
  'at rest, 752 px': { options: { width: 752 } },
  'at rest, 600 px': { options: { width: 600 } },
  searching: { options: { query: set } },
  'facet open': {
    options: { query: set },
    act: async () => {
      await click(/^Filters/);
      await click(/^Difficulty: /);
    },
  },
  'sort open': { options: { query: sorted }, act: () => click(/^Sort/) },
  sorted: { options: { query: sorted } },
  'why, with chips': {
    options: { query: { ...set, facets: { ...EMPTY_QUERY.facets, attention: ['list:needs-work'] } } },
  },
  'skills open': {
    act: async () => {
      await click(/^Filters/);
      await click(/^Skills/);
    },
  },
  'attention open': {
    act: async () => {
      await click(/^Filters/);
      await click(/^Attention/);
    },
  },
  'sort open, 600 px': {
    options: { width: 600, query: sorted },
    act: async () => {
      await click(/^More/);
      await click(/^Sort/);
    },
  },
  'more open': { act: () => click(/^More/) },
  'link copied': {
    act: async () => {
      await click(/^More/);
      await page.getByRole('menuitem', { name: 'Copy a link to this view' }).click();
    },
  },
  'shortcuts open': { options: { help: true, toggleKeys: 'Alt+Shift+0' } },
  'shortcuts open, single keys off': { options: { help: true, shortcuts: false } },
  'fields offered': { act: () => userEvent.type(page.getByRole('searchbox'), 'ar') },
  'values offered': {
    act: async () => {
      await userEvent.type(page.getByRole('searchbox'), 'area:');
      await userEvent.keyboard('{ArrowDown}');
    },
  },
  'more open, 600 px': { options: { width: 600 }, act: () => click(/^More/) },
  'presets open, 600 px': { options: { width: 600 }, act: () => click(/^Show/) },
  'nothing found': { options: { query: { text: 'nowhere' }, withEmptyResult: true } },
  'with notices': { options: { notices } },
  'right to left': { options: { query: set, direction: 'rtl' } },
  phone: { phone: true, options: { query: set } },
  'phone shortcuts': { phone: true, options: { help: true } },
  'phone sort': {
    phone: true,
    options: { query: sorted },
    act: async () => {
      await click(/^Filters/);
      await click(/^Sort/);
    },
  },
  'phone sheet': {
    phone: true,
    options: { query: set },
    act: async () => {
      await click(/^Filters/);
      await click(/^Difficulty/);
    },
  },
};

for (const night of [false, true]) {
  for (const [name, { options, phone, act }] of Object.entries(STATES)) {
    test(`axe finds nothing: ${name}${night ? ', night' : ''}`, async () => {
      await page.viewport(phone ? 360 : 1280, 740);
      const { host, root } = toolbarStage({ night, ...options, ...(phone ? { width: 328 } : {}) });
      if (phone) await expect.poll(() => root.querySelector('.frame.phone')).not.toBeNull();
      await act?.();
      // What moves has arrived, so that axe measures colours as they stay.
      await Promise.all(root.getAnimations().map(animation => animation.finished));
      expect(await axeFindings(host)).toEqual([]);
      const beneath = host.nextElementSibling;
      if (options?.withEmptyResult || options?.notices) {
        expect(await axeFindings(beneath as HTMLElement)).toEqual([]);
      }
    });
  }
}
