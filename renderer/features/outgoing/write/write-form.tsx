import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { addDraft } from '#renderer/data/outgoing/outgoing-repository.ts';
import type { DraftVersionRow, OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText } from '#renderer/messages/outgoing.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { notifyDone, notifyInfo } from '#renderer/ui/notify.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand, useKey } from '#renderer/ui/shortcuts.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { OutgoingStateChip } from '../outgoing-state-chip.tsx';
import { BlockEditor } from './block-editor.tsx';
import { PaperHead } from './paper-head.tsx';
import { PaperFoot } from './paper-foot.tsx';
import { PreviewSide } from './preview-side.tsx';
import { SaveModal } from './save-modal.tsx';
import { useWriting } from './use-writing.ts';
import classes from './write.module.css';
import type { Writing } from '#renderer/data/outgoing/paper-writing.ts';
import { registerRecipients } from './writing.ts';

type WriteFormProps = {
  readonly outgoing: OutgoingRow;
  readonly newest: DraftVersionRow | undefined;
  readonly saved: Writing;
  readonly initial: Writing;
  readonly wasKept: boolean;
};

/** The paper as a sheet to write on, and beside it the paper as it will be printed. */
export function WriteForm({ outgoing, newest, saved, initial, wasKept }: WriteFormProps): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const names = useRecordNames();
  const tools = useWriting(outgoing.id, saved, initial);
  const { writing, isChanged } = tools;
  const [saving, setSaving] = useState(false);
  const nextVersion = Math.max(newest?.version ?? 0, writing.base) + 1;
  const isOvertaken = newest !== undefined && newest.version > writing.base;

  const leave = (): void => navigate(routes.outgoingPaper(outgoing.id));
  const ask = (): void => {
    if (isChanged || writing.base === 0) setSaving(true);
    else notifyInfo(text.nothingNew);
  };
  const save = async (note: string): Promise<ErrorCode | null> => {
    const changes = { ...writing.form, ...registerRecipients(writing.content.recipients) };
    const result = await addDraft(office, outgoing.id, {
      content: writing.content,
      note,
      changes,
      seen: outgoing.seq,
    });
    if (!result.ok) return result.error.code;
    tools.settle({ ...writing, base: result.value.version });
    setSaving(false);
    notifyDone(text.savedVersion(result.value.version));
    return null;
  };
  const giveUp = async (): Promise<void> => {
    const yes = await askConfirm({
      title: text.giveUpTitle,
      body: text.giveUpBody,
      confirm: text.giveUp,
      danger: true,
    });
    if (yes) tools.revert();
  };
  const takeNewer = (): void => {
    if (newest === undefined) return;
    tools.take({ content: newest.content, form: writing.form, base: newest.version });
  };
  useKey('Escape', leave);
  useCommand('save', ask);

  return (
    <div className={classes.screen}>
      <ScreenActions>
        {isChanged && writing.base > 0 && (
          <Button variant="default" onClick={() => void giveUp()}>
            {text.giveUp}
          </Button>
        )}
        <Button variant="default" rightSection={<KeyHint keys="Esc" />} onClick={leave}>
          {text.back}
        </Button>
        <Button rightSection={<KeyHint keys="Ctrl S" onDark />} onClick={ask}>
          {text.save}
        </Button>
      </ScreenActions>
      <div className={classes.desk}>
        <div className={classes.headLine}>
          <PageHeader title={text.title} />
          <OutgoingStateChip state={outgoing.state} />
          <StatusChip tone="neutral">{text.version(writing.base)}</StatusChip>
          {isChanged && writing.base > 0 && <StatusChip tone="amber">{text.unsaved}</StatusChip>}
        </div>
        <p className={classes.quiet} role="status">
          {isOvertaken
            ? text.newerVersion(newest.version, names.staff(newest.authorId) ?? outgoingText.unknownPerson)
            : wasKept
              ? text.kept
              : text.dateOnIssue}
          {isOvertaken && (
            <Button size="compact-xs" variant="default" onClick={takeNewer}>
              {text.takeNewer}
            </Button>
          )}
        </p>
        <section className={classes.sheet} aria-label={text.sheet}>
          <PaperHead outgoing={outgoing} tools={tools} />
          <BlockEditor blocks={tools.blocks} onChange={tools.setBlocks} />
          <PaperFoot outgoing={outgoing} tools={tools} />
        </section>
        <div className={classes.keys}>
          <KeyHint keys="Enter">{text.keyParagraph}</KeyHint>
          <KeyHint keys="Tab">{text.keyItem}</KeyHint>
          <KeyHint keys="Ctrl B">{text.bold}</KeyHint>
          <KeyHint keys="Ctrl Shift ↑↓">{text.keyMove}</KeyHint>
          <KeyHint keys="Ctrl S">{text.keySave}</KeyHint>
        </div>
      </div>
      <PreviewSide outgoing={outgoing} writing={writing} />
      <SaveModal
        version={nextVersion}
        isApproved={outgoing.state === 'approved'}
        opened={saving}
        onClose={() => setSaving(false)}
        onSave={save}
      />
    </div>
  );
}
