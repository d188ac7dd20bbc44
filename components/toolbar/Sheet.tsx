/** What a phone has instead of tabs, row 2 and menus: one sheet over the page with all of it. Modal; the browser keeps the focus in it. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { EMPTY_QUERY, FACETS, type FacetName } from '../../utils/model/query.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { close, collapse, expand } from '../ui/icons.ts';
import { useModal } from '../ui/modal.ts';
import { useSaid } from '../ui/said.ts';
import { Announcer } from './Announcer.tsx';
import { withScope, withTaken, withToggled } from './edits.ts';
import { FacetValues } from './FacetValues.tsx';
import { MoreItems } from './MoreItems.tsx';
import type { PartProps, ScopeCounts } from './parts.ts';
import { Scopes } from './Scopes.tsx';
import { SortOptions } from './SortOptions.tsx';
import { Switch } from './Switch.tsx';
import { chosenNames, facetName, sortName, statusWords } from './words.ts';

export interface SheetProps extends PartProps {
  readonly counts: ScopeCounts;
  /** How long after the last change it is said how many ideas show, ms. */
  readonly sayDelay: number;
}

export function Sheet({ onSay, ...rest }: SheetProps) {
  const { query, view, onQuery, onOpen, locale } = rest;
  const dialog = useRef<HTMLDialogElement>(null);
  const showing = useRef<HTMLButtonElement>(null);
  const [said, say] = useState('');
  const shut = () => onOpen(null);
  useModal(dialog, shut);
  useChanged(statusWords(view.order.length, view, locale), say, rest.sayDelay);
  const props = { ...rest, onSay: say };
  return (
    <dialog ref={dialog} class="sheet" aria-label={t('toolbar.filters')}>
      <div class="sheet-inside">
        <div class="sheet-head">
          <b>{t('toolbar.filters')}</b>
          <Button look="quiet" class="large-square" icon={close} label={t('toolbar.closeFilters')} onClick={shut} />
        </div>
        <div class="sheet-body" style={{ '--digits': numeral(view.total, locale).length }}>
          <Scopes
            look="pills"
            chosen={query.scope}
            counts={props.counts}
            onChoose={scope => onQuery(withScope(query, scope), 'commit')}
          />
          <Sections {...props} />
          <div class="fold">
            <MoreItems
              kind="buttons"
              own={query.scope === 'bookmarked'}
              more={props.more}
              shortcuts={false}
              onLeave={shut}
              onSay={say}
            />
          </div>
          <div class="fold">
            <Switch onSwitchOff={props.onSwitchOff} />
          </div>
        </div>
        <div class="sheet-foot">
          {view.active && (
            <Button
              look="link"
              onClick={() => {
                // It goes with what it does.
                showing.current?.focus();
                onQuery(EMPTY_QUERY, 'commit');
              }}
            >
              {t('toolbar.clearAll')}
            </Button>
          )}
          <Button look="primary" buttonRef={showing} onClick={shut}>
            {t('toolbar.showIdeas', [numeral(view.order.length, locale)], view.order.length)}
          </Button>
        </div>
        {/* What is outside a modal dialog is not spoken, the bar's own status among it. */}
        <Announcer words={said} />
      </div>
    </dialog>
  );
}

/** Says `words` once they are others than at first. */
function useChanged(words: string, say: (words: string) => void, delay: number): void {
  const first = useRef(words);
  const changed = words !== first.current;
  if (changed) first.current = '';
  useSaid(changed ? words : '', say, delay);
}

/** Sort and the facets, one unfolded at a time. */
function Sections(props: SheetProps) {
  const { query, view, onQuery } = props;
  const [unfolded, unfold] = useState<'sort' | FacetName | null>(null);
  const section = (what: 'sort' | FacetName) => ({
    unfolded: unfolded === what,
    onToggle: () => unfold(unfolded === what ? null : what),
  });
  return (
    <>
      <Fold name={t('sort.label')} value={sortName(query.sort.key)} {...section('sort')}>
        <SortOptions kind="radios" {...props} />
      </Fold>
      {FACETS.map(facet => (
        <Fold
          key={facet}
          name={facetName(facet, props)}
          value={chosenNames(view, facet, props) || t('facet.any')}
          {...section(facet)}
        >
          <FacetValues
            facet={facet}
            view={view}
            lists={props.lists}
            programLabel={props.programLabel}
            pageLanguage={props.pageLanguage}
            hasRanges={props.hasRanges}
            locale={props.locale}
            foldEmpty
            onSay={props.onSay}
            onToggle={(which, value) => onQuery(withToggled<FacetName>(query, view, which, value), 'commit')}
            onTake={(which, values) => onQuery(withTaken<FacetName>(query, view, which, values), 'commit')}
          />
        </Fold>
      ))}
    </>
  );
}

interface FoldProps {
  readonly name: string;
  readonly value: string;
  readonly unfolded: boolean;
  readonly children: ComponentChildren;
  onToggle(): void;
}

function Fold({ name, value, unfolded, children, onToggle }: FoldProps) {
  return (
    <div class="fold">
      <button type="button" class="fold-head" aria-expanded={unfolded} onClick={onToggle}>
        <span class="fold-name">{name}</span> <span class="fold-value">{value}</span>
        <Icon shape={unfolded ? collapse : expand} size={12} />
      </button>
      {unfolded && children}
    </div>
  );
}
