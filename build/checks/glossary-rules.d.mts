/** What docs/glossary.md fixes: the identifiers we write, and the words we never write, all in lower case. */
export type Glossary = { readonly identifiers: ReadonlySet<string>; readonly neverWrite: ReadonlySet<string> };

/**
 * Reads every Markdown table that has an `identifier` column; backticked words count there
 * and in its `never write` column, if there is one.
 */
export function parseGlossary(markdown: string): Glossary;

/** Terms (folder names, entity names) that the glossary does not have. */
export function findMissingTerms(glossary: Glossary, terms: readonly string[]): readonly string[];

/**
 * The forbidden word that stands in a name as a whole part or as several parts joined: `hoSo` forbids `hoSoList`,
 * not `ghoSol`.
 */
export function findForbiddenWord(glossary: Glossary, name: string): string | undefined;
