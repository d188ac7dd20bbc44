/** Quiet lines under the bar: what nearly matches, and what in the search text was not taken as it stands. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type FacetName, LONGEST_TEXT, type Query } from '../../utils/model/query.ts';
import type { TextField, TextProblem } from '../../utils/model/text.ts';
import type { NearMiss, View } from '../../utils/model/view.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Phrase, slots } from '../review/Phrase.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { error, info } from '../ui/icons.ts';
import { useSaid } from '../ui/said.ts';
import { withToggled } from './edits.ts';
import { bareText, type PageWords } from './words.ts';

/** More lines than this would push the ideas away. */
const MOST_NEAR = 2;
const MOST_PROBLEMS = 3;

/** The number of completions is said first, ms. */
const WHILE_TYPING = 1_500;

export interface HintsProps extends PageWords {
  readonly query: Query;
  readonly view: View;
  readonly locale: string;
  /** The search field is being typed in: what is merely unfinished is not held against it. */
  readonly typing: boolean;
  /** A search text that was not taken at all. */
  readonly refused: TextProblem | null;
  /** The field that somebody may have meant by a name that there is not; `null` when none is spelled so. */
  fieldNear(name: string): TextField | null;
  onQuery(next: Query, how: 'commit'): void;
  /** Says politely what is shown. */
  onSay(words: string): void;
}

export function Hints(props: HintsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState('');
  // The sentences as they stand there, whatever they are put together from.
  useLayoutEffect(() => setShown(sentencesIn(box.current)));
  const { view, typing, refused } = props;
  useSaid(shown, props.onSay, typing ? WHILE_TYPING : undefined);
  const near = view.nearMisses.filter(isWorded).slice(0, MOST_NEAR);
  const problems = view.problems
    .filter(problem => !typing || !isUnfinished(problem, props.query.text))
    .slice(0, MOST_PROBLEMS);
  if (near.length === 0 && problems.length === 0 && refused === null) return null;
  return (
    <div ref={box} class="hints">
      {refused && <Problem problem={refused} {...props} />}
      {problems.map(problem => (
        <Problem key={`${problem.kind} ${placeOf(problem)}`} problem={problem} {...props} />
      ))}
      {near.map(miss => (
        <Near key={miss.facet} miss={miss} {...props} />
      ))}
    </div>
  );
}

/** What the next key may put right: a quotation, or the value at the text's end where one that the field takes begins so. */
function isUnfinished(problem: TextProblem, text: string): boolean {
  if (problem.kind !== 'unknown-value') return problem.kind === 'unclosed-quote';
  const { at, field, value } = problem;
  // Perhaps behind its quotation mark.
  const isLast = text.slice(at) === value || text.slice(at + 1) === value;
  return isLast && (takesDate(field) ? /^\d[\d-]*$/u.test(value) : beginsWordOf(field, value));
}

const takesDate = (field: TextField) => field === 'before' || field === 'after';

/** The words are the language's own, in the sentences of every language. A range ends with one of them, too. */
function beginsWordOf(field: TextField, value: string): boolean {
  const last =
    value
      .toLowerCase()
      .split(/\.\.|[-–]/u)
      .at(-1) ?? '';
  return takenBy(field)
    .split(/[^\w-]+/u)
    .some(word => word.startsWith(last));
}

/** What is an alert is said at once already. */
function sentencesIn(box: Element | null): string {
  const lines = [...(box?.querySelectorAll('.hint-line:not([role])') ?? [])];
  return lines.map(line => line.textContent?.trim() ?? '').join(' ');
}

type GivenFacet = 'area' | 'difficulty' | 'skills' | 'contact' | 'program';

/** Every idea stands in a list; attention has no value that is not given. */
function isWorded(miss: NearMiss): miss is NearMiss & { readonly facet: GivenFacet } {
  return miss.facet !== 'list' && miss.facet !== 'attention';
}

/** "1 more idea matches “ocaml” but gives no difficulty. Include it". */
function Near({ miss, ...props }: HintsProps & { readonly miss: NearMiss & { readonly facet: GivenFacet } }) {
  const { query, view } = props;
  const { facet, count } = miss;
  const { text } = view.free;
  const words = [numeral(count, props.locale), ...slots.slice(0, 2)];
  const message = t(`hint.${text === '' ? 'without' : 'matching'}.${facet}`, words, count);
  const include = withToggled<FacetName>(query, view, facet, null);
  return (
    <Line>
      <Phrase message={message} texts={[bareText(text), props.programLabel]} />{' '}
      <Button look="link" class="small" onClick={() => props.onQuery(include, 'commit')}>
        {t('hint.include', undefined, count)}
      </Button>
    </Line>
  );
}

function Problem({ problem, locale, fieldNear }: HintsProps & { readonly problem: TextProblem }) {
  switch (problem.kind) {
    case 'unknown-field': {
      const near = fieldNear(problem.name);
      return (
        <Line>
          <Phrase
            message={t(near === null ? 'hint.unknownField' : 'hint.misspelledField', slots)}
            texts={[problem.name, near ?? '']}
          />
        </Line>
      );
    }
    case 'unknown-value':
      return (
        <Line>
          <Phrase
            message={t('hint.unknownValue', slots)}
            texts={[problem.field, problem.value, takenBy(problem.field)]}
          />
        </Line>
      );
    case 'unclosed-quote':
      return <Line>{t('hint.unclosedQuote', [numeral(problem.at + 1, locale)])}</Line>;
    case 'too-long':
      return (
        <p class="hint-line error" role="alert">
          <Icon shape={error} size={14} />
          <span>{t('hint.tooLong', [numeral(problem.length, locale), numeral(LONGEST_TEXT, locale)])}</span>
        </p>
      );
  }
}

function Line({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="hint-line">
      <Icon shape={info} size={14} />
      <span>{children}</span>
    </p>
  );
}

/** What a field with a fixed set of words takes; the others take the page's own. */
function takenBy(field: TextField): string {
  switch (field) {
    case 'difficulty':
    case 'gsoc':
    case 'reason':
    case 'is':
    case 'has':
    case 'missing':
    case 'before':
    case 'after':
      return t(`hint.takes.${field}`);
    default:
      return '';
  }
}

function placeOf(problem: TextProblem): number {
  return 'at' in problem ? problem.at : 0;
}
