import type { AttendanceStanding } from '#shared/domain/meeting/attendance-record.ts';
import { isRequired, type RollEntry } from '#shared/domain/meeting/meeting-roll.ts';
import { scanCodeOf } from '#shared/domain/meeting/scan-code.ts';
import { meetingPackText } from '#renderer/messages/meeting-pack.ts';
import type { SheetPart } from '../sheet/sheet-parts.ts';
import type { PackFacts } from './pack-facts.ts';
import { bothSign, packHead, said, TABLE_SIZE } from './pack-pieces.ts';
import { qrSquares } from './qr-squares.ts';

const { paper: words, parts: names } = meetingPackText;

const notes: Readonly<Record<AttendanceStanding, string>> = {
  official: '',
  probationary: words.probationary,
  exempt: words.exempt,
  temporary: words.temporary,
};

/** The list with room to sign and a code for each; those who need not come and guests in lists of their own. */
export function attendanceParts(facts: PackFacts): readonly SheetPart[] {
  const { roll, figures } = facts;
  const of = (standing: AttendanceStanding): readonly RollEntry[] => roll.filter((each) => each.standing === standing);
  const required = roll.filter(isRequired);
  const [exempt, temporary] = [of('exempt'), of('temporary')];
  return [
    ...packHead(names.attendance, words.attendance, facts),
    said(words.time, facts.when),
    listTable(facts, required, 0),
    ...group(words.attendanceGroups.exempt, facts, exempt, required.length),
    ...group(words.attendanceGroups.temporary, facts, temporary, required.length + exempt.length),
    {
      kind: 'fields',
      before: 12,
      fields: [
        { label: words.attendancePresent(figures.required), value: '', share: 0.38 },
        { label: words.attendanceExcused, value: '', share: 0.34 },
        { label: words.attendanceAbsent, value: '', share: 0.28 },
      ],
    },
    bothSign(facts),
  ];
}

function group(title: string, facts: PackFacts, entries: readonly RollEntry[], before: number): readonly SheetPart[] {
  if (entries.length === 0) return [];
  return [
    { kind: 'text', text: title, look: { face: 'bold', role: 'H2', before: 12, keepNext: true } },
    listTable(facts, entries, before),
  ];
}

function listTable({ meetingId }: PackFacts, entries: readonly RollEntry[], before: number): SheetPart {
  const { attendanceColumns: heads } = words;
  return {
    kind: 'table',
    size: TABLE_SIZE,
    before: 8,
    columns: [
      { head: heads.place, share: 0.9, align: 'centre' },
      { head: heads.name, share: 3.4 },
      { head: heads.note, share: 1.3, align: 'centre' },
      { head: heads.sign, share: 2.4 },
      { head: heads.code, share: 1.3 },
    ],
    rows: entries.map(({ name, standing }, i) => [String(before + i + 1), name.full, notes[standing], '', '']),
    codes: entries.map(({ memberId }) => qrSquares(scanCodeOf(meetingId, memberId))),
  };
}
