/**
 * Reads every Markdown table that has an `identifier` column; backticked words count there
 * and in its `never write` column, if there is one.
 */
export function parseGlossary(markdown) {
  const identifiers = new Set();
  const neverWrite = new Set();
  let columns = [];
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
export function findMissingTerms(glossary, terms) {
  return [...new Set(terms)].filter((term) => !glossary.identifiers.has(normalize(term)));
}

/**
 * The forbidden word that stands in a name as a whole part or as several parts joined: `hoSo` forbids `hoSoList`,
 * not `ghoSol`.
 */
export function findForbiddenWord(glossary, name) {
  const parts = partsOf(name);
  for (let from = 0; from < parts.length; from += 1) {
    for (let to = from + 1; to <= parts.length; to += 1) {
      const word = parts.slice(from, to).join('');
      if (glossary.neverWrite.has(word)) return word;
    }
  }
  return undefined;
}

function partsOf(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase());
}

function cellsOf(line) {
  const trimmed = line.trim();
  if (!trimmed.startsWith('|')) return undefined;
  return trimmed
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function addWords(words, cell) {
  for (const match of (cell ?? '').matchAll(/`([^`]+)`/g)) words.add(normalize(match[1]));
}

function normalize(term) {
  return term.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}
