import { dayOfMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import { countRoll, listRoll, type RollEntry, type RollFigures } from '#shared/domain/meeting/meeting-roll.ts';
import { defaultMeetingRules, type MeetingRules } from '#shared/domain/meeting/meeting-rules.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import { activeStates } from '#shared/domain/member/party-age.ts';
import { allMembers, fullReach } from '../members/member-list.ts';
import type { Office } from '../office.ts';
import type {
  AttachmentRow,
  DocumentRow,
  MeetingOpinionRow,
  MeetingRow,
  MeetingTaskRow,
  MeetingVoteRow,
  OutgoingRow,
} from '../rows.ts';
import { readSetting } from '../settings/use-setting.ts';

/** What holds for cell meetings in this office. */
export async function readMeetingRules(office: Office): Promise<MeetingRules> {
  return (await readSetting(office, 'meeting-rules')) ?? defaultMeetingRules;
}

/** States in which somebody may stand in the list of a meeting. */
export const rollStates: readonly MemberState[] = [...activeStates, 'guest'];

/** Ids of the members whose record names this cell and who take part in its life, from the index. */
export async function findCellMembers(office: Office, unitId: string): Promise<readonly string[]> {
  const ask = { ...allMembers, unitId, states: rollStates, reach: fullReach, paperYears: [] };
  const ids = await office.search.listMembers(ask);
  return ids.slice(0, ids.length);
}

/** The list of a meeting with what was noted. `cellMembers`: ids of the cell's members (`findCellMembers`). */
export async function readRoll(
  { db }: Office,
  meeting: MeetingRow,
  cellMembers: readonly string[],
): Promise<readonly RollEntry[]> {
  const [attendance, arrivals] = await Promise.all([
    db.attendances.where('meetingId').equals(meeting.id).toArray(),
    db.memberEvents
      .where('unitId')
      .equals(meeting.unitId)
      .filter(({ removed, kind }) => !removed && kind === 'temporary-in')
      .toArray(),
  ]);
  const visitors = arrivals.map(({ memberId }) => memberId);
  const noted = attendance.filter(({ removed }) => !removed);
  const ids = [...new Set([...cellMembers, ...visitors, ...noted.map(({ memberId }) => memberId)])];
  const [members, ends] = await Promise.all([
    db.members.bulkGet(ids),
    db.memberEvents
      .where('memberId')
      .anyOf(visitors)
      .filter(({ removed, kind }) => !removed && kind === 'temporary-ended')
      .toArray(),
  ]);
  const here = members.flatMap((row) => (row === undefined || row.removed ? [] : [row]));
  return listRoll(meeting.unitId, dayOfMeeting(meeting), here, [...arrivals, ...ends], noted);
}

/** Ids of the members who were noted as there. */
export async function listPresent({ db }: Office, meetingId: string): Promise<readonly string[]> {
  const rows = await db.attendances.where('meetingId').equals(meetingId).toArray();
  return rows.filter(({ removed, status }) => !removed && status === 'present').map(({ memberId }) => memberId);
}

/** A paper of a register handed to a meeting; `gone` ones are no longer in the register. */
export type MeetingPaper = {
  readonly id: string;
  readonly ownerType: 'document' | 'outgoing';
  readonly symbol: string;
  readonly abstract: string;
  readonly issuer: string;
  readonly issuedOn: DocumentRow['issuedOn'] | OutgoingRow['issuedOn'];
  readonly files: readonly AttachmentRow[];
};

/** Everything that is kept of a meeting beside its own record. */
export type MeetingDetails = {
  readonly meeting: MeetingRow;
  readonly cellName: string;
  readonly roll: readonly RollEntry[];
  readonly figures: RollFigures;
  readonly rules: MeetingRules;
  readonly opinions: readonly MeetingOpinionRow[];
  readonly votes: readonly MeetingVoteRow[];
  readonly tasks: readonly MeetingTaskRow[];
  readonly papers: readonly MeetingPaper[];
  readonly files: readonly AttachmentRow[];
};

/** Reads a meeting whole; undefined when there is none. `cellMembers`: see `readRoll`. */
export async function readMeeting(
  office: Office,
  id: string,
  cellMembers: readonly string[],
): Promise<MeetingDetails | undefined> {
  const { db } = office;
  const meeting = await db.meetings.get(id);
  if (meeting === undefined || meeting.removed) return undefined;
  const [unit, roll, rules, opinions, votes, tasks, papers, files] = await Promise.all([
    db.units.get(meeting.unitId),
    readRoll(office, meeting, cellMembers),
    readMeetingRules(office),
    db.meetingOpinions.where('meetingId').equals(id).toArray(),
    db.meetingVotes.where('meetingId').equals(id).toArray(),
    db.meetingTasks.where('meetingId').equals(id).toArray(),
    readPapers(office, meeting.documentIds),
    readFiles(office, [id]),
  ]);
  return {
    meeting,
    cellName: unit?.name ?? '',
    roll,
    figures: countRoll(roll, rules),
    rules,
    opinions: inOrder(opinions),
    votes: inOrder(votes),
    tasks: inOrder(tasks),
    papers,
    files: files.get(id) ?? [],
  };
}

function inOrder<T extends { readonly removed: boolean; readonly order: number; readonly id: string }>(
  rows: readonly T[],
): readonly T[] {
  return rows.filter(({ removed }) => !removed).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The papers of these ids, incoming or outgoing, in their order; those not here or taken off the register are left out. */
export async function readPapers(office: Office, ids: readonly string[]): Promise<readonly MeetingPaper[]> {
  const { db } = office;
  const [documents, outgoings, files, units] = await Promise.all([
    db.documents.bulkGet([...ids]),
    db.outgoings.bulkGet([...ids]),
    readFiles(office, ids),
    db.units.toArray(),
  ]);
  const nameOf = (unitId: string | null): string =>
    units.find(({ id }) => id === unitId)?.name ?? office.device.commune.name;
  return ids.flatMap((id, i): MeetingPaper[] => {
    const document: DocumentRow | undefined = documents[i];
    const outgoing: OutgoingRow | undefined = outgoings[i];
    if (document !== undefined && !document.removed) {
      const { symbol, abstract, issuer, issuedOn } = document;
      return [{ id, ownerType: 'document', symbol, abstract, issuer, issuedOn, files: files.get(id) ?? [] }];
    }
    if (outgoing === undefined || outgoing.removed) return [];
    const { symbol, abstract, issuedOn, bodyId } = outgoing;
    return [
      { id, ownerType: 'outgoing', symbol, abstract, issuer: nameOf(bodyId), issuedOn, files: files.get(id) ?? [] },
    ];
  });
}

/** Files of these records, in the order they were added, by the record. */
export async function readFiles(
  { db }: Office,
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AttachmentRow[]>> {
  const rows = await db.attachments
    .where('documentId')
    .anyOf([...ownerIds])
    .toArray();
  const groups = new Map<string, AttachmentRow[]>();
  const present = rows
    .filter(({ removed }) => !removed)
    .sort((a, b) => (a.addedAt < b.addedAt || (a.addedAt === b.addedAt && a.id < b.id) ? -1 : 1));
  for (const row of present) groups.set(row.documentId, [...(groups.get(row.documentId) ?? []), row]);
  return groups;
}
