/** An import's findings in words: why a file or a row is not taken, and what a merge has done. */
import {
  type ImportPlan,
  type ImportProblem,
  LARGEST_IMPORT_BYTES,
  MOST_IMPORT_ROWS,
  type RejectedRow,
  type RowFault,
  type RowFaultKind,
} from '../../utils/model/import.ts';
import { type MessageKey, numeral, t } from '../../utils/platform/i18n.ts';

export interface ProblemWords {
  readonly what: string;
  readonly todo: string;
}

/** Why a file cannot be taken, and what to do. */
export function problemWords(problem: ImportProblem): ProblemWords {
  const choose = t('transfer.todo.choose');
  switch (problem.kind) {
    case 'empty':
      return { what: t('transfer.problem.empty'), todo: choose };
    case 'cut-off':
      return { what: t('transfer.problem.cutOff', placeIn(problem)), todo: t('transfer.todo.again') };
    case 'not-json':
      return { what: t('transfer.problem.notJson', placeIn(problem)), todo: choose };
    case 'too-large': {
      const sizes = [megabytes(problem.bytes), megabytes(LARGEST_IMPORT_BYTES)];
      return { what: t('transfer.problem.tooLarge', sizes), todo: t('transfer.todo.split') };
    }
    case 'too-many-rows': {
      const numbers = [numeral(problem.rows), numeral(MOST_IMPORT_ROWS)];
      return { what: t('transfer.problem.tooManyRows', numbers), todo: t('transfer.todo.split') };
    }
    case 'page-export':
      return { what: t('transfer.problem.pageExport'), todo: choose };
    case 'newer-format':
      return { what: t('transfer.problem.newer', [problem.format]), todo: t('transfer.todo.update') };
    case 'other-format': {
      const { format } = problem;
      return {
        what: format === null ? t('transfer.problem.noFormat') : t('transfer.problem.other', [format]),
        todo: choose,
      };
    }
    case 'wrong-part':
      return { what: t('transfer.problem.wrongPart', [problem.part]), todo: choose };
  }
}

function placeIn({ line, character }: { readonly line: number; readonly character: number }): readonly string[] {
  return [numeral(line), numeral(character)];
}

/** Rounded up, so that what is too large never reads like what is allowed. */
function megabytes(bytes: number): string {
  return numeral(Math.ceil(bytes / 100_000) / 10);
}

const FAULTS: Readonly<Record<RowFaultKind, MessageKey>> = {
  missing: 'transfer.fault.missing',
  'not-text': 'transfer.fault.notText',
  'not-text-or-nothing': 'transfer.fault.notTextOrNothing',
  'not-a-list': 'transfer.fault.notList',
  'not-an-object': 'transfer.fault.notObject',
  empty: 'transfer.fault.empty',
  'too-long': 'transfer.fault.tooLong',
  'not-a-page-key': 'transfer.fault.notPage',
  'not-an-idea-key': 'transfer.fault.notIdea',
  'not-a-date': 'transfer.fault.notDate',
  'unknown-role': 'transfer.fault.unknownRole',
  'other-host': 'transfer.fault.otherHost',
  'forbidden-name': 'transfer.fault.forbidden',
  'too-deep': 'transfer.fault.tooDeep',
  duplicate: 'transfer.fault.duplicate',
  'no-key': 'transfer.fault.noKey',
  'would-replace': 'transfer.fault.wouldReplace',
};

/** Why a row is not taken. */
export function faultWords({ kind, part, limit }: RowFault): string {
  return t(FAULTS[kind], [part === '' ? t('transfer.theRow') : part, limit === null ? '' : numeral(limit)]);
}

/** Where a row stands in its file. */
export function placeWords({ list, row }: Pick<RejectedRow, 'list' | 'row'>): string {
  return t(list === 'bookmarks' ? 'transfer.row' : 'transfer.unreadableRow', [numeral(row)]);
}

/** How many rows a merge would write. */
export function mergeCount(plan: ImportPlan): number {
  return plan.new.count + plan.changed.count + plan.unreadable.new;
}

/** What a merge has done, in sentences. */
export function mergedWords({ new: added, changed, same, unreadable, rejected }: ImportPlan): string {
  const merged = added.count + changed.count;
  const numbers = [merged, added.count, changed.count].map(count => numeral(count));
  const sames = same.count + unreadable.same;
  return [
    t('transfer.merged', numbers, merged),
    ...(unreadable.new > 0 ? [t('transfer.mergedUnreadable', undefined, unreadable.new)] : []),
    ...(sames > 0 ? [t('transfer.mergedSame', undefined, sames)] : []),
    ...(rejected.length > 0 ? [t('transfer.mergedRejected', undefined, rejected.length)] : []),
  ].join(' ');
}
