import { stat, truncate } from 'node:fs/promises';
import { FIRST_AUDIT_HASH, type AuditEntry, type AuditHead, type AuditKind } from '#shared/contract/audit.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { IpcInput } from '#shared/contract/ipc.ts';
import type { AuditVerdict } from '#shared/contract/audit.ts';
import {
  appendToAuditFile,
  auditFilePath,
  exchangeAuditFiles,
  listAuditFiles,
  mendAuditEnd,
  readAuditEntries,
} from './audit-files.ts';
import { isSigned, readAuditHeads, writeAuditHeads, type AuditHeads } from './audit-heads.ts';
import { auditLine, chainEntry, follows, type ChainPlace } from './audit-line.ts';
import { verifyAudit } from './verify-audit.ts';

/** Something worth a line: ids and codes only, never a name or what a person typed. */
export type AuditNote = {
  readonly kind: AuditKind;
  /** Record id of the person. */
  readonly by?: string;
  readonly type?: string;
  readonly id?: string;
  readonly detail?: string;
};

/** This PC's log of use: append-only, chained by SHA-256, signed by the province line by line as it gets them. Needs no key. */
export type AuditLog = {
  /** Never throws. Lines about keys and people are on disk at once, others within two seconds. */
  readonly note: (note: AuditNote) => void;
  /** Waits until all noted lines are on disk; false when the disk does not take them (they are kept and tried again). */
  readonly flush: () => Promise<boolean>;
  /** Newest first, at most 500. */
  readonly list: (filter: IpcInput<'audit:list'>) => Promise<readonly AuditEntry[]>;
  readonly verify: () => Promise<AuditVerdict>;
  /** Lines the province has not signed, in order, at most 500. */
  readonly unsent: () => Promise<readonly AuditEntry[]>;
  readonly unsentFacts: () => Promise<{ readonly count: number; readonly oldestAt: number }>;
  /** Keeps a head the province has signed. One that is not of this log (a log from a backup) is what the next lines follow; those not yet sent are noted again behind it. */
  readonly takeHead: (head: AuditHead) => Promise<Result<null, ErrorCode>>;
  /** The province does not take the log from this line on. */
  readonly noteRefusal: (fromN: number) => Promise<void>;
  /**
   * Goes on with the log that lies in another folder (brought back from a backup) in place of the one begun here, which is set aside. Lines noted
   * here that no province has signed are noted again behind it.
   */
  readonly takeOver: (from: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What the log stands on. `now`: corrected milliseconds; `provinceKey`: its Ed25519 public key in base64url, once known. */
export type AuditParts = {
  readonly folder: string;
  readonly now: () => number;
  readonly provinceKey: () => string | undefined;
  readonly dev: () => number | undefined;
};

const FLUSH_MS = 2000;
const FILE_BYTES = 1024 * 1024;
const LIST_LIMIT = 500;
const PUSH_LIMIT = 500;
const START: ChainPlace = { n: 0, hash: FIRST_AUDIT_HASH };

/** Kinds that must not be lost to a power cut a second later. */
const urgent: ReadonlySet<AuditKind> = new Set([
  'unlocked',
  'unlock-failed',
  'locked',
  'person-added',
  'person-removed',
  'passphrase-changed',
  'recovered',
  'recovery-code-renewed',
  'keys-rotated',
  'backup-restored',
  'device-renumbered',
  'device-handed-over',
]);

/** Opens the log of a folder. What cannot be read at its end is set aside, and the chain goes on behind the last line that is known. */
export async function openAuditLog({ folder, now, provinceKey, dev }: AuditParts): Promise<AuditLog> {
  let last: ChainPlace = START;
  let place = 1;
  let heads: AuditHeads = await readAuditHeads(folder);
  let buffer: AuditEntry[] = [];
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** Lines the province lacks, and the device number for which that was found out. */
  let waiting: { readonly dev: number; readonly entries: AuditEntry[] } | undefined;

  async function load(): Promise<void> {
    heads = await readAuditHeads(folder);
    const end = await mendAuditEnd(folder);
    place = end.place;
    last = end.last ?? START;
    waiting = undefined;
    const lost = (heads.tail?.n ?? 0) - last.n;
    // Lines that were there are gone: the chain goes on behind them, so that the gap stays to be seen.
    if (heads.tail !== null && lost > 0) last = heads.tail;
    if (end.damagedBytes > 0 || lost > 0)
      note({
        kind: 'journal-damaged',
        type: 'audit',
        detail: `bytes ${String(end.damagedBytes)} lines ${String(Math.max(0, lost))}`,
      });
  }

  function note({ kind, by = '', type = '', id = '', detail = '' }: AuditNote): void {
    add({
      at: Math.round(now()),
      kind,
      by: by.slice(0, 40),
      type: type.slice(0, 40),
      id: id.slice(0, 64),
      detail: detail.slice(0, 80),
    });
    if (urgent.has(kind)) void flush();
    else {
      timer ??= setTimeout(() => void flush(), FLUSH_MS);
      timer.unref();
    }
  }

  function add(facts: Omit<AuditEntry, 'n' | 'hash'>): void {
    const entry = chainEntry(last, facts);
    last = entry;
    buffer.push(entry);
    waiting?.entries.push(entry);
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    timer = undefined;
    return inTurn(write);
  }

  async function write(): Promise<boolean> {
    const batch = buffer;
    const newest = batch.at(-1);
    if (newest === undefined) return true;
    if ((await sizeOf(auditFilePath(folder, place))) > FILE_BYTES) place += 1;
    const size = await sizeOf(auditFilePath(folder, place));
    try {
      await appendToAuditFile(folder, place, batch.map((entry) => `${auditLine(entry)}\n`).join(''));
      buffer = buffer.slice(batch.length);
      await saveHeads({ ...heads, tail: { n: newest.n, hash: newest.hash } });
      return true;
    } catch {
      await truncate(auditFilePath(folder, place), size).catch(() => undefined); // a half-written batch is tried again whole
      return false;
    }
  }

  async function saveHeads(next: AuditHeads): Promise<void> {
    heads = next;
    await writeAuditHeads(folder, next);
  }

  async function loadWaiting(): Promise<AuditEntry[]> {
    const mine = dev() ?? 0;
    if (waiting?.dev === mine) return waiting.entries;
    const from = signedPlace(heads, mine);
    const entries = await readFrom(folder, from);
    // Lines noted before or meanwhile may not be in the files yet.
    const written = entries.at(-1)?.n ?? from.n;
    entries.push(...buffer.filter(({ n }) => n > written));
    waiting = { dev: mine, entries };
    return entries;
  }

  async function takeHead(head: AuditHead): Promise<Result<null, ErrorCode>> {
    const key = provinceKey();
    if (key === undefined || head.dev !== dev() || !isSigned(head, key)) return err('bad-signature');
    await write();
    const entries = await loadWaiting();
    const at = entries.findIndex(({ n, hash }) => n === head.n && hash === head.hash);
    const isOurs = at >= 0 || signedPlace(heads, head.dev).hash === head.hash;
    const others = heads.heads.filter(({ dev: other }) => other !== head.dev);
    await saveHeads({ ...heads, heads: [...others, head], refusedFrom: null });
    if (isOurs) {
      waiting = { dev: head.dev, entries: entries.slice(at + 1) };
      return ok(null);
    }
    last = head;
    waiting = { dev: head.dev, entries: [] };
    note({ kind: 'journal-damaged', type: 'audit', detail: `continued ${String(head.n)}` });
    for (const { at: when, kind, by, type, id, detail } of entries) add({ at: when, kind, by, type, id, detail });
    await write();
    return ok(null);
  }

  async function takeOver(from: string): Promise<void> {
    await write();
    const signedN = Math.max(0, ...heads.heads.map(({ n }) => n));
    const written = (await readFrom(folder, START)).filter(({ n }) => n > signedN);
    const mine = [...written, ...buffer.filter(({ n }) => n > (written.at(-1)?.n ?? signedN))];
    buffer = [];
    await exchangeAuditFiles(folder, from);
    await load();
    for (const { at, kind, by, type, id, detail } of mine) add({ at, kind, by, type, id, detail });
    await write();
  }

  await load();
  return {
    note,
    flush,
    async list(filter) {
      await flush();
      return listEntries(folder, filter);
    },
    async verify() {
      await flush();
      return inTurn(async () => verifyAudit(folder, await readAuditHeads(folder), provinceKey()));
    },
    async unsent() {
      await flush();
      return inTurn(async () => (await loadWaiting()).slice(0, PUSH_LIMIT));
    },
    unsentFacts: () =>
      inTurn(async () => {
        const entries = await loadWaiting();
        return { count: entries.length, oldestAt: entries[0]?.at ?? 0 };
      }),
    takeHead: (head) => inTurn(() => takeHead(head)),
    noteRefusal: (fromN) => inTurn(() => saveHeads({ ...heads, refusedFrom: fromN })),
    takeOver: (from) => inTurn(() => takeOver(from)),
    async close() {
      await flush();
    },
  };
}

/** The last line the province has signed under a device number. */
function signedPlace(heads: AuditHeads, dev: number): ChainPlace {
  return heads.heads.find((head) => head.dev === dev) ?? START;
}

/** The chain behind a place, as far as it fits together. */
async function readFrom(folder: string, from: ChainPlace): Promise<AuditEntry[]> {
  let entries: AuditEntry[] = [];
  for (const place of await listAuditFiles(folder)) {
    for (const entry of await readAuditEntries(folder, place)) {
      if (follows(from, entry)) entries = [entry];
      else if (follows(entries.at(-1) ?? from, entry)) entries.push(entry);
    }
  }
  return entries;
}

async function listEntries(folder: string, filter: IpcInput<'audit:list'>): Promise<readonly AuditEntry[]> {
  const { before, kinds, by, fromMs, untilMs } = filter;
  const found: AuditEntry[] = [];
  for (const place of [...(await listAuditFiles(folder))].reverse()) {
    for (const entry of [...(await readAuditEntries(folder, place))].reverse()) {
      if (
        (before === null || entry.n < before) &&
        (kinds.length === 0 || kinds.includes(entry.kind)) &&
        (by === null || entry.by === by) &&
        (fromMs === null || entry.at >= fromMs) &&
        (untilMs === null || entry.at < untilMs)
      )
        found.push(entry);
      if (found.length === LIST_LIMIT) return found;
    }
  }
  return found;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0; // not there yet
  }
}
