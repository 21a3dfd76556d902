import { createHash } from 'node:crypto';
import { httpPaths } from '#shared/contract/http.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { activeStates } from '#shared/domain/member/party-age.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import type { RunningServer } from './start-server.ts';
import type { Change, TestPc } from './test-office.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** A cell, or another unit. */
export function newUnit(name: string): Change {
  const f = { name, kind: 'cell', parentId: null, order: 1, validFrom: null, validTo: null };
  return { type: 'unit', f };
}

/** A full member of a cell. */
export function newMember(full: string, unitId: string, f: Fields = {}): Change {
  const [family = '', ...rest] = full.split(' ');
  const name = { full, family, middle: rest.slice(0, -1).join(' '), given: rest.at(-1) ?? '' };
  const known = { name, unitId, admittedOn: '2010-02-03', officialOn: '2011-02-03', phone: '0912345678' };
  return { type: 'member', f: { ...(blankMember as unknown as Fields), ...known, ...f } };
}

/** A line of a member's record. */
export function newLine(memberId: string, title: string): Change {
  const plain = { from: '2001', to: null, place: 'Nà Lầu', detail: '', relation: '', personName: '', bornYear: null };
  return { type: 'memberLine', f: { memberId, kind: 'work', title, order: 1, ...plain } };
}

/** A reward in a member's life, or another event. */
export function newEvent(memberId: string, f: Fields = {}): Change {
  const plain = {
    memberId,
    kind: 'rewarded',
    effectiveOn: '2020-05-19',
    until: null,
    decision: { symbol: '12-QĐ/ĐU', issuedOn: '2020-05-19', issuer: 'Đảng uỷ xã', signer: 'Nông Văn Mẫu' },
    decisionId: null,
    state: 'decided',
    voidReason: '',
    sets: {},
    before: {},
    unitId: null,
    form: 'giấy khen',
    number: '',
    years: null,
    amount: null,
    reason: '',
    transferId: null,
    note: '',
  };
  return { type: 'memberEvent', f: { ...plain, ...f } };
}

/** A transfer that is given out at once. */
export function newTransfer(memberId: string, f: Fields = {}): Change {
  const plain = {
    memberId,
    kind: 'official',
    recipient: 'po-khau',
    recipientName: 'Đảng uỷ xã Pò Khẩu',
    fromUnitId: null,
    toUnitName: 'Chi bộ Bản Mới',
    reason: 'Chuyển nơi ở',
    isStudy: false,
    askedOn: '2026-11-02',
    checked: ['self-review'],
    feePaidUntil: '2026-11',
    state: 'issued',
    introductionId: null,
    introductionNumber: '1-GTSHĐ/ĐU',
    issuedOn: '2026-11-20',
    showBy: '2027-01-05',
    until: null,
    withdrawReason: '',
    completedOn: null,
    endedOn: null,
    endNote: '',
  };
  return { type: 'memberTransfer', f: { ...plain, ...f } };
}

/** Values of a record; of one that is not there, none. */
export function valuesOf(record: SyncRecord | undefined): Fields {
  return Object.fromEntries(Object.entries(record?.f ?? {}).map(([field, { v }]) => [field, v]));
}

/** A record as a PC has it, once it holds these values. */
export async function recordAt(pc: TestPc, type: string, id: string, wanted: Fields = {}): Promise<SyncRecord> {
  let held: SyncRecord | undefined;
  for (let i = 0; i < 100; i += 1) {
    await pc.sync();
    held = pc.records.get(recordKey(type, id));
    const values = valuesOf(held);
    if (held !== undefined && Object.entries(wanted).every(([field, value]) => values[field] === value)) return held;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never came: ${JSON.stringify(wanted)}, but ${JSON.stringify(valuesOf(held))}`);
}

/** Sends what waits and gives the reason for which an op was refused; else what became of it. */
export async function outcomeOf(pc: TestPc, { n }: { readonly n: number }): Promise<string | undefined> {
  const outcome = (await pc.sync()).outcomes.find((each) => each.n === n);
  return outcome?.kind === 'rejected' ? outcome.reason : outcome?.kind;
}

/** The communes in which somebody of this name is kept and counted, as the province has it. */
export async function homesOf(server: RunningServer, full: string, communes: readonly string[]): Promise<string[]> {
  const homes: string[] = [];
  for (const commune of communes)
    for (const { type, f } of await server.recordsOf(commune)) {
      const isHere = (activeStates as readonly unknown[]).includes(f['state']?.v) && f['!del']?.v !== true;
      if (type === 'member' && isHere && (f['name']?.v as { full: string }).full === full) homes.push(commune);
    }
  return homes;
}

/** Sends a whole file up; its hash. */
export async function uploadFile(server: RunningServer, from: TestPc, bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const tus = { ...from.headers, 'tus-resumable': '1.0.0' };
  const metadata = `hash ${Buffer.from(hash).toString('base64')}`;
  await fetch(server.url + httpPaths.files, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  const sent = await fetch(`${server.url}${httpPaths.files}/${hash}`, {
    method: 'PATCH',
    body: new Uint8Array(bytes),
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  if (sent.status !== 204) throw new Error(`upload refused: ${String(sent.status)}`);
  return hash;
}
