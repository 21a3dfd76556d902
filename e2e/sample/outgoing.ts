import { addDays, isWeekend, startOfDayMs, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { must } from '#shared/base/must.ts';
import { toUpperVietnamese } from '#shared/base/vietnamese.ts';
import { findDocumentType, type DocumentType } from '#shared/domain/document/document-type-table.ts';
import type { Urgency } from '#shared/domain/document/document-record.ts';
import type { OutgoingFields, SignMode } from '#shared/domain/outgoing/outgoing-record.ts';
import { seriesOf } from '#shared/domain/register/series.ts';
import { symbolOf } from '#shared/domain/register/symbol-of.ts';
import { inventAbstract } from './abstracts.ts';
import { partyTopics, stateTopics } from './abstract-table.ts';
import { communeFoundedOn, type BodyKey, type SampleOrganisation } from './organisation.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { spreadArrivals } from './work-days.ts';
import { inventContent } from './outgoing-content.ts';

type MakeId = (epochMs: number) => string;

/** The books of what leaves, the terms they count in, and the papers themselves with their drafts and the numbers nobody used. */
export type SampleOutgoing = {
  readonly registers: readonly SampleRecord<'register'>[];
  readonly terms: readonly SampleRecord<'term'>[];
  readonly outgoings: readonly SampleRecord<'outgoing'>[];
  readonly drafts: readonly SampleRecord<'draft'>[];
  readonly opinions: readonly SampleRecord<'opinion'>[];
  readonly ledgerEntries: readonly SampleRecord<'ledgerEntry'>[];
};

/** A body that issues papers: how its book counts, how it signs, what it writes. */
type Issuing = {
  readonly key: BodyKey | 'committee';
  readonly book: string;
  readonly regime: 'party' | 'state';
  readonly suffix: string;
  readonly weight: number;
  readonly sign: readonly [mode: SignMode, body: string, post: string];
  readonly signerPost: RegExp;
  readonly types: readonly (readonly [typeId: string, weight: number])[];
};

const issuing: readonly Issuing[] = [
  {
    key: 'committee',
    book: 'Sổ văn bản đi của Đảng uỷ',
    regime: 'party',
    suffix: 'ĐU',
    weight: 60,
    sign: ['on-behalf', 'ĐẢNG UỶ', 'PHÓ BÍ THƯ'],
    signerPost: /^Phó Bí thư Thường trực/u,
    types: [
      ['party-letter', 40],
      ['party-plan', 14],
      ['party-report', 14],
      ['party-notice', 12],
      ['party-submission', 8],
    ],
  },
  {
    key: 'office',
    book: 'Sổ văn bản đi của Văn phòng Đảng uỷ',
    regime: 'party',
    suffix: 'VPĐU',
    weight: 20,
    sign: ['direct', '', 'CHÁNH VĂN PHÒNG'],
    signerPost: /^Chánh Văn phòng Đảng uỷ/u,
    types: [
      ['party-letter', 60],
      ['party-invitation', 30],
      ['party-notice', 10],
    ],
  },
  {
    key: 'peoplesCommittee',
    book: 'Sổ văn bản đi của UBND xã',
    regime: 'state',
    suffix: 'UBND',
    weight: 20,
    sign: ['on-behalf', 'UỶ BAN NHÂN DÂN', 'CHỦ TỊCH'],
    signerPost: /Chủ tịch UBND/u,
    types: [
      ['state-letter', 40],
      ['state-report', 20],
      ['state-plan', 20],
      ['state-decision', 20],
    ],
  },
];

/** Papers not yet issued, newest of all: one in each state of the work on it. */
const unfinished = ['draft', 'in-review', 'approved'] as const;

/** Makes the outgoing papers of an office: numbered without gap but for what the ledger explains, and some still being written. */
export function generateOutgoing(
  count: number,
  today: PlainDate,
  organisation: SampleOrganisation,
  random: Random,
  makeId: MakeId,
): SampleOutgoing {
  if (count === 0) return { registers: [], terms: [], outgoings: [], drafts: [], opinions: [], ledgerEntries: [] };
  const founded = startOfDayMs(communeFoundedOn) + 9 * 3_600_000;
  const committee = must(organisation.units[0], 'the organisation has a committee');
  const bodyOf = (key: Issuing['key']): string => (key === 'committee' ? committee.id : organisation.bodies[key].id);
  const registers = issuing.map(({ key, book, regime, suffix }, i): SampleRecord<'register'> => {
    const counting = regime === 'party' ? 'type-term' : 'year';
    const fields = {
      book: 'outgoing',
      name: book,
      holderDevice: null,
      bodyId: bodyOf(key),
      regime,
      suffix,
      counting,
      closedOn: null,
      origin: '',
      formerOffice: '',
    } as const;
    return { type: 'register', id: makeId(founded + i), fields };
  });
  const terms = issuing
    .filter(({ regime }) => regime === 'party')
    .map(({ key }, i): SampleRecord<'term'> => {
      const fields = { bodyId: bodyOf(key), name: '2025 - 2030', isCongress: false, from: communeFoundedOn, to: null };
      return { type: 'term', id: makeId(founded + 100 + i), fields };
    });
  const spans = terms.map(({ id, fields }) => ({ id, ...fields }));
  const last = new Map<string, number>();
  const ledgerEntries: SampleRecord<'ledgerEntry'>[] = [];
  const clerk = must(
    organisation.staff.find(({ fields }) => fields.role === 'clerk'),
    'somebody is clerk',
  ).id;
  const drafts: SampleRecord<'draft'>[] = [];
  const opinions: SampleRecord<'opinion'>[] = [];
  const days = spreadArrivals(count, lastWorkDay(today), random.fork('days'));
  const outgoings = days.map(({ day, epochMs }, at): SampleRecord<'outgoing'> => {
    const state = unfinished[count - 1 - at] ?? 'issued';
    const which =
      state === 'issued'
        ? random.weighted(issuing.map((each) => [each, each.weight] as const))
        : must(issuing[0], 'somebody issues');
    const register = must(registers[issuing.indexOf(which)], 'every body has a book');
    const type = getType(random.weighted(which.types));
    const signer = must(
      organisation.staff.find(({ fields }) => which.signerPost.test(fields.post)),
      `somebody signs for ${which.book}`,
    );
    const id = makeId(epochMs);
    const family = which.regime === 'party' ? 'commune-party' : 'commune-state';
    const topics = which.regime === 'party' ? partyTopics : stateTopics;
    const abstract = withoutTypeName(
      inventAbstract({ family, typeCode: type.id === 'state-letter' ? '' : type.code, topics, issuedOn: day }, random),
      type,
    );
    const found = seriesOf({ counting: register.fields.counting, bodyId: register.fields.bodyId }, type.id, day, spans);
    if (!found.ok) throw new Error(`no series for ${which.book} on ${day}`);
    const isIssued = state === 'issued';
    let number: number | null = null;
    if (isIssued) {
      number = (last.get(`${register.id}:${found.series}`) ?? 0) + 1;
      // Now and then a number is left out, and the ledger says why.
      if (random.chance(0.01)) {
        ledgerEntries.push(skippedNumber(makeId(epochMs - 1000), register.id, found.series, number, day, clerk));
        number += 1;
      }
      last.set(`${register.id}:${found.series}`, number);
    }
    const [signMode, signBody, signPost] = which.sign;
    const at9 = new Date(epochMs).toISOString();
    const fields: OutgoingFields = {
      regime: which.regime,
      bodyId: register.fields.bodyId,
      typeId: type.id,
      abstract,
      registerId: isIssued ? register.id : null,
      series: isIssued ? found.series : '',
      number,
      symbol: number === null ? '' : symbolOf(register.fields, type.code, number),
      issuedOn: isIssued ? day : null,
      numberReason: '',
      numberedBy: isIssued ? clerk : null,
      numberedAt: isIssued ? at9 : null,
      place: organisation.units[0]?.fields.name.replace(/^Đảng bộ (?:xã|phường) /u, '') ?? '',
      signMode,
      signBody,
      signPost,
      signer: signer.fields.name.full,
      signerId: signer.id,
      urgency: random.weighted<Urgency>([
        ['normal', 92],
        ['urgent', 7],
        ['flash', 1],
      ]),
      secrecy: 'none',
      circulation: '',
      recipients:
        which.regime === 'party' ? 'Các chi bộ trực thuộc; Thường trực Đảng uỷ' : 'Các thôn; Văn phòng HĐND và UBND',
      archiveKeeper: which.key === 'peoplesCommittee' ? 'Văn thư UBND' : 'Văn phòng Đảng uỷ',
      copies: random.int(1, 45),
      pages: random.int(1, 6),
      dueOn: null,
      replyToId: null,
      replacesId: null,
      state,
      reason: '',
      note: '',
      drafterId: clerk,
      createdAt: at9,
    };
    if (at >= count - 12) drafts.push(firstDraft(makeId(epochMs + 60_000), id, fields, type, random, clerk));
    if (state === 'in-review') opinions.push(commentOn(makeId(epochMs + 120_000), id, organisation, epochMs + 120_000));
    return { type: 'outgoing', id, fields };
  });
  return { registers, terms, outgoings, drafts, opinions, ledgerEntries };
}

function lastWorkDay(today: PlainDate): PlainDate {
  return isWeekend(today) ? lastWorkDay(addDays(today, -1)) : toPlainDate(today);
}

function getType(id: string): DocumentType {
  return must(findDocumentType(id), `there is a type ${id}`);
}

/** The name of the type is printed apart: `Báo cáo kết quả …` is `Kết quả …` on a report. */
function withoutTypeName(abstract: string, type: DocumentType): string {
  const rest = abstract.startsWith(`${type.name} `) ? abstract.slice(type.name.length + 1) : abstract;
  return `${toUpperVietnamese(rest.charAt(0))}${rest.slice(1)}`;
}

function skippedNumber(
  id: string,
  registerId: string,
  series: string,
  number: number,
  on: PlainDate,
  notedBy: string,
): SampleRecord<'ledgerEntry'> {
  const reason = 'Ghi nhầm số khi vào sổ, bỏ trống';
  const notedAt = new Date(startOfDayMs(on) + 10 * 3_600_000).toISOString();
  const fields = {
    registerId,
    series,
    from: number,
    to: number,
    kind: 'skipped',
    reason,
    on,
    notedBy,
    notedAt,
    isReleased: false,
  } as const;
  return { type: 'ledgerEntry', id, fields };
}

function firstDraft(
  id: string,
  outgoingId: string,
  paper: OutgoingFields,
  type: DocumentType,
  random: Random,
  authorId: string,
): SampleRecord<'draft'> {
  const content = inventContent(paper, type, random);
  return {
    type: 'draft',
    id,
    fields: { outgoingId, version: 1, content, note: '', authorId, writtenAt: paper.createdAt },
  };
}

function commentOn(
  id: string,
  outgoingId: string,
  { staff }: SampleOrganisation,
  epochMs: number,
): SampleRecord<'opinion'> {
  const head = must(
    staff.find(({ fields }) => fields.role === 'office-head'),
    'somebody heads the office',
  ).id;
  const text = 'Bổ sung thời hạn báo cáo của các chi bộ vào mục 2, bỏ đoạn trùng với mục 1.';
  const givenAt = new Date(epochMs).toISOString();
  const fields = {
    outgoingId,
    version: 1,
    kind: 'comment',
    staffId: head,
    blockIndex: 2,
    text,
    onBehalfOf: null,
    givenAt,
  } as const;
  return { type: 'opinion', id, fields };
}
