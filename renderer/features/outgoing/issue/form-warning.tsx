import { Alert } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { checkPaper } from '#shared/domain/paper/check-paper.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import { toPaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { usePaperContext } from '#renderer/data/outgoing/use-paper-context.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { paperFindingsText } from '#renderer/messages/paper-findings.ts';

type FormWarningProps = { readonly outgoing: OutgoingRow; readonly content: PaperContent };

/** What is still wrong with the form of a paper that is about to get its number; notes are left out. The signer answers for it, nothing is barred. */
export function FormWarning({ outgoing, content }: FormWarningProps): ReactNode {
  const today = useToday();
  const context = usePaperContext(outgoing, null);
  const findings = useMemo(() => {
    if (context === undefined) return [];
    const facts = toPaperFacts(outgoing, context.names, context.settings);
    return checkPaper(facts, content, today).filter(({ severity }) => severity !== 'note');
  }, [context, outgoing, content, today]);
  if (findings.length === 0) return null;
  return (
    <Alert color="amber" variant="light" title={text.issueFindings(findings.length)}>
      {findings.slice(0, 4).map((finding, place) => (
        <p key={place}>{paperFindingsText.what(finding)}</p>
      ))}
    </Alert>
  );
}
