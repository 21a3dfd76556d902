import { UnstyledButton } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { issuerNameOf } from '#shared/domain/outgoing/issuer-name-of.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useTitles, type NamedRecord } from '#renderer/data/review/use-titles.ts';
import { useReceipt } from '#renderer/data/receipts/use-receipts.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { AttachmentRow, OutgoingRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import { PdfFrame } from '#renderer/ui/pdf-frame/pdf-frame.tsx';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { routes } from '#renderer/ui/routes.ts';
import { ReceiptPart } from '#renderer/ui/receipt/receipt-part.tsx';
import { AttachSigned } from './attach-signed.tsx';
import classes from './outgoing-detail.module.css';

type InfoTabProps = { readonly outgoing: OutgoingRow; readonly files: readonly AttachmentRow[] };

/** The line of the register, with the paper as it was issued. */
export function InfoTab({ outgoing, files }: InfoTabProps): ReactNode {
  const [reading, setReading] = useState(false);
  const { may: mayAttach } = useMay('attachment.add');
  const file = files[0];
  const hash = file?.hash;
  const source = useMemo(
    (): ViewerSource | undefined => (hash === undefined ? undefined : { kind: 'file', hash }),
    [hash],
  );
  const facts = useFacts(outgoing);
  if (reading && file !== undefined && source !== undefined) {
    return (
      <div className={classes.full}>
        <PdfPanel source={source} name={file.name} about={sharedText.bytes(file.size)} />
      </div>
    );
  }
  return (
    <>
      {outgoing.secrecy !== 'none' && <p className={classes.warning}>{text.secretWarning}</p>}
      <div className={classes.overview} data-plain={source === undefined || undefined}>
        {source !== undefined && (
          <UnstyledButton
            className={classes.thumbnail}
            aria-label={text.openIssued}
            title={text.openIssued}
            onClick={() => setReading(true)}
          >
            <PdfFrame source={source} mode="thumbnail" title={text.issuedFile} />
          </UnstyledButton>
        )}
        <FactList facts={facts} />
      </div>
      {outgoing.state === 'issued' && source === undefined && outgoing.secrecy === 'none' && (
        <p className={classes.note}>{text.noFile}</p>
      )}
      {outgoing.state === 'issued' && outgoing.secrecy === 'none' && mayAttach && <AttachSigned outgoing={outgoing} />}
    </>
  );
}

function useFacts(outgoing: OutgoingRow): readonly Fact[] {
  const names = useRecordNames();
  const linked: NamedRecord[] = [
    ...(outgoing.registerId === null ? [] : [{ type: 'register', id: outgoing.registerId }]),
    ...(outgoing.replyToId === null ? [] : [{ type: 'document', id: outgoing.replyToId }]),
    ...(outgoing.replacesId === null ? [] : [{ type: 'outgoing', id: outgoing.replacesId }]),
  ];
  const titles = useTitles(linked);
  const titleOf = (type: string, id: string | null): string =>
    id === null ? '' : (titles?.get(`${type}:${id}`) ?? '');
  const body = outgoing.bodyId === null ? undefined : names.unit(outgoing.bodyId);
  const { receipt, ask } = useReceipt('outgoing', outgoing.id);
  const today = useToday();
  const facts: Fact[] = [
    {
      label: text.signer,
      value: outgoing.signer === '' ? text.noSigner : text.signerLine(outgoing.signer, outgoing.signPost),
    },
    {
      label: text.recipients,
      value: outgoing.recipients === '' ? text.noRecipients : outgoing.recipients.replaceAll('\n', '; '),
    },
    {
      label: text.body,
      value: body === undefined ? text.ownBody : issuerNameOf(body),
    },
    {
      label: text.province,
      value: <ReceiptPart key={outgoing.id} receipt={receipt} today={today} ask={ask} />,
    },
  ];
  const add = (label: string, value: ReactNode): void => {
    if (value !== '') facts.push({ label, value });
  };
  add(text.register, titleOf('register', outgoing.registerId));
  if (outgoing.number !== null) add(text.copies, text.copiesAndPages(outgoing.copies, outgoing.pages));
  add(text.archiveKeeper, outgoing.archiveKeeper);
  add(text.numberReason, outgoing.numberReason);
  if (outgoing.dueOn !== null) add(text.dueOn, formatDate(outgoing.dueOn));
  if (outgoing.replyToId !== null)
    add(
      text.replyTo,
      <a href={`#${routes.document(outgoing.replyToId)}`}>{titleOf('document', outgoing.replyToId)}</a>,
    );
  if (outgoing.replacesId !== null)
    add(
      text.replaces,
      <a href={`#${routes.outgoingPaper(outgoing.replacesId)}`}>{titleOf('outgoing', outgoing.replacesId)}</a>,
    );
  add(text.reason, outgoing.reason);
  add(text.note, outgoing.note);
  return facts;
}
