import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectEqual, expectThat } from './run-proof.ts';
import { OFFICE, readHere, takeStick, type StickOffice, type StickPc } from './stick-office.ts';
import { lastTaken, readAtProvince, type Said } from './stick-province.ts';
import { writeParcel } from '#renderer/sync/parcel/write-parcel.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { SeededRandom } from '#shared/sync/simulation/seeded-random.ts';
import { parcelMessages } from '#server/messages-of-parcels.ts';

/** What becomes of a package on its way up; what comes back is cut once, too, before it is read. */
export const FATES = ['read', 'lost', 'twice', 'late', 'cut', 'changed', 'pulled'] as const;
export type Fate = (typeof FATES)[number];

/** A package goes up with a fate; what the province answers comes back on the same stick. What was said of it at the province. */
export async function carry(office: StickOffice, pc: StickPc, fate: Fate, random: SeededRandom): Promise<string> {
  const { work, province, twin } = office;
  const folder = await mkdtemp(join(work, 'stick-'));
  await takeStick(pc, folder);
  await twin.note(pc);
  if (fate === 'pulled') await pull(office, pc, 1 + random.below(60_000));
  const written = await writeParcel(pc.office, pc.desktop, { to: 0, label: 'USB-1' });
  if (!written.ok) throw new Error(`${pc.name}: ${written.error.code}`);
  if (fate === 'lost') return '';
  if (fate === 'late') {
    pc.late.push(folder);
    return '';
  }
  if (fate === 'cut' || fate === 'changed') {
    const said = await readAndFollow(office, pc, await damagedCopy(work, folder, fate, random));
    const isNamed = says('parcel-damaged')(said.text) || says('parcel-incomplete')(said.text);
    expectThat([said.isDone, isNamed], ([isDone, named]) => isDone === false && named === true, 'damage is named');
    return said.text;
  }
  const said = await readAndFollow(office, pc, folder, true);
  expectThat(said, ({ isDone }) => isDone, `the package of ${pc.name} is read`);
  if (fate === 'twice') {
    const again = await readAndFollow(office, pc, folder);
    expectThat(again.text, (text) => text.includes('đã nhận từ trước'), 'twice is once');
  }
  for (const late of pc.late.splice(0)) {
    const before = await province.recordsOf(OFFICE);
    const older = await readAndFollow(office, pc, late);
    expectThat(older, ({ isDone }) => isDone, 'an older package is read after a newer one');
    expectEqual(await province.recordsOf(OFFICE), before, 'and changes nothing');
  }
  await readAnswer(office, pc, folder, fate, random);
  return said.text;
}

/** The number of a package that never came is told with the next one. */
export function saysMissing(text: string): boolean {
  return text.includes('thiếu gói số');
}

/** Whether what was said names this fault. */
export function says(code: ErrorCode): (text: string) => boolean {
  return (text) => text.includes(parcelMessages.reason(code));
}

async function readAnswer(
  { work }: StickOffice,
  pc: StickPc,
  folder: string,
  fate: Fate,
  random: SeededRandom,
): Promise<void> {
  if (fate === 'twice') {
    const report = await readHere(pc, await damagedCopy(work, folder, 'cut', random, '_tinh_den-'));
    const codes = [...report.parcels.map(({ outcome }) => outcome), ...report.faults.map(({ code }) => code)];
    expectThat(codes, (all) => all.includes('parcel-damaged'), 'a cut answer is named');
  }
  const report = await readHere(pc, folder);
  expectEqual(
    report.parcels.map(({ outcome }) => outcome),
    ['whole'],
    `${pc.name} reads the answer`,
  );
  const state = await pc.desktop.call['parcel:state'](undefined);
  expectThat(state, (reply) => reply.ok && reply.value.sent[0]?.receivedAt !== null, 'the receipt came back');
  if (fate !== 'twice') return;
  const again = await readHere(pc, folder);
  expectEqual(
    again.parcels.map(({ outcome }) => outcome),
    ['again'],
    'the answer twice is once',
  );
}

async function readAndFollow(
  { dataDir, twin }: StickOffice,
  pc: StickPc,
  folder: string,
  answer = false,
): Promise<Said> {
  const said = await readAtProvince(dataDir, folder, { answer });
  await twin.follow(pc, await lastTaken(dataDir, pc.office.device.dev));
  return said;
}

async function pull({ dataDir }: StickOffice, pc: StickPc, bytes: number): Promise<void> {
  pc.hand.stick.pullAfter(bytes);
  const pulled = await writeParcel(pc.office, pc.desktop, { to: 0, label: 'USB-1' });
  pc.hand.stick.putBack();
  expectEqual(pulled.ok ? 'written' : pulled.error.code, 'parcel-stick-gone', 'a pulled stick is named');
  const said = await readAtProvince(dataDir, pc.hand.folder);
  expectThat(said.text, says('parcel-none-here'), 'nothing half is there');
}

/** A copy of a stick, one part of which is cut or changed at a seeded byte. `which`: of packages whose name has this in it. */
export async function damagedCopy(
  work: string,
  folder: string,
  how: 'cut' | 'changed',
  random: SeededRandom,
  which = '',
): Promise<string> {
  const copy = await mkdtemp(join(work, 'copy-'));
  await cp(folder, copy, { recursive: true });
  const names = await readdir(copy, { recursive: true });
  const path = join(copy, random.pick(names.filter((name) => name.endsWith('.hsxg') && name.includes(which)).sort()));
  const bytes = await readFile(path);
  const at = random.below(bytes.length);
  if (how === 'changed') bytes.writeUInt8((bytes[at] ?? 0) ^ 0x20, at);
  await writeFile(path, how === 'cut' ? bytes.subarray(0, at) : bytes);
  return copy;
}
