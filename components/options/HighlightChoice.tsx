/** How strongly search hits are painted, with a sample that looks like it. */
import { HIGHLIGHTS, type Highlight } from '../../utils/model/settings.ts';
import { t } from '../../utils/platform/i18n.ts';

export interface HighlightChoiceProps {
  readonly chosen: Highlight;
  onChoose(highlight: Highlight): void;
}

export function HighlightChoice({ chosen, onChoose }: HighlightChoiceProps) {
  return (
    <fieldset class="highlight">
      <legend>{t('options.highlight.label')}</legend>
      <div class="radios">
        {HIGHLIGHTS.map(value => (
          <label key={value}>
            <input
              type="radio"
              name="highlight"
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {t(`options.highlight.${value}`)}
          </label>
        ))}
      </div>
      <Sample highlight={chosen} />
    </fieldset>
  );
}

/** The hits of a search for one word, as on a page. */
function Sample({ highlight }: { readonly highlight: Highlight }) {
  const word = t('options.highlight.sampleWord');
  const [before = '', after = ''] = t('options.highlight.sample', ['\n']).split('\n');
  return (
    <p class="sample">
      {before}
      <mark class={`hit-${highlight}`}>{word}</mark>
      {after}
    </p>
  );
}
