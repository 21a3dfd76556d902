import { describe, expect, it } from 'vitest';
import { isWithinCell, placesOf, type FieldOf, type RecordOf } from './op-scope.ts';
import type { FieldValue, Op } from './sync/op.ts';

type Fields = Readonly<Record<string, FieldValue>>;
const fieldOf =
  (fields: Fields): FieldOf =>
  (field) =>
    fields[field];

/** Two base committees with cells; `ring-a` and `ring-b` hang on each other. */
const records: Readonly<Record<string, Fields>> = {
  'unit:committee': { parentId: null },
  'unit:base': { parentId: 'committee' },
  'unit:own': { parentId: 'base' },
  'unit:below': { parentId: 'own' },
  'unit:other': { parentId: 'base' },
  'unit:merged-away': { parentId: 'base', successorIds: ['own', 'other'] },
  'unit:long-gone': { parentId: 'other', successorIds: ['merged-away'] },
  'unit:ring-a': { parentId: 'ring-b' },
  'unit:ring-b': { parentId: 'ring-a' },
  'member:mine': { unitId: 'below' },
  'member:theirs': { unitId: 'other' },
  'member:nowhere': { unitId: null },
  'meeting:mine': { unitId: 'own' },
  'meeting:theirs': { unitId: 'other' },
};
const recordOf: RecordOf = (type, id) => {
  const fields = records[`${type}:${id}`];
  return fields && fieldOf(fields);
};
const set = (type: string, f: Fields): Pick<Op, 't' | 'type' | 'f'> => ({ t: 'set', type, f });
const isFine = (act: Pick<Op, 't' | 'type' | 'f'>, before?: Fields, own: string | null = 'own'): boolean =>
  isWithinCell(act, before && fieldOf(before), own, recordOf);

describe('the acts of a cell', () => {
  it('are in the own organisation and those below it', () => {
    expect(
      ['own', 'below', 'other', 'base', 'committee', 'gone'].filter((unitId) => isFine(set('meeting', { unitId }))),
    ).toEqual(['own', 'below']);
  });

  it('follow the meeting or member they name', () => {
    for (const type of ['attendance', 'meetingOpinion', 'meetingVote', 'meetingTask']) {
      expect(isFine(set(type, { meetingId: 'mine' }))).toBe(true);
      expect(isFine(set(type, { meetingId: 'theirs' }))).toBe(false);
    }
    for (const type of ['feeBasis', 'studyReading']) {
      expect(isFine(set(type, { memberId: 'mine' }))).toBe(true);
      expect(isFine(set(type, { memberId: 'theirs' }))).toBe(false);
      expect(isFine(set(type, { memberId: 'nowhere' }))).toBe(false);
    }
    expect(isFine(set('rating', { unitId: 'own', memberId: 'theirs' }))).toBe(false);
    expect(isFine(set('rating', { unitId: 'own', memberId: null }))).toBe(true);
    expect(isFine(set('attachment', { ownerType: 'meeting', documentId: 'theirs' }))).toBe(false);
    expect(isFine(set('attachment', { ownerType: 'document', documentId: 'theirs' }))).toBe(true);
  });

  it('keep money with the cell that took it in, whoever has moved since', () => {
    expect(isFine(set('feePayment', { unitId: 'own', memberId: 'theirs' }))).toBe(true);
    expect(isFine(set('feePayment', { unitId: 'other', memberId: 'mine' }))).toBe(false);
  });

  it('are judged by where the record is and by where it would be put', () => {
    expect(isFine(set('meeting', { title: 'Khác' }), { unitId: 'other' })).toBe(false);
    expect(isFine(set('meeting', { unitId: 'own' }), { unitId: 'other' })).toBe(false);
    expect(isFine(set('meeting', { unitId: 'other' }), { unitId: 'own' })).toBe(false);
    expect(isFine({ t: 'del', type: 'attendance', f: {} }, { meetingId: 'theirs' })).toBe(false);
  });

  it('reach what was left by organisations that went into the own one, and follow one’s own into its first heir', () => {
    expect(isFine(set('meeting', { unitId: 'merged-away' }))).toBe(true);
    expect(isFine(set('feePayment', { unitId: 'long-gone' }))).toBe(true);
    expect(isFine(set('meeting', { unitId: 'own' }), undefined, 'long-gone')).toBe(true);
    expect(isFine(set('meeting', { unitId: 'below' }), undefined, 'merged-away')).toBe(true);
    expect(isFine(set('meeting', { unitId: 'other' }), undefined, 'long-gone')).toBe(false);
    expect(isFine(set('meeting', { unitId: 'base' }))).toBe(false);
  });

  it('wait to be judged while the meeting is not known', () => {
    expect(isFine(set('attendance', { meetingId: 'not-yet' }))).toBe(true);
    expect(placesOf(set('attendance', { meetingId: 'not-yet' }), undefined)).toEqual([
      { type: 'meeting', id: 'not-yet' },
    ]);
  });

  it('are none for somebody without an organisation, and end in a tree damaged into a ring', () => {
    expect(isFine(set('meeting', { unitId: 'own' }), undefined, null)).toBe(false);
    expect(isFine(set('meeting', { unitId: 'ring-a' }))).toBe(false);
  });
});
