/** One facet in row 2: a quiet button, or a chip once something is asked of it; either opens the facet's values. */
import { useRef } from 'preact/hooks';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { expand } from '../ui/icons.ts';
import { Chip } from './Chip.tsx';
import { withoutFacet } from './edits.ts';
import { FacetPopover, type FacetPopoverProps } from './FacetPopover.tsx';
import { chosenNames, facetName } from './words.ts';

export interface FacetButtonProps extends Omit<FacetPopoverProps, 'button'> {
  readonly opened: boolean;
  onOpen(): void;
  onRemoved(): void;
}

export function FacetButton({ opened, onOpen, onRemoved, ...props }: FacetButtonProps) {
  const { facet, query, view } = props;
  const button = useRef<HTMLButtonElement>(null);
  const name = facetName(facet, props);
  const values = chosenNames(view, facet, props);
  const toggle = opened ? props.onClose : onOpen;
  return (
    <>
      {values ? (
        <Chip
          name={t('facet.value', [name, values])}
          opener={{ button, opened, onClick: toggle }}
          onRemove={() => {
            onRemoved();
            props.onQuery(withoutFacet(query, view, facet));
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
