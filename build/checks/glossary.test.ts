import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entities } from '#shared/entities.ts';
import { findForbiddenWord, findMissingTerms, parseGlossary } from './glossary-rules.mjs';

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
    expect(names.map((name) => findForbiddenWord(glossary, name))).toEqual([
      'congvan',
      'congvan',
      'congvan',
      'profile',
      undefined,
      undefined,
      'sotay',
    ]);
  });

  it('has every folder of shared/domain and every entity', () => {
    const written = parseGlossary(readFileSync('docs/glossary.md', 'utf8'));
    const folders = readdirSync('shared/domain', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const terms = [...folders.map(({ name }) => name), ...Object.keys(entities)];
    expect(terms.length).toBeGreaterThan(20);
    expect(findMissingTerms(written, terms)).toEqual([]);
  });
});
