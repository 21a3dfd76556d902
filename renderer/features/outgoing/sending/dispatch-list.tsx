import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { recallStanding } from '#shared/domain/exchange/recall.ts';
import type { LetterStatus } from '#shared/domain/exchange/letter.ts';
import { stands } from '#renderer/data/exchange/dispatch-repository.ts';
import { placeOf, type Standing } from '#renderer/data/receipts/place-of.ts';
import { useStanding } from '#renderer/data/receipts/use-receipts.ts';
import type { DispatchRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { letterStatusText, recallStatusText, sendingText as text } from '#renderer/messages/exchange.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import { DeliveryModal } from './delivery-modal.tsx';
import { EdxmlExport } from './edxml-export.tsx';
import classes from './sending.module.css';

type DispatchListProps = {
  readonly dispatches: readonly DispatchRow[];
  readonly may: boolean;
  readonly onRecall: (id: string) => void;
};

const tones: Readonly<Record<LetterStatus, ChipTone>> = {
  waiting: 'neutral',
  '01': 'blue',
  '02': 'red',
  '03': 'primary',
  '04': 'primary',
  '05': 'amber',
  '06': 'green',
};

/** Every recipient with what it last said, and when. */
export function DispatchList({ dispatches, may, onRecall }: DispatchListProps): ReactNode {
  const today = useToday();
  const standing = useStanding();
  const [noting, setNoting] = useState<DispatchRow | null>(null);
  return (
    <>
      <ul className={classes.list}>
        {dispatches.map((dispatch) => (
          <li key={dispatch.id} className={classes.line}>
            <div className={classes.words}>
              <strong>{dispatch.recipientName}</strong>
              <div className={classes.chips}>
                <Chips dispatch={dispatch} />
              </div>
              {notesOf(dispatch, standing, (at) => formatWhen(at, today)).map((note) => (
                <span key={note} className={classes.note}>
                  {note}
                </span>
              ))}
            </div>
            <EdxmlExport dispatch={dispatch} />
            {may && dispatch.recipientKind !== 'agency' && stands(dispatch) && (
              <ActionIcon
                variant="default"
                aria-label={text.byHandOf(dispatch.recipientName)}
                title={text.byHand}
                onClick={() => setNoting(dispatch)}
              >
                <IconPencil size="1rem" aria-hidden />
              </ActionIcon>
            )}
            {may && stands(dispatch) && recallStanding(dispatch) !== '13' && (
              <ActionIcon
                variant="default"
                aria-label={text.recallOne(dispatch.recipientName)}
                title={text.recall}
                onClick={() => onRecall(dispatch.id)}
              >
                <IconArrowBackUp size="1rem" aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <DeliveryModal dispatch={noting} onClose={() => setNoting(null)} />
    </>
  );
}

function Chips({ dispatch }: { readonly dispatch: DispatchRow }): ReactNode {
  const recall = recallStanding(dispatch);
  const { status, recipientKind, kind, revision } = dispatch;
  return (
    <>
      {recall !== '15' && <StatusChip tone={tones[status]}>{letterStatusText[status]}</StatusChip>}
      {recall !== null && (
        <StatusChip tone={recall === '15' ? 'neutral' : 'red'}>{recallStatusText[recall]}</StatusChip>
      )}
      {recipientKind !== 'agency' && <StatusChip tone="neutral">{text.kinds[recipientKind]}</StatusChip>}
      {kind === 'replace' && <StatusChip tone="amber">{text.replacement}</StatusChip>}
      {revision > 1 && <StatusChip tone="neutral">{text.revision(revision)}</StatusChip>}
    </>
  );
}

/** What is to be said in words: when it went, what was answered, and when. */
function notesOf(
  dispatch: DispatchRow,
  standing: Standing | undefined,
  when: (at: string) => string,
): readonly string[] {
  const { status, statusAt, statusNote, recallReason, recallNote, deliveredTo, recipientKind } = dispatch;
  const standsAt = placeOf(dispatch, standing);
  const recall = recallStanding(dispatch);
  const isUnderWay = recipientKind === 'agency' && status === 'waiting' && recall !== '15';
  const isOnItsWay = isUnderWay && standsAt === 'at-province';
  const place = standsAt === 'only-here' ? text.onlyHere : isOnItsWay ? text.atProvince : '';
  return [
    text.sentAt(when(dispatch.sentAt)),
    statusAt === null ? '' : text.saidAt(when(statusAt)),
    place,
    statusNote,
    recall === '13' ? text.recallAsked(recallReason) : '',
    recall === '16' || recall === '15' ? recallNote : '',
    deliveredTo === '' ? '' : text.deliveredTo(deliveredTo),
  ].filter((note, i, all) => note !== '' && all.indexOf(note) === i);
}
