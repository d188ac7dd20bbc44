/** The rows of one facet: a checkbox for each value with its count. In a popover, or in the sheet of a phone. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type FacetName, type FacetValueOf, PROSE } from '../../utils/model/query.ts';
import type { FacetCount, View } from '../../utils/model/view.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { search } from '../ui/icons.ts';
import { useSaid } from '../ui/said.ts';
import { isFound, isPartOf } from './find.ts';
import { Kindred } from './Kindred.tsx';
import { facetName, type PageWords, valueName } from './words.ts';

/** From this many values on there is a field to find one, and no more than this many without it. */
const MANY = 8;

export interface FacetValuesProps extends PageWords {
  readonly facet: FacetName;
  readonly view: View;
  readonly locale: string;
  /** Some idea's difficulty is a range, and counts at each of its levels. */
  readonly hasRanges: boolean;
  /** Rows without ideas wait behind one button, where there is little room. */
  readonly foldEmpty?: boolean;
  onToggle<F extends FacetName>(facet: F, value: FacetValueOf[F]): void;
  /** Ticks all of these. */
  onTake<F extends FacetName>(facet: F, values: readonly FacetValueOf[F][]): void;
  /** Says politely what is shown. */
  onSay(words: string): void;
}

interface Row {
  readonly value: FacetValueOf[FacetName];
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** Facets whose values are the page's own words: there can be any number of them. */
type NamedFacet = 'list' | 'area' | 'skills' | 'contact';

function isNamed(facet: FacetName): facet is NamedFacet {
  return facet === 'list' || facet === 'area' || facet === 'skills' || facet === 'contact';
}

/** What is no name of its own stands last, after a line. */
function isLast({ value }: Row): boolean {
  return value === null || value === PROSE;
}

/** Whether there is a field to find one, which says by itself what facet it is. */
export function hasFind({ facet, view }: Pick<FacetValuesProps, 'facet' | 'view'>): boolean {
  const rows: readonly FacetCount<FacetName>[] = view.facetCounts[facet];
  return isNamed(facet) && rows.filter(({ value }) => value !== null && value !== PROSE).length > MANY;
}

export function FacetValues(props: FacetValuesProps) {
  const { facet, view } = props;
  const [wanted, setWanted] = useState('');
  /** The first row that came when the rest was unfolded. */
  const [unfolded, unfold] = useState<Row['value'] | undefined>(undefined);
  const came = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // The button that brought it is gone.
    if (unfolded !== undefined) came.current?.focus();
  }, [unfolded]);
  const rows = rowsOf(props);
  const given = rows.filter(row => !isLast(row));
  const last = rows.filter(isLast);
  const many = hasFind(props);
  const found = many ? given.filter(row => isFound(row.name, wanted)) : given;
  const missing = many && found.length === 0 ? t('facet.nothingFound', [wanted]) : '';
  useSaid(missing, props.onSay);
  const room = many && wanted === '' ? found.filter((row, index) => index < MANY || row.chosen) : found;
  const folds = props.foldEmpty && wanted === '' && unfolded === undefined;
  const shown = folds ? room.filter(row => row.count > 0 || row.chosen) : room;
  const kindred = facet === 'skills' && wanted === '' ? kindredOf(given) : [];
  const row = (item: Row) => (
    <ValueRow key={String(item.value)} row={item} box={item.value === unfolded ? came : null} {...props} />
  );
  return (
    <fieldset aria-label={facetName(facet, props)} class="values">
      {many && isNamed(facet) && <Find facet={facet} wanted={wanted} onWanted={setWanted} />}
      {shown.map(row)}
      {shown.length < room.length && (
        <Button look="link" class="unfold" onClick={() => unfold(room.find(each => !shown.includes(each))?.value)}>
          {t('facet.withNone', undefined, room.length - shown.length)}
        </Button>
      )}
      {many && room.length < given.length && wanted === '' && (
        <p class="hint">{t('facet.more', undefined, given.length - room.length)}</p>
      )}
      {kindred.length > 0 && (
        <Kindred
          names={kindred.map(({ name }) => name)}
          locale={props.locale}
          onTake={() =>
            props.onTake(
              facet,
              kindred.map(({ value }) => value),
            )
          }
        />
      )}
      {missing !== '' && <p class="hint">{missing}</p>}
      {last.length > 0 && <div class="last">{last.map(row)}</div>}
      {facet === 'difficulty' && props.hasRanges && view.total > 0 && <p class="hint">{t('facet.rangeNote')}</p>}
    </fieldset>
  );
}

interface FindProps {
  readonly facet: NamedFacet;
  readonly wanted: string;
  onWanted(wanted: string): void;
}

function Find({ facet, wanted, onWanted }: FindProps) {
  const words = t(`facet.find.${facet}`);
  return (
    <div class="find">
      <Icon shape={search} />
      <input
        type="text"
        aria-label={words}
        placeholder={words}
        autocomplete="off"
        value={wanted}
        onInput={event => onWanted(event.currentTarget.value)}
      />
    </div>
  );
}

interface ValueRowProps extends FacetValuesProps {
  readonly row: Row;
  readonly box: RefObject<HTMLInputElement | null> | null;
}

function ValueRow({ row, box, facet, view, locale, pageLanguage, onToggle }: ValueRowProps) {
  return (
    <label class={row.count === 0 ? 'value none' : 'value'}>
      <input ref={box} type="checkbox" checked={row.chosen} onChange={() => onToggle(facet, row.value)} />
      <span class="value-name" lang={isNamed(facet) && !isLast(row) ? pageLanguage : undefined}>
        {row.name}
      </span>
      <span class="count"> {numeral(row.count, locale)}</span>
      {facet === 'difficulty' && (
        <span class="share">
          <span style={{ inlineSize: `${(100 * row.count) / view.total}%` }} />
        </span>
      )}
    </label>
  );
}

/** Values with ideas that say what is ticked in more words. */
function kindredOf(rows: readonly Row[]): readonly Row[] {
  const ticked = rows.filter(({ chosen }) => chosen);
  return rows.filter(
    ({ name, count, chosen }) => !chosen && count > 0 && ticked.some(each => isPartOf(each.name, name)),
  );
}

/** In the order of the view. */
function rowsOf(props: FacetValuesProps): readonly Row[] {
  const { facet, view } = props;
  const rows: readonly FacetCount<FacetName>[] = view.facetCounts[facet];
  return rows.map(({ value, count, chosen }) => ({ value, count, chosen, name: valueName(facet, value, props) }));
}
