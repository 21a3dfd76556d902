import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { EdxmlDoubt, EdxmlFailure, EdxmlFile, EdxmlPaper, EdxmlStatus } from '#renderer/data/edxml/edxml-paper.ts';
import { edxmlText as text } from '#renderer/messages/edxml.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';

/** What a paper of an edXML file says of itself, before anything is taken. */
export function EdxmlPaperPreview({ paper }: { readonly paper: EdxmlPaper }): ReactNode {
  const { letter, business, files, doubts } = paper;
  const said = (value: string): string => (value === '' ? text.notSaid : value);
  return (
    <>
      <FactList
        facts={[
          { label: text.business, value: text.businessKinds[business.kind] },
          ...(business.reason === '' ? [] : [{ label: text.reason, value: business.reason }]),
          { label: text.from, value: said(letter.issuer) },
          { label: text.symbol, value: said(letter.symbol) },
          { label: text.issuedOn, value: letter.issuedOn === null ? text.notSaid : formatDate(letter.issuedOn) },
          { label: text.type, value: said(letter.typeName) },
          { label: text.abstract, value: said(letter.abstract) },
          { label: text.signer, value: said([letter.signer, letter.signerPost].filter(Boolean).join(', ')) },
          { label: text.files, value: <FileLines files={files} /> },
        ]}
      />
      <Doubts doubts={doubts} />
      {paper.isSigned && <p>{text.signedNote}</p>}
    </>
  );
}

/** What a recipient says of a paper this office sent. */
export function EdxmlStatusPreview({ status }: { readonly status: EdxmlStatus }): ReactNode {
  return (
    <>
      <FactList
        facts={[
          { label: text.from, value: status.from.name || status.from.organId },
          { label: text.about, value: status.about.symbol || status.about.externalId },
          { label: text.status, value: text.statusCodes[status.code] },
          { label: text.description, value: status.description || text.notSaid },
        ]}
      />
      <Doubts doubts={status.doubts} />
    </>
  );
}

/** Why a file could not be taken, with what was read of it: enough to enter the paper by hand. */
export function EdxmlFailureNote({ failure }: { readonly failure: EdxmlFailure }): ReactNode {
  const read = Object.values(failure.read);
  return (
    <ErrorNote code={failure.code}>
      {failure.lacks.length > 0 && <p>{text.lacks(failure.lacks.join(', '))}</p>}
      {read.length > 0 && (
        <>
          <p>{text.readTitle}</p>
          <ul>
            {read.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </ErrorNote>
  );
}

function FileLines({ files }: { readonly files: readonly EdxmlFile[] }): ReactNode {
  if (files.length === 0) return text.noFiles;
  return (
    <ul>
      {files.map(({ contentId, name, bytes }, at) => (
        <li key={`${contentId} ${String(at)}`}>
          {name}
          {text.fileSize(bytes === null ? text.fileLost : sharedText.bytes(bytes.length))}
        </li>
      ))}
    </ul>
  );
}

function Doubts({ doubts }: { readonly doubts: readonly EdxmlDoubt[] }): ReactNode {
  if (doubts.length === 0) return null;
  return (
    <Alert color="amber" variant="light" icon={<IconInfoCircle aria-hidden />} title={text.doubtsTitle} mt="sm">
      <ul>
        {doubts.map((doubt) => (
          <li key={JSON.stringify(doubt)}>{text.doubts[doubt.kind](valueOf(doubt))}</li>
        ))}
      </ul>
    </Alert>
  );
}

function valueOf(doubt: EdxmlDoubt): string {
  if ('value' in doubt) return doubt.value;
  return 'field' in doubt ? doubt.field : '';
}
