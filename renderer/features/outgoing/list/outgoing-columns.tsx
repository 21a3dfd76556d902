import { IconDeviceDesktop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import { placeOf, type Standing } from '#renderer/data/receipts/place-of.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { placeText } from '#renderer/messages/receipts.ts';
import { BreakableCode } from '#renderer/ui/breakable-code.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import cells from '#renderer/ui/table-cells.module.css';
import type { VirtualColumn } from '#renderer/ui/virtual-table.tsx';
import { OutgoingStateChip } from '../outgoing-state-chip.tsx';

/** The columns of the register (domain.md 2.2): what identifies a paper stands first. */
export function outgoingColumns(
  isNarrow: boolean,
  standing: Standing | undefined,
): readonly VirtualColumn<OutgoingRow>[] {
  return [
    {
      id: 'symbol',
      header: text.columns.symbol,
      width: isNarrow ? 'minmax(6.75rem, 2fr)' : 'minmax(7rem, 1.5fr)',
      sortable: true,
      cell: (row) => <SymbolCell row={row} />,
    },
    {
      id: 'date',
      header: text.columns.date,
      width: '3.875rem',
      sortable: true,
      cell: (row) => (
        <span className={cells.day}>{row.issuedOn === null ? '' : formatDate(row.issuedOn).slice(0, 5)}</span>
      ),
    },
    {
      id: 'abstract',
      header: text.columns.abstract,
      width: isNarrow ? 'minmax(7rem, 3fr)' : 'minmax(9rem, 3.2fr)',
      cell: (row) => (
        <>
          <span className={cells.second}>{findDocumentType(row.typeId)?.name ?? row.typeId}</span>
          <span className={cells.twoLines}>{row.abstract === '' ? text.noAbstract : row.abstract}</span>
        </>
      ),
    },
    {
      id: 'signer',
      header: text.columns.signer,
      width: 'minmax(7.5rem, 1.8fr)',
      sortable: true,
      cell: (row) => (
        <>
          <span className={cells.plain}>{row.signer === '' ? text.noSigner : row.signer}</span>
          <span className={cells.oneLine}>{row.recipients.replaceAll('\n', '; ')}</span>
        </>
      ),
    },
    {
      id: 'state',
      header: text.columns.state,
      width: '8rem',
      cell: (row) => (
        <>
          <OutgoingStateChip state={row.state} />
          {placeOf(row, standing) === 'only-here' && (
            <IconDeviceDesktop
              size="1rem"
              stroke={1.6}
              role="img"
              aria-label={placeText['only-here']}
              title={placeText['only-here']}
            />
          )}
          {row.secrecy !== 'none' && <span className={cells.second}>{text.secretLine}</span>}
        </>
      ),
    },
  ];
}

function SymbolCell({ row }: { readonly row: OutgoingRow }): ReactNode {
  return (
    <>
      {row.symbol === '' ? (
        <span className={cells.second}>{row.state === 'awaiting-number' ? text.awaiting : text.noNumber}</span>
      ) : (
        <strong className={cells.name}>
          <BreakableCode>{row.symbol}</BreakableCode>
        </strong>
      )}
      {row.conflicts.length > 0 && <StatusChip tone="amber">{text.conflictWhy(row.conflicts.length)}</StatusChip>}
    </>
  );
}
