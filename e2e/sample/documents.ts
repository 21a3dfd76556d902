import { toPartialDate } from '#shared/base/partial-date.ts';
import { addDays, daysBetween, isWeekend, type PlainDate } from '#shared/base/plain-date.ts';
import { defaultDeadline } from '#shared/domain/document/deadline.ts';
import {
  documentExtras,
  type Channel,
  type DocumentState,
  type Urgency,
} from '#shared/domain/document/document-record.ts';
import { suggestDocumentTypes, type DocumentSymbol } from '#shared/domain/document/document-symbol.ts';
import { inventAbstract } from './abstracts.ts';
import { cellIssuer, sampleIssuers, type SampleIssuer } from './issuer-table.ts';
import type { BodyKey, SampleOrganisation } from './organisation.ts';
import { createPaperNumbers } from './paper-numbers.ts';
import { inventPerson } from './people.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { spreadArrivals, type Arrival } from './work-days.ts';

type MakeId = (epochMs: number) => string;
type Papers = {
  readonly documents: readonly SampleRecord<'document'>[];
  readonly directives: readonly SampleRecord<'directive'>[];
};

/** What happened to a paper so far. */
type Course = {
  readonly state: DocumentState;
  readonly lead: BodyKey | undefined;
  readonly dueOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
};

const urgencies: readonly (readonly [Urgency, number])[] = [
  ['normal', 84],
  ['urgent', 12],
  ['very-urgent', 3],
  ['flash', 1],
];
const channels: readonly (readonly [Channel, number])[] = [
  ['wan', 46],
  ['exchange', 28],
  ['internet', 8],
  ['paper', 15],
  ['usb', 3],
];
/** Days an urgent paper gives. */
const urgentDays: Readonly<Record<Exclude<Urgency, 'normal'>, number>> = { urgent: 5, 'very-urgent': 2, flash: 1 };
const leads: readonly (readonly [BodyKey, number])[] = [
  ['building', 30],
  ['peoplesCommittee', 30],
  ['office', 20],
  ['inspection', 10],
  ['front', 10],
];
const allIssuers = [...sampleIssuers, cellIssuer].map((issuer) => [issuer, issuer.weight] as const);

/** Makes the incoming register: documents in order of arrival, numbered per year, and their directives. */
export function generateDocuments(
  count: number,
  today: PlainDate,
  organisation: SampleOrganisation,
  random: Random,
  makeId: MakeId,
): Papers {
  const numberPaper = createPaperNumbers(random.fork('numbers'));
  const signerOf = createSigners(random.fork('signers'));
  const directives: SampleRecord<'directive'>[] = [];
  let yearAndNumber = { year: '', number: 0 };
  const documents = spreadArrivals(count, today, random.fork('arrivals')).map((arrival): SampleRecord<'document'> => {
    const year = arrival.day.slice(0, 4);
    yearAndNumber = { year, number: yearAndNumber.year === year ? yearAndNumber.number + 1 : 1 };
    const id = makeId(arrival.epochMs);
    const paper = inventPaper(arrival, numberPaper, signerOf, organisation, random);
    const course = inventCourse(arrival.day, today, paper.urgency, random);
    directives.push(...inventDirectives(id, arrival, course, organisation, random, makeId));
    return {
      type: 'document',
      id,
      fields: { ...paper, ...fieldsOf(course, organisation, random), arrivalNumber: yearAndNumber.number },
    };
  });
  return { documents, directives };
}

type PaperFields = Omit<SampleRecord<'document'>['fields'], keyof ReturnType<typeof fieldsOf> | 'arrivalNumber'>;

function inventPaper(
  arrival: Arrival,
  numberPaper: ReturnType<typeof createPaperNumbers>,
  signerOf: (author: string) => string,
  organisation: SampleOrganisation,
  random: Random,
): PaperFields {
  const issuer = random.weighted(allIssuers);
  const author = issuer === cellIssuer ? random.pick(organisation.cells).unit.fields.name : random.pick(issuer.names);
  const typeCode = random.weighted(issuer.types);
  const issued = inventIssueDate(arrival.day, random);
  const symbol = numberPaper(
    issuer,
    author === 'UBND xã' ? author : issuer.body + (issuer === cellIssuer ? author : ''),
    typeCode,
    issued,
  );
  const abstract = inventAbstract({ family: issuer.family, typeCode, topics: issuer.topics, issuedOn: issued }, random);
  return {
    ...documentExtras,
    book: 'incoming',
    receivedOn: arrival.day,
    symbol: symbol.display,
    issuedOn: random.chance(0.003) ? toPartialDate(issued.slice(0, 7)) : toPartialDate(issued),
    issuer: author,
    typeId: typeIdOf(symbol, abstract),
    abstract,
    signer: signerOf(author),
    urgency: typeCode === 'CĐ' ? 'flash' : random.weighted(urgencies),
    secrecy: 'none',
    channel: channelOf(issuer, random),
    note: '',
    registeredBy: organisation.staff.find((person) => person.fields.role === 'clerk')?.id ?? null,
    registeredAt: new Date(arrival.epochMs).toISOString(),
    registeredOffsetMs: 0,
  };
}

function channelOf(issuer: SampleIssuer, random: Random): Channel {
  return issuer === cellIssuer
    ? random.weighted([
        ['paper', 70],
        ['usb', 20],
        ['internet', 10],
      ])
    : random.weighted(channels);
}

/** Party QĐ is a Quy định or a Quyết định: its abstract tells. */
function typeIdOf(symbol: DocumentSymbol, abstract: string): string | null {
  const types = suggestDocumentTypes(symbol);
  const named = types.find((type) => abstract.startsWith(type.name));
  return (named ?? types[0])?.id ?? null;
}

function inventIssueDate(receivedOn: PlainDate, random: Random): PlainDate {
  const issued = addDays(
    receivedOn,
    -random.weighted([
      [0, 15],
      [1, 32],
      [2, 18],
      [3, 14],
      [4, 8],
      [6, 7],
      [9, 4],
      [15, 2],
    ]),
  );
  return isWeekend(issued) ? addDays(issued, -2) : issued;
}

/** Chance that a paper so many days old is still open; the rest is done or was for information only. */
function openShare(age: number): number {
  if (age <= 1) return 0.75;
  if (age <= 5) return 0.45;
  if (age <= 12) return 0.2;
  if (age <= 30) return 0.05;
  return age <= 90 ? 0.006 : 0.0002;
}

function inventCourse(receivedOn: PlainDate, today: PlainDate, urgency: Urgency, random: Random): Course {
  const age = daysBetween(receivedOn, today);
  const usualDays = [
    [10, 50],
    [3, 8],
    [5, 14],
    [7, 12],
    [15, 10],
    [30, 6],
  ] as const;
  const due = (): PlainDate =>
    defaultDeadline(receivedOn, urgency === 'normal' ? random.weighted(usualDays) : urgentDays[urgency]);
  if (random.chance(openShare(age))) {
    if (age <= 2 && random.chance(0.45))
      return { state: 'awaiting-directive', lead: undefined, dueOn: random.chance(0.2) ? due() : null, doneOn: null };
    return {
      state: 'in-progress',
      lead: random.weighted(leads),
      dueOn: random.chance(0.9) ? due() : null,
      doneOn: null,
    };
  }
  if (random.chance(0.3)) return { state: 'for-information', lead: random.weighted(leads), dueOn: null, doneOn: null };
  const dueOn = due();
  const took = random.chance(0.88)
    ? random.int(0, daysBetween(receivedOn, dueOn))
    : daysBetween(receivedOn, dueOn) + random.int(1, 12);
  return { state: 'done', lead: random.weighted(leads), dueOn, doneOn: addDays(receivedOn, Math.min(took, age)) };
}

function fieldsOf(
  course: Course,
  organisation: SampleOrganisation,
  random: Random,
): {
  readonly state: DocumentState;
  readonly dueOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
  readonly holderUnitId: string | null;
  readonly holderStaffId: string | null;
  readonly result: string;
} {
  const unit = course.lead === undefined ? undefined : organisation.bodies[course.lead];
  const people = organisation.staff.filter(
    (person) => person.fields.unitId === unit?.id && person.fields.role !== 'clerk',
  );
  return {
    state: course.state,
    dueOn: course.dueOn,
    doneOn: course.doneOn,
    holderUnitId: unit?.id ?? null,
    holderStaffId:
      people.length > 0 && course.state !== 'for-information' && random.chance(0.6) ? random.pick(people).id : null,
    result:
      course.state === 'done'
        ? random.pick([
            'Đã triển khai đến các chi bộ.',
            'Đã có văn bản trả lời.',
            'Đã báo cáo đúng hạn.',
            'Đã tổng hợp, gửi báo cáo.',
            'Đã tham mưu ban hành kế hoạch.',
            '',
          ])
        : '',
  };
}

const directiveTexts = [
  'Giao {lead} chủ trì, {support} phối hợp. Xong trước {due}.',
  '{lead} nghiên cứu, tham mưu Ban Thường vụ. Báo cáo trước {due}.',
  '{lead} tham mưu kế hoạch triển khai, gửi Thường trực trước {due}.',
  'Chuyển {lead} thực hiện, {support} theo dõi, đôn đốc.',
  '{lead} tổng hợp số liệu, báo cáo đúng hạn ({due}).',
];
const informationTexts = ['Chuyển {lead} biết, lưu.', 'Sao gửi các chi bộ quán triệt.', '{lead} lưu hồ sơ, theo dõi.'];

function inventDirectives(
  documentId: string,
  arrival: Arrival,
  course: Course,
  organisation: SampleOrganisation,
  random: Random,
  makeId: MakeId,
): SampleRecord<'directive'>[] {
  const leadKey = course.lead;
  if (leadKey === undefined || random.chance(course.state === 'for-information' ? 0.5 : 0.06)) return [];
  const lead = organisation.bodies[leadKey];
  const support = random.weighted(leads.filter(([key]) => key !== leadKey));
  const leaders = organisation.staff.filter((person) => person.fields.role === 'leader').slice(0, 2);
  const givenMs = arrival.epochMs + random.int(10, 170) * 60_000;
  const text = random.pick(course.state === 'for-information' ? informationTexts : directiveTexts);
  const filled = text
    .replace('{lead}', lead.fields.name)
    .replace('{support}', organisation.bodies[support].fields.name)
    .replace('{due}', course.dueOn === null ? 'cuối tháng' : `${course.dueOn.slice(8)}/${course.dueOn.slice(5, 7)}`);
  return [
    {
      type: 'directive',
      id: makeId(givenMs),
      fields: {
        documentId,
        authorId: random.pick(leaders).id,
        text: filled,
        leadUnitId: lead.id,
        leadStaffId: null,
        supportUnitIds: text.includes('{support}') ? [organisation.bodies[support].id] : [],
        dueOn: course.dueOn,
        givenAt: new Date(givenMs).toISOString(),
      },
    },
  ];
}

/** Three or four signers for each author, the first signing most. */
function createSigners(random: Random): (author: string) => string {
  const signers = new Map<string, readonly string[]>();
  return (author) => {
    const known =
      signers.get(author) ?? Array.from({ length: random.int(1, 4) }, () => inventPerson(random, 0.25).name.full);
    signers.set(author, known);
    return known[Math.floor(random.next() ** 2 * known.length)] ?? '';
  };
}
