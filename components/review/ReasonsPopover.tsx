/** What an idea's badge opens: its reasons, under their number. */
import type { RefObject, VNode } from 'preact';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { close } from '../ui/icons.ts';
import { Popover } from '../ui/Popover.tsx';
import { Reasons, type ReasonsProps } from './Reasons.tsx';

export interface ReasonsPopoverProps extends ReasonsProps {
  readonly button: RefObject<HTMLButtonElement | null>;
  /** "Needs review: 5 reasons". */
  readonly name: string;
  readonly onClose: () => void;
}

export function ReasonsPopover({ button, name, onClose, ...reasons }: ReasonsPopoverProps): VNode {
  return (
    <Popover button={button} align="end" low role="dialog" label={name} class="reasons-popover" onClose={onClose}>
      <div class="reasons-head">
        <h2>{name}</h2>
        <Button look="quiet" class="square" icon={close} label={t('reason.close')} onClick={onClose} />
      </div>
      <Reasons {...reasons} />
    </Popover>
  );
}
