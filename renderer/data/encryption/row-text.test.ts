import { describe, expect, it } from 'vitest';
import { entities } from '#shared/entities.ts';
import { buildRow } from '../write/build-row.ts';
import { findShape } from './row-shapes.ts';
import { rowFromText, shapedRowToText } from './row-text.ts';

const values = Object.fromEntries(Object.keys(entities.document.schema.shape).map((name, i) => [name, i]));
const view = { values, seq: 3, removed: false, broughtBack: false, conflicts: ['note'], pending: 1, peers: [] };

describe('the text of a row', () => {
  it.each([
    ['document', 'documents', 1],
    ['member', 'members', 3],
    ['memberEvent', 'memberEvents', 4],
    ['rating', 'ratings', 5],
  ] as const)('of a %s as it is built leaves the names out', (type, table, shape) => {
    const fields = Object.fromEntries(Object.keys(entities[type].schema.shape).map((name, i) => [name, i]));
    const row = buildRow(type, 'a', 'commune:x', { ...view, values: fields });
    if (row === undefined) throw new Error('all fields were given');
    expect(findShape(table)?.fields).toEqual(Object.keys(row));
    const text = shapedRowToText(table, row);
    expect(text.startsWith(`[${String(shape)},`)).toBe(true);
    expect(rowFromText(text)).toEqual(row);
  });

  it.each([
    ['with its fields in another order', { id: 'a', book: 'incoming' }],
    [
      'with a field more',
      { ...values, id: 'a', stream: 's', seq: 1, pending: 0, conflicts: [], removed: false, flags: [], more: 1 },
    ],
    ['with a field less', { ...values, id: 'a' }],
    ['with bytes in it', { used: new Uint8Array([1, 2, 255]) }],
  ])('of a row %s keeps the names', (_name, row) => {
    const text = shapedRowToText('documents', row);
    expect(text.startsWith('{')).toBe(true);
    expect(rowFromText(text)).toEqual(row);
  });

  it('of a shape this build does not know is refused', () => {
    expect(() => rowFromText('[99,1,2]')).toThrow();
    expect(() => rowFromText('["0",1,2]')).toThrow();
  });
});

describe('a record from before a field was added', () => {
  it('is shown with the value the field has then', () => {
    const { registeredOffsetMs: _absent, ...older } = values;
    expect(buildRow('document', 'a', 's', { ...view, values: older })).toMatchObject({
      registeredOffsetMs: null,
      book: 0,
    });
    const { abstract: _needed, ...half } = values;
    expect(buildRow('document', 'a', 's', { ...view, values: half })).toBeUndefined();
  });
});
