import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { saveRecord } from '../write/save-record.ts';
import { readEdxml } from './read-edxml.ts';
import { arrivalIdOf, importEdxml } from './import-edxml.ts';
import { strToU8 } from 'fflate';
import type { EdxmlPaper } from './edxml-paper.ts';

const FILE = { hash: 'a'.repeat(64), name: 'a.pdf', size: 10, mime: 'application/pdf' };

/** A message of one kind about the paper `number`; `target` is another paper it takes back, changes or replaces. */
function message(
  kind: 0 | 1 | 2 | 3,
  number: number,
  target?: number,
  subject = 'Về việc mẫu',
  from = 'X.1',
): EdxmlPaper {
  const idOf = (each: number): string => `X.1,2026/11/20,${each}/UBND-VP`;
  const about =
    target === undefined
      ? ''
      : kind === 3
        ? `<ReplacementInfoList><ReplacementInfo><DocumentId>${idOf(target)}</DocumentId></ReplacementInfo></ReplacementInfoList>`
        : `<DocumentId>${idOf(target)}</DocumentId>`;
  const read = readEdxml(
    strToU8(
      `<edXML><MessageHeader><From><OrganId>${from}</OrganId><OrganName>UBND xã Mẫu</OrganName></From><DocumentId>${idOf(number)}</DocumentId><Code><CodeNumber>${number}</CodeNumber><CodeNotation>UBND-VP</CodeNotation></Code><Subject>${subject}</Subject></MessageHeader><TraceHeaderList><TraceHeader><Timestamp>2026/11/20 08:00:00</Timestamp></TraceHeader><Bussiness><BussinessDocType>${kind}</BussinessDocType><BussinessDocReason>Lý do</BussinessDocReason>${about}</Bussiness></TraceHeaderList></edXML>`,
    ),
  );
  if (!read.ok || read.value.form !== 'paper') throw new Error('the test message is wrong');
  return read.value;
}

async function startPc(): Promise<FakePc> {
  const pc = await new FakeCommune().addPc(1);
  await syncOnce(pc);
  return pc;
}

async function take(pc: FakePc, paper: EdxmlPaper, files = [FILE]): Promise<string> {
  const taken = await importEdxml(pc.office, paper, files);
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value.outcome;
}

const arrivalOf = (pc: FakePc, number: number) =>
  pc.office.db.arrivals.get(arrivalIdOf(`X.1,2026/11/20,${number}/UBND-VP`));

describe('a paper of an edXML file', () => {
  it('becomes one arrival however often it is taken in', async () => {
    const pc = await startPc();
    expect(await take(pc, message(0, 1))).toBe('new');
    expect(await take(pc, message(0, 1))).toBe('again');
    expect(await pc.office.db.arrivals.count()).toBe(1);
    expect(await arrivalOf(pc, 1)).toMatchObject({
      origin: 'edxml',
      fromName: 'UBND xã Mẫu',
      status: '01',
      files: [FILE],
      sentAt: '2026-11-20T01:00:00.000Z',
      letter: { symbol: '1/UBND-VP', abstract: 'Về việc mẫu' },
    });
  });

  it('is recalled, whichever of paper and recall comes first', async () => {
    const said: string[][] = [];
    for (const order of [
      [message(0, 1), message(1, 2, 1)],
      [message(1, 2, 1), message(0, 1)],
    ]) {
      const pc = await startPc();
      const outcomes: string[] = [];
      for (const each of order) outcomes.push(await take(pc, each, each.business.kind === 'recall' ? [] : [FILE]));
      said.push(outcomes);
      expect(await pc.office.db.arrivals.count()).toBe(1);
      expect(await arrivalOf(pc, 1)).toMatchObject({
        recallReason: 'Lý do',
        files: [FILE],
        letter: { symbol: '1/UBND-VP' },
      });
      expect((await arrivalOf(pc, 1))?.recallAt).not.toBeNull();
    }
    expect(said).toEqual([
      ['new', 'recalled'],
      ['recalled', 'recalled'],
    ]);
  });

  it('is not changed, recalled or said again by another sender, nor when it came over the exchange', async () => {
    const pc = await startPc();
    await take(pc, message(0, 1));
    const before = await arrivalOf(pc, 1);
    for (const other of [
      message(1, 2, 1, 'Lấn', 'X.2'),
      message(2, 2, 1, 'Lấn', 'X.2'),
      message(0, 1, undefined, 'Lấn', 'X.2'),
      message(1, 2, 1, 'Lấn', ''),
    ]) {
      expect(await importEdxml(pc.office, other, [])).toMatchObject({
        ok: true,
        value: { outcome: 'foreign', heldFrom: 'UBND xã Mẫu' },
      });
    }
    expect(await arrivalOf(pc, 1)).toEqual(before);
    expect((await saveRecord(pc.office, 'arrival', before?.id ?? '', { origin: 'exchange' }, 0)).ok).toBe(true);
    expect(await take(pc, message(1, 2, 1))).toBe('foreign');
    expect((await arrivalOf(pc, 1))?.recallAt).toBeNull();
  });

  it('points to what it replaces, whichever comes first', async () => {
    for (const order of [
      [message(0, 1), message(3, 2, 1)],
      [message(3, 2, 1), message(0, 1)],
    ]) {
      const pc = await startPc();
      for (const each of order) await take(pc, each);
      expect(await pc.office.db.arrivals.count()).toBe(2);
      expect((await arrivalOf(pc, 2))?.replacesId).toBe((await arrivalOf(pc, 1))?.id);
    }
  });

  it('is brought up to its update, and an older version that comes later changes nothing', async () => {
    const pc = await startPc();
    await take(pc, message(0, 1));
    expect(await take(pc, message(2, 1, 1, 'Về việc mẫu, có sửa'))).toBe('updated');
    expect(await take(pc, message(2, 1, 1, 'Về việc mẫu, có sửa'))).toBe('again');
    expect(await take(pc, message(0, 1))).toBe('overtaken');
    expect(await arrivalOf(pc, 1)).toMatchObject({
      revision: 2,
      revisionNote: 'Lý do',
      letter: { abstract: 'Về việc mẫu, có sửa' },
    });
    const other = await startPc();
    expect(await take(other, message(2, 1, 1, 'Về việc mẫu, có sửa'))).toBe('updated');
    expect(await take(other, message(0, 1))).toBe('overtaken');
    expect(await arrivalOf(other, 1)).toMatchObject({ revision: 2, letter: { abstract: 'Về việc mẫu, có sửa' } });
  });
});
