/** The list of reasons of one idea: what its badge opens. Words only; it changes nothing on the page or in the store. */
import type { VNode } from 'preact';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { info } from '../ui/icons.ts';
import { readings } from './age.ts';
import { type AdvisoryNote, groupReasons, noteAdvisories } from './group-reasons.ts';
import { Phrase, slots } from './Phrase.tsx';
import { type ReasonContext, ReasonItem } from './ReasonItem.tsx';

export interface ReasonsProps extends ReasonContext {
  readonly idea: AssessedIdea;
  /** What the page calls the field that comments belong into ("Peer Review Comments"). */
  readonly reviewLabel: string;
}

function Advisory({ note, reviewLabel, locale }: { note: AdvisoryNote; reviewLabel: string; locale: string }): VNode {
  switch (note.code) {
    case 'date:ambiguous':
      return <Phrase message={t('advisory.date', slots)} texts={[note.raw, readings(note.candidates, locale)]} />;
    case 'comment:misplaced':
      return <Phrase message={t('advisory.misplaced', slots, note.count)} texts={[reviewLabel]} />;
    case 'comment:interest':
      return <>{t('advisory.interest', undefined, note.count)}</>;
    case 'comment:unsigned':
      return <>{t('advisory.unsigned', undefined, note.count)}</>;
    case 'skills:prose':
      return <>{t('advisory.prose')}</>;
    case 'verified:never':
      return <>{t('advisory.never')}</>;
  }
}

/** Comments first, then the list, then missing fields in one row, then contact; advisories in one grey line. */
export function Reasons({ idea, reviewLabel, ...context }: ReasonsProps): VNode {
  const notes = noteAdvisories(idea);
  return (
    <div class="reasons">
      <ul>
        {groupReasons(idea).map((row, at) => (
          <ReasonItem key={row.kind === 'comment' ? row.comment.id : `${row.kind}${at}`} row={row} context={context} />
        ))}
      </ul>
      {notes.length > 0 && (
        <div class="also">
          <Icon shape={info} size={14} />
          <p>
            {t('advisory.also')}{' '}
            {notes.map((note, at) => (
              <span key={note.code}>
                {at > 0 && '; '}
                <Advisory note={note} reviewLabel={reviewLabel} locale={context.locale} />
              </span>
            ))}
            .
          </p>
        </div>
      )}
    </div>
  );
}
