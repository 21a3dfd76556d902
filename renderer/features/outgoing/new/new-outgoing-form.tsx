import { Button, Group, Radio, SegmentedControl, Select, Stack, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import { ABSTRACT_MAX } from '#shared/domain/document/document-record.ts';
import {
  findDocumentType,
  listDocumentTypes,
  type DocumentRegime,
} from '#shared/domain/document/document-type-table.ts';
import { emptyContent, type PaperContent } from '#shared/domain/paper/paper-content.ts';
import { templatesFor } from '#shared/domain/paper/template-table.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { outgoingText } from '#renderer/messages/outgoing.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand, useKey } from '#renderer/ui/shortcuts.ts';
import { AuthorityNote } from './authority-note.tsx';
import { beginPaper, blankPaper } from '#renderer/data/outgoing/begin-paper.ts';
import classes from './new.module.css';
import { ReplyField } from './reply-field.tsx';
import { issuerNameOf } from '#shared/domain/outgoing/issuer-name-of.ts';
import { signingOf } from '#shared/domain/outgoing/signing-of.ts';

type NewOutgoingFormProps = {
  readonly incoming: DocumentRow | null;
  readonly place: string;
  readonly onReplyTo: (documentId: string | null) => void;
};

const OWN = 'own';
const BLANK = 'blank';

/** Bodies that issue papers under a regime. */
const bodyKinds: Readonly<Record<DocumentRegime, readonly UnitKind[]>> = {
  party: ['committee', 'base-committee', 'section-committee', 'office'],
  state: ['outside-body'],
};

/** Regime, body, type, and what to begin from; everything else is written in the next step. */
export function NewOutgoingForm({ incoming, place, onReplyTo }: NewOutgoingFormProps): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const [regime, setRegime] = useState<DocumentRegime>('party');
  const [chosenBody, setChosenBody] = useState<string | null>(null);
  const [sort, setSort] = useState('letter');
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [signerId, setSignerId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const units = useUnits() ?? [];
  const staff = (useStaff() ?? []).filter(({ active, role }) => active && role !== 'cell-secretary');

  const types = listDocumentTypes(regime).filter(({ kind }) => kind === 'act' || kind === 'paper');
  const typeId = types.some(({ id }) => id === `${regime}-${sort}`) ? `${regime}-${sort}` : `${regime}-letter`;
  const templates = templatesFor(typeId);
  const template = templates.find(({ id }) => id === templateId) ?? (templateId === BLANK ? undefined : templates[0]);
  // A place of the template still to be filled shows what belongs there and is no text.
  const model = template?.abstract ?? '';
  const isModel = model.includes('[[');
  const abstract = typed ?? (incoming === null ? (isModel ? '' : model) : replyAbstract(incoming));
  const bodies = units.filter(({ kind, validTo }) => validTo === null && bodyKinds[regime].includes(kind));
  const body =
    chosenBody === OWN
      ? undefined
      : (bodies.find(({ id }) => id === chosenBody) ?? bodies.find(({ kind }) => kind === 'committee'));
  const bodyId = body?.id ?? null;

  const begin = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const signer = staff.find(({ id }) => id === signerId);
    const input = {
      ...blankPaper,
      regime,
      bodyId,
      typeId,
      abstract,
      place,
      replyToId: incoming?.id ?? null,
      ...(signer === undefined
        ? {}
        : { signerId: signer.id, ...signingOf(signer, { regime, typeId, bodyKind: body?.kind ?? null }) }),
    };
    const begun = await beginPaper(office, input, withAddressee(template?.content ?? emptyContent, incoming));
    setBusy(false);
    if (begun.ok) navigate(routes.outgoingWrite(begun.value));
    else setRefusal(begun.error);
  };
  const leave = (): void => navigate(routes.outgoing());
  useKey('Escape', leave);
  useCommand('save', () => void begin());

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void begin();
      }}
    >
      <ScreenActions>
        <Button variant="default" onClick={leave}>
          {text.cancel}
        </Button>
        <Button loading={busy} rightSection={<KeyHint keys="↵" onDark />} onClick={() => void begin()}>
          {text.begin}
        </Button>
      </ScreenActions>
      <PageHeader title={text.newTitle} subtitle={text.newSubtitle} />
      <div className={classes.card}>
        <SegmentedControl
          aria-label={text.regime}
          value={regime}
          data={(['party', 'state'] as const).map((value) => ({ value, label: outgoingText.regimes[value] }))}
          onChange={(value) => setRegime(value === 'state' ? 'state' : 'party')}
        />
        <div className={classes.two}>
          <Select
            label={text.type}
            description={text.typeHint}
            inputWrapperOrder={['label', 'input', 'description']}
            value={typeId}
            data={types.map(({ id, name, code }) => ({ value: id, label: code === '' ? name : `${name} (${code})` }))}
            onChange={(value) => value !== null && setSort(value.slice(regime.length + 1))}
            searchable
            allowDeselect={false}
            ref={first}
            openOnFocus={false}
          />
          <Select
            label={text.body}
            value={bodyId ?? OWN}
            data={[
              ...(regime === 'state' || bodies.length === 0
                ? [{ value: OWN, label: regime === 'party' ? text.ownParty : text.ownState }]
                : []),
              ...bodies.map(({ id, name }) => ({ value: id, label: issuerNameOf(name) })),
            ]}
            onChange={setChosenBody}
            searchable
            allowDeselect={false}
          />
        </div>
        <AuthorityNote regime={regime} typeId={typeId} bodyKind={body?.kind ?? null} />
        <ReplyField
          value={incoming?.id ?? null}
          shown={incoming === null ? '' : `${incoming.symbol}: ${incoming.abstract}`}
          onChange={onReplyTo}
        />
        <Textarea
          label={text.abstract}
          placeholder={isModel ? model.replaceAll(/\[\[|\]\]/g, '') : text.abstractHint}
          value={abstract}
          maxLength={ABSTRACT_MAX}
          autosize
          minRows={2}
          onChange={(event) => setTyped(event.currentTarget.value.replaceAll('\n', ' '))}
        />
        <Select
          label={text.signer}
          value={signerId}
          data={staff.map(({ id, name, post }) => ({
            value: id,
            label: post === '' ? name.full : `${name.full}, ${post}`,
          }))}
          onChange={setSignerId}
          searchable
          clearable
        />
        <Radio.Group label={text.template} value={template?.id ?? BLANK} onChange={setTemplateId}>
          <Stack gap="xs" mt="xs">
            {templates.map(({ id, name }) => (
              <Radio key={id} value={id} label={name} />
            ))}
            <Radio value={BLANK} label={text.blank} />
          </Stack>
        </Radio.Group>
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group>
          <p className={classes.note}>{text.openScope}</p>
        </Group>
      </div>
      <button type="submit" hidden />
    </form>
  );
}

function replyAbstract({ symbol, issuedOn, typeId }: DocumentRow): string {
  const type = typeId === null ? undefined : findDocumentType(typeId);
  const name = (type?.name ?? text.paperWord).toLocaleLowerCase('vi');
  return text.replyAbstract(name, symbol, issuedOn === null ? null : formatDate(issuedOn));
}

/** An answer is addressed to who wrote. */
function withAddressee(content: PaperContent, incoming: DocumentRow | null): PaperContent {
  if (incoming === null || incoming.issuer === '') return content;
  return { ...content, addressees: [incoming.issuer] };
}
