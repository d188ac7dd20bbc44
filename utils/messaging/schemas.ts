/** The shape of each message's input and output, checked on both ends. The limits are those of utils/model/limits.ts. */
import * as v from 'valibot';
import type { Bookmark, BookmarkDraft } from '../model/bookmark.ts';
import { isHost, isUrlOfPage } from '../model/host.ts';
import type { IdeaKey, PageKey } from '../model/key.ts';
import { IDLE_STATES, type LensStatus, SHOWABLE } from '../model/lens-status.ts';
import { isIdeaKey, isPageKey, LONGEST_TITLE, LONGEST_URL, MOST_CONTACTS } from '../model/limits.ts';
import { CHANGE_SCHEMA, SETTINGS_SCHEMA } from '../platform/settings-store.ts';
import { OWN_PAGES } from '../platform/tabs.ts';
import type { Background, InputOf, LensTab, Messages, OutputOf, RecentBookmarks } from './protocol.ts';

const MOST_IDEAS = 99_999;

const short = v.pipe(v.string(), v.maxLength(LONGEST_TITLE));
const host = v.pipe(v.string(), v.check(isHost));
const page = v.custom<PageKey>(isPageKey);
const idea = v.custom<IdeaKey>(isIdeaKey);
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const nothing = v.strictObject({});

const roles = v.picklist(['contact', 'mentor', 'student']);
const contact = v.strictObject({ name: v.nullable(short), email: v.nullable(short), role: roles });

const draft: v.GenericSchema<unknown, BookmarkDraft> = v.pipe(
  v.strictObject({
    page,
    idea,
    title: v.pipe(short, v.nonEmpty()),
    pageTitle: short,
    url: v.pipe(v.string(), v.maxLength(LONGEST_URL)),
    anchor: v.nullable(short),
    contacts: v.pipe(v.array(contact), v.maxLength(MOST_CONTACTS)),
    insertedRaw: v.nullable(short),
    was: v.exactOptional(idea),
  }),
  v.check(it => isUrlOfPage(it.url, it.page), 'The link is not one of the page.'),
);

/**
 * The parts of a bookmark and of its contacts, as stored. No limits here: what the store holds and can read must come through, or one
 * long row would hide all others.
 */
export const storedBookmark = {
  page: v.custom<PageKey>(value => typeof value === 'string'),
  idea: v.custom<IdeaKey>(value => typeof value === 'string'),
  title: v.string(),
  pageTitle: v.string(),
  url: v.string(),
  anchor: v.nullable(v.string()),
  insertedRaw: v.nullable(v.string()),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
};
export const storedContact = { name: v.nullable(v.string()), email: v.nullable(v.string()), role: roles };
const bookmark: v.GenericSchema<unknown, Bookmark> = v.pipe(
  v.strictObject({ ...storedBookmark, contacts: v.array(v.strictObject(storedContact)) }),
  v.check(it => isUrlOfPage(it.url, it.page), 'The link is not one of the page.'),
);
const bookmarks = v.array(bookmark);

const counts = v.strictObject({ ideas: count, needsReview: count, openComments: count, interested: count });
const place = { host, pageTitle: v.string() };
const status: v.GenericSchema<unknown, LensStatus> = v.union([
  v.strictObject({ ...place, state: v.literal('on'), counts }),
  v.strictObject({ ...place, state: v.picklist(IDLE_STATES), counts: v.null() }),
]);

/** The checks of every message of an interface. */
export type Schemas<Api extends Messages<Api>> = {
  readonly [Name in keyof Api]: {
    readonly input: v.GenericSchema<unknown, InputOf<Api, Name>>;
    readonly output: v.GenericSchema<unknown, OutputOf<Api, Name>>;
  };
};

const recent: v.GenericSchema<unknown, RecentBookmarks> = v.strictObject({ bookmarks, unreadable: count });

export const BACKGROUND_SCHEMAS: Schemas<Background> = {
  'bookmarks.list': { input: v.strictObject({ page }), output: bookmarks },
  'bookmarks.set': { input: draft, output: bookmark },
  'bookmarks.remove': { input: v.strictObject({ page, idea }), output: v.null() },
  'bookmarks.recent': {
    input: v.strictObject({ limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) }),
    output: recent,
  },
  'lens.set': { input: v.strictObject({ host, on: v.boolean() }), output: SETTINGS_SCHEMA },
  'settings.get': { input: nothing, output: SETTINGS_SCHEMA },
  'settings.change': { input: v.strictObject({ change: CHANGE_SCHEMA }), output: SETTINGS_SCHEMA },
  'attention.count': { input: v.strictObject({ count: v.pipe(count, v.maxValue(MOST_IDEAS)) }), output: v.null() },
  'pages.open': { input: v.strictObject({ page: v.picklist(OWN_PAGES) }), output: v.null() },
  'shortcut.get': { input: nothing, output: v.nullable(v.string()) },
  'data.count': { input: nothing, output: v.strictObject({ bookmarks: count }) },
  'data.deleteAll': { input: nothing, output: v.strictObject({ bookmarks: count, settings: v.boolean() }) },
  'offNote.shown': { input: nothing, output: v.null() },
};

export const LENS_TAB_SCHEMAS: Schemas<LensTab> = {
  'lens.status': { input: nothing, output: status },
  'lens.toggle': { input: nothing, output: status },
  'lens.show': { input: v.strictObject({ show: v.picklist(SHOWABLE) }), output: status },
};
