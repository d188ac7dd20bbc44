/** Row 2 of the bar: what is set, or what can be set, or how it is sorted; never two of them. It ends with the way back. */
import type { FacetName, Query } from '../../utils/model/query.ts';
import { EMPTY_QUERY, FACETS } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from './Chip.tsx';
import { withSort, withText } from './edits.ts';
import { FacetButton } from './FacetButton.tsx';
import type { PartProps } from './parts.ts';
import { Status } from './Status.tsx';
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

function Middle(props: SecondRowProps & { onRemove(next: Query): void }) {
  const { query, view, filtering, number, onRemove } = props;
  const facets = FACETS.filter(facet => filtering || query.facets[facet].length > 0 || props.opened === facet);
  if (facets.length === 0 && query.text === '') {
    if (query.sort.key === 'page') return null;
    return (
      <>
        <span class="sort-note quiet-text">{sortNote(query.sort, view.withoutSortValue, number)}</span>
        <Button look="link" class="small back" onClick={() => onRemove(withSort(query, EMPTY_QUERY.sort))}>
          {t('sort.back')}
        </Button>
      </>
    );
  }
  // Who searches for a phrase has typed the quotation marks already.
  const text = /["“”]/u.test(query.text) ? query.text : t('toolbar.quoted', [query.text]);
  const sorted = sortButtonName(query.sort);
  return (
    <>
      {query.text !== '' && (
        <Chip name={text} onRemove={() => onRemove(withText(query, ''))}>
          <bdi>{text}</bdi>
        </Chip>
      )}
      {facets.map(facet => (
        <Facet key={facet} facet={facet} {...props} />
      ))}
      {query.sort.key !== 'page' && (
        <Chip name={sorted} onRemove={() => onRemove(withSort(query, EMPTY_QUERY.sort))}>
          <bdi>{sorted}</bdi>
        </Chip>
      )}
    </>
  );
}

function Facet({ facet, ...props }: SecondRowProps & { readonly facet: FacetName }) {
  const close = () => {
    // Its button goes with it where nothing else keeps it in the row.
    if (!props.filtering && props.query.facets[facet].length === 0) props.onRemoved();
    props.onOpen(null);
  };
  return (
    <FacetButton
      facet={facet}
      query={props.query}
      view={props.view}
      lists={props.lists}
      locale={props.locale}
      opened={props.opened === facet}
      onOpen={() => props.onOpen(facet)}
      onClose={close}
      onQuery={next => props.onQuery(next, 'commit')}
      onRemoved={props.onRemoved}
    />
  );
}
