/** The presets as radio buttons: tabs in the bar, pills in the sheet. The browser moves among them with the arrow keys. */
import { SCOPES, type Scope } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { bookmarkOutline } from '../ui/icons.ts';
import { scopeName, scopeTitle, shortScopeName } from './words.ts';

export interface ScopesProps {
  readonly look: 'tabs' | 'pills';
  readonly chosen: Scope;
  /** The count beside each, formatted; none where it is not known. */
  readonly counts: Readonly<Record<Scope, string | undefined>>;
  onChoose(scope: Scope): void;
}

export function Scopes({ look, chosen, counts, onChoose }: ScopesProps) {
  return (
    <div class={look} role="radiogroup" aria-label={t('toolbar.show')}>
      {SCOPES.map(scope => (
        <label key={scope} title={scopeTitle(scope)} class={counts[scope] === '0' ? 'scope none' : 'scope'}>
          <input type="radio" name="scope" checked={scope === chosen} onChange={() => onChoose(scope)} />
          <ScopeName scope={scope} />
          {counts[scope] !== undefined && <span class="count"> {counts[scope]}</span>}
        </label>
      ))}
    </div>
  );
}

/** The full name, which speech always gets, and what stands for it in a narrower bar. */
function ScopeName({ scope }: { scope: Scope }) {
  const short = scope === 'bookmarked' ? <Icon shape={bookmarkOutline} /> : shortScopeName(scope);
  if (!short) return <span class="scope-name">{scopeName(scope)}</span>;
  return (
    <>
      <span class="scope-name long">{scopeName(scope)}</span>
      <span class="scope-name short" aria-hidden="true">
        {short}
      </span>
    </>
  );
}
