import { Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { giveBadges, type GivenBadge } from '#renderer/data/badges/badge-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useToday } from '#renderer/data/use-today.ts';
import { badgesText } from '#renderer/messages/badges.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { AwardDecisionFields, noDecision } from './award-decision.tsx';
import { formOf, type ChoosableLine } from './badge-views.ts';
import classes from './badges.module.css';

const { give: text } = badgesText;

type GiveDialogProps = {
  readonly on: PlainDate;
  readonly lines: readonly ChoosableLine[];
  readonly onClose: () => void;
  /** After they were recorded. */
  readonly onGiven: () => void;
};

/** What is typed of a badge that is given. */
type Typed = { readonly number: string; readonly amount: string };

/** Records that many badges were given by one decision. */
export function GiveDialog({ on, lines, onClose, onGiven }: GiveDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [paper, setPaper] = useState(noDecision);
  const [day, setDay] = useState<PlainDate | null>(on);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(() =>
    Object.fromEntries(lines.map((line) => [line.key, firstTyped(line)])),
  );
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const given = lines.map((line) => toGiven(line, typed[line.key] ?? firstTyped(line)));
  const isRight = given.every((badge) => badge !== undefined) && !hasTwins(typed);
  const sum = given.reduce((all, badge) => all + (badge?.amount ?? 0), 0);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const badges = given.filter((badge) => badge !== undefined);
    const { decisionId, ...decision } = paper;
    const symbol = decision.symbol.trim();
    if (symbol === '' || decision.issuedOn === null || day === null || !isRight) return;
    const saved = await giveBadges(office, day, badges, { ...decision, symbol }, decisionId);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    onGiven();
    notifyDone(text.saved(badges.length));
  };
  /** The sums proposed are those of the award day; what was given on another day is for a person to say. */
  const chooseDay = (chosen: PlainDate | null): void => {
    setDay(chosen);
    setTyped((before) =>
      Object.fromEntries(
        lines.map((line) => {
          const first = firstTyped(line);
          const { number, amount } = before[line.key] ?? first;
          const isProposed = amount === '' || amount === first.amount;
          return [line.key, { number, amount: isProposed ? (chosen === on ? first.amount : '') : amount }];
        }),
      ),
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={text.title(lines.length, formatDate(on))}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text>{text.about}</Text>
          <AwardDecisionFields decision={paper} isTried={tried} onChange={setPaper} />
          <DateField
            label={text.on}
            hint={text.onHint}
            value={day}
            today={today}
            required
            error={tried && day === null ? text.needed : undefined}
            onChange={chooseDay}
          />
          <GivenTable
            lines={lines}
            typed={typed}
            onType={(key, value) => setTyped((before) => ({ ...before, [key]: value }))}
          />
          <Text aria-live="polite">{text.total(badgesText.vnd(sum))}</Text>
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <WriteButton type="submit">{text.save}</WriteButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function GivenTable({
  lines,
  typed,
  onType,
}: {
  readonly lines: readonly ChoosableLine[];
  readonly typed: Readonly<Record<string, Typed>>;
  readonly onType: (key: string, value: Typed) => void;
}): ReactNode {
  return (
    <div className={classes.given}>
      <Table verticalSpacing="0.25rem" stickyHeader aria-label={text.person}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.person}</Table.Th>
            <Table.Th>{text.number}</Table.Th>
            <Table.Th>{text.amount}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => {
            const { key, member, years } = line;
            const own = typed[key] ?? firstTyped(line);
            const isTwin = own.number.trim() !== '' && countOf(typed, own.number) > 1;
            return (
              <Table.Tr key={key}>
                <Table.Td>
                  {member.name.full}
                  <div className={classes.small}>{badgesText.group(years)}</div>
                </Table.Td>
                <Table.Td>
                  <TextInput
                    aria-label={text.numberOf(member.name.full)}
                    value={own.number}
                    maxLength={40}
                    error={isTwin ? text.twice : undefined}
                    onChange={(event) => onType(key, { ...own, number: event.currentTarget.value })}
                  />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    aria-label={text.amountOf(member.name.full)}
                    value={own.amount}
                    inputMode="numeric"
                    maxLength={15}
                    error={readAmount(own.amount) === undefined ? text.notMoney : undefined}
                    onChange={(event) => onType(key, { ...own, amount: event.currentTarget.value })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function firstTyped({ amount }: ChoosableLine): Typed {
  return { number: '', amount: amount?.kind === 'known' ? badgesText.money(amount.amount) : '' };
}

/** A sum in VND, null when none is written, undefined when it is no sum. */
function readAmount(typed: string): number | null | undefined {
  const digits = typed.replaceAll(/[.\s]/gu, '');
  if (digits === '') return null;
  return /^\d{1,9}$/u.test(digits) ? Number(digits) : undefined;
}

function toGiven(line: ChoosableLine, typed: Typed): GivenBadge | undefined {
  const amount = readAmount(typed.amount);
  if (amount === undefined) return undefined;
  const { member, years, event } = line;
  const number = typed.number.trim();
  return { memberId: member.id, years, form: formOf(line), reason: event?.reason ?? '', number, amount };
}

function countOf(typed: Readonly<Record<string, Typed>>, number: string): number {
  return Object.values(typed).filter((each) => each.number.trim() === number.trim()).length;
}

function hasTwins(typed: Readonly<Record<string, Typed>>): boolean {
  return Object.values(typed).some(({ number }) => number.trim() !== '' && countOf(typed, number) > 1);
}
