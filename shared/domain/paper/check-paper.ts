import type { PlainDate } from '#shared/base/plain-date.ts';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import { mayIssue, type IssuingBody } from './authority-table.ts';
import { checkLists } from './check-lists.ts';
import { checkSignature } from './check-signature.ts';
import { checkText } from './check-text.ts';
import { find, type Finding } from './finding.ts';
import type { PaperContent } from './paper-content.ts';
import type { PaperFacts } from './paper-facts.ts';
import { linesOfBlock } from './paper-template.ts';

/** An abstract is one short sentence; longer ones do not fit the books either. Letters. */
const ABSTRACT_LONG = 180;

/**
 * Checks a paper against the rules of its regime: what is missing, what stands where it must not, what is written wrongly. Worst first, then from top to
 * bottom. It never fails on what is missing, and it changes nothing. `today` is the day of the check.
 */
export function checkPaper(facts: PaperFacts, content: PaperContent, today: PlainDate): readonly Finding[] {
  const found = [
    ...checkHeader(facts, today),
    ...checkAuthority(facts, today),
    ...checkLists(facts, content),
    ...checkBody(facts, content),
    ...checkText(facts, content),
    ...checkSignature(facts, content),
  ];
  const rank = { error: 0, warning: 1, note: 2 } as const;
  return found.toSorted((one, other) => rank[one.severity] - rank[other.severity]);
}

function checkHeader(facts: PaperFacts, today: PlainDate): readonly Finding[] {
  const { regime, issuer, abstract, form, placeAndDate, record } = facts;
  const found: Finding[] = [];
  if (issuer === '') found.push(find(regime, 'issuer-missing', 'header'));
  if (lacksAbove(facts)) found.push(find(regime, 'above-missing', 'header'));
  if (/^ngày/u.test(placeAndDate)) found.push(find(regime, 'place-missing', 'date'));
  if (record.issuedOn !== null && record.issuedOn > today) found.push(find(regime, 'date-in-future', 'date'));
  if (abstract === '' && form !== 'slip') found.push(find(regime, 'abstract-missing', 'abstract'));
  if (abstract.length > ABSTRACT_LONG)
    found.push(find(regime, 'abstract-long', 'abstract', null, [String(abstract.length), String(ABSTRACT_LONG)]));
  if (/[.;,]$/u.test(abstract)) found.push(find(regime, 'abstract-full-stop', 'abstract'));
  return found;
}

/** Of State bodies only the people's committee and its offices have somebody above them on their papers; a people's council has not. */
function lacksAbove({ regime, above, issuer, bodyKind }: PaperFacts): boolean {
  if (above !== '') return false;
  return regime === 'party' || bodyKind === 'office' || /^(?:uy ban nhan dan|ubnd)\b/.test(foldForSearch(issuer));
}

function checkAuthority(facts: PaperFacts, today: PlainDate): readonly Finding[] {
  const body = issuingBodyOf(facts);
  if (body === undefined || mayIssue(body, facts.typeId, facts.record.issuedOn ?? today)) return [];
  const type = findDocumentType(facts.typeId)?.name ?? '';
  return [find(facts.regime, 'type-not-authorised', 'type', null, [type, facts.issuer])];
}

/** Whose paper it is by the rules of authority: who it is signed for decides between a committee and its standing committee. */
function issuingBodyOf({ regime, bodyKind, record, issuer }: PaperFacts): IssuingBody | undefined {
  const name = foldForSearch(issuer);
  if (regime === 'state') {
    if (name.startsWith('hoi dong nhan dan')) return 'people-council';
    return name.startsWith('uy ban nhan dan') || name.startsWith('ubnd') ? 'people-committee' : undefined;
  }
  const isStanding = /ban thuong vu/.test(foldForSearch(record.signBody));
  if (bodyKind === 'cell') return 'cell';
  if (bodyKind === 'base-committee') return isStanding ? 'base-standing' : 'base-committee';
  if (bodyKind === 'committee') return isStanding ? 'commune-standing' : 'commune-committee';
  return undefined;
}

function checkBody({ regime, form }: PaperFacts, { blocks }: PaperContent): readonly Finding[] {
  const filled = blocks.flatMap((block, index) =>
    linesOfBlock(block).join('').trim() === '' ? [] : [{ block, index }],
  );
  const last = filled.at(-1);
  if (last === undefined) return [find(regime, 'body-missing', 'blocks')];
  const found: Finding[] = [];
  for (const { block, index } of filled) {
    if (regime === 'party' && linesOfBlock(block).some((line) => line.trimEnd().endsWith('./.')))
      found.push(find(regime, 'state-end-mark-in-party', 'blocks', index));
  }
  const end = linesOfBlock(last.block).join(' ').trimEnd();
  const isText = last.block.kind !== 'table' && last.block.kind !== 'heading';
  if (regime === 'state' && !end.endsWith('./.')) found.push(find(regime, 'end-mark-missing', 'blocks', last.index));
  if (regime === 'party' && isText && form !== 'slip' && !/[.!?”"]$/u.test(end))
    found.push(find(regime, 'body-full-stop', 'blocks', last.index));
  return [...found, ...checkArticles(regime, blocks)];
}

function checkArticles(regime: PaperFacts['regime'], blocks: PaperContent['blocks']): readonly Finding[] {
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'article') continue;
    if (block.number !== before + 1)
      return [find(regime, 'articles-out-of-order', 'blocks', index, [String(block.number), String(before + 1)])];
    before = block.number;
  }
  return [];
}
