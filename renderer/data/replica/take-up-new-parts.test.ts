import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { communeStream } from '#shared/entities.ts';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { must } from '#shared/base/must.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { takeUpNewParts } from './take-up-new-parts.ts';

type KnownParts = Record<string, string[]>;

it('what a newer province had sent before the program was updated comes before people’s eyes', async () => {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  const { office } = pc;
  const { db } = office;
  const saved = await registerDocument(office, fakePaper('1-KH/TU'), []);
  if (!saved.ok) throw new Error(saved.error.code);
  const paper = saved.value.id;
  const id = uuidv7();
  const agency = { code: 'xa-moi', kind: 'commune', name: 'Xã Mới', organId: '', mergedInto: null, validTo: null };
  commune.province.publish(communeStream(commune.province.communeId), 'agency', id, agency);
  await syncOnce(pc);
  expect(await takeUpNewParts(office)).toBe(0);

  // The same store as an older build left it: it knew no agencies, and of papers it knew no notes.
  const known = must((await db.localMeta.get('known-parts'))?.value as KnownParts | undefined, 'noted');
  const { agency: _agency, ...others } = known;
  const older = { ...others, document: must(known['document'], 'papers').filter((field) => field !== 'note') };
  await db.localMeta.put({ key: 'known-parts', value: older });
  await db.agencies.clear();
  await db.documents.update(paper, { note: undefined });

  expect(await takeUpNewParts(office)).toBeGreaterThanOrEqual(2);
  expect((await db.agencies.get(id))?.name).toBe('Xã Mới');
  expect((await db.documents.get(paper))?.note).toBe('');
  expect(await takeUpNewParts(office)).toBe(0);
});

it('an entity without rows is taken up, also where no build has noted what it knew', async () => {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  const { office } = pc;
  await registerDocument(office, fakePaper('2-KH/TU'), []);
  await syncOnce(pc);
  await office.db.documents.clear();
  expect(await takeUpNewParts(office)).toBe(1);
  expect(await office.db.documents.count()).toBe(1);
});
