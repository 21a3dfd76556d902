import type { ReactNode } from 'react';
import { useFirstUnsent } from '#renderer/data/parcel/use-first-unsent.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { parcelsText } from '#renderer/messages/parcels.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import type { ReadParcel, SentParcel } from '#renderer/platform/desktop-parcels.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './parcels.module.css';
import { useParcelNames } from './use-parcel-names.ts';

/** Packages this PC has written: who wrote them, on which stick, and whether word came that they were read. */
export function SentList({ sent }: { readonly sent: readonly SentParcel[] }): ReactNode {
  const today = useToday();
  const { placeOf, personOf } = useParcelNames();
  const text = parcelsText.sent;
  return (
    <SectionCard title={text.title}>
      {sent.length === 0 ? (
        <p className={classes.text}>{text.none}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {[text.number, text.to, text.at, text.by, text.label, text.content, text.state].map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sent.map((parcel) => (
              <tr key={parcel.id}>
                <td>{parcel.number}</td>
                <td>{placeOf(parcel.to)}</td>
                <td>{formatWhen(parcel.at, today)}</td>
                <td>{personOf(parcel.by)}</td>
                <td>{parcel.label}</td>
                <td>{text.contentOf(parcel.files, sharedText.bytes(parcel.bytes))}</td>
                <td>
                  <SentState parcel={parcel} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SectionCard>
  );
}

function SentState({ parcel: { receivedAt, ops } }: { readonly parcel: SentParcel }): ReactNode {
  const today = useToday();
  const firstUnsent = useFirstUnsent();
  const text = parcelsText.sent;
  if (receivedAt !== null) return <StatusChip tone="green">{text.received(formatWhen(receivedAt, today))}</StatusChip>;
  const isThere = ops !== null && firstUnsent !== undefined && ops.last < firstUnsent;
  return isThere ? (
    <StatusChip tone="blue">{text.online}</StatusChip>
  ) : (
    <StatusChip tone="amber">{text.waiting}</StatusChip>
  );
}

/** Packages this PC has read. */
export function GotList({ read }: { readonly read: readonly ReadParcel[] }): ReactNode {
  const today = useToday();
  const { placeOf, personOf } = useParcelNames();
  const { sent, got } = parcelsText;
  return (
    <SectionCard title={got.title}>
      {read.length === 0 ? (
        <p className={classes.text}>{got.none}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {[sent.number, got.from, sent.at, got.carrier, sent.label, got.at, got.by].map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {read.map((parcel) => (
              <tr key={parcel.id}>
                <td>{parcel.number}</td>
                <td>{placeOf(parcel.from)}</td>
                <td>{formatWhen(parcel.at, today)}</td>
                <td>{personOf(parcel.carrier)}</td>
                <td>{parcel.label}</td>
                <td>{formatWhen(parcel.readAt, today)}</td>
                <td>{personOf(parcel.by)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SectionCard>
  );
}
