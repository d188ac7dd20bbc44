/** All that opens on demand, the real components. Import it only from where it is to be fetched; `ui/panels.ts` is the contract. */
import { ListNote } from './idea/ListNote.tsx';
import { ReasonsPopover } from './review/ReasonsPopover.tsx';
import { Asked } from './toolbar/Asked.tsx';
import { Help } from './toolbar/Help.tsx';
import { MoreMenu } from './toolbar/MoreMenu.tsx';
import { ScopeMenu } from './toolbar/ScopeMenu.tsx';
import { Sheet } from './toolbar/Sheet.tsx';
import { SortMenu } from './toolbar/SortMenu.tsx';
import { SuggestionList } from './toolbar/SuggestionList.tsx';
import { UnderBar } from './toolbar/UnderBar.tsx';
import type { Panels } from './ui/panels.ts';

export const ALL_PANELS: Panels = {
  Asked,
  SortMenu,
  ScopeMenu,
  MoreMenu,
  Sheet,
  Help,
  SuggestionList,
  UnderBar,
  ListNote,
  ReasonsPopover,
};
