/** One facet in row 2: a quiet button, or a chip once values are ticked; either opens the facet's popover. */
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { FacetName, Query } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { expand } from '../ui/icons.ts';
import { Popover } from '../ui/Popover.tsx';
import { Chip } from './Chip.tsx';
import { withoutFacet, withToggled } from './edits.ts';
import { FacetValues, type FacetValuesProps } from './FacetValues.tsx';
import { chosenNames, facetName } from './words.ts';

export interface FacetButtonProps extends Omit<FacetValuesProps, 'onToggle'> {
  readonly query: Query;
  readonly opened: boolean;
  onOpen(): void;
  onClose(): void;
  onQuery(next: Query): void;
  onRemoved(): void;
}

export function FacetButton(props: FacetButtonProps) {
  const { facet, query, lists, opened } = props;
  const button = useRef<HTMLButtonElement>(null);
  const name = facetName(facet);
  const values = chosenNames(query, facet, lists);
  const toggle = opened ? props.onClose : props.onOpen;
  return (
    <>
      {values ? (
        <Chip
          name={t('facet.value', [name, values])}
          opener={{ button, opened, onClick: toggle }}
          onRemove={() => {
            props.onRemoved();
            props.onQuery(withoutFacet(query, facet));
          }}
        >
          <span class="quiet-text">{name}:</span> {values}
        </Chip>
      ) : (
        <Button look="quiet" class="small" buttonRef={button} expanded={opened} popup="dialog" onClick={toggle}>
          {name}
          <Icon shape={expand} size={12} />
        </Button>
      )}
      {opened && <FacetPopover {...props} button={button} />}
    </>
  );
}

function FacetPopover(props: FacetButtonProps & { readonly button: RefObject<HTMLButtonElement | null> }) {
  const { facet, query, button } = props;
  const name = facetName(facet);
  return (
    <Popover button={button} align="start" role="dialog" label={name} onClose={props.onClose}>
      <div class="popover-title">{name}</div>
      <FacetValues
        facet={facet}
        view={props.view}
        lists={props.lists}
        locale={props.locale}
        onToggle={(which, value) => props.onQuery(withToggled<FacetName>(query, which, value))}
      />
    </Popover>
  );
}
