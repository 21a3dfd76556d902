import { Tooltip } from '@mantine/core';
import { IconAffiliate, IconCheck, IconDeviceDesktop, IconDots, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { placeOf, type Standing } from '#renderer/data/receipts/place-of.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { placeText } from '#renderer/messages/receipts.ts';
import { BreakableCode } from '#renderer/ui/breakable-code.tsx';
import type { VirtualColumn } from '#renderer/ui/virtual-table.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import cells from '#renderer/ui/table-cells.module.css';
import { DocumentStateChip } from '../document-state-chip.tsx';
import classes from './document-list.module.css';

export const documentColumnIds = ['arrival', 'received', 'symbol', 'abstract', 'due', 'place'] as const;
export type DocumentColumnId = (typeof documentColumnIds)[number];

type Names = { readonly unit: (id: string) => string | undefined; readonly staff: (id: string) => string | undefined };

/** The register's columns: what a clerk looks for first stands first. */
export function documentColumns(
  today: PlainDate,
  names: Names,
  isNarrow: boolean,
  standing: Standing | undefined,
): readonly VirtualColumn<DocumentRow>[] {
  return [
    {
      id: 'arrival',
      header: text.columns.arrival,
      width: '4.75rem',
      sortable: true,
      cell: (row) => <Arrival row={row} />,
    },
    {
      id: 'received',
      header: text.columns.received,
      width: '3.875rem',
      sortable: true,
      cell: (row) => <span className={cells.day}>{formatDate(row.receivedOn).slice(0, 5)}</span>,
    },
    {
      id: 'symbol',
      header: text.columns.symbol,
      width: isNarrow ? 'minmax(6.75rem, 2fr)' : 'minmax(8.375rem, 2fr)',
      sortable: true,
      cell: (row) => <SymbolCell row={row} />,
    },
    {
      id: 'abstract',
      header: text.columns.abstract,
      width: isNarrow ? 'minmax(6.5rem, 3fr)' : 'minmax(9rem, 3.6fr)',
      cell: (row) => <span className={cells.twoLines}>{row.abstract === '' ? text.noAbstract : row.abstract}</span>,
    },
    {
      id: 'due',
      header: text.columns.due,
      width: isNarrow ? 'minmax(7.25rem, 2fr)' : 'minmax(7.5rem, 1.9fr)',
      sortable: true,
      cell: (row) => (
        <>
          <DocumentStateChip document={row} today={today} />
          <span className={cells.second}>
            {(row.holderUnitId === null ? undefined : names.unit(row.holderUnitId)) ?? holderName(row, names)}
          </span>
        </>
      ),
    },
    {
      id: 'place',
      header: text.columns.place,
      quietHeader: true,
      width: '2.375rem',
      cell: (row) => <PlaceIcon row={row} standing={standing} />,
    },
  ];
}

/** Who holds the paper, in words; empty when nobody does. */
export function holderName(row: DocumentRow, names: Names): string {
  const unit = row.holderUnitId === null ? undefined : names.unit(row.holderUnitId);
  const staff = row.holderStaffId === null ? undefined : names.staff(row.holderStaffId);
  if (unit !== undefined && staff !== undefined) return `${unit} (${staff})`;
  return unit ?? staff ?? '';
}

function Arrival({ row }: { readonly row: DocumentRow }): ReactNode {
  if (row.arrivalNumber !== null) return <strong className={cells.number}>{text.number(row.arrivalNumber)}</strong>;
  return (
    <Tooltip label={text.unnumberedWhy}>
      <span className={cells.second}>{text.unnumberedShort}</span>
    </Tooltip>
  );
}

function SymbolCell({ row }: { readonly row: DocumentRow }): ReactNode {
  return (
    <>
      <strong className={cells.name}>
        <BreakableCode>{row.symbol === '' ? text.noSymbol : row.symbol}</BreakableCode>
      </strong>
      <span className={cells.second}>{row.issuer}</span>
      {row.conflicts.length > 0 && <StatusChip tone="amber">{text.conflictChip}</StatusChip>}
    </>
  );
}

const placePictures = {
  'only-here': IconDeviceDesktop,
  'in-office': IconAffiliate,
  taken: IconDots,
  'at-province': IconCheck,
  'never-leaves': IconLock,
};

function PlaceIcon({
  row,
  standing,
}: {
  readonly row: DocumentRow;
  readonly standing: Standing | undefined;
}): ReactNode {
  const place = placeOf(row, standing);
  const Picture = placePictures[place];
  return (
    <Picture
      size="1.125rem"
      stroke={1.6}
      className={classes.place}
      data-place={place}
      role="img"
      aria-label={placeText[place]}
      title={placeText[place]}
    />
  );
}
