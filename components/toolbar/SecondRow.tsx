/** Row 2 of the bar: how much shows, what is asked for (Asked.tsx), and the way back. */
import type { Query } from '../../utils/model/query.ts';
import { EMPTY_QUERY, FACETS } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { usePanelsFor } from '../ui/panels.ts';
import type { PartProps } from './parts.ts';
import { Status } from './Status.tsx';
import { scopeName, statusWords } from './words.ts';

export interface SecondRowProps extends PartProps {
  /** Whether Filters is pressed: every facet is offered, not only those in use. */
  readonly filtering: boolean;
  readonly statusDelay: number;
  /** Called just before a control that has the focus goes. */
  onRemoved(): void;
  onNeedPanels(): void;
}

export function SecondRow(props: SecondRowProps) {
  const { view, locale, layout, filtering, onQuery } = props;
  const phone = layout === 'phone';
  const present = view.active || (!phone && (filtering || FACETS.some(facet => facet === props.opened)));
  const panels = usePanelsFor(present && !phone, props.onNeedPanels);
  const remove = (next: Query) => {
    props.onRemoved();
    onQuery(next, 'commit');
  };
  return (
    <div class={present ? 'second' : 'second absent'}>
      <Status
        words={statusWords(view.order.length, view, locale)}
        longest={statusWords(view.total, view, locale)}
        seen={present}
        delay={props.statusDelay}
      />
      {phone && props.query.scope !== 'all' && <span class="quiet-text">{scopeName(props.query.scope)}</span>}
      {present && !phone && panels && <panels.Asked {...props} onRemove={remove} />}
      {view.active && (
        <Button look="link" class="small clear-all" onClick={() => remove(EMPTY_QUERY)}>
          {t('toolbar.clearAll')}
        </Button>
      )}
    </div>
  );
}
