import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import { askBadges } from '#renderer/data/badges/badge-repository.ts';
import type { BadgeLine, BadgeList } from '#renderer/data/badges/read-badge-list.ts';
import { useBadgeRules } from '#renderer/data/badges/use-badges.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { badgesText } from '#renderer/messages/badges.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

const { early: text } = badgesText;

type EarlyDialogProps = {
  readonly list: Pick<BadgeList, 'on' | 'earlyAble'>;
  readonly onClose: () => void;
};

/** Puts somebody gravely ill on the list whose years are full soon after the award day. */
export function EarlyDialog({ list, onClose }: EarlyDialogProps): ReactNode {
  const office = useOffice();
  const rules = useBadgeRules();
  const [key, setKey] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const line = list.earlyAble.find((each) => each.key === key);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (line === undefined || line.years === null || reason.trim() === '') return;
    const badge = { memberId: line.member.id, years: line.years, form: 'early' as const, reason: reason.trim() };
    const saved = await askBadges(office, list.on, [badge], null);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.saved(line.member.name.full));
  };
  return (
    <Modal opened onClose={onClose} title={text.title} size="lg" closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {rules !== undefined && (
            <Text>{text.about(rules.badge.earlyMonths, rules.badge.longEarlyMonths, rules.badge.longEarlyYears)}</Text>
          )}
          <Select
            label={text.person}
            searchable
            required
            value={key}
            nothingFoundMessage={text.nobody}
            limit={100}
            data={list.earlyAble.map((each) => ({ value: each.key, label: optionOf(each) }))}
            onChange={setKey}
          />
          <Textarea
            label={text.reason}
            value={reason}
            required
            maxLength={500}
            autosize
            minRows={2}
            error={tried && (line === undefined || reason.trim() === '') ? text.needed : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {sharedText.cancel}
            </Button>
            <WriteButton type="submit">{text.save}</WriteButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function optionOf({ member, cell, years, reached }: BadgeLine): string {
  const born = member.bornOn === null ? '' : badgesText.born(formatDate(member.bornOn));
  return text.option(member.name.full, born, cell, years ?? 0, reached === null ? '' : formatDate(reached.latest));
}
