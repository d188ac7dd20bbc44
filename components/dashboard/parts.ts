/** What the dashboard shows, tab by tab. Plain data; the sentences of errors are for people. */
import type { AllBookmarks, BookmarkRow, ImportPlan, ImportProblem } from '../../utils/model/import.ts';

export const DASHBOARD_TABS = ['bookmarks', 'transfer'] as const;
export type DashboardTab = (typeof DASHBOARD_TABS)[number];

export type BookmarksState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: string }
  /** `error`: why they could not be read again since; `null` when all is well. */
  | { readonly kind: 'found'; readonly all: AllBookmarks; readonly error: string | null };

export type SaveFormat = 'json' | 'markdown';

/** How the last saving went; the count includes rows that cannot be read where the format holds them. */
export type SaveState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly fileName: string; readonly count: number }
  | { readonly kind: 'failed'; readonly error: string };

export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly fileName: string }
  | { readonly kind: 'problem'; readonly fileName: string; readonly problem: ImportProblem }
  | { readonly kind: 'preview'; readonly fileName: string; readonly plan: ImportPlan; readonly merging: boolean }
  /** The browser could not read the file. */
  | { readonly kind: 'unread'; readonly fileName: string }
  /** The browser or the store refused, or nobody answered. `unchanged`: it is sure that nothing was merged. */
  | { readonly kind: 'failed'; readonly error: string; readonly unchanged: boolean }
  | { readonly kind: 'merged'; readonly plan: ImportPlan };

export interface DashboardView {
  readonly tab: DashboardTab;
  readonly bookmarks: BookmarksState;
  /** The last removal, while it can be taken back. */
  readonly removed: BookmarkRow | null;
  /** Why a removal, or taking it back, failed. */
  readonly error: string | null;
  readonly save: SaveState;
  readonly import: ImportState;
}

export interface DashboardActions {
  onTab(tab: DashboardTab): void;
  onTryAgain(): void;
  onRemove(row: BookmarkRow): void;
  onUndo(): void;
  onSave(format: SaveFormat): void;
  onFile(file: File): void;
  onMerge(): void;
  onCancel(): void;
}
