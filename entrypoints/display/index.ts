/**
 * Everything that shows, as a script of its own: the content script fetches it from the extension itself, and only where there
 * are ideas to show. Running it only offers it.
 */
import { createContext, Fragment } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { jsx, jsxs } from 'preact/jsx-runtime';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepPlace } from '../../utils/overlay/place.ts';
import { startLens } from './lens.tsx';
import { showLoneNotice, updated } from './lone-notice.tsx';
import { offerDisplay } from './offer.ts';
import { lendPreact } from './panels-offer.ts';

export default defineUnlistedScript(() => {
  lendPreact({
    Fragment,
    createContext,
    jsx,
    jsxs,
    useContext,
    useEffect,
    useLayoutEffect,
    useRef,
    useState,
  });
  offerDisplay({ startLens, showLoneNotice, updated, keepPlace });
});
