import { Button, Radio, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberRow } from '#renderer/data/rows.ts';
import { memberFormsText } from '#renderer/messages/member-forms.ts';
import { memberPapersText as text } from '#renderer/messages/member-papers.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';
import { beginDecision, decisionAwaitedBy } from './begin-decision.ts';
import { memberPaperKinds, type MemberPaperKind } from './member-paper-kinds.ts';

type MemberPaperDialogProps = {
  readonly member: Pick<MemberRow, 'id' | 'name' | 'state'>;
  readonly onClose: () => void;
};

/** The papers of a member as they will be printed: forms, the one-page card, the handbook. */
export function MemberPaperDialog({ member, onClose }: MemberPaperDialogProps): ReactNode {
  const office = useOffice();
  const [kind, setKind] = useState<MemberPaperKind>(member.state === 'candidate' ? 'applicant-life' : 'one-page');
  const navigate = useNavigate();
  const { may: mayDraft } = useMay('outgoing.draft');
  const decision = mayDraft ? decisionAwaitedBy(member.state) : undefined;
  const words = memberFormsText.names[kind];
  const fileName = text.fileName(words, member.name.full);

  const print = async (bytes: Uint8Array): Promise<void> => {
    const printed = await printPdf(fileName, bytes);
    if (!printed.ok) notifyError(printed.error.code);
    else if (printed.value) await noteAudit('printed', { type: 'member', id: member.id, detail: kind });
  };
  const save = async (bytes: Uint8Array): Promise<void> => {
    const saved = await saveAs(`${fileName}.pdf`, bytes);
    if (!saved.ok) notifyError(saved.error.code);
    else if (saved.value) {
      notifyDone(text.saved);
      await noteAudit('printed', { type: 'member', id: member.id, detail: kind });
    }
  };
  const decide = async (templateId: string): Promise<void> => {
    const begun = await beginDecision(office, member.id, templateId);
    if (begun.ok) navigate(routes.outgoingWrite(begun.value));
    else notifyError(begun.error);
  };
  return (
    <PdfDialog
      title={text.title(member.name.full)}
      name={words}
      paperKey={kind}
      make={() => makePaper()}
      onFailed={(error) => {
        console.error(error);
        notifyError('unexpected');
      }}
      onPrint={print}
      onSave={save}
      onClose={onClose}
      controls={
        <Radio.Group label={text.which} value={kind} onChange={(value) => setKind(value)}>
          <Stack gap="xs" mt="xs">
            {memberPaperKinds.map((each) => (
              <Radio key={each} value={each} label={memberFormsText.names[each]} />
            ))}
          </Stack>
        </Radio.Group>
      }
      moreActions={
        decision !== undefined && (
          <Button variant="light" onClick={() => void decide(decision)}>
            {text.decide(member.state === 'candidate')}
          </Button>
        )
      }
    />
  );

  async function makePaper(): Promise<Uint8Array> {
    // What draws forms is loaded when one is asked for.
    const { makeMemberPaper } = await import('./make-member-paper.ts');
    return makeMemberPaper(office, member.id, kind);
  }
}
