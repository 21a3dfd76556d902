import { describe, expect, it } from 'vitest';
import { documentTypes, findDocumentType, listDocumentTypes } from './document-type-table.ts';

describe('document types', () => {
  it('holds the 25 Party types and 8 papers, and the 29 State types', () => {
    const party = listDocumentTypes('party');
    expect(party.filter((type) => type.kind === 'act')).toHaveLength(25);
    expect(party.filter((type) => type.kind === 'paper')).toHaveLength(8);
    expect(listDocumentTypes('state').filter((type) => type.kind === 'act' || type.kind === 'paper')).toHaveLength(29);
  });

  it('has ids that are unique, ASCII and short enough to store', () => {
    expect(new Set(documentTypes.map((type) => type.id)).size).toBe(documentTypes.length);
    expect(documentTypes.every((type) => /^(party|state)-[a-z-]{2,34}$/.test(type.id))).toBe(true);
    expect(documentTypes.every((type) => type.name === type.name.normalize('NFC'))).toBe(true);
  });

  it('shares a code only between Party Quyết định and Quy định within one regime', () => {
    const shared = documentTypes.filter(
      (type) =>
        type.code !== '' &&
        documentTypes.some((other) => other !== type && other.regime === type.regime && other.code === type.code),
    );
    expect(shared.map((type) => type.id)).toEqual(['party-decision', 'party-regulation']);
  });

  it('finds a type by its id only', () => {
    expect(findDocumentType('party-plan')?.name).toBe('Kế hoạch');
    expect(findDocumentType('plan')).toBeUndefined();
  });
});
