/** What is said between the bar and the list: notices, hints, and an empty result with the ways out of it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Notice, type NoticeContent } from '../ui/Notice.tsx';
import { EmptyResult, type EmptyResultProps } from './EmptyResult.tsx';
import { Hints, type HintsProps } from './Hints.tsx';

export interface UnderBarProps {
  readonly notices: readonly NoticeContent[];
  /** A notice has gone, and with it the button that had the focus. */
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
        <HeldNotice key={notice.id} notice={notice} onClosed={onClosed} />
      ))}
      {hints && <Hints {...hints} />}
      {empty && <EmptyResult {...empty} />}
    </>
  );
}

/** It may go at once, when it is closed, or later, when what it offered has been done. */
function HeldNotice({ notice, onClosed }: { readonly notice: NoticeContent; onClosed(): void }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => () => {
      const root = box.current?.getRootNode();
      if (root instanceof ShadowRoot && root.activeElement && box.current?.contains(root.activeElement)) onClosed();
    },
    [],
  );
  return <Notice notice={notice} boxRef={box} />;
}
