import { describe, expect, it } from 'vitest';
import { markPapers, paperStateOf } from './paper-standing.ts';

describe('marking papers of a dossier', () => {
  const papers = { heldPapers: ['application'], unneededPapers: ['opinions'] };

  it('puts a paper in one list only, and names only lists that change', () => {
    expect(markPapers(papers, ['opinions'], 'held')).toEqual({
      heldPapers: ['application', 'opinions'],
      unneededPapers: [],
    });
    expect(markPapers(papers, ['application'], 'missing')).toEqual({ heldPapers: [] });
    expect(markPapers(papers, ['record-check'], 'unneeded')).toEqual({ unneededPapers: ['opinions', 'record-check'] });
    expect(markPapers(papers, ['application'], 'held')).toEqual({});
  });

  it('says how a paper stands', () => {
    expect(['application', 'opinions', 'record-check'].map((code) => paperStateOf(papers, { code }))).toEqual([
      'held',
      'unneeded',
      'missing',
    ]);
  });
});
