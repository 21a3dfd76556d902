import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { memberEventKindSchema, type MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import { eventKinds, eventKindTable, type EventGroup } from '#shared/domain/member-life/event-kind-table.ts';
import { isMember, refuseStep, type Life } from '#shared/domain/member-life/life.ts';
import { lifeOn, type MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import { eventGroupText, eventKindText, memberLifeText } from '#renderer/messages/member-life.ts';

type KindFieldProps = {
  readonly story: MemberStory;
  readonly today: PlainDate;
  readonly value: MemberEventKind | null;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (kind: MemberEventKind, fitsToday: boolean) => void;
};

/** What happened: first what can happen to this member now, in groups; then what can only have happened before. */
export function KindField({ story, today, value, error, disabled, onChange }: KindFieldProps): ReactNode {
  const { dialog } = memberLifeText;
  const life = lifeOn(story, today);
  const fits = (kind: MemberEventKind): boolean => refuseStep(life, kind) === undefined && !isOddNow(kind, story, life);
  const groups = [...new Set(eventKinds.map((kind) => eventKindTable[kind].group))];
  const optionOf = (kind: MemberEventKind): { value: string; label: string } => ({
    value: kind,
    label: eventKindText[kind],
  });
  const inGroup = (group: EventGroup): MemberEventKind[] =>
    eventKinds.filter((kind) => eventKindTable[kind].group === group && fits(kind));
  const data = [
    ...groups.map((group) => ({ group: eventGroupText[group], items: inGroup(group).map(optionOf) })),
    { group: dialog.pastGroup, items: eventKinds.filter((kind) => !fits(kind)).map(optionOf) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      label={dialog.kind}
      description={dialog.kindHint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={data}
      value={value}
      required
      searchable
      disabled={disabled}
      error={error}
      maxDropdownHeight="40vh"
      nothingFoundMessage={memberLifeText.noSuchKind}
      data-autofocus
      onChange={(chosen) => {
        const kind = memberEventKindSchema.safeParse(chosen);
        if (kind.success) onChange(kind.data, fits(kind.data));
      }}
    />
  );
}

/** What the rules allow, but nobody means of this member today: coming to where one is, a first card beside the one there is. */
function isOddNow(kind: MemberEventKind, { member }: MemberStory, life: Life): boolean {
  if (kind === 'transferred-in') return isMember(life);
  if (kind === 'card-issued') return member.cardNumber !== '';
  return kind === 'card-replaced' && member.cardNumber === '';
}
