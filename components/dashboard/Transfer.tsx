/** Import and export: saves the bookmarks to a file, and reads one back, first as a preview. */
import { useEffect, useRef } from 'preact/hooks';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import type { DashboardActions, DashboardView, ImportState, SaveState } from './parts.ts';
import { mergedWords, problemWords } from './words.ts';

type TransferProps = Pick<DashboardView, 'bookmarks' | 'save' | 'import'> &
  Pick<DashboardActions, 'onSave' | 'onFile' | 'onMerge' | 'onCancel'>;

export function Transfer({ bookmarks, save, import: state, onSave, onFile, onMerge, onCancel }: TransferProps) {
  const all = bookmarks.kind === 'found' ? bookmarks.all : null;
  const none = all !== null && all.bookmarks.length + all.unreadable.length === 0;
  return (
    <>
      <section class="part">
        <h2>{t('transfer.save')}</h2>
        <p>{t('transfer.saveWhy')}</p>
        {none ? (
          <p>{t('transfer.saveNone')}</p>
        ) : (
          <dl class="choices">
            <dt>
              <Button look="normal" onClick={() => onSave('json')}>
                {t('transfer.json')}
              </Button>
            </dt>
            <dd>{t('transfer.jsonWhy')}</dd>
            <dt>
              <Button look="normal" onClick={() => onSave('markdown')}>
                {t('transfer.markdown')}
              </Button>
            </dt>
            <dd>{t('transfer.markdownWhy')}</dd>
          </dl>
        )}
        <Saved save={save} />
      </section>
      <section class="part">
        <h2>{t('transfer.import')}</h2>
        <p>{t('transfer.importWhy')}</p>
        <FileButton state={state} onFile={onFile} />
        {state.kind === 'preview' && <ImportPreview {...state} onMerge={onMerge} onCancel={onCancel} />}
        <Outcome state={state} />
      </section>
    </>
  );
}

/** A blank that nobody hears: without a difference the same words are not said again. */
const AGAIN = '\u00a0';

function Saved({ save }: { readonly save: SaveState }) {
  const last = useRef({ save, again: '' });
  if (last.current.save !== save) last.current = { save, again: last.current.again === '' ? AGAIN : '' };
  return (
    <>
      <p class="outcome" role="status">
        {save.kind === 'saved' &&
          t('transfer.saved', [save.fileName, numeral(save.count)], save.count) + last.current.again}
      </p>
      {save.kind === 'failed' && (
        <Notice notice={{ id: 'save', kind: 'error', lead: t('transfer.notSaved'), text: save.error, actions: [] }} />
      )}
    </>
  );
}

/** The browser's own file field under a label that looks like a button. */
function FileButton({ state, onFile }: { readonly state: ImportState; onFile(file: File): void }) {
  const input = useRef<HTMLInputElement>(null);
  const before = useRef(state.kind);
  useEffect(() => {
    // The preview that is gone had the focus; it goes back to where the import began.
    if (before.current === 'preview' && state.kind !== 'preview') input.current?.focus();
    before.current = state.kind;
  }, [state.kind]);
  return (
    <label class="button normal file">
      {t('transfer.choose')}
      <input
        ref={input}
        class="unseen"
        type="file"
        accept=".json,application/json"
        // What a merge has done is said before another file is looked at.
        disabled={state.kind === 'preview' && state.merging}
        onChange={event => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again, mended.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

/** How an import stands or ended, other than by a preview. */
function Outcome({ state }: { readonly state: ImportState }) {
  return (
    <>
      <p class="outcome" role="status">
        {state.kind === 'reading' && t('transfer.reading', [state.fileName])}
        {state.kind === 'merged' && mergedWords(state.plan)}
      </p>
      {state.kind === 'problem' && <Problem {...state} />}
      {state.kind === 'unread' && (
        <Refused lead={state.fileName} text={t('transfer.unread')} todo={t('transfer.todo.access')} />
      )}
      {state.kind === 'failed' && <Failed {...state} />}
    </>
  );
}

function Failed({ error, unchanged }: Extract<ImportState, { kind: 'failed' }>) {
  const lead = t(unchanged ? 'transfer.failed' : 'transfer.notAnswered');
  return <Notice notice={{ id: 'import', kind: 'error', lead, text: error, actions: [] }} />;
}

function Problem({ fileName, problem }: Extract<ImportState, { kind: 'problem' }>) {
  const { what, todo } = problemWords(problem);
  return <Refused lead={fileName} text={what} todo={todo} />;
}

/** A file that is not taken: why, and what to do. */
function Refused({ lead, text, todo }: { readonly lead: string; readonly text: string; readonly todo: string }) {
  const detail = `${t('transfer.kept')} ${todo}`;
  return <Notice notice={{ id: 'problem', kind: 'error', lead, text, detail, actions: [] }} />;
}
