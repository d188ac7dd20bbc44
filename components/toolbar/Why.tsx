/** Among what needs a review: how often each reason applies, as pills that narrow down to it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AttentionValue } from '../../utils/model/query.ts';
import { REASON_CODES } from '../../utils/model/reason.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { expand } from '../ui/icons.ts';
import { withToggled } from './edits.ts';
import type { PartProps } from './parts.ts';
import { valueName } from './words.ts';

/** So many pills stand there before the rest is asked for. */
const MOST = 5;
const MOST_IN_NARROW = 3;

const REASONS: readonly AttentionValue[] = REASON_CODES;

/** Whether a pill can show the value. */
export function isReason(value: AttentionValue): boolean {
  return REASONS.includes(value);
}

export function Why(props: PartProps) {
  const { query, view, layout, locale, onQuery } = props;
  const [all, setAll] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // The button that brought the rest is gone.
    if (all) first.current?.focus({ preventScroll: true });
  }, [all]);
  const rows = view.facetCounts.attention
    .filter(({ value, count, chosen }) => isReason(value) && (count > 0 || chosen))
    .sort((a, b) => b.count - a.count);
  const most = layout === 'menu' ? MOST_IN_NARROW : MOST;
  const shown = all ? rows : rows.filter((row, index) => index < most || row.chosen);
  if (rows.length === 0) return null;
  return (
    <>
      <bdi class="quiet-text">{t('toolbar.why')}</bdi>
      {shown.map(({ value, count, chosen }, index) => (
        <Button
          key={value}
          look="quiet"
          class="pill"
          pressed={chosen}
          buttonRef={index === most ? first : null}
          onClick={() => onQuery(withToggled(query, view, 'attention', value), 'commit')}
        >
          {valueName('attention', value, props)} <span class="count">{numeral(count, locale)}</span>
        </Button>
      ))}
      {shown.length < rows.length && (
        <Button look="quiet" class="pill" onClick={() => setAll(true)}>
          {t('toolbar.others', [numeral(rows.length - shown.length, locale)], rows.length - shown.length)}
          <Icon shape={expand} size={12} />
        </Button>
      )}
    </>
  );
}
