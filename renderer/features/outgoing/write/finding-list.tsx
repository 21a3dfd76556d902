import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { checkPaper } from '#shared/domain/paper/check-paper.ts';
import type { Finding } from '#shared/domain/paper/finding.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { paperFindingsText as findingsText } from '#renderer/messages/paper-findings.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import classes from './write.module.css';

const tones: Readonly<Record<Finding['severity'], ChipTone>> = { error: 'red', warning: 'amber', note: 'blue' };

/** What the checker has to say of the paper as it stands; each finding leads to its place and names its source. */
export function FindingList({
  facts,
  content,
}: {
  readonly facts: PaperFacts;
  readonly content: PaperContent;
}): ReactNode {
  const today = useToday();
  const [isOpen, setIsOpen] = useState(false);
  const findings = useMemo(() => checkPaper(facts, content, today), [facts, content, today]);
  const worst = findings[0]?.severity;
  if (worst === undefined) {
    return (
      <div className={classes.findings}>
        <p className={classes.findingsHead} data-tone="green" role="status">
          <IconCircleCheck size="1.125rem" aria-hidden /> {findingsText.none}
        </p>
      </div>
    );
  }
  return (
    <div className={classes.findings}>
      <UnstyledButton
        className={classes.findingsHead ?? ''}
        data-tone={tones[worst]}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconAlertTriangle size="1.125rem" aria-hidden />
        {text.findings(findings.length)}
        {isOpen ? <IconChevronUp size="1rem" aria-hidden /> : <IconChevronDown size="1rem" aria-hidden />}
      </UnstyledButton>
      {isOpen &&
        findings.map((finding, place) => (
          <UnstyledButton
            key={`${finding.code} ${String(place)}`}
            className={classes.finding ?? ''}
            onClick={() => goTo(finding.where)}
          >
            <StatusChip tone={tones[finding.severity]}>{findingsText.severity[finding.severity]}</StatusChip>{' '}
            <strong>{findingsText.what(finding)}</strong> {findingsText.todo(finding)}
            <span className={classes.findingSource}>
              {findingsText.where(finding)} · {findingsText.source(finding)}
            </span>
          </UnstyledButton>
        ))}
    </div>
  );
}

/** Puts the caret where the finding is: into the block, or the first field of the part. What has no field of its own is only read. */
function goTo({ part, index }: Finding['where']): void {
  const place =
    part === 'blocks'
      ? document.querySelector(`[data-block="${String(index ?? 0)}"]`)
      : document.querySelector(`[data-place="${part}"]`);
  if (place === null) return;
  place.scrollIntoView({ block: 'center' });
  const fields = 'textarea, [contenteditable], input:not([tabindex="-1"])';
  const field = place.matches(fields) ? place : place.querySelector(fields);
  if (field instanceof HTMLElement) field.focus();
}
