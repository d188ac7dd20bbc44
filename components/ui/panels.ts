/**
 * What opens on demand, handed in: whoever shows the toolbar or an idea's tools provides these components, at once or when they
 * are first needed. Types and a context only: nothing here, nor in what is always on the page, fetches their code.
 */
import { type ComponentType, createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { ListNoteProps } from '../idea/ListNote.tsx';
import type { ReasonsPopoverProps } from '../review/ReasonsPopover.tsx';
import type { AskedProps } from '../toolbar/Asked.tsx';
import type { HelpProps } from '../toolbar/Help.tsx';
import type { MoreMenuProps } from '../toolbar/MoreMenu.tsx';
import type { ScopeMenuProps } from '../toolbar/ScopeMenu.tsx';
import type { SheetProps } from '../toolbar/Sheet.tsx';
import type { SortMenuProps } from '../toolbar/SortMenu.tsx';
import type { SuggestionListProps } from '../toolbar/SuggestionList.tsx';
import type { UnderBarProps } from '../toolbar/UnderBar.tsx';

export interface Panels {
  readonly Asked: ComponentType<AskedProps>;
  readonly SortMenu: ComponentType<SortMenuProps>;
  readonly ScopeMenu: ComponentType<ScopeMenuProps>;
  readonly MoreMenu: ComponentType<MoreMenuProps>;
  readonly Sheet: ComponentType<SheetProps>;
  readonly Help: ComponentType<HelpProps>;
  readonly SuggestionList: ComponentType<SuggestionListProps>;
  readonly UnderBar: ComponentType<UnderBarProps>;
  readonly ListNote: ComponentType<ListNoteProps>;
  readonly ReasonsPopover: ComponentType<ReasonsPopoverProps>;
}

/** `null` until they are there: what is opened then shows as soon as they come. */
export const PanelsContext = createContext<Panels | null>(null);

export function usePanels(): Panels | null {
  return useContext(PanelsContext);
}

/** The panels; while there are none and something is open, `onNeed` is called for it. */
export function usePanelsFor(open: boolean, onNeed: () => void): Panels | null {
  const panels = usePanels();
  const missing = open && panels === null;
  useEffect(() => {
    if (missing) onNeed();
    // Once for each opening, however often the owner draws.
  }, [missing]);
  return panels;
}
