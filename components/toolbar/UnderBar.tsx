/** What is said between the bar and the list: notices, hints, and an empty result with the ways out of it. */
import { Notice, type NoticeContent } from '../ui/Notice.tsx';
import { EmptyResult, type EmptyResultProps } from './EmptyResult.tsx';
import { Hints, type HintsProps } from './Hints.tsx';

export interface UnderBarProps {
  readonly notices: readonly NoticeContent[];
  /** `null` where there is nothing to hint at. */
  readonly hints: HintsProps | null;
  /** `null` where something shows. */
  readonly empty: EmptyResultProps | null;
}

export function UnderBar({ notices, hints, empty }: UnderBarProps) {
  return (
    <>
      {notices.map(notice => (
        <Notice key={notice.id} notice={notice} />
      ))}
      {hints && <Hints {...hints} />}
      {empty && <EmptyResult {...empty} />}
    </>
  );
}
