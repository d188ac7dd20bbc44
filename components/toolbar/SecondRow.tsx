/** Row 2 of the bar: what is set, or what can be set, or why ideas need a review, or how they are sorted. It ends with the way back. */
import type { FacetName, Query } from '../../utils/model/query.ts';
import { EMPTY_QUERY, FACETS } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from './Chip.tsx';
import { activeFacets, choicesOf, withoutFreeText, withSort } from './edits.ts';
import { FacetButton } from './FacetButton.tsx';
import type { PartProps } from './parts.ts';
import { Status } from './Status.tsx';
import { isReason, Why } from './Why.tsx';
import { scopeName, sortButtonName, sortNote } from './words.ts';

export interface SecondRowProps extends PartProps {
  /** Whether Filters is pressed: every facet is offered, not only those in use. */
  readonly filtering: boolean;
  readonly statusDelay: number;
  /** Called just before a control that has the focus goes. */
  onRemoved(): void;
}

export function SecondRow(props: SecondRowProps) {
  const { view, number, layout, filtering, onQuery } = props;
  const phone = layout === 'phone';
  const present = view.active || (!phone && (filtering || FACETS.some(facet => facet === props.opened)));
  const remove = (next: Query) => {
    props.onRemoved();
    onQuery(next, 'commit');
  };
  return (
    <div class={present ? 'second' : 'second absent'}>
      <Status
        words={t('toolbar.status', [number(view.order.length), number(view.total)], view.total)}
        seen={view.active}
        delay={props.statusDelay}
      />
      {phone && props.query.scope !== 'all' && <span class="quiet-text">{scopeName(props.query.scope)}</span>}
      {present && !phone && <Middle {...props} onRemove={remove} />}
      {view.active && (
        <Button look="link" class="small clear-all" onClick={() => remove(EMPTY_QUERY)}>
          {t('toolbar.clearAll')}
        </Button>
      )}
    </div>
  );
}

interface MiddleProps extends SecondRowProps {
  onRemove(next: Query): void;
}

function Middle(props: MiddleProps) {
  const { query, view, filtering, opened } = props;
  const why = query.scope === 'needs-review' && !filtering;
  const active = activeFacets(query, view).filter(facet => !why || facet !== 'attention' || !pillsSay(query, props));
  const facets = FACETS.filter(facet => filtering || active.includes(facet) || opened === facet);
  const onlySorted = !why && facets.length === 0 && view.free.text === '' && query.sort.key !== 'page';
  if (onlySorted) return <SortNote {...props} />;
  return (
    <>
      {why && <Why {...props} />}
      {view.free.text !== '' && <TextChip {...props} />}
      {facets.map(facet => (
        <Facet key={facet} facet={facet} {...props} />
      ))}
      {query.sort.key !== 'page' && <SortChip {...props} />}
    </>
  );
}

/** Whether the pills show all that is asked of Attention, so that it needs no chip beside them. */
function pillsSay(query: Query, { view }: PartProps): boolean {
  return choicesOf(query, view, 'attention').every(isReason) && (view.typed.attention?.unmatched.length ?? 0) === 0;
}

function SortNote({ query, view, number, onRemove }: MiddleProps) {
  return (
    <>
      <span class="sort-note quiet-text">{sortNote(query.sort, view.withoutSortValue, number)}</span>
      <Button look="link" class="small back" onClick={() => onRemove(withSort(query, EMPTY_QUERY.sort))}>
        {t('sort.back')}
      </Button>
    </>
  );
}

function SortChip({ query, onRemove }: MiddleProps) {
  const sorted = sortButtonName(query.sort);
  return (
    <Chip name={sorted} onRemove={() => onRemove(withSort(query, EMPTY_QUERY.sort))}>
      <bdi>{sorted}</bdi>
    </Chip>
  );
}

function TextChip({ query, view, onRemove }: MiddleProps) {
  const { text } = view.free;
  // Who searches for a phrase has typed the quotation marks already.
  const words = /["“”]/u.test(text) ? text : t('toolbar.quoted', [text]);
  return (
    <Chip name={words} onRemove={() => onRemove(withoutFreeText(query, view))}>
      <bdi>{words}</bdi>
    </Chip>
  );
}

function Facet({ facet, ...props }: SecondRowProps & { readonly facet: FacetName }) {
  const close = () => {
    // Its button goes with it where nothing else keeps it in the row.
    if (!props.filtering && !activeFacets(props.query, props.view).includes(facet)) props.onRemoved();
    props.onOpen(null);
  };
  return (
    <FacetButton
      facet={facet}
      query={props.query}
      view={props.view}
      lists={props.lists}
      programLabel={props.programLabel}
      pageLanguage={props.pageLanguage}
      hasRanges={props.hasRanges}
      locale={props.locale}
      opened={props.opened === facet}
      onOpen={() => props.onOpen(facet)}
      onClose={close}
      onQuery={next => props.onQuery(next, 'commit')}
      onRemoved={props.onRemoved}
    />
  );
}
