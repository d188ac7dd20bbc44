/** The rows of one facet: a checkbox for each value with its count. In a popover, or in the sheet of a phone. */
import { useState } from 'preact/hooks';
import type { ListOnPage } from '../../utils/model/page.ts';
import type { FacetName, FacetValueOf } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import { t } from '../../utils/platform/i18n.ts';
import { valueName } from './words.ts';

/** From this many values on there is a field to find one, and no more than this many without it. */
const MANY = 8;

export interface FacetValuesProps {
  readonly facet: FacetName;
  readonly view: View;
  readonly lists: readonly ListOnPage[];
  readonly locale: string;
  onToggle<F extends FacetName>(facet: F, value: FacetValueOf[F]): void;
}

interface Row {
  readonly value: FacetValueOf[FacetName];
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

export function FacetValues(props: FacetValuesProps) {
  const { facet, view, locale } = props;
  const [wanted, setWanted] = useState('');
  const rows = rowsOf(props);
  const given = rows.filter(row => row.value !== null);
  const many = given.length > MANY;
  const found = given.filter(row => includes(row.name, wanted, locale));
  const shown = many && wanted === '' ? found.filter((row, index) => index < MANY || row.chosen) : found;
  const row = (item: Row) => <ValueRow key={String(item.value)} row={item} {...props} />;
  return (
    <fieldset aria-label={t(`facet.name.${facet}`)} class="values">
      {many && (
        <input
          type="text"
          class="find"
          aria-label={t(`facet.find.${facet}`)}
          placeholder={t(`facet.find.${facet}`)}
          autocomplete="off"
          value={wanted}
          onInput={event => setWanted(event.currentTarget.value)}
        />
      )}
      {shown.map(row)}
      {many && shown.length < given.length && wanted === '' && (
        <p class="hint">{t('facet.more', undefined, given.length - shown.length)}</p>
      )}
      {many && found.length === 0 && <p class="hint">{t('facet.nothingFound', [wanted])}</p>}
      {rows.some(item => item.value === null) && (
        <div class="last">{rows.filter(item => item.value === null).map(row)}</div>
      )}
      {facet === 'difficulty' && view.total > 0 && <p class="hint">{t('facet.rangeNote')}</p>}
    </fieldset>
  );
}

function ValueRow({ row, facet, view, locale, onToggle }: FacetValuesProps & { readonly row: Row }) {
  return (
    <label class={row.count === 0 ? 'value none' : 'value'}>
      <input type="checkbox" checked={row.chosen} onChange={() => onToggle(facet, row.value)} />
      <span class="value-name">{row.name}</span>
      <span class="count"> {row.count.toLocaleString(locale)}</span>
      {facet === 'difficulty' && (
        <span class="share">
          <span style={{ inlineSize: `${(100 * row.count) / view.total}%` }} />
        </span>
      )}
    </label>
  );
}

/** Levels from easy to hard; everything else by count, then by name; "not given" last. */
function rowsOf({ facet, view, lists, locale }: FacetValuesProps): readonly Row[] {
  const rows = view.facetCounts[facet].map(
    ({ value, count, chosen }): Row => ({ value, count, chosen, name: valueName(facet, value, lists) }),
  );
  const names = new Intl.Collator(locale, { numeric: true });
  return rows.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    if (facet === 'difficulty') return Number(a.value) - Number(b.value);
    return b.count - a.count || names.compare(a.name, b.name);
  });
}

function includes(name: string, wanted: string, locale: string): boolean {
  return name.toLocaleLowerCase(locale).includes(wanted.trim().toLocaleLowerCase(locale));
}
