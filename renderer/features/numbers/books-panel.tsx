import { Button, Stack, Table } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { releaseBook, saveRegister, takeBook } from '#renderer/data/registers/register-repository.ts';
import { useBookLeases, type BookLease } from '#renderer/data/registers/use-registers.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { RegisterRow, TermRow } from '#renderer/data/rows.ts';
import { countingWords, numbersText, registerBookWords } from '#renderer/messages/numbers.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { BlocksCard } from './blocks-card.tsx';
import { LeaseChip } from './lease-chip.tsx';
import { NewBookDialog } from './new-book-dialog.tsx';
import classes from './numbers.module.css';
import { TakeOverDialog } from './take-over-dialog.tsx';
import { TermsCard } from './terms-card.tsx';

type BooksPanelProps = {
  readonly registers: readonly RegisterRow[];
  readonly terms: readonly TermRow[];
  readonly onChoose: (registerId: string) => void;
};

/** The books of the office, who numbers in them, the terms they run in, and the blocks ceded to other PCs. */
export function BooksPanel({ registers, terms, onChoose }: BooksPanelProps): ReactNode {
  const leases = useBookLeases();
  const { may: mayMake } = useMay('register.edit');
  const [isAdding, setAdding] = useState(false);
  const [takingOver, setTakingOver] = useState<RegisterRow>();
  const { books: text } = numbersText;
  return (
    <Stack gap="sm" className={classes.scroll ?? ''}>
      <SectionCard
        title={text.heading}
        side={mayMake && <WriteButton onClick={() => setAdding(true)}>{text.add}</WriteButton>}
      >
        <Table aria-label={text.heading} verticalSpacing="0.3125rem">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.name}</Table.Th>
              <Table.Th>{text.suffix}</Table.Th>
              <Table.Th>{text.counting}</Table.Th>
              <Table.Th>{text.holderHead}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {registers.map((register) => (
              <BookRow
                key={register.id}
                register={register}
                lease={leases?.get(register.id)}
                onTakeOver={() => setTakingOver(register)}
                onChoose={() => onChoose(register.id)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </SectionCard>
      <TermsCard terms={terms} />
      <BlocksCard registers={registers} terms={terms} leases={leases} />
      {isAdding && <NewBookDialog registers={registers} onClose={() => setAdding(false)} onMade={onChoose} />}
      {takingOver && <TakeOverDialog register={takingOver} terms={terms} onClose={() => setTakingOver(undefined)} />}
    </Stack>
  );
}

type BookRowProps = {
  readonly register: RegisterRow;
  readonly lease: BookLease | undefined;
  readonly onTakeOver: () => void;
  readonly onChoose: () => void;
};

function BookRow({ register, lease, onTakeOver, onChoose }: BookRowProps): ReactNode {
  const office = useOffice();
  const { may: mayHold } = useMay('register.hold');
  const { may: mayEdit } = useMay('register.edit');
  const { books: text, takeOver } = numbersText;
  const act = async (run: () => ReturnType<typeof takeBook>, done: string): Promise<void> => {
    const saved = await run();
    if (saved.ok) notifyDone(done);
    else notifyError(saved.error.code, register.name);
  };
  const give = async (): Promise<void> => {
    const isSure = await askConfirm({ title: text.giveAsk, body: text.giveAskText, confirm: text.give });
    if (isSure) await act(() => releaseBook(office, register.id), text.given);
  };
  const close = async (): Promise<void> => {
    const isSure = await askConfirm({ title: text.closeAsk, body: text.closeAskText, confirm: text.close });
    if (isSure)
      await act(() => saveRegister(office, register.id, { closedOn: office.today() }, register.seq), text.closed);
  };
  const isOpen = register.closedOn === null;
  const { id, name, origin, book, suffix, counting, closedOn } = register;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        <Button variant="transparent" size="compact-md" px={0} onClick={onChoose} id={`book-${id}`}>
          {name}
        </Button>
        <div className={classes.note}>{origin === '' ? registerBookWords[book] : origin}</div>
      </Table.Th>
      <Table.Td>{suffix}</Table.Td>
      <Table.Td>{countingWords[counting]}</Table.Td>
      <Table.Td>
        <div className={classes.acts}>
          {closedOn === null ? (
            lease !== undefined && <LeaseChip lease={lease} />
          ) : (
            <StatusChip tone="neutral">{text.closedOn(formatDate(closedOn))}</StatusChip>
          )}
          {mayHold && lease?.holder === 'nobody' && (
            <WriteButton
              size="compact-sm"
              variant="light"
              onClick={() => void act(() => takeBook(office, id), text.taken)}
            >
              {text.take}
            </WriteButton>
          )}
          {mayHold && isOpen && lease?.holder === 'this-pc' && (
            <>
              <WriteButton size="compact-sm" variant="light" onClick={onTakeOver}>
                {takeOver.button}
              </WriteButton>
              <WriteButton size="compact-sm" variant="subtle" color="gray" onClick={() => void give()}>
                {text.give}
              </WriteButton>
            </>
          )}
          {mayEdit && isOpen && book === 'outgoing' && (
            <WriteButton size="compact-sm" variant="subtle" color="gray" onClick={() => void close()}>
              {text.close}
            </WriteButton>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
