/**
 * What row 2 says of the query: what is set, or what can be set, or why ideas need a review, or how they are sorted. Fetched with the
 * panels: at rest there is none of it.
 */
import { EMPTY_QUERY, FACETS, type FacetName, type Query } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { byHand } from '../ui/by-hand.ts';
import { Chip } from './Chip.tsx';
import { activeFacets, choicesOf, withoutFreeText, withSort } from './edits.ts';
import { FacetButton } from './FacetButton.tsx';
import type { PartProps } from './parts.ts';
import { isReason, Why } from './Why.tsx';
import { sortButtonName, sortNote, sortSaid } from './words.ts';

export interface AskedProps extends PartProps {
  /** Whether Filters is pressed: every facet is offered, not only those in use. */
  readonly filtering: boolean;
  /** Called just before a control that has the focus goes. */
  onRemoved(): void;
  /** Takes something off, for which the control goes. */
  onRemove(next: Query): void;
}

export function Asked(props: AskedProps) {
  const { query, view, filtering, opened } = props;
  const why = query.scope === 'needs-review' && !filtering;
  const active = activeFacets(query, view).filter(facet => !why || facet !== 'attention' || !pillsSay(props));
  const facets = FACETS.filter(facet => filtering || active.includes(facet) || opened === facet);
  const onlySorted = !why && facets.length === 0 && view.free.text === '' && query.sort.key !== 'page';
  if (onlySorted) return <SortNote {...props} />;
  return (
    <>
      {why && <Why {...props} />}
      {query.scope === 'bookmarked' && !filtering && (
        <Button look="link" class="small" onClick={byHand(props.more.onBookmarks)}>
          {t('more.bookmarks')}
        </Button>
      )}
      {view.free.text !== '' && <TextChip {...props} />}
      {facets.map(facet => (
        <Facet key={facet} facet={facet} {...props} />
      ))}
      {query.sort.key !== 'page' && <SortChip {...props} />}
    </>
  );
}

/** Whether the pills show all that is asked of Attention, so that it needs no chip beside them. */
function pillsSay({ view }: PartProps): boolean {
  return choicesOf(view, 'attention').every(isReason) && (view.typed.attention?.unmatched.length ?? 0) === 0;
}

/** Gives the page its own order back, and says so. */
function unsort({ query, onRemove, onSay }: AskedProps): void {
  onRemove(withSort(query, EMPTY_QUERY.sort));
  onSay(sortSaid(EMPTY_QUERY.sort));
}

function SortNote(props: AskedProps) {
  const { query, view, locale } = props;
  return (
    <>
      <span class="sort-note quiet-text">{sortNote(query.sort, view.withoutSortValue, locale)}</span>
      <Button look="link" class="small back" onClick={() => unsort(props)}>
        {t('sort.back')}
      </Button>
    </>
  );
}

function SortChip(props: AskedProps) {
  const sorted = sortButtonName(props.query.sort);
  return (
    <Chip name={sorted} onRemove={() => unsort(props)}>
      <bdi>{sorted}</bdi>
    </Chip>
  );
}

function TextChip({ query, view, onRemove }: AskedProps) {
  const { text } = view.free;
  // Who searches for a phrase has typed the quotation marks already.
  const words = /["“”]/u.test(text) ? text : t('toolbar.quoted', [text]);
  return (
    <Chip name={words} onRemove={() => onRemove(withoutFreeText(query, view))}>
      <bdi>{words}</bdi>
    </Chip>
  );
}

function Facet({ facet, ...props }: AskedProps & { readonly facet: FacetName }) {
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
      onSay={props.onSay}
      opened={props.opened === facet}
      onOpen={() => props.onOpen(facet)}
      onClose={close}
      onQuery={next => props.onQuery(next, 'commit')}
      onRemoved={props.onRemoved}
    />
  );
}
