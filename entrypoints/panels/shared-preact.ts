/**
 * Preact as the display has it, for the script of the panels: one Preact draws all of the lens, and its code is read once. Stands
 * in for `preact` and its parts by the build (wxt.config.ts).
 */
import { takePreact } from '../display/panels-offer.ts';

export const { Fragment, createContext, jsx, jsxs, useContext, useEffect, useLayoutEffect, useRef, useState } =
  takePreact();
