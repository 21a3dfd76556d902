import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { confirmChange, refuseChange, withdrawChange } from '#renderer/data/members/change-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberChangeRow } from '#renderer/data/rows.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberProposalsText as text } from '#renderer/messages/member-proposals.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords, valueText } from '#renderer/messages/record-values.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

/** A change that waits for a second person, with what who is at the PC can do about it: confirm or refuse another's, withdraw the own. */
export function ProposalLine({ change }: { readonly change: MemberChangeRow }): ReactNode {
  const office = useOffice();
  const names = useRecordNames();
  const today = useToday();
  const person = useActingPerson();
  const { may: mayConfirm } = useMay('member.confirm');
  const [isRefusing, setRefusing] = useState(false);
  const isOwn = person?.id === change.proposedBy;
  const words = (value: MemberChangeRow['to']): string => valueInWords('member', change.field, value, names);
  const act = async (doIt: typeof confirmChange, done: string): Promise<void> => {
    const saved = await doIt(office, change.id);
    if (saved.ok) notifyDone(done);
    else notifyError(saved.error.code);
  };
  return (
    <div>
      <Text>{text.change(fieldLabel('member', change.field), words(change.from), words(change.to))}</Text>
      <Text size="sm">
        {text.by(
          names.staff(change.proposedBy) ?? valueText.unknownPerson,
          formatWhen(Date.parse(change.proposedAt), today),
        )}{' '}
        {text.reason(change.reason)}
      </Text>
      <Group gap="xs" mt="xs">
        {isOwn && (
          <WriteButton size="compact-sm" variant="default" onClick={() => void act(withdrawChange, text.withdrawn)}>
            {text.withdraw}
          </WriteButton>
        )}
        {isOwn && <Text size="sm">{text.needsAnother}</Text>}
        {!isOwn && mayConfirm && (
          <>
            <WriteButton size="compact-sm" onClick={() => void act(confirmChange, text.confirmed)}>
              {text.confirm}
            </WriteButton>
            <Button size="compact-sm" variant="default" onClick={() => setRefusing(true)}>
              {text.refuse}
            </Button>
          </>
        )}
      </Group>
      <ReasonModal
        words={text.refusal}
        opened={isRefusing}
        onClose={() => setRefusing(false)}
        onGive={async (reason) => {
          const saved = await refuseChange(office, change.id, reason);
          if (saved.ok) notifyDone(text.refused);
          return saved.ok ? null : saved.error.code;
        }}
      />
    </div>
  );
}
