import { Button } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { saveDocument } from '#renderer/data/documents/document-repository.ts';
import { useAttachments, useDocument, useDuplicates } from '#renderer/data/documents/use-documents.ts';
import { useDraft, useKeepDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { AttachmentRow, DocumentRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand, useKey } from '#renderer/ui/shortcuts.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { changesOf } from './changes-of.ts';
import { draftOf, type DocumentDraft } from './document-draft.ts';
import { DocumentForm } from './document-form.tsx';
import { DuplicateCard } from './duplicate-card.tsx';
import { FileSide } from './file-side.tsx';
import { FormKeys } from './form-keys.tsx';
import classes from './register.module.css';
import { useFormProblems } from './use-form-problems.ts';

/** Mends a line of the register; only changed fields are written. */
export function EditDocumentScreen({ id }: { readonly id: string }): ReactNode {
  const document = useDocument(id);
  const attachments = useAttachments(id);
  useHelp(text.help);
  const kept = useDraft<EditDraft>(draftKey(id));
  if (document === undefined || attachments === undefined || kept === undefined) return null;
  if (document === null || document.removed) {
    return (
      <EmptyState icon={IconFileUnknown} title={documentsText.goneTitle}>
        {documentsText.goneText}
      </EmptyState>
    );
  }
  return <EditForm opened={document} kept={kept} attachments={attachments} />;
}

/** What was typed before a lock or a crash, and the line as it stood then. */
type EditDraft = { readonly document: DocumentRow; readonly values: DocumentDraft };

function draftKey(id: string): string {
  return `document-edit:${id}`;
}

function EditForm({
  opened,
  kept,
  attachments,
}: {
  readonly opened: DocumentRow;
  readonly kept: EditDraft | null;
  readonly attachments: readonly AttachmentRow[];
}): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const today = useToday();
  const form = useRef<HTMLFormElement>(null);
  // As it was when the form opened: what others write meanwhile is told apart from what is typed here.
  const [document] = useState(kept?.document ?? opened);
  const [values, setValues] = useState(() => kept?.values ?? draftOf(document));
  const isChanged = JSON.stringify(values) !== JSON.stringify(draftOf(document));
  const forget = useKeepDraft(draftKey(document.id), { document, values }, isChanged);
  const [larger, setLarger] = useState(false);
  const [busy, setBusy] = useState(false);
  const problems = useFormProblems(form);
  const [twin] = useDuplicates({
    symbol: values.symbol,
    issuedOn: values.issuedOn,
    issuer: values.issuer,
    exceptId: document.id,
  });

  const back = (): void => {
    forget();
    navigate(routes.document(document.id));
  };
  const save = async (): Promise<void> => {
    if (busy || !problems.check(values, today)) return;
    const changes = changesOf(document, values);
    if (Object.keys(changes).length === 0) {
      back();
      return;
    }
    setBusy(true);
    const saved = await saveDocument(office, document.id, changes, document.seq);
    setBusy(false);
    if (!saved.ok) {
      problems.refuse(saved.error);
      return;
    }
    notifyDone(text.savedEdit(document.symbol === '' ? text.unnamed : document.symbol), {
      undo: () => void undo(office, saved.value),
    });
    back();
  };
  const onChange = (changed: Partial<DocumentDraft>): void => {
    problems.forget(changed);
    setValues((now) => ({ ...now, ...changed }));
  };
  useKey('Escape', back);
  useKey('F2', () => setLarger(!larger));
  useKey('Control+Enter', () => void save());
  useCommand('save', () => void save());
  return (
    <div className={classes.screen} data-larger={larger || undefined}>
      <ScreenActions>
        <Button variant="default" onClick={back}>
          {sharedText.cancel}
        </Button>
        <WriteButton loading={busy} rightSection={<KeyHint keys="Ctrl ↵" onDark />} onClick={() => void save()}>
          {text.saveEdit}
        </WriteButton>
      </ScreenActions>
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={classes.headLine}>
          <PageHeader title={text.titleEdit} />
          <span className={classes.numberLine}>
            {document.arrivalNumber === null ? (
              text.numberAtSync
            ) : (
              <>
                {text.numberIs}{' '}
                <strong className={classes.number}>{documentsText.number(document.arrivalNumber)}</strong>
              </>
            )}
          </span>
        </div>
        <DocumentForm
          values={values}
          onChange={onChange}
          onDateProblem={problems.setDate}
          problems={problems.shown}
          marked={[]}
          today={today}
          fixedSecrecy
        />
        {twin !== undefined && <DuplicateCard twin={twin} onView={() => navigate(routes.document(twin.id))} />}
        <FormKeys larger={larger} />
        <button type="submit" hidden />
      </form>
      <FileSide file={attachments[0] ?? null} isSecret={document.secrecy !== 'none'} onStop={() => undefined} />
    </div>
  );
}
