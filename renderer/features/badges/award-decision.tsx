import { Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { findExactDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { usePaperChoice } from '#renderer/data/members/use-decision-papers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { badgesText } from '#renderer/messages/badges.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { FindField } from '#renderer/ui/find-field.tsx';

const { give: text } = badgesText;

/** The decision by which badges are given, as it is typed or taken from the office's papers. */
export type AwardDecision = {
  readonly symbol: string;
  readonly issuedOn: PlainDate | null;
  readonly issuer: string;
  readonly signer: string;
  /** The paper it was taken from; null when it was typed. */
  readonly decisionId: string | null;
};

/** Nothing said yet. */
export const noDecision: AwardDecision = { symbol: '', issuedOn: null, issuer: '', signer: '', decisionId: null };

type AwardDecisionFieldsProps = {
  readonly decision: AwardDecision;
  /** Whether what is lacking is said. */
  readonly isTried: boolean;
  readonly onChange: (decision: AwardDecision) => void;
};

/** Number, day, issuer and signer of the decision, or the paper of this office they stand on. */
export function AwardDecisionFields({ decision, isTried, onChange }: AwardDecisionFieldsProps): ReactNode {
  const today = useToday();
  const [typed, setTyped] = useState('');
  const papers = usePaperChoice(typed);
  const field = (name: 'symbol' | 'issuer' | 'signer', max: number, required = false): ReactNode => (
    <TextInput
      label={text[name]}
      value={decision[name]}
      required={required}
      maxLength={max}
      autoComplete="off"
      error={required && isTried && decision[name].trim() === '' ? text.needed : undefined}
      onChange={(event) => onChange({ ...decision, [name]: event.currentTarget.value, decisionId: null })}
    />
  );
  return (
    <>
      <FindField
        label={text.findPaper}
        typed={typed}
        found={papers}
        onType={setTyped}
        onPick={({ id, symbol, issuedOn, issuer, signer }) => {
          const day = issuedOn === null ? null : (findExactDate(issuedOn) ?? null);
          onChange({ symbol, issuer, signer, issuedOn: day, decisionId: id });
        }}
      />
      <Group grow align="start">
        {field('symbol', 60, true)}
        <DateField
          label={text.issuedOn}
          value={decision.issuedOn}
          today={today}
          required
          error={isTried && decision.issuedOn === null ? text.needed : undefined}
          onChange={(issuedOn) => onChange({ ...decision, issuedOn, decisionId: null })}
        />
      </Group>
      <Group grow align="start">
        {field('issuer', 200)}
        {field('signer', 120)}
      </Group>
    </>
  );
}
