import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { allOutgoings, type OutgoingFilter } from '../outgoing/outgoing-list.ts';
import type { OpinionRow, OutgoingRow } from '../rows.ts';
import { IdList } from './id-list.ts';
import { OutgoingIndex } from './outgoing-index.ts';

const meta = { stream: 'org:na-lau', seq: 1, pending: 0, conflicts: [], removed: false } as const;

function paper(fields: Partial<OutgoingRow>): OutgoingRow {
  return {
    ...meta,
    id: uuidv7(),
    regime: 'party',
    bodyId: null,
    typeId: 'party-letter',
    abstract: '',
    registerId: null,
    series: '',
    number: null,
    symbol: '',
    issuedOn: null,
    numberReason: '',
    numberedBy: null,
    numberedAt: null,
    place: '',
    signMode: 'direct',
    signBody: '',
    signPost: '',
    signer: '',
    signerId: null,
    urgency: 'normal',
    secrecy: 'none',
    circulation: '',
    recipients: '',
    archiveKeeper: '',
    copies: 1,
    pages: 1,
    dueOn: null,
    replyToId: null,
    replacesId: null,
    state: 'draft',
    reason: '',
    note: '',
    drafterId: null,
    createdAt: '2026-11-20T02:00:00.000Z',
    ...fields,
  };
}

function opinion(outgoingId: string, staffId: string, kind: OpinionRow['kind'], givenAt: string): OpinionRow {
  const fields = { outgoingId, version: 1, kind, staffId, blockIndex: null, text: '', onBehalfOf: null, givenAt };
  return { ...meta, id: uuidv7(), ...fields };
}

function indexOf(...rows: readonly OutgoingRow[]): OutgoingIndex {
  const index = new OutgoingIndex();
  for (const row of rows) index.put(row.id, row);
  index.settle();
  return index;
}

function found(index: OutgoingIndex, change: Partial<OutgoingFilter>, actor = ''): readonly string[] {
  const list = new IdList(index.list({ ...allOutgoings, ...change }, actor).ids);
  return list.slice(0, list.length);
}

describe('the list of outgoing papers', () => {
  const issued = paper({
    symbol: '05-CV/ĐU',
    number: 5,
    state: 'issued',
    issuedOn: toPlainDate('2026-02-05'),
    abstract: 'mời dự hội nghị tổng kết',
    signer: 'Lò Văn Mẫu',
    recipients: 'Chi bộ Pá Khoang',
  });
  const later = paper({ symbol: '12-CV/ĐU', number: 12, state: 'issued', issuedOn: toPlainDate('2026-03-01') });
  const draft = paper({ state: 'in-review', abstract: 'báo cáo quý IV' });
  const recalled = paper({ state: 'recalled', symbol: '2-TB/ĐU', number: 2, issuedOn: toPlainDate('2025-12-30') });

  it('finds a paper by a sloppy symbol, by words without marks, by signer and by recipient', () => {
    const index = indexOf(issued, later, draft);
    for (const query of ['5-cv/du', 'hoi nghi tong', 'lò văn', 'pa khoang'])
      expect(found(index, { query })).toEqual([issued.id]);
    expect(found(index, { query: 'khong co' })).toEqual([]);
  });

  it('puts the newest first and sorts symbols by their numbers', () => {
    const index = indexOf(issued, draft, later, recalled);
    expect(found(index, {})).toEqual([draft.id, later.id, issued.id, recalled.id]);
    expect(found(index, { facet: 'issued', sort: { by: 'symbol', descending: false } })).toEqual([issued.id, later.id]);
    expect(found(index, { year: 2025 })).toEqual([recalled.id]);
  });

  it('counts each paper under its chips, and a changed one only once', () => {
    const index = indexOf(issued, later, draft, recalled);
    index.put(draft.id, { ...draft, state: 'approved' });
    const { counts } = index.list(allOutgoings, '');
    expect(counts).toMatchObject({ all: 4, drafting: 0, approved: 1, issued: 2, withdrawn: 1, 'for-me': 0 });
    index.put(draft.id, null);
    expect(index.list(allOutgoings, '').counts.all).toBe(3);
  });

  it('waits for who was asked and has not answered, and for who signs a paper in review', () => {
    const [asked, signer] = [uuidv7(), uuidv7()];
    const index = indexOf(issued, { ...draft, signerId: signer });
    index.putOpinion('1', opinion(draft.id, asked, 'asked', '2026-11-20T03:00:00.000Z'));
    expect(found(index, { facet: 'for-me' }, asked)).toEqual([draft.id]);
    expect(found(index, { facet: 'for-me' }, signer)).toEqual([draft.id]);
    expect(found(index, { facet: 'for-me' }, uuidv7())).toEqual([]);
    index.putOpinion('2', opinion(draft.id, asked, 'comment', '2026-11-20T04:00:00.000Z'));
    expect(found(index, { facet: 'for-me' }, asked)).toEqual([]);
    index.put(draft.id, { ...draft, signerId: signer, state: 'issued' });
    expect(found(index, { facet: 'for-me' }, signer)).toEqual([]);
  });
});

describe('the chip of what is only on this PC', () => {
  it('holds papers with unsent changes and papers with an unsent file, until they are sent', () => {
    const [edited, filed, sent] = [paper({ pending: 1 }), paper({ state: 'issued' }), paper({})];
    const index = indexOf(edited, filed, sent);
    const shown = (): readonly string[] => {
      const { ids, counts } = index.list({ ...allOutgoings, facet: 'not-at-province' }, '');
      const list = new IdList(ids);
      expect(counts['not-at-province']).toBe(list.length);
      return list.slice(0, list.length);
    };
    expect(shown()).toEqual([edited.id]);
    index.owe(new Set([filed.id]));
    expect([...shown()].sort()).toEqual([edited.id, filed.id].sort());
    index.put(edited.id, { ...edited, pending: 0 });
    index.owe(new Set());
    expect(shown()).toEqual([]);
  });
});
