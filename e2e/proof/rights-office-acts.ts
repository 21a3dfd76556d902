import { uuidv7 } from 'uuidv7';
import type { SampleAct } from '#e2e/sample/sample-pc.ts';
import { generateCommune } from '#e2e/sample/commune.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { RightsCase } from './rights-case.ts';

type Fields = Record<string, FieldValue>;

const NOW = '2026-11-20T02:00:00.000Z';
const TODAY = '2026-11-20';

/** Acts of the document office: numbers, outgoing papers, exchange, hand-overs, delegations, dossiers, settings. `by`: who will try them. */
export function createOfficeCases(document: SampleAct, by: string): readonly RightsCase[] {
  const sample = generateCommune({
    seed: 'rights',
    documents: 6,
    members: 0,
    outgoing: 3,
    today: toPlainDate(TODAY),
  });
  const fieldsOf = (record: { readonly fields: object } | undefined): Fields => ({
    ...(must(record, 'the sample has one of each').fields as Fields),
  });
  const make = (type: string, f: Fields): SampleAct => ({ t: 'set', type, id: uuidv7(), f });
  const edit = ({ type, id }: SampleAct, f: Fields): SampleAct => ({ t: 'set', type, id, f });
  const remove = ({ type, id }: SampleAct): SampleAct => ({ t: 'del', type, id, f: {} });

  const book = make('register', {
    ...{ book: 'outgoing', name: 'Sổ văn bản đi', bodyId: null, regime: 'state', suffix: 'UBND' },
    ...{ counting: 'year', closedOn: null, origin: '' },
  });
  const held = [book, { t: 'cmd', type: 'register', id: book.id, f: { command: TAKE_REGISTER } } as const];
  const drafted = fieldsOf(sample.outgoings.find(({ fields }) => fields.state === 'draft'));
  const draft = (): SampleAct =>
    make('outgoing', { ...drafted, regime: 'state', typeId: 'state-letter', bodyId: null });
  const issued = edit(draft(), {
    ...draft().f,
    ...{ state: 'issued', registerId: book.id, series: '2026', number: 1, symbol: '01/UBND' },
    ...{ issuedOn: TODAY, numberedAt: NOW },
  });
  const term = (): SampleAct => make('term', fieldsOf(sample.terms[0]));
  const skipped = make('ledgerEntry', {
    ...{ registerId: book.id, series: '2026', from: 7, to: 7, kind: 'skipped', reason: 'Ghi nhầm', on: TODAY },
    ...{ notedBy: uuidv7(), notedAt: NOW, isReleased: false },
  });
  const handover = (): SampleAct =>
    make('handover', {
      ...{ documentId: document.id, purpose: 'lead', fromStaffId: null, toUnitId: null, toStaffId: null },
      ...{ directiveId: null, note: '', dueOn: null, handedAt: NOW, state: 'sent', receivedBy: null },
      ...{ receivedAt: null, result: '', doneOn: null, reason: '' },
    });
  const dossier = (): SampleAct => make('dossier', fieldsOf(sample.dossiers[0]));
  const arrival = (): SampleAct => make('arrival', { ...arrivalFields, letter: letterOf(uuidv7(), '1/TB-LA') });
  const setting = (): SampleAct => make('setting', { key: 'work-calendar', value: { daysOff: [], daysWorked: [] } });
  // Somebody who is not known may still name himself.
  const self = by === '' ? uuidv7() : by;
  const delegation = make('delegation', {
    ...{ fromStaffId: self, toStaffId: uuidv7(), duties: ['direct'], from: TODAY, until: TODAY },
    ...{ reason: 'Đi công tác', revokedOn: null },
  });
  const opinion = (outgoingId: string, kind: string): SampleAct =>
    make('opinion', {
      ...{ outgoingId, version: 1, kind, staffId: self, blockIndex: null, text: 'Đồng ý' },
      ...{ onBehalfOf: null, givenAt: NOW },
    });
  const dispatch = make('dispatch', {
    ...{ outgoingId: issued.id, recipientKind: 'outside', recipient: '', recipientName: 'Hợp tác xã' },
    ...{ channel: 'paper', kind: 'new', replacesId: null, letter: letterOf(issued.id, '01/UBND'), files: [] },
    ...{ revision: 1, revisionNote: '', sentAt: NOW, sentBy: self, recallAt: null, recallReason: '' },
  });
  const [written, judged, approved, numbered, removed] = [draft(), draft(), draft(), draft(), draft()];
  const [handed, received, undone] = [handover(), handover(), handover()];
  const [titled, submitted, dropped] = [dossier(), dossier(), dossier()];
  const [known, set, spoken] = [arrival(), setting(), term()];
  const paper = [document];
  return [
    { action: 'register.term', needs: [], act: term() },
    { action: 'register.term', needs: [spoken], act: edit(spoken, { name: '2030 - 2035' }) },
    { action: 'ledger.note', needs: held, act: skipped },
    { action: 'outgoing.draft', needs: [], act: draft() },
    { action: 'outgoing.draft', needs: [written], act: edit(written, { abstract: 'Về việc khác' }) },
    { action: 'outgoing.opine', needs: [judged], act: opinion(judged.id, 'comment') },
    { action: 'outgoing.approve', needs: [judged], act: opinion(judged.id, 'approved') },
    { action: 'outgoing.approve', needs: [approved], act: edit(approved, { state: 'approved' }) },
    { action: 'outgoing.number', needs: [numbered], act: edit(numbered, { state: 'awaiting-number' }) },
    { action: 'outgoing.send', needs: [...held, issued], act: dispatch },
    { action: 'outgoing.remove', needs: [removed], act: remove(removed) },
    { action: 'arrival.handle', needs: [], act: arrival() },
    { action: 'arrival.handle', needs: [known], act: edit(known, { statusNote: 'Đã xem' }) },
    { action: 'handover.make', needs: paper, act: handover() },
    { action: 'handover.make', needs: [...paper, handed], act: edit(handed, { note: 'Làm sớm' }) },
    { action: 'handover.receive', needs: [...paper, received], act: edit(received, { receivedAt: NOW }) },
    { action: 'handover.remove', needs: [...paper, undone], act: remove(undone) },
    { action: 'delegation.give', needs: [], act: delegation },
    { action: 'dossier.edit', needs: [], act: dossier() },
    { action: 'dossier.edit', needs: [titled], act: edit(titled, { title: 'Hồ sơ khác' }) },
    { action: 'dossier.submit', needs: [submitted], act: edit(submitted, { packageHash: 'ab'.repeat(32) }) },
    { action: 'dossier.remove', needs: [dropped], act: remove(dropped) },
    { action: 'setting.edit', needs: [], act: setting() },
    { action: 'setting.edit', needs: [set], act: edit(set, { value: { daysOff: ['2026-12-24'], daysWorked: [] } }) },
  ];
}

/** What is said of a paper on its way, invented. */
function letterOf(externalId: string, symbol: string): Fields {
  return {
    ...{ externalId, organId: '', issuer: 'Cơ quan mẫu', symbol, issuedOn: TODAY, place: '', typeId: null },
    ...{ typeName: '', abstract: 'Về việc mẫu', signer: '', signerPost: '', urgency: 'normal', pages: 1 },
    ...{ dueOn: null, isDirective: false, replyTo: [], note: '' },
  };
}

const arrivalFields: Fields = {
  ...{ origin: 'edxml', from: 'la', fromName: 'Cơ quan lạ', kind: 'new', replacesId: null, files: [] },
  ...{ revision: 1, revisionNote: '', sentAt: NOW, recallAt: null, recallReason: '' },
};
