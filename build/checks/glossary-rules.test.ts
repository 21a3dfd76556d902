import { describe, expect, it } from 'vitest';
import { findForbiddenNames, findMissingTerms, parseGlossary } from './glossary-rules.ts';

const glossary = parseGlossary(`
| Vietnamese | Identifier | Meaning | Never write |
| --- | --- | --- | --- |
| văn bản | \`document\` | the paper | \`congVan\` |
| sổ tay đảng viên | \`handbook\`, \`memberHandbook\` | her own book | \`soTay\`, \`profile\` |

Text between tables \`notATerm\`.

| other | table |
| --- | --- |
| \`ignored\` | x |
`);

describe('the glossary', () => {
  it('knows the backticked words of its identifier columns only', () => {
    expect(findMissingTerms(glossary, ['document', 'member-handbook', 'ignored', 'notATerm'])).toEqual([
      'ignored',
      'notATerm',
    ]);
  });

  it('finds a forbidden word at the borders of a name, in any spelling', () => {
    const names = ['congVanList', 'CongVan', 'CONG_VAN', 'openProfile', 'profiled', 'document', 'soTayRow'];
    expect(findForbiddenNames(glossary, names).map(({ name }) => name)).toEqual([
      'congVanList',
      'CongVan',
      'CONG_VAN',
      'openProfile',
      'soTayRow',
    ]);
  });
});
