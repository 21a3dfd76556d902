import { foldForSearch } from '#shared/base/vietnamese.ts';
import { find, type Finding } from './finding.ts';
import type { PaperContent } from './paper-content.ts';
import { sortOfType, type PaperFacts } from './paper-facts.ts';

const withBases = new Set([
  'party-decision',
  'party-regulation',
  'party-statute',
  'state-decision',
  'state-resolution',
  'state-statute',
  'state-regulation',
]);
const withOpening = new Set(['state-decision', 'state-resolution']);
const stateWithAddressees = new Set(['letter', 'submission', 'report', 'telegram', 'courtesy-letter']);
const partyWithAddressees = new Set(['letter', 'submission', 'courtesy-letter']);
const noRecipients = new Set(['courtesy-letter', 'certificate', 'leave', 'travel-order']);

/** What is wrong with the lists around the text: Kính gửi, căn cứ, nơi nhận. */
export function checkLists(facts: PaperFacts, content: PaperContent): readonly Finding[] {
  return [...checkAddressees(facts, content), ...checkBases(facts, content), ...checkRecipients(facts, content)];
}

/** Kính gửi stands in letters only, Kính trình in a Party tờ trình (HD 05-HD/VPTW); the State also in tờ trình and báo cáo to a higher body. */
function checkAddressees({ regime, typeId }: PaperFacts, content: PaperContent): readonly Finding[] {
  const sort = sortOfType(typeId);
  const isUsual = (regime === 'party' ? partyWithAddressees : stateWithAddressees).has(sort);
  const isWanted = sort === 'letter' || sort === 'submission';
  const given = content.addressees.filter((line) => line.trim() !== '');
  const typed = content.blocks.findIndex(
    (block) => block.kind === 'paragraph' && /^kinh gui\s*:/.test(startOf(block.runs)),
  );
  const found: Finding[] = [];
  if (given.length > 0 && !isUsual)
    found.push(find(regime, 'addressees-not-here', 'addressees', null, [given[0] ?? '']));
  if (given.length === 0 && isWanted && typed === -1) found.push(find(regime, 'addressees-missing', 'addressees'));
  if (typed !== -1 && regime === 'party' && sort === 'submission')
    found.push(find(regime, 'submission-label', 'blocks', typed));
  else if (typed !== -1 && !isUsual) found.push(find(regime, 'addressees-not-here', 'blocks', typed, []));
  return found;
}

function checkBases({ regime, typeId }: PaperFacts, content: PaperContent): readonly Finding[] {
  const found: Finding[] = [];
  const inBody = content.blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' && block.kind !== 'item') return [];
    const words = block.runs
      .map(({ text }) => text)
      .join('')
      .trim();
    // A sentence that only begins with Căn cứ is no basis: bases are short and stand under each other.
    return /^(?:- )?(?:căn cứ|xét|theo đề nghị) /iu.test(words) &&
      words.length < 250 &&
      !foldForSearch(words).includes(', cu the')
      ? [{ words, index, isLeading: index < 8 }]
      : [];
  });
  const standing = inBody.filter(({ isLeading }) => isLeading);
  if (standing.length > 1) {
    for (const { words, index } of standing)
      if (!/[;,.]$/u.test(words)) found.push(find(regime, 'basis-end-mark', 'blocks', index, [words.slice(0, 80)]));
  }
  const has = content.bases.some((line) => line.trim() !== '') || standing.length > 1;
  if (!has && withBases.has(typeId)) found.push(find(regime, 'bases-missing', 'bases'));
  if (withOpening.has(typeId) && (content.opening ?? '').trim() === '')
    found.push(find(regime, 'opening-missing', 'opening'));
  return found;
}

/** The last line says where it is kept: `Lưu Văn phòng Đảng uỷ` (no VT, no colon) or `Lưu: VT, …` (State). */
function checkRecipients({ regime, typeId }: PaperFacts, content: PaperContent): readonly Finding[] {
  if (noRecipients.has(sortOfType(typeId))) return [];
  const lines = content.recipients.map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length === 0) return [find(regime, 'recipients-missing', 'recipients')];
  const kept = lines.findIndex((line) => /^[-–\s]*luu\b/.test(foldForSearch(line)));
  const line = lines[kept];
  if (line === undefined) return [find(regime, 'archive-line-missing', 'recipients')];
  const isRight = regime === 'party' ? !/:|\bVT\b/u.test(line) : /^[-–\s]*lưu\s*:\s*VT\b/iu.test(line);
  return isRight && kept === lines.length - 1 ? [] : [find(regime, 'archive-line-form', 'recipients', kept, [line])];
}

function startOf(runs: readonly { readonly text: string }[]): string {
  return foldForSearch(runs.map(({ text }) => text).join('')).trim();
}
