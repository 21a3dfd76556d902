/** What docs/glossary.md fixes: the identifiers we write, and the words we never write, all in lower case. */
export type Glossary = { readonly identifiers: ReadonlySet<string>; readonly neverWrite: ReadonlySet<string> };

/**
 * Reads every Markdown table that has an `identifier` column; backticked words count there
 * and in its `never write` column, if there is one.
 */
export function parseGlossary(markdown: string): Glossary {
  const identifiers = new Set<string>();
  const neverWrite = new Set<string>();
  let columns: string[] = [];
  for (const line of markdown.split('\n')) {
    const cells = cellsOf(line);
    if (cells === undefined) columns = [];
    else if (columns.length === 0) columns = cells.map((cell) => cell.toLowerCase());
    else {
      addWords(identifiers, cells[columns.indexOf('identifier')]);
      addWords(neverWrite, cells[columns.indexOf('never write')]);
    }
  }
  return { identifiers, neverWrite };
}

/** Terms (folder names, entity names) that the glossary does not have. */
export function findMissingTerms(glossary: Glossary, terms: readonly string[]): readonly string[] {
  return [...new Set(terms)].filter((term) => !glossary.identifiers.has(normalize(term)));
}

/** Names in which a forbidden word stands as a whole part: `hoSo` forbids `hoSoList`, not `ghoSol`. */
export function findForbiddenNames(
  glossary: Glossary,
  names: Iterable<string>,
): readonly { readonly name: string; readonly word: string }[] {
  return [...names].flatMap((name) => {
    const word = [...glossary.neverWrite].find((each) => containsWord(name, each));
    return word === undefined ? [] : [{ name, word }];
  });
}

/** Compares on the joined parts at part borders, so that a word of several parts is found too. */
function containsWord(name: string, word: string): boolean {
  const parts = partsOf(name);
  return parts.some((_, from) => parts.some((__, to) => to >= from && parts.slice(from, to + 1).join('') === word));
}

function partsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase());
}

function cellsOf(line: string): string[] | undefined {
  const trimmed = line.trim();
  if (!trimmed.startsWith('|')) return undefined;
  return trimmed
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function addWords(words: Set<string>, cell: string | undefined): void {
  for (const match of (cell ?? '').matchAll(/`([^`]+)`/g)) words.add(normalize(match[1] ?? ''));
}

function normalize(term: string): string {
  return term.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}
