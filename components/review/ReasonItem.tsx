/** One row of the list of reasons: what is the matter, where it shows, and what to do about it. */
import type { ComponentChildren, VNode } from 'preact';
import type { Comment } from '../../utils/model/comment.ts';
import { type MessageKey, t } from '../../utils/platform/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { flag, type IconShape, speechBubble } from '../ui/icons.ts';
import { age, fullDate } from './age.ts';
import type { MissingField, ReasonRow } from './group-reasons.ts';
import { Phrase, shorten, slots } from './Phrase.tsx';

export interface ReasonContext {
  /** The heading of the idea's list, as the page has it. */
  readonly listHeading: string;
  /** What the page calls the programme field ("GSoC"). */
  readonly programLabel: string;
  readonly now: Date;
  readonly locale: string;
  /** Brings the comment into view; gets its id. */
  readonly onGoToComment: (id: string) => void;
}

interface ItemProps {
  readonly icon: IconShape;
  readonly title: ComponentChildren;
  /** Where it shows on the page. */
  readonly fact: ComponentChildren;
  /** What to do about it. */
  readonly advice: string;
  readonly children?: ComponentChildren;
}

function Item({ icon, title, fact, advice, children }: ItemProps): VNode {
  return (
    <li class="reason">
      <Icon shape={icon} size={14} />
      <div>
        <strong>{title}</strong>
        <p>{fact}</p>
        <p class="advice">{advice}</p>
        {children}
      </div>
    </li>
  );
}

function signature({ author, timestamp }: Comment, now: Date, locale: string): VNode {
  const day = timestamp === null ? null : `${fullDate(timestamp, locale)}, ${age(timestamp, now) ?? ''}`;
  const words = [author === null ? t('reason.notSigned') : slots[0], day ?? (author && t('reason.noDate'))];
  return <Phrase message={words.filter(Boolean).join(', ')} texts={[author ?? '']} />;
}

/** The message key that names one, two or three missing fields in a sentence of its own (grammar differs by language). */
function missingTitle(fields: readonly MissingField[]): MessageKey {
  const [first = 'difficulty', second] = fields;
  if (second === undefined) return `reason.${first}`;
  if (fields.length > 2) return 'reason.difficultySkillsOutcomes';
  if (second === 'skills') return 'reason.difficultySkills';
  return first === 'skills' ? 'reason.skillsOutcomes' : 'reason.difficultyOutcomes';
}

/** “Unknown” or “Not specified”; says also when there is nothing in a field's place. */
function PageSays({ said, silent }: { readonly said: readonly string[]; readonly silent: boolean }): VNode {
  if (said.length === 0) return <>{t('reason.saysNothing')}</>;
  const message = said.length > 1 ? 'reason.saysEither' : silent ? 'reason.saysOrNothing' : 'reason.says';
  return <Phrase message={t(message, slots)} texts={said.map(text => shorten(text, 40))} />;
}

/** The row in words. `row` comes from `groupReasons`. */
export function ReasonItem({ row, context }: { readonly row: ReasonRow; readonly context: ReasonContext }): VNode {
  const { listHeading, programLabel, now, locale, onGoToComment } = context;
  switch (row.kind) {
    case 'comment':
      return (
        <Item
          icon={speechBubble}
          title={t('comment.open')}
          fact={signature(row.comment, now, locale)}
          advice={t('reason.do.comment')}
        >
          <button type="button" class="link" onClick={() => onGoToComment(row.comment.id)}>
            {t('reason.goToComment')}
          </button>
        </Item>
      );
    case 'list':
      return (
        <Item
          icon={flag}
          title={t(row.list === 'new' ? 'reason.new' : 'reason.needsWork')}
          fact={<Phrase message={t('reason.standsIn', slots)} texts={[listHeading]} />}
          advice={t(row.list === 'new' ? 'reason.do.new' : 'reason.do.needsWork')}
        />
      );
    case 'missing': {
      const [only, another] = row.fields;
      const one = only !== undefined && another === undefined;
      return (
        <Item
          icon={flag}
          title={t(missingTitle(row.fields))}
          fact={
            <>
              {!one && `${t('reason.count', undefined, row.fields.length)} `}
              <PageSays said={row.said} silent={row.silent} />
            </>
          }
          advice={t(one ? `reason.do.${only}` : 'reason.do.several')}
        />
      );
    }
    case 'program':
      return (
        <Item
          icon={flag}
          title={<Phrase message={t('reason.program', slots)} texts={[programLabel]} />}
          fact={row.said === null ? t('reason.silent') : <PageSays said={[row.said]} silent={false} />}
          advice={t('reason.do.program')}
        />
      );
    case 'contact':
      return (
        <Item
          icon={flag}
          title={t(row.names.length > 0 ? 'reason.noAddress' : 'reason.noContact')}
          fact={
            row.names.length > 0 ? (
              <Phrase message={t('reason.withoutAddress', slots)} texts={[row.names.slice(0, 3).join(', ')]} />
            ) : (
              t('reason.nobody')
            )
          }
          advice={t(row.names.length > 0 ? 'reason.do.address' : 'reason.do.contact')}
        />
      );
  }
}
