/**
 * The icons in use, as shapes that can be drawn without parsing markup. From Codex, MediaWiki's own set; only what is
 * named here gets into the bundle. Not the drawing: see Icon.tsx.
 */
import {
  cdxIconArrowDown,
  cdxIconArrowUp,
  cdxIconBookmark,
  cdxIconBookmarkOutline,
  cdxIconCheck,
  cdxIconClose,
  cdxIconCollapse,
  cdxIconEllipsis,
  cdxIconError,
  cdxIconExpand,
  cdxIconFlag,
  cdxIconFunnel,
  cdxIconInfo,
  cdxIconSearch,
  cdxIconSortVertical,
  cdxIconSpeechBubble,
  cdxIconUserAvatar,
} from '@wikimedia/codex-icons';

export interface IconShape {
  /** `d` of each path, in a square of 20 by 20. */
  readonly paths: readonly string[];
  /** Whether it is mirrored where text runs from right to left. */
  readonly flips: boolean;
}

/** What Codex gives for the icons above: markup, or markup with how it varies. */
type CodexIcon = string | { readonly ltr: unknown; readonly shouldFlip: true } | { readonly default: unknown } | object;

/** The shape in Codex's markup, which is nothing but `<path d="…"/>`; without a path the shape is empty. */
function shape(icon: CodexIcon): IconShape {
  if (typeof icon === 'string')
    return { paths: Array.from(icon.matchAll(/ d="([^"]+)"/gu), ([, d]) => d ?? ''), flips: false };
  if ('ltr' in icon) return { ...shape(String(icon.ltr)), flips: 'shouldFlip' in icon };
  return shape('default' in icon ? String(icon.default) : '');
}

export const arrowDown = /* @__PURE__ */ shape(cdxIconArrowDown);
export const arrowUp = /* @__PURE__ */ shape(cdxIconArrowUp);
export const bookmark = /* @__PURE__ */ shape(cdxIconBookmark);
export const bookmarkOutline = /* @__PURE__ */ shape(cdxIconBookmarkOutline);
export const check = /* @__PURE__ */ shape(cdxIconCheck);
export const close = /* @__PURE__ */ shape(cdxIconClose);
export const collapse = /* @__PURE__ */ shape(cdxIconCollapse);
export const ellipsis = /* @__PURE__ */ shape(cdxIconEllipsis);
export const error = /* @__PURE__ */ shape(cdxIconError);
export const expand = /* @__PURE__ */ shape(cdxIconExpand);
export const flag = /* @__PURE__ */ shape(cdxIconFlag);
export const funnel = /* @__PURE__ */ shape(cdxIconFunnel);
export const info = /* @__PURE__ */ shape(cdxIconInfo);
export const search = /* @__PURE__ */ shape(cdxIconSearch);
export const sortVertical = /* @__PURE__ */ shape(cdxIconSortVertical);
export const speechBubble = /* @__PURE__ */ shape(cdxIconSpeechBubble);
export const userAvatar = /* @__PURE__ */ shape(cdxIconUserAvatar);
