/** The switch that turns the lens off. It is on wherever the toolbar is: off takes the toolbar away too. */
import { t } from '../../utils/platform/i18n.ts';
import { byHand } from '../ui/by-hand.ts';
import { Icon } from '../ui/Icon.tsx';
import { check } from '../ui/icons.ts';

export function Switch({ onSwitchOff }: { onSwitchOff(): void }) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked="true"
      aria-label={t('extension.name')}
      title={t('toolbar.switchOff')}
      onClick={byHand(onSwitchOff)}
    >
      <span class="switch-name">{t('extension.name')}</span>
      <span class="track">
        <Icon shape={check} size={12} />
      </span>
    </button>
  );
}
