/** What a file would do to the bookmarks, before it does it: counts with examples, and each row that is not taken. */
import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ImportPlan, RejectedRow } from '../../utils/model/import.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { faultWords, mergeCount, placeWords } from './words.ts';

/** A table of thousands would help nobody to find the first. */
const MOST_REJECTED = 100;

interface ImportPreviewProps {
  readonly fileName: string;
  readonly plan: ImportPlan;
  readonly merging: boolean;
  onMerge(): void;
  onCancel(): void;
}

export function ImportPreview({ fileName, plan, merging, onMerge, onCancel }: ImportPreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const count = mergeCount(plan);
  return (
    <div class="preview">
      <h3 ref={heading} tabIndex={-1}>
        {t('transfer.preview', [fileName])}
      </h3>
      <Counts plan={plan} />
      {plan.rejected.length > 0 && <Rejected rows={plan.rejected} />}
      {count === 0 && <p>{t('transfer.nothing')}</p>}
      <div class="actions">
        {count > 0 && (
          <Button look="primary" onClick={onMerge}>
            {merging ? t('transfer.merging') : t('transfer.merge', [numeral(count)], count)}
          </Button>
        )}
        {/* What is being merged cannot be called back. */}
        {!merging && (
          <Button look="normal" onClick={onCancel}>
            {t('transfer.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Counts({ plan }: { readonly plan: ImportPlan }) {
  const unreadable = plan.unreadable.new + plan.unreadable.same;
  const rows: readonly (readonly [words: string, count: number, examples: readonly string[]])[] = [
    [t('transfer.new'), plan.new.count, plan.new.examples],
    [t('transfer.changed'), plan.changed.count, plan.changed.examples],
    [t('transfer.same'), plan.same.count, plan.same.examples],
    ...(unreadable > 0 ? [[t('transfer.unreadable'), unreadable, []] as const] : []),
    [t('transfer.rejected'), plan.rejected.length, []],
  ];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('transfer.what')}</th>
          <th scope="col" class="number">
            {t('transfer.count')}
          </th>
          <th scope="col">{t('transfer.examples')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([words, count, examples]) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td class="number">{numeral(count)}</td>
            <td class="meta">
              {examples.map((title, at) => (
                <Fragment key={title}>
                  {at > 0 && ', '}
                  <bdi>{title}</bdi>
                </Fragment>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rejected({ rows }: { readonly rows: readonly RejectedRow[] }) {
  const more = rows.length - MOST_REJECTED;
  return (
    <>
      <h4>{t('transfer.rejectedRows')}</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('transfer.place')}</th>
            <th scope="col">{t('transfer.title')}</th>
            <th scope="col">{t('transfer.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_REJECTED).map(({ list, row, title, fault }) => (
            <tr key={`${list} ${row}`}>
              <th scope="row" class="place">
                {placeWords({ list, row })}
              </th>
              <td>{title === null ? <span class="meta">{t('transfer.noTitle')}</span> : <bdi>{title}</bdi>}</td>
              <td>{faultWords(fault)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="meta">{t('transfer.moreRejected', [numeral(more)], more)}</p>}
    </>
  );
}
