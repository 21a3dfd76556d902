import { mkdir, open, readdir, readFile, rename, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../disk/atomic-file.ts';
import { parseAuditLine } from './audit-line.ts';
import type { AuditEntry } from '#shared/contract/audit.ts';

const FILE_NAME = /^audit-(\d{6})\.jsonl$/;
/** Files of a log: its lines, and what is known of it besides. */
const LOG_NAME = /^audit-(\d{6}\.jsonl|heads\.json)$/;
const FIRST_FILE = 1;

/** Path of a log file by its place in the row of files. */
export function auditFilePath(folder: string, place: number): string {
  return join(folder, `audit-${String(place).padStart(6, '0')}.jsonl`);
}

/** Places of the log files there are, oldest first. */
export async function listAuditFiles(folder: string): Promise<readonly number[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const places = (await readdir(folder)).flatMap((name) => {
    const place = FILE_NAME.exec(name)?.[1];
    return place === undefined ? [] : [Number(place)];
  });
  return places.sort((a, b) => a - b);
}

/** Lines of one log file; a last line without its end is none yet. */
export async function readAuditLines(folder: string, place: number): Promise<readonly string[]> {
  const text = await readFile(auditFilePath(folder, place), 'utf8');
  return text.split('\n').slice(0, -1);
}

/** Entries of one log file, oldest first; lines that cannot be read are left out. */
export async function readAuditEntries(folder: string, place: number): Promise<readonly AuditEntry[]> {
  return (await readAuditLines(folder, place)).flatMap((line) => parseAuditLine(line) ?? []);
}

/** What was found at the end of the newest file, and what was done about it. */
export type AuditEnd = { readonly place: number; readonly last: AuditEntry | undefined; readonly damagedBytes: number };

/**
 * Makes the newest file fit to be written on: a line that was being written is cut; unreadable bytes after the last good line are kept
 * in `set-aside/` and cut. A file without a single good line is set aside whole, and the one before it is looked at.
 */
export async function mendAuditEnd(folder: string): Promise<AuditEnd> {
  let damagedBytes = 0;
  for (const place of [...(await listAuditFiles(folder))].reverse()) {
    const path = auditFilePath(folder, place);
    const bytes = await readFile(path);
    const { last, end, isTorn } = findLastGood(bytes);
    if (end < bytes.length && !isTorn) {
      damagedBytes += bytes.length - end;
      await setAside(folder, place, bytes);
    }
    if (end < bytes.length) await truncate(path, end);
    if (last !== undefined) return { place, last, damagedBytes };
  }
  return { place: FIRST_FILE, last: undefined, damagedBytes };
}

/** Puts the log files of another folder, if it has any, in the place of those here, which are kept in `set-aside/`. */
export async function exchangeAuditFiles(folder: string, from: string): Promise<void> {
  const incoming = (await readdir(from).catch(() => [])).filter((name) => LOG_NAME.test(name));
  if (incoming.length === 0) return;
  const aside = join(folder, 'set-aside');
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const name of (await readdir(folder)).filter((found) => LOG_NAME.test(found)))
    await rename(join(folder, name), join(aside, `${String(Date.now())}-${name}`));
  for (const name of incoming) await rename(join(from, name), join(folder, name));
  await syncFolder(folder);
}

/** Appends text to a log file and waits until the disk has it. */
export async function appendToAuditFile(folder: string, place: number, text: string): Promise<void> {
  const file = await open(auditFilePath(folder, place), 'a', 0o600);
  try {
    const isNew = (await file.stat()).size === 0;
    await file.writeFile(text);
    await file.datasync();
    if (isNew) await syncFolder(folder);
  } finally {
    await file.close();
  }
}

/** The last good line and where it ends. `isTorn`: what follows is one line that has no end, as a power cut leaves it. */
function findLastGood(bytes: Buffer): { last: AuditEntry | undefined; end: number; isTorn: boolean } {
  const wholeEnd = bytes.lastIndexOf(10) + 1;
  for (let end = wholeEnd; end > 0;) {
    const start = end < 2 ? 0 : bytes.lastIndexOf(10, end - 2) + 1;
    const last = parseAuditLine(bytes.toString('utf8', start, end - 1));
    if (last !== undefined) return { last, end, isTorn: end === wholeEnd };
    end = start;
  }
  return { last: undefined, end: 0, isTorn: wholeEnd === 0 };
}

async function setAside(folder: string, place: number, bytes: Uint8Array): Promise<void> {
  const aside = join(folder, 'set-aside');
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const name = `${String(place)}-${String(Date.now())}.jsonl`;
  const file = await open(join(aside, `${name}.next`), 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(join(aside, `${name}.next`), join(aside, name));
}
