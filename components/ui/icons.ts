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

export const bookmarkList: IconShape = {
  d: 'm13 18-1.707.707L8 15.414l-3.293 3.293L3 18V5h10zM17 15h-2V3H6V1h11z',
  flips: true,
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

export const download: IconShape = {
  d: 'M19 19H1v-2h18zm-8-7.104 3.5-3.5 1.414 1.414-5.207 5.208H9.293L4.086 9.81 5.5 8.396l3.5 3.5V1h2z',
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

export const keyboard: IconShape = {
  d: 'M17 17H3v-2h14zM3 13H1v-2h2zm4 0H5v-2h2zm4 0H9v-2h2zm4 0h-2v-2h2zm4-6v6h-2V9h-2V7zM5 9H1V7h4zm4 0H7V7h2zm4 0h-2V7h2zM4 5H1V3h3zm4 0H6V3h2zm4 0h-2V3h2zm7 0h-5V3h5z',
};

export const link: IconShape = {
  d: 'M5.862 7.453a4.353 4.353 0 016.167-.01l.707.706-1.414 1.414-.707-.707a2.355 2.355 0 00-3.335.005L4.354 11.81a2.725 2.725 0 003.842 3.868l.046-.046.715-.7 1.4 1.43-.715.698-.046.046A4.727 4.727 0 012.934 10.4zM10.405 2.894a4.726 4.726 0 016.662 6.707l-2.928 2.947a4.354 4.354 0 01-6.167.01l-.707-.707 1.414-1.415.707.707c.921.921 2.416.92 3.334-.004l2.928-2.948a2.727 2.727 0 00-3.843-3.868l-.761.746-1.4-1.428.713-.7z',
};

export const search: IconShape = {
  d: 'M8 1a7 7 0 015.605 11.191l5.102 5.102-1.414 1.414-5.102-5.102A7 7 0 118 1m0 2a5 5 0 100 10A5 5 0 008 3',
};

export const settings: IconShape = {
  d: 'M10 8.5a1.5 1.5 0 110 3 1.5 1.5 0 010-3M11.74 3.218a7 7 0 011.822.757l2.095-1.046 1.414 1.414-1.047 2.094c.334.562.591 1.174.757 1.823L19 9v2l-2.219.74a7 7 0 01-.757 1.822l1.047 2.095-1.414 1.414-2.095-1.047a7 7 0 01-1.823.757L11 19H9l-.74-2.219a7 7 0 01-1.823-.757l-2.094 1.047-1.414-1.414 1.046-2.095a7 7 0 01-.757-1.823L1 11V9l2.218-.74a7 7 0 01.757-1.823L2.929 4.343l1.414-1.414 2.094 1.046a7 7 0 011.823-.757L9 1h2zM10 5a5 5 0 100 10 5 5 0 000-10',
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
