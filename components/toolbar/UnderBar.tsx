/** What is said between the bar and the list: notices, hints, and an empty result with the ways out of it. */
import { Notice, type NoticeContent } from '../ui/Notice.tsx';
import { EmptyResult, type EmptyResultProps } from './EmptyResult.tsx';
import { Hints, type HintsProps } from './Hints.tsx';

export interface UnderBarProps {
  readonly notices: readonly NoticeContent[];
  /** A notice was closed, and its button with it. */
  readonly onClosed: () => void;
  /** `null` where there is nothing to hint at. */
  readonly hints: HintsProps | null;
  /** `null` where something shows. */
  readonly empty: EmptyResultProps | null;
}

export function UnderBar({ notices, onClosed, hints, empty }: UnderBarProps) {
  return (
    <>
      {notices.map(notice => (
        <Notice key={notice.id} notice={notice.onClose ? then(notice, notice.onClose, onClosed) : notice} />
      ))}
      {hints && <Hints {...hints} />}
      {empty && <EmptyResult {...empty} />}
    </>
  );
}

function then(notice: NoticeContent, close: () => void, onClosed: () => void): NoticeContent {
  return {
    ...notice,
    onClose() {
      close();
      onClosed();
    },
  };
}
