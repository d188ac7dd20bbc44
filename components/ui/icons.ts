/**
 * The icons in use, as path data that can be drawn without parsing markup. Taken from Codex, MediaWiki's own set, where
 * each is a string of markup, some with a variant for each language; a test holds them to it. Not the drawing: see Icon.tsx.
 */

export interface IconShape {
  /** All its paths, in a square of 20 by 20. */
  readonly d: string;
  /** Mirrored where text runs from right to left. */
  readonly flips?: true;
}

export const arrowDown: IconShape = {
  d: 'M11 1v13.876l4-4 1.414 1.414-5.707 5.707H9.293L3.586 12.29 5 10.876l4 4V1z',
};

export const arrowUp: IconShape = {
  d: 'M16.414 7.71 15 9.124l-4-4V19H9V5.124l-4 4L3.586 7.71l5.707-5.707h1.414z',
};

export const bookmark: IconShape = {
  d: 'm17 18-1.71.703L10 13.358l-5.29 5.345L3 18V1h14z',
};

export const bookmarkOutline: IconShape = {
  d: 'm17 18-1.71.703L10 13.358l-5.29 5.345L3 18V1h14zM5 15.567l5-5.051 5 5.051V3H5z',
};

export const check: IconShape = {
  d: 'M18.154 3.837 8.034 16.62l-1.384.18-4.8-3.6 1.2-1.6 4.02 3.015 9.517-12.02z',
};

export const close: IconShape = {
  d: 'M16.707 4.707 11.414 10l5.293 5.293-1.414 1.414L10 11.414l-5.293 5.293-1.414-1.414L8.586 10 3.293 4.707l1.414-1.414L10 8.586l5.293-5.293z',
};

export const collapse: IconShape = {
  d: 'm16.707 12.003-1.414 1.414L10 8.124l-5.293 5.293-1.414-1.414 6-6h1.414z',
};

export const ellipsis: IconShape = {
  d: 'M5 11.5H2v-3h3zm6.5 0h-3v-3h3zm6.5 0h-3v-3h3z',
};

export const error: IconShape = {
  d: 'M19 6.4v7.199L13.6 19H6.4L1 13.599v-7.2L6.4 1h7.2zM9 14v2h2v-2zm0-9v7h2V5z',
};

export const expand: IconShape = {
  d: 'm16.707 8.017-6 5.983H9.293l-6-5.983 1.414-1.414L10 11.896l5.293-5.293z',
};

export const flag: IconShape = {
  d: 'M5 2h12v10H5v8H3V0h2zm0 8h10V4H5z',
  flips: true,
};

export const funnel: IconShape = {
  d: 'M18.8 3.6 13 11.333V18H7v-6.667L1.2 3.6 2 2h16zM9 10.667V16h2v-5.333L16 4H3.999z',
};

export const info: IconShape = {
  d: 'M11 13h1v2H8v-2h1v-2H8V9h3zm0-6H9V5h2zM10 1a9 9 0 110 18 9 9 0 010-18m0 2a7 7 0 100 14 7 7 0 000-14',
};

export const search: IconShape = {
  d: 'M8 1a7 7 0 015.605 11.191l5.102 5.102-1.414 1.414-5.102-5.102A7 7 0 118 1m0 2a5 5 0 100 10A5 5 0 008 3',
};

export const sortVertical: IconShape = {
  d: 'M14 14.5 10 18l-4-3.5V12h8zm0-9V8H6V5.5L10 2z',
};

export const speechBubble: IconShape = {
  d: 'M19 16h-6.685l-4.742 3.32L6 18.5V16H1V2h18zM3 14h5v2.58L11.685 14H17V4H3z',
  flips: true,
};

export const userAvatar: IconShape = {
  d: 'M12 11a6 6 0 016 6v2H2v-2a6 6 0 016-6zM10 1a4 4 0 110 8 4 4 0 010-8',
};
