import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  auditHeadMessage,
  auditHeadSchema,
  auditPushMessage,
  auditText,
  FIRST_AUDIT_HASH,
  type AuditEntry,
} from '#shared/contract/audit.ts';
import { httpPaths } from '#shared/contract/http.ts';
import { runCommand } from './command-line.ts';
import { createProvinceService, type ProvinceService } from './services/province-service.ts';
import { isSignedBy } from './services/secrets.ts';
import { openAsOwner, type Database } from './storage/database.ts';
import { findRunningPostgres } from './storage/embedded-postgres.ts';
import { noFiles, postJson, signText, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
let owner: Database;
let service: ProvinceService;
beforeAll(async () => {
  province = await startTestProvince();
  owner = openAsOwner((await findRunningPostgres(province.dataDir)) ?? '');
  service = createProvinceService(owner, Date.now, noFiles);
});
afterAll(async () => {
  await owner.destroy();
  await province.end();
});

/** Lines that go on from `before`, numbered from `first`. */
const lines = (count: number, first = 1, before = FIRST_AUDIT_HASH, detail = ''): AuditEntry[] => {
  let hash = before;
  return Array.from({ length: count }, (_, i) => {
    const line = {
      n: first + i,
      at: 1_763_000_000_000 + i,
      kind: 'member-read' as const,
      by: '',
      type: 'member',
      id: `m${i}`,
      detail,
    };
    hash = createHash('sha256').update(auditText(hash, line)).digest('base64url');
    return { ...line, hash };
  });
};

const push = async (
  pc: TestPc,
  entries: readonly AuditEntry[],
  signer = pc,
): Promise<{ status: number; body: unknown }> => {
  const last = entries.at(-1);
  const signature = signText(signer.privateKey, auditPushMessage(pc.dev, last?.n ?? 0, last?.hash ?? ''));
  const response = await postJson(province.server.url + httpPaths.audit, { entries, signature }, pc.headers);
  return { status: response.status, body: await response.json() };
};

describe('the log of a PC', () => {
  it('is taken line by line, counter-signed, and sent again it is the same', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const all = lines(7);
    const first = await push(pc, all.slice(0, 4));
    const head = auditHeadSchema.parse(first.body);
    expect([head.dev, head.n, head.hash]).toEqual([pc.dev, 4, all[3]?.hash]);
    expect(isSignedBy(pc.enrolled.provinceKey, auditHeadMessage(head), head.signature)).toBe(true);
    expect(auditHeadSchema.parse((await push(pc, all.slice(0, 4))).body).n).toBe(4);
    expect(auditHeadSchema.parse((await push(pc, all.slice(2, 7))).body).n).toBe(7);
    expect((await service.logOf(pc.dev)).map(({ n, id }) => [n, id])).toEqual(all.map(({ n, id }) => [n, id]));
    expect((await runCommand(['audit', String(pc.dev)], service)).text.split('\n')).toHaveLength(7);
    expect(await runCommand(['audit', '--verify'], service)).toMatchObject({ isDone: true });
  });

  it('with a hole, a changed line or another chain is refused with the head the province has, and noted', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const all = lines(5);
    const gap = await push(pc, all.slice(1));
    expect(gap).toMatchObject({ status: 409, body: { code: 'audit-broken', expect: 1, head: { n: 0 } } });
    expect((await runCommand(['list'], service)).text).toContain('NHẬT KÝ THIẾU từ dòng 1');
    await push(pc, all);
    expect((await runCommand(['list'], service)).text).not.toContain('NHẬT KÝ THIẾU');
    const changed = all.map((entry) => (entry.n === 3 ? { ...entry, detail: 'khác' } : entry));
    expect(await push(pc, changed)).toMatchObject({ status: 409, body: { expect: 6, head: { n: 5 } } });
    expect(await push(pc, lines(6, 1, FIRST_AUDIT_HASH, 'khác'))).toMatchObject({ status: 409 });
    expect(await push(pc, lines(1, 6, FIRST_AUDIT_HASH))).toMatchObject({ status: 409 });
    expect((await service.logOf(pc.dev)).map(({ hash }) => hash)).toEqual(all.map(({ hash }) => hash));
    expect((await runCommand(['list'], service)).text).toContain('NHẬT KÝ KHÔNG KHỚP tại dòng 6');
    const goingOn = lines(2, 6, all[4]?.hash);
    expect((await push(pc, goingOn)).status).toBe(200);
    expect((await runCommand(['list'], service)).text).toContain('NHẬT KÝ KHÔNG KHỚP');
    const figures = await (await fetch(province.server.url + httpPaths.metrics)).text();
    expect(figures).toContain('hosoxa_broken_logs_total 4');
  });

  it('is read at the command line in words, with the names the province knows', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const [staffId, name] = [pc.person, 'Nông Thị Hoa'];
    const facts = [
      { kind: 'unlock-failed', by: '', type: '', id: staffId, detail: 'wrong-passphrase' },
      { kind: 'locked', by: staffId, type: '', id: '', detail: 'asked' },
      { kind: 'member-read', by: staffId, type: 'member', id: '01934f2a-7c3b-7a10-8b11-0000000000aa', detail: '' },
    ] as const;
    let hash = FIRST_AUDIT_HASH;
    const entries = facts.map((fact, i) => {
      const line = { n: i + 1, at: 1_763_000_000_000, ...fact };
      hash = createHash('sha256').update(auditText(hash, line)).digest('base64url');
      return { ...line, hash };
    });
    expect((await push(pc, entries)).status).toBe(200);
    const { text } = await runCommand(['audit', String(pc.dev)], service);
    expect(text.split('\n').map((line) => line.slice(line.indexOf('  ', 9) + 2))).toEqual([
      `chưa rõ ai: mở khoá không được: ${name}: sai câu mật khẩu`,
      `${name}: khoá chương trình: người dùng bấm khoá`,
      `${name}: xem hồ sơ đảng viên: hồ sơ đảng viên …00aa`,
    ]);
  });

  it('must be signed by its own PC', async () => {
    const [pc, other] = [await TestPc.join(province.server, 'na-lau'), await TestPc.join(province.server, 'na-lau')];
    expect(await push(pc, lines(2), other)).toEqual({ status: 401, body: { code: 'bad-signature' } });
    expect(await service.logOf(pc.dev)).toEqual([]);
  });

  it('changed, shortened or signed anew in the database is found by the check of all logs', async () => {
    const pc = await TestPc.join(province.server, 'po-khau');
    await push(pc, lines(6));
    const check = async (): Promise<string> => (await runCommand(['audit', '--verify'], service)).text;
    const spoil = async (statement: string, undo: string): Promise<string> => {
      await sql.raw(statement).execute(owner);
      const found = await check();
      await sql.raw(undo).execute(owner);
      return found;
    };
    const where = `where device = ${pc.dev}`;
    expect(
      await spoil(
        `update device_log set record_id = 'khác' ${where} and n = 4`,
        `update device_log set record_id = 'm3' ${where} and n = 4`,
      ),
    ).toContain(`máy ${pc.dev} KHÔNG KHỚP tại dòng 4`);
    expect(
      await spoil(`update device_log_head set at = at + 1 ${where}`, `update device_log_head set at = at - 1 ${where}`),
    ).toContain(`Dấu của tỉnh trên nhật ký của máy ${pc.dev}`);
    await sql.raw(`delete from device_log ${where} and n > 4`).execute(owner);
    expect(await check()).toContain(`máy ${pc.dev} KHÔNG KHỚP tại dòng 5`);
  });
});
