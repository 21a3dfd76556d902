import { useEffect, useState } from 'react';
import boldUrl from '#build/fonts/liberation-serif/LiberationSerif-Bold.ttf?url';
import regularUrl from '#build/fonts/liberation-serif/LiberationSerif-Regular.ttf?url';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Book } from '#shared/domain/document/document-record.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import { listRegisterLines } from '#renderer/data/documents/list-register-lines.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames, type KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { secrecyText } from '#renderer/messages/record-fields.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { formatTime } from '#renderer/ui/format-when.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { holderName } from '../list/document-columns.tsx';
import type { RegisterLine } from './register-line.ts';

/** The printed register, ready to be shown, printed or saved. */
export type MadeBook = {
  readonly key: string;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly source: ViewerSource;
};

/** Makes the register of some days; undefined while it is being made. The PDF writer is loaded only now. */
export function useRegisterBook(book: Book, from: PlainDate, to: PlainDate): MadeBook | undefined {
  const office = useOffice();
  const names = useRecordNames();
  const units = useUnits();
  const staff = useStaff();
  const areNamesHere = units !== undefined && staff !== undefined;
  const [made, setMade] = useState<MadeBook>();
  const key = `${book} ${from} ${to}`;
  useEffect(() => {
    let isCurrent = true;
    const make = async (): Promise<void> => {
      const [rows, { makeRegisterBook }, fonts] = await Promise.all([
        listRegisterLines(office, { book, from, to }),
        import('./register-book.ts'),
        readFonts(),
      ]);
      const lines = rows.map((row) => lineOf(row, names));
      const printedAt = sharedText.dateAt(formatTime(office.nowMs()), formatDate(office.today()));
      const bytes = await makeRegisterBook(
        { commune: office.device.commune.name, book, from, to, lines, printedAt },
        fonts,
      );
      const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
      if (isCurrent) setMade({ key, count: rows.length, bytes, source: { kind: 'bytes', bytes: blob } });
    };
    if (from <= to && areNamesHere) {
      make().catch((error: unknown) => {
        console.error(error);
        if (isCurrent) notifyError('unexpected');
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [office, names, areNamesHere, book, from, to, key]);
  return made?.key === key ? made : undefined;
}

function lineOf(row: DocumentRow, names: KnownNames): RegisterLine {
  const type = row.typeId === null ? undefined : findDocumentType(row.typeId);
  return {
    receivedOn: row.receivedOn,
    arrivalNumber: row.arrivalNumber,
    issuer: row.issuer,
    symbol: row.symbol === '' ? documentsText.noSymbol : row.symbol,
    issuedOn: row.issuedOn,
    typeName: type?.name ?? '',
    abstract: row.abstract,
    secrecy: secrecyText[row.secrecy],
    recipient: holderName(row, names),
    note: row.note,
  };
}

async function readFonts(): Promise<{ readonly regular: Uint8Array; readonly bold: Uint8Array }> {
  const read = async (url: string): Promise<Uint8Array> =>
    new Uint8Array(await (await fetch(new URL(url, document.baseURI))).arrayBuffer());
  const [regular, bold] = await Promise.all([read(regularUrl), read(boldUrl)]);
  return { regular, bold };
}
