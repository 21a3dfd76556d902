import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import type { DispatchRow } from '../rows.ts';
import { exportEdxml } from './export-edxml.ts';
import { readEdxml } from './read-edxml.ts';

const letter: DispatchRow['letter'] = {
  externalId: 'X.1,2026/11/20,12-BC/ĐU',
  organId: 'X.1',
  issuer: 'Đảng uỷ xã Mẫu',
  symbol: '12-BC/ĐU',
  issuedOn: toPartialDate('2026-11-20'),
  place: 'Mẫu',
  typeId: 'party-report',
  typeName: 'Báo cáo',
  abstract: 'Báo cáo & kiến nghị',
  signer: 'Nguyễn Văn Mẫu',
  signerPost: 'Bí thư',
  urgency: 'normal',
  pages: 2,
  dueOn: null,
  isDirective: false,
  replyTo: [],
  note: '',
};

const row = {
  id: 'd1',
  recipientKind: 'outside',
  recipient: '',
  recipientName: 'UBND xã <Bên>',
  kind: 'new',
  replacesId: null,
  letter,
  files: [{ hash: 'a'.repeat(64), name: 'Báo cáo.pdf', size: 4, mime: 'application/pdf' }],
  revision: 1,
  revisionNote: '',
  sentAt: '2026-11-20T02:00:00.000Z',
  recallAt: null,
  recallReason: '',
} as unknown as DispatchRow;

/** The message as the desktop writes it: the file's bytes zipped and in base64 where the file stands. */
async function exported(dispatch: DispatchRow): Promise<ReturnType<typeof readEdxml>> {
  const pc = await new FakeCommune().addPc(1);
  await syncOnce(pc);
  const { name, pieces } = await exportEdxml(pc.office, dispatch);
  expect(name).toBe('12-BC-ĐU.edxml');
  const zip = Buffer.from(zipSync({ 'a.pdf': strToU8('%PDF') })).toString('base64');
  return readEdxml(strToU8(pieces.map((piece) => (typeof piece === 'string' ? piece : zip)).join('')));
}

describe('an outgoing paper as an edXML file', () => {
  it('says what was sent, to whom, with its files', async () => {
    const read = await exported(row);
    expect(read).toMatchObject({
      ok: true,
      value: {
        form: 'paper',
        letter,
        to: [{ name: 'UBND xã <Bên>' }],
        business: { kind: 'new', targets: [] },
        trace: [{ organId: 'X.1', at: '2026/11/20 09:00:00' }],
        files: [{ name: 'Báo cáo.pdf', type: 'application/pdf', fault: null, bytes: new Uint8Array(strToU8('%PDF')) }],
        doubts: [],
      },
    });
  });

  it.each([
    ['recall', { recallAt: '2026-11-21T02:00:00.000Z', recallReason: 'Sai số' }, 'Sai số'],
    ['update', { revision: 2, revisionNote: 'Sửa phụ lục' }, 'Sửa phụ lục'],
  ])('says that it is to %s what was sent', async (kind, change, reason) => {
    expect(await exported({ ...row, ...change })).toMatchObject({
      ok: true,
      value: { business: { kind, reason, targets: [{ externalId: letter.externalId }] } },
    });
  });
});
