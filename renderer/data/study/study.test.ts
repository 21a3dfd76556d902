import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { StudyItemFields } from '#shared/domain/study/study-item-record.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { registerDocument } from '../documents/document-repository.ts';
import type { WriteResult } from '../write/commit.ts';
import { passageOf } from './passage.ts';
import {
  addStudyItem,
  attachToStudyItem,
  noteReadings,
  removeStudyItem,
  saveStudyItem,
  takeReadingBack,
} from './study-repository.ts';
import { listTextlessFiles, saveText } from './study-texts.ts';

const on = toPlainDate('2026-11-20');
const fields: StudyItemFields = {
  title: 'Nghị quyết về chuyển đổi số',
  symbol: '12-NQ/ĐU',
  issuer: 'Đảng uỷ xã',
  issuedOn: on,
  topic: 'Nghị quyết',
  summary: 'Mục tiêu, giải pháp',
  documentId: null,
  readingMinutes: 20,
  dueOn: null,
  unitIds: [],
  isClosed: false,
};
const file = { hash: 'ab'.repeat(32), name: 'nq.pdf', size: 9, mime: 'application/pdf', pages: 1 } as const;

async function done(result: Promise<WriteResult>): Promise<string> {
  const saved = await result;
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

async function startPc(): Promise<{ commune: FakeCommune; pc: FakePc }> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  await syncOnce(pc);
  return { commune, pc };
}

async function found({ office }: FakePc, query: string): Promise<readonly string[]> {
  const ids = await office.search.findStudy(query);
  const rows = await office.db.studyItems.bulkGet([...ids.slice(0, ids.length)]);
  return rows.map((row) => row?.title ?? '');
}

describe('the search of the study library', () => {
  it('finds an item by its words and by the text of its files, with and without marks', async () => {
    const { pc } = await startPc();
    const id = await done(addStudyItem(pc.office, fields, []));
    expect(await found(pc, 'chuyen doi so')).toEqual([fields.title]);
    expect(await found(pc, '12 nq du')).toEqual([fields.title]);
    expect(await found(pc, 'thửa ruộng')).toEqual([]);
    await done(attachToStudyItem(pc.office, id, [file]));
    expect(await listTextlessFiles(pc.office)).toEqual([{ hash: file.hash, mime: file.mime }]);
    await saveText(pc.office, file.hash, 'Mỗi hộ một thửa ruộng mẫu lớn, gọi là hoà bình.');
    expect(await listTextlessFiles(pc.office)).toEqual([]);
    expect(await found(pc, 'thua ruong')).toEqual([fields.title]);
    expect(await found(pc, 'thửa ruộng')).toEqual([fields.title]);
    expect(await found(pc, 'hòa bình')).toEqual([fields.title]);
    expect(await found(pc, 'ruộng chuyển')).toEqual([fields.title]);
    expect(await found(pc, 'ruộng mít')).toEqual([]);
  });

  it('puts what is written with the same marks first, and follows changes and removals', async () => {
    const { pc } = await startPc();
    await done(addStudyItem(pc.office, { ...fields, title: 'Cán bộ' }, []));
    const second = await done(addStudyItem(pc.office, { ...fields, title: 'Cân bò' }, []));
    expect((await found(pc, 'cân bò'))[0]).toBe('Cân bò');
    expect(new Set(await found(pc, 'can bo'))).toEqual(new Set(['Cán bộ', 'Cân bò']));
    await done(saveStudyItem(pc.office, second, { title: 'Khác hẳn' }, 0));
    expect(await found(pc, 'can bo')).toEqual(['Cán bộ']);
    expect(await found(pc, 'khac han')).toEqual(['Khác hẳn']);
    await done(removeStudyItem(pc.office, second));
    expect(await found(pc, 'khac han')).toEqual([]);
  });

  it('knows the text of the paper of the register an item is', async () => {
    const { pc } = await startPc();
    const paper = await done(registerDocument(pc.office, fakePaper('84-CT/TU'), [file]));
    await done(addStudyItem(pc.office, { ...fields, documentId: paper }, []));
    expect(await listTextlessFiles(pc.office)).toEqual([{ hash: file.hash, mime: file.mime }]);
    await saveText(pc.office, file.hash, 'phòng, chống lãng phí');
    expect(await found(pc, 'lang phi')).toEqual([fields.title]);
    const secret = await done(registerDocument(pc.office, fakePaper('1-TM/TU', { secrecy: 'secret' }), []));
    expect(await addStudyItem(pc.office, { ...fields, documentId: secret }, [])).toMatchObject({
      error: { code: 'secret-stays-home' },
    });
  });
});

describe('readings', () => {
  it('noted on two PCs without a network are one a member', async () => {
    const { commune, pc } = await startPc();
    const other = await commune.addPc(2);
    const item = await done(addStudyItem(pc.office, fields, []));
    await syncOnce(pc);
    await syncOnce(other);
    const [a, b] = [pc.office.ports.newId(), pc.office.ports.newId()];
    await done(noteReadings(pc.office, item, [a, b], { on, meetingId: null }));
    await done(noteReadings(other.office, item, [b], { on: toPlainDate('2026-11-21'), meetingId: item }));
    for (const each of [pc, other, pc, other]) await syncOnce(each);
    for (const { office } of [pc, other]) {
      const rows = await office.db.studyReadings.toArray();
      expect(rows).toHaveLength(2);
      expect(rows.every(({ conflicts }) => conflicts.length === 0)).toBe(true);
      expect(rows.find(({ memberId }) => memberId === b)).toMatchObject({ on: '2026-11-21', meetingId: item });
    }
  });

  it('are taken back, and noted again', async () => {
    const { pc } = await startPc();
    const item = await done(addStudyItem(pc.office, fields, []));
    const member = pc.office.ports.newId();
    const present = async (): Promise<number> =>
      (await pc.office.db.studyReadings.toArray()).filter(({ removed }) => !removed).length;
    await done(noteReadings(pc.office, item, [member], { on, meetingId: null }));
    await done(takeReadingBack(pc.office, item, member));
    expect(await present()).toBe(0);
    expect(await pc.office.db.studyReadings.where('flags').equals('removed').count()).toBe(1);
    await done(noteReadings(pc.office, item, [member], { on, meetingId: null }));
    expect(await present()).toBe(1);
  });
});

describe('an passage', () => {
  const text = `${'đầu '.repeat(20)}Mỗi hộ một thửa ruộng mẫu lớn ${'cuối '.repeat(30)}`;

  it('shows the words around the first place where the query stands', () => {
    const parts = passageOf(text, 'thua ruong');
    expect(parts?.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual(['thửa', 'ruộng']);
    expect(parts?.[0]?.text).toBe('…');
    expect(parts?.at(-1)?.text).toBe('…');
  });

  it('is none where no word fits', () => {
    expect(passageOf(text, 'khác')).toBeUndefined();
    expect(passageOf(text, ' ')).toBeUndefined();
  });
});
