import type { ErrorCode } from '#shared/base/errors.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { badgeProposal } from '#shared/domain/paper/badge-proposal-table.ts';
import type { Block } from '#shared/domain/paper/paper-content.ts';
import { fillTemplate } from '#shared/domain/paper/paper-template.ts';
import { templatesFor } from '#shared/domain/paper/template-table.ts';
import { askBadges } from '#renderer/data/badges/badge-repository.ts';
import type { Office } from '#renderer/data/office.ts';
import { beginPaper, blankPaper } from '#renderer/data/outgoing/begin-paper.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { badgesText } from '#renderer/messages/badges.ts';
import { formOf, groupByYears, sumOf, type ChoosableLine } from './badge-views.ts';

const { paper: text } = badgesText;

/**
 * Asks for the chosen badges by a tờ trình of the office that holds their list. They are asked for first: when that is refused no paper is begun. Gives the
 * paper's id.
 */
export async function beginBadgeProposal(
  office: Office,
  on: PlainDate,
  lines: readonly ChoosableLine[],
): Promise<Result<string, ErrorCode>> {
  const style = await readSetting(office, 'paper-style');
  const { templateId, typeId } = badgeProposal;
  const template = templatesFor(typeId, style?.tone).find(({ id }) => id === templateId);
  if (template === undefined) return err('record-missing');
  const badges = lines.map((line) => ({
    memberId: line.member.id,
    years: line.years,
    form: formOf(line),
    reason: line.event?.reason ?? '',
  }));
  const asked = await askBadges(office, on, badges, null);
  if (!asked.ok) return err(asked.error.code);
  const filled = fillTemplate(template, valuesOf(on, lines));
  const content = { ...filled.content, blocks: filled.content.blocks.map((block) => withList(block, lines)) };
  const [units, name] = await Promise.all([
    office.db.units
      .filter(({ removed, kind, validTo }) => !removed && kind === 'committee' && validTo === null)
      .toArray(),
    readSetting(office, 'office-name'),
  ]);
  const bodyId = units[0]?.id ?? null;
  const { abstract } = filled;
  const input = { ...blankPaper, regime: 'party' as const, typeId, bodyId, abstract, place: name?.place ?? '' };
  const begun = await beginPaper(office, input, content);
  if (!begun.ok) return begun;
  const named = await askBadges(office, on, badges, begun.value);
  return named.ok ? ok(begun.value) : err(named.error.code);
}

function valuesOf(on: PlainDate, lines: readonly ChoosableLine[]): Readonly<Record<string, string>> {
  const { fields } = badgeProposal;
  const { sum, unpriced } = sumOf(lines);
  const kinds = groupByYears(lines).map(([years, own]) => text.sum(years ?? 0, own.length));
  const money = badgesText.vnd(sum);
  return {
    [fields.on]: formatDate(on),
    [fields.count]: String(lines.length),
    [fields.kinds]: kinds.join('; '),
    [fields.sum]: unpriced === 0 ? money : text.partOfSum(money, unpriced),
  };
}

function withList(block: Block, lines: readonly ChoosableLine[]): Block {
  if (block.kind !== 'table') return block;
  const rows = lines.map((line, index) => {
    const { member, cell, years, amount, event } = line;
    const form = formOf(line);
    return [
      String(index + 1),
      member.name.full,
      member.bornOn === null ? '' : formatDate(member.bornOn),
      member.admittedOn === null ? '' : formatDate(member.admittedOn),
      cell,
      text.years(years),
      amount?.kind === 'known' ? badgesText.money(amount.amount) : '',
      form === 'early' ? text.early(event?.reason ?? '') : form === 'posthumous' ? text.posthumous : '',
    ];
  });
  return { kind: 'table', rows: [[...text.head], ...rows] };
}
