/** What a facet's button opens: its values. */
import type { RefObject } from 'preact';
import type { FacetName, Query } from '../../utils/model/query.ts';
import { Popover } from '../ui/Popover.tsx';
import { withTaken, withToggled } from './edits.ts';
import { FacetValues, type FacetValuesProps, hasFind } from './FacetValues.tsx';
import { facetName } from './words.ts';

export interface FacetPopoverProps extends Omit<FacetValuesProps, 'onToggle' | 'onTake' | 'foldEmpty'> {
  readonly query: Query;
  readonly button: RefObject<HTMLButtonElement | null>;
  onClose(): void;
  onQuery(next: Query): void;
}

export function FacetPopover({ query, button, onClose, onQuery, ...values }: FacetPopoverProps) {
  const name = facetName(values.facet, values);
  return (
    <Popover button={button} align="start" low role="dialog" label={name} onClose={onClose}>
      {!hasFind(values) && <div class="popover-title">{name}</div>}
      <FacetValues
        {...values}
        onToggle={(which, value) => onQuery(withToggled<FacetName>(query, values.view, which, value))}
        onTake={(which, taken) => onQuery(withTaken<FacetName>(query, values.view, which, taken))}
      />
    </Popover>
  );
}
