import { Button, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { findCompleteness } from '#shared/domain/member/completeness.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { usePaperYears } from '#renderer/data/members/use-members.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { dossierPaperName } from '#renderer/messages/member-choices.ts';
import { membersText } from '#renderer/messages/members.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import classes from './timeline-tab.module.css';

const shownAtFirst = 8;

/** Where what is missing is entered: a field in the form, a paper in its list, the portrait in its place. */
export type FillMissing = {
  readonly onField: (field: keyof MemberFields) => void;
  readonly onPapers: () => void;
};

/** What the record lacks, fields first, then papers; each line leads to where it is entered. */
export function MissingCard({ row, onField, onPapers }: FillMissing & { readonly row: MemberRow }): ReactNode {
  const { missingCard } = membersText;
  const { may } = useMay('member.edit');
  const years = usePaperYears();
  const [showsAll, setShowsAll] = useState(false);
  const { missingFields, missingPapers } = findCompleteness(row, years);
  const lines = [
    ...missingFields.map((field) => ({
      key: field,
      words: fieldLabel('member', field),
      label: missingCard.fill(fieldLabel('member', field)),
      run: field === 'photoHash' ? onPapers : () => onField(field),
    })),
    ...missingPapers.map(({ code }) => ({
      key: code,
      words: dossierPaperName(code),
      label: missingCard.paper(dossierPaperName(code)),
      run: onPapers,
    })),
  ];
  const shown = showsAll ? lines : lines.slice(0, shownAtFirst);
  return (
    <section className={classes.card}>
      <h3>{missingCard.title}</h3>
      {lines.length === 0 ? (
        <p className={classes.grey}>{missingCard.complete}</p>
      ) : (
        <>
          <ul className={classes.missing}>
            {shown.map(({ key, words, label, run }) => (
              <li key={key}>
                {may ? (
                  <UnstyledButton className={classes.lead ?? ''} aria-label={label} onClick={run}>
                    {words}
                  </UnstyledButton>
                ) : (
                  words
                )}
              </li>
            ))}
          </ul>
          {shown.length < lines.length && (
            <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
              {missingCard.more(lines.length - shown.length)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
