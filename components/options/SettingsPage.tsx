/** The settings page: what is stored, and what can be changed about it. Shows what is stored, not what was asked for. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Choices } from '../../utils/model/settings.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { DeleteData, type DeleteDataProps } from './DeleteData.tsx';
import { HighlightChoice } from './HighlightChoice.tsx';
import type { Stored } from './parts.ts';
import { SwitchRow } from './SwitchRow.tsx';

export interface SettingsPageProps extends Omit<DeleteDataProps, 'bookmarks'> {
  readonly stored: Stored;
  /** Why the last change could not be stored, or the settings not be read: a sentence for people; `null` when all is well. */
  readonly error: string | null;
  onWiki(hosts: readonly string[], on: boolean): void;
  onChange(change: Partial<Choices>): void;
  onTryAgain(): void;
}

export function SettingsPage({ stored, error, onWiki, onChange, onTryAgain, ...deleting }: SettingsPageProps) {
  const { wikis, choices, bookmarks, shortcut } = stored;
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {t('options.title')}
      </h1>
      {error !== null && <Failure error={error} onTryAgain={onTryAgain} onFocusLost={() => heading.current?.focus()} />}
      <section aria-labelledby="wikis">
        <h2 id="wikis">{t('options.wikis')}</h2>
        <p class="quiet-text">{t('options.wikisWhat')}</p>
        {wikis === null && <Unknown />}
        {wikis?.map(({ name, hosts, on }, at) => (
          <SwitchRow
            key={name}
            id={`wiki-${at}`}
            name={name}
            what={hosts.join(', ')}
            on={on}
            onSwitch={() => onWiki(hosts, !on)}
          />
        ))}
      </section>
      <section aria-labelledby="keys">
        <h2 id="keys">{t('options.keys')}</h2>
        {choices === null ? (
          <Unknown />
        ) : (
          <SwitchRow
            id="shortcuts"
            name={t('options.shortcuts')}
            what={t('options.shortcutsWhat')}
            on={choices.shortcuts}
            onSwitch={() => onChange({ shortcuts: !choices.shortcuts })}
          />
        )}
        <div>
          <p>
            {t('options.toggle')} <kbd>{shortcut ?? t('options.noKeys')}</kbd>
          </p>
          <p class="quiet-text">{t('options.toggleHow')}</p>
        </div>
      </section>
      <section aria-labelledby="looks">
        <h2 id="looks">{t('options.looks')}</h2>
        {choices === null ? (
          <Unknown />
        ) : (
          <>
            <SwitchRow
              id="icon-count"
              name={t('options.iconCount')}
              what={t('options.iconCountWhat')}
              on={choices.iconCount}
              onSwitch={() => onChange({ iconCount: !choices.iconCount })}
            />
            <HighlightChoice chosen={choices.highlight} onChoose={highlight => onChange({ highlight })} />
          </>
        )}
      </section>
      <DeleteData bookmarks={bookmarks} {...deleting} />
    </main>
  );
}

/** In the place of choices that could not be read: the defaults there would be taken for what was chosen. */
function Unknown() {
  return <p>{t('options.unknown')}</p>;
}

interface FailureProps extends Pick<SettingsPageProps, 'onTryAgain'> {
  readonly error: string;
  /** It goes, and the focus in it needs another place. */
  onFocusLost(): void;
}

function Failure({ error, onTryAgain, onFocusLost }: FailureProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => () => void (box.current?.matches(':focus-within') && onFocusLost()), []);
  return (
    <div ref={box} class="failure" role="alert">
      <p class="error">{error}</p>
      <Button look="normal" onClick={onTryAgain}>
        {t('options.tryAgain')}
      </Button>
    </div>
  );
}
