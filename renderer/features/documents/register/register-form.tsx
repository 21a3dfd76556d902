import { Button, Group } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { attachFile } from '#renderer/data/documents/document-repository.ts';
import { useDuplicates } from '#renderer/data/documents/use-documents.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { registerText as text } from '#renderer/messages/register.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand, useKey } from '#renderer/ui/shortcuts.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { cleanDraft } from './clean-draft.ts';
import { DocumentForm } from './document-form.tsx';
import type { DocumentDraft } from './document-draft.ts';
import { DuplicateCard } from './duplicate-card.tsx';
import { FileSide } from './file-side.tsx';
import { FormKeys } from './form-keys.tsx';
import { NumberLine } from './number-line.tsx';
import classes from './register.module.css';
import { confirmSecrecy } from './confirm-secrecy.ts';
import type { RegisterSession } from './register-session.ts';
import { useFormProblems } from './use-form-problems.ts';
import { isArriving } from './intake-store.ts';
import { useIntakeRunner } from './use-intake-runner.ts';
import { useRegister } from './use-register.ts';
import { useRegisterSession } from './use-register-session.ts';

type RegisterFormProps = {
  readonly initial: RegisterSession;
  readonly isFromDraft: boolean;
  readonly today: PlainDate;
};

/** One paper after the other: the form, the number it will get, and the paper itself beside it. */
export function RegisterForm({ initial, isFromDraft, today }: RegisterFormProps): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const { session, change, addFile, removeFile, moveOn, giveUp } = useRegisterSession(initial, today);
  const { values, file, marked } = session;
  const { stop } = useIntakeRunner(addFile);
  const problems = useFormProblems(form);
  const [larger, setLarger] = useState(false);
  const [showsDraftNote, setShowsDraftNote] = useState(isFromDraft);
  const { register, busy } = useRegister();
  const cleaned = cleanDraft(values).draft;
  const [twin] = useDuplicates({ symbol: cleaned.symbol, issuedOn: values.issuedOn, issuer: cleaned.issuer });

  const goOn = (next: boolean, id: string | undefined): void => {
    setShowsDraftNote(false);
    const more = moveOn(file) || isArriving();
    if (next || more) form.current?.querySelector('input')?.focus();
    else navigate(id === undefined ? routes.documents() : routes.document(id));
  };
  const save = async (next: boolean): Promise<void> => {
    if (busy || !problems.check(values, today)) return;
    const saved = await register(values, file);
    if (saved.ok) goOn(next, saved.value.id);
    else problems.refuse(saved.error);
  };
  const onChange = (changed: Partial<DocumentDraft>): void => {
    problems.forget(changed);
    if (changed.secrecy !== undefined && changed.secrecy !== 'none' && file !== null) {
      void confirmSecrecy().then((yes) => {
        if (!yes) return;
        removeFile();
        change(changed);
      });
      return;
    }
    change(changed);
  };
  const attach = async (): Promise<void> => {
    if (twin === undefined || file === null) return;
    const result = await attachFile(office, twin.id, file);
    if (!result.ok) {
      notifyError(result.error.code, file.name);
      return;
    }
    notifyDone(text.duplicateAttached);
    goOn(false, twin.id);
  };
  const leave = (): void => {
    if (initial !== session) notifyInfo(text.draftKept);
    navigate(routes.documents());
  };
  useKey('Escape', leave);
  useKey('Control+Enter', () => void save(true));
  useKey('F2', () => setLarger(!larger));
  useCommand('save', () => void save(false));

  return (
    <div className={classes.screen} data-larger={larger || undefined}>
      <ScreenActions>
        <Button variant="default" onClick={() => void giveUp().then((gone) => gone && navigate(routes.documents()))}>
          {text.cancel}
        </Button>
        <WriteButton
          variant="default"
          rightSection={<KeyHint keys="Ctrl ↵" />}
          onClick={() => void save(true)}
          disabled={busy}
        >
          {text.saveNext}
        </WriteButton>
        <WriteButton loading={busy} onClick={() => void save(false)}>
          {text.save}
        </WriteButton>
      </ScreenActions>
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save(false);
        }}
      >
        <div className={classes.headLine}>
          <PageHeader title={text.title} />
          <NumberLine values={values} today={today} error={problems.shown.ownNumber} onChange={onChange} />
          {session.total > 1 && <StatusChip tone="primary">{text.queue(session.at, session.total)}</StatusChip>}
        </div>
        <p className={classes.quiet} role="status">
          {marked.length > 0 ? text.prefilled(marked.length) : showsDraftNote ? text.draftBack : ''}
        </p>
        <DocumentForm
          values={values}
          onChange={onChange}
          onDateProblem={problems.setDate}
          problems={problems.shown}
          marked={marked}
          today={today}
        />
        {twin !== undefined && (
          <DuplicateCard
            twin={twin}
            onView={() => navigate(routes.document(twin.id))}
            onAttach={file === null || twin.secrecy !== 'none' ? undefined : () => void attach()}
          />
        )}
        <Group>
          <FormKeys larger={larger} />
        </Group>
        <button type="submit" hidden />
      </form>
      <FileSide file={file} isSecret={values.secrecy !== 'none'} onRemove={removeFile} onStop={stop} />
    </div>
  );
}
