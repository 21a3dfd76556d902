import type { RunningServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { EntityType } from '#shared/entities.ts';
import { RELEASE_REGISTER, TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import { toUpperVietnamese } from '#shared/base/vietnamese.ts';
import { settingTable } from '#shared/domain/setting/setting-table.ts';
import { generateCommune, listSampleRecords, type SampleCommune, type SampleOrder } from './commune.ts';
import { listMeetingRecords } from './meetings.ts';
import { createRandom, createSampleIds } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { enrolSamplePc, type SampleAct, type SamplePc } from './sample-pc.ts';

/** A sample commune and how many of its newest papers get a PDF. */
export type SeedOrder = SampleOrder & { readonly files: number };

/** Puts a sample commune into a running province the way offices do: one PC enrols, sends its records and files, and gives the book back. */
export async function seedProvince(server: RunningServer, order: SeedOrder, now: () => number): Promise<SampleCommune> {
  const commune = generateCommune(order);
  const { id, name, province } = commune.place;
  await server.createCommune({ id, name, province });
  const code = await server.createCode(id, { holdsRegister: true });
  const pc = await enrolSamplePc(server.url, code, 'Máy mẫu', now);
  const whoIs = (role: StaffRole): string =>
    must(
      commune.staff.find(({ fields }) => fields.role === role),
      `a sample commune has somebody in the role ${role}`,
    ).id;
  const [head, clerk] = [whoIs('office-head'), whoIs('clerk')];
  await sendPeople(pc, commune, head);
  const records = listSampleRecords(commune);
  for (const [type, by] of [
    ['unit', head],
    ['member', whoIs('officer')],
    ['memberLine', whoIs('officer')],
    ['memberEvent', whoIs('officer')],
    ['appointment', whoIs('officer')],
    ['document', clerk],
    ['directive', clerk],
  ] as const)
    await pc.send(records.filter((record) => record.type === type).map(toAct), by);
  await attachPapers(pc, commune, order, clerk);
  await sendOutgoing(pc, commune, head, clerk);
  await pc.send(listMeetingRecords(commune).map(toAct), whoIs('officer'));
  const registers = (await pc.pull()).filter(({ type }) => type === 'register');
  await pc.send(
    registers.map(({ id }) => ({ t: 'cmd', type: 'register', id, f: { command: RELEASE_REGISTER } })),
    clerk,
  );
  await pc.close();
  return commune;
}

/** The office's own papers: books made by the head, held by this PC while it sends what they numbered; then the dossiers. */
async function sendOutgoing(pc: SamplePc, commune: SampleCommune, head: string, clerk: string): Promise<void> {
  const books = commune.registers.filter(({ fields }) => fields.book === 'outgoing');
  await pc.send(
    books.map(({ id, fields: { holderDevice: _lease, formerOffice: _merged, ...f } }) => ({
      t: 'set',
      type: 'register',
      id,
      f,
    })),
    head,
  );
  await pc.send(
    books.map(({ id }) => ({ t: 'cmd', type: 'register', id, f: { command: TAKE_REGISTER } })),
    clerk,
  );
  if (books.length > 0) await pc.send([nameOf(commune)], head);
  await pc.send(commune.terms.map(toAct), head);
  const isApproved = ({ fields }: SampleRecord<'outgoing'>): boolean => fields.state === 'approved';
  await pc.send(commune.outgoings.filter(isApproved).map(toAct), head);
  const papers = commune.outgoings.filter((paper) => !isApproved(paper));
  await pc.send([...commune.ledgerEntries, ...papers, ...commune.drafts].map(toAct), clerk);
  // An opinion is taken from the person whose it is.
  for (const opinion of commune.opinions) await pc.send([toAct(opinion)], opinion.fields.staffId);
  await pc.send([...commune.dossiers, ...commune.dossierItems].map(toAct), clerk);
}

/** What stands at the head of the office's papers. */
function nameOf({ place }: SampleCommune): SampleAct {
  const [level = '', ...rest] = place.name.split(' ');
  const own = toUpperVietnamese(place.name);
  const province = toUpperVietnamese(place.province);
  const value = {
    organId: '',
    partyAbove: `ĐẢNG BỘ ${province}`,
    partyName: `ĐẢNG UỶ ${own}`,
    stateAbove: `UBND ${province}`,
    stateName: `UỶ BAN NHÂN DÂN ${own}`,
    place: rest.join(' ') || level,
  };
  return { t: 'set', type: 'setting', id: settingTable['office-name'].id, f: { key: 'office-name', value } };
}

/** As an office begins: the first person puts himself in, a head, and he the others. */
async function sendPeople(pc: SamplePc, commune: SampleCommune, head: string): Promise<void> {
  const [first, others] = [
    commune.staff.filter(({ id }) => id === head),
    commune.staff.filter(({ id }) => id !== head),
  ];
  await pc.send([...first, ...others].map(toAct), head);
}

function toAct({ type, id, fields }: SampleRecord<EntityType>): SampleAct {
  return { t: 'set', type, id, f: fields };
}

async function attachPapers(pc: SamplePc, commune: SampleCommune, order: SeedOrder, by: string): Promise<void> {
  const makeId = createSampleIds(createRandom(`attachments/${order.seed}`));
  const papers = order.files === 0 ? [] : commune.documents.slice(-order.files);
  if (papers.length === 0) return;
  // What makes PDFs is large: most samples have none.
  const { generatePdf } = await import('./paper-pdf.ts');
  for (const { id: documentId, fields } of papers) {
    const bytes = await generatePdf({ seed: `${order.seed}/${documentId}`, facts: fields });
    const hash = await pc.upload(bytes);
    const name = `${fields.symbol.replaceAll('/', '-')}.pdf`;
    const f = {
      documentId,
      hash,
      name,
      size: bytes.length,
      mime: 'application/pdf',
      pages: null,
      addedAt: fields.registeredAt,
    };
    await pc.send([{ t: 'set', type: 'attachment', id: makeId(Date.parse(fields.registeredAt)), f }], by);
  }
}
