import { formatDate } from '#shared/base/partial-date.ts';
import { formalDate } from '#shared/domain/paper/formal-date.ts';
import { composeMinutes, hourOf } from '#shared/domain/meeting/compose-minutes.ts';
import { dayOfMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import { criteriaOf } from '#shared/domain/meeting/score-meeting.ts';
import { readMeetingPaperFacts } from '#renderer/data/meetings/read-paper-facts.ts';
import type { MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';
import type { Office } from '#renderer/data/office.ts';
import type { AttachmentRow } from '#renderer/data/rows.ts';
import { meetingPackText, type PackPartName } from '#renderer/messages/meeting-pack.ts';
import type { AppendedFile } from '#renderer/paper/meeting/append-files.ts';
import type { PackFacts, PackPaper } from '#renderer/paper/meeting/pack-facts.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { readVaultFile } from '#renderer/platform/read-vault-file.ts';
import { invitationOf } from '../invitation-of.ts';
import type { PackAnswer, PackOrder } from './pack-worker.ts';

/** A pack made: its bytes, and names of papers that could not be printed along. */
export type MadePack = { readonly bytes: Uint8Array; readonly refused: readonly string[] };

/** What is printed. */
export type PackWish = { readonly parts: readonly PackPartName[]; readonly named: boolean };

type Printable = AttachmentRow & { readonly mime: AppendedFile['mime'] };

/** Makes the papers of a meeting from what is noted of it now. Rejects when they cannot be made. */
export async function makePack(office: Office, details: MeetingDetails, { parts, named }: PackWish): Promise<MadePack> {
  const withFiles = parts.includes('files');
  const wanted = withFiles ? listPapers(details).flatMap(({ file }) => file ?? []) : [];
  const files = await readFiles(wanted);
  const facts = await readFacts(office, details, files.here);
  const order: PackOrder = {
    facts,
    parts,
    named,
    files: files.here.map(({ file }) => file),
    fonts: await loadPaperFonts(),
    createdAtMs: office.nowMs(),
  };
  const answer = await askWorker(order);
  if (answer.made === null) throw new Error('the pack could not be made');
  return { bytes: answer.made.bytes, refused: [...files.missing, ...answer.made.refused] };
}

type ListedPaper = { readonly title: string; readonly about: string; readonly file: Printable | null };

/** Papers in the order they are listed: those of the registers, then the meeting's own files. */
function listPapers({ papers, files }: MeetingDetails): readonly ListedPaper[] {
  const words = meetingPackText.paper;
  return [
    ...papers.map((paper): ListedPaper => {
      const day = paper.issuedOn === null ? '' : formatDate(paper.issuedOn);
      const symbol = day === '' ? paper.symbol : words.ofDay(paper.symbol, day);
      return {
        title: [symbol, paper.issuer].filter((word) => word !== '').join(', '),
        about: paper.abstract,
        file: paper.files.find(isPrintable) ?? null,
      };
    }),
    ...files.map((file): ListedPaper => ({ title: file.name, about: '', file: isPrintable(file) ? file : null })),
  ];
}

function isPrintable(file: AttachmentRow): file is Printable {
  return file.mime === 'application/pdf' || file.mime === 'image/png' || file.mime === 'image/jpeg';
}

type ReadFile = { readonly hash: string; readonly file: AppendedFile };

/** The files that lie on this PC; `missing`: names of those that have not come yet. A file named twice is printed once. */
async function readFiles(
  wanted: readonly Printable[],
): Promise<{ readonly here: readonly ReadFile[]; readonly missing: readonly string[] }> {
  const here: ReadFile[] = [];
  const missing: string[] = [];
  for (const { hash, name, mime } of wanted) {
    if (here.some((read) => read.hash === hash)) continue;
    const read = await readVaultFile(hash, name);
    if (read.ok) here.push({ hash, file: { name, mime, bytes: new Uint8Array(await read.value.arrayBuffer()) } });
    else missing.push(name);
  }
  return { here, missing };
}

async function readFacts(office: Office, details: MeetingDetails, files: readonly ReadFile[]): Promise<PackFacts> {
  const { meeting, cellName, roll, figures, votes, rules } = details;
  const paper = await readMeetingPaperFacts(office, 'resolution', details, office.today());
  const isHeld = meeting.state === 'held' || meeting.state === 'closed';
  const composed =
    meeting.minutes.trim() === '' ? composeMinutes({ ...details, tone: paper.style.tone }) : meeting.minutes;
  const papers = listPapers(details).map(({ title, about, file }): PackPaper => {
    const index = file === null ? -1 : files.findIndex(({ hash }) => hash === file.hash);
    return { title, about, file: index < 0 ? null : index };
  });
  return {
    meetingId: meeting.id,
    meeting,
    cellName,
    above: paper.above,
    issuer: paper.issuer,
    placeAndDate: paper.placeAndDate,
    when: `${hourOf(meeting.startsAt)}, ${formalDate(dayOfMeeting(meeting))}`,
    invitation: invitationOf(meeting),
    roll,
    figures,
    votes,
    criteria: criteriaOf(meeting.kind, rules),
    papers,
    minutes: isHeld ? composed : '',
  };
}

function askWorker(order: PackOrder): Promise<PackAnswer> {
  const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PackAnswer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PackAnswer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}
