/** The element and attribute names that the lens puts on a page. Tools and users rely on them: keep them stable. */

export const TOOLBAR = 'idea-lens-toolbar';
export const IDEA = 'idea-lens-idea';
export const COMMENT = 'idea-lens-comment';
/** The visible words after a comment's last word. */
export const COMMENT_LABEL = 'idea-lens-comment-label';
/** What a list's heading says about its hidden ideas. */
export const LIST_NOTE = 'idea-lens-list-note';
/** Above a title in one list: which list and area the idea stands in. */
export const PLACE = 'idea-lens-place';
/** Under the bar: notices, and what to do when nothing matches. */
export const NOTES = 'idea-lens-notes';
/** Where a sorted section came from. */
export const HOME = 'idea-lens-home';
/** Holds the sections of a sorted page. */
export const ONE_LIST = 'idea-lens-list';

/** Holds sections that follow each other, on a page of very many. */
export const CHUNK = 'idea-lens-chunk';

export const SECTION = 'section';
/** On our sections: the idea's number in page order. The home of a moved section carries the same. */
export const SECTION_ATTRIBUTE = 'data-idea-lens-section';
/** On an idea's host: how far above it the middle of its heading's last line is, px. */
export const LIFT = '--idea-lens-lift';
/** And how much of the line's end is taken by the wiki's own edit link, px. */
export const ASIDE = '--idea-lens-aside';
/** On our sections whose height is known: the browser may skip their content. */
export const MEASURED_ATTRIBUTE = 'data-idea-lens-measured';
/** On a chunk that the browser is not to skip. */
export const LAID_OUT_ATTRIBUTE = 'data-idea-lens-laid-out';
/** On a page's own node that is hidden (plain `hidden` loses to the skins' `display`). */
export const HIDDEN_ATTRIBUTE = 'data-idea-lens-hidden';
/** On entries of the page's contents whose idea is hidden. */
export const CONTENTS_ATTRIBUTE = 'data-idea-lens-contents';
/** On a heading's block whose words would run under the tools. */
export const CROWDED_ATTRIBUTE = 'data-idea-lens-crowded';
export const IDEA_ATTRIBUTE = 'data-idea-lens-idea';
/** On the headings of lists and areas: `list` or `area`. */
export const GROUP_ATTRIBUTE = 'data-idea-lens-group';
export const ATTENTION_ATTRIBUTE = 'data-idea-lens-attention';
export const COMMENT_ATTRIBUTE = 'data-idea-lens-comment';
/** On our hosts while the skin is dark. */
export const NIGHT_ATTRIBUTE = 'data-night';

export const HIT_HIGHLIGHT = 'idea-lens-hit';
/** Hits that are underlined alone. */
export const HIT_LINE_HIGHLIGHT = 'idea-lens-hit-line';
export const COMMENT_HIGHLIGHT = 'idea-lens-comment';
