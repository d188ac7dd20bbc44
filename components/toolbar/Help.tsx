/** The keyboard shortcuts: a dialog over the page that lists them, and the switch that turns single keys off. */
import { useRef } from 'preact/hooks';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { byHand } from '../ui/by-hand.ts';
import { Icon } from '../ui/Icon.tsx';
import { check, close } from '../ui/icons.ts';
import { useModal } from '../ui/modal.ts';

export interface HelpProps {
  /** Single keys are on. */
  readonly shortcuts: boolean;
  /** What turns the lens off and on, as the browser writes it ("Alt+Shift+0"); `null` where nothing is set. */
  readonly toggleKeys: string | null;
  onShortcuts(on: boolean): void;
  onClose(): void;
}

interface Row {
  readonly keys: readonly string[];
  readonly does: string;
  /** It still works when single keys are off. */
  readonly always?: true;
}

export function Help({ shortcuts, toggleKeys, onShortcuts, onClose }: HelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog, onClose);
  return (
    <dialog ref={dialog} class={shortcuts ? 'help' : 'help keys-off'} aria-labelledby="idea-lens-help">
      <div class="help-head">
        <h2 id="idea-lens-help">{t('help.title')}</h2>
        <Button look="quiet" class="square" icon={close} label={t('help.close')} onClick={onClose} />
      </div>
      <div class="help-columns">
        <div>
          <Keys
            title={t('help.find')}
            rows={[
              { keys: ['/'], does: t('help.key.search') },
              { keys: ['Esc'], does: t('help.key.escape'), always: true },
            ]}
          />
          <Keys
            title={t('help.move')}
            rows={[
              { keys: ['j'], does: t('help.key.next') },
              { keys: ['k'], does: t('help.key.previous') },
              { keys: ['n'], does: t('help.key.nextReview') },
              { keys: ['p'], does: t('help.key.previousReview') },
            ]}
          />
        </div>
        <div>
          <Keys
            title={t('help.onIdea')}
            rows={[
              { keys: ['b'], does: t('help.key.bookmark') },
              { keys: ['r'], does: t('help.key.reasons') },
            ]}
          />
          <Keys
            title={t('extension.name')}
            rows={[
              { keys: ['?'], does: t('help.key.help') },
              ...(toggleKeys ? [{ keys: keysOf(toggleKeys), does: t('help.key.toggle'), always: true as const }] : []),
            ]}
          />
        </div>
      </div>
      <div class="help-foot">
        <span class="quiet-text">{t(shortcuts ? 'help.notInFields' : 'help.onAgain')}</span>
        <KeySwitch on={shortcuts} onSwitch={onShortcuts} />
      </div>
    </dialog>
  );
}

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ keys, does, always }) => (
          <div key={does} class={always ? 'help-row' : 'help-row single'}>
            <dt>
              {keys.map(key => (
                <kbd key={key} class="key">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** "Alt+Shift+0" key by key; some systems write signs with nothing between them. */
function keysOf(written: string): readonly string[] {
  return written.split('+').filter(key => key !== '');
}

function KeySwitch({ on, onSwitch }: { readonly on: boolean; onSwitch(on: boolean): void }) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} onClick={byHand(() => onSwitch(!on))}>
      <span>{t('help.singleKeys')}</span>
      <span class="track">{on && <Icon shape={check} size={12} />}</span>
    </button>
  );
}
