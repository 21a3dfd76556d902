import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolmentCodeSchema } from '#shared/contract/http.ts';
import { runCommand } from './command-line.ts';
import { noFiles } from './test-office.ts';
import { createProvinceService, type ProvinceService } from './services/province-service.ts';
import { openAsOwner, type Database } from './storage/database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './storage/embedded-postgres.ts';
import { migrate } from './storage/migrate.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-command-'));
let postgres: EmbeddedPostgres;
let owner: Database;
let province: ProvinceService;
beforeAll(async () => {
  postgres = await startEmbeddedPostgres(dataDir);
  owner = openAsOwner(postgres.url);
  await migrate(owner);
  province = createProvinceService(owner, Date.now, noFiles);
});
afterAll(async () => {
  await owner.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the command line', () => {
  it('takes a commune, gives a code that is kept only as a hash, and lists', async () => {
    expect((await runCommand(['list'], province)).text).toBe('Chưa khai báo xã nào.');
    expect((await runCommand(['enrol', 'commune', 'na-lau', 'xã Nà Lầu', 'tỉnh Cao Bằng'], province)).isDone).toBe(
      true,
    );
    const { isDone, text } = await runCommand(
      ['enrol', 'pc', 'na-lau', '--name', 'Máy văn thư', '--holds-register'],
      province,
    );
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text)?.[0] ?? '';
    expect(isDone).toBe(true);
    expect(enrolmentCodeSchema.safeParse(code).success).toBe(true);
    const [row] = await owner.selectFrom('enrolment_code').selectAll().execute();
    expect(row).toMatchObject({ commune: 'na-lau', name: 'Máy văn thư', holds_register: true, used_by: null });
    expect(JSON.stringify(row)).not.toContain(code);
    expect((await runCommand(['list'], province)).text).toContain('xã Nà Lầu, tỉnh Cao Bằng (na-lau)');
  });

  it('declared twice, a commune keeps its stream and its register and takes the new name', async () => {
    await runCommand(['enrol', 'commune', 'po-khau', 'xã Pò Khâu', 'tỉnh Cao Bằng'], province);
    const before = await province.recordsOf('po-khau');
    await runCommand(['enrol', 'commune', 'po-khau', 'xã Pò Khẩu', 'tỉnh Cao Bằng'], province);
    expect(await province.recordsOf('po-khau')).toEqual(before);
    expect(before.map(({ type }) => type)).toEqual(['register']);
    expect((await runCommand(['list'], province)).text).toContain('xã Pò Khẩu');
  });

  it('says what is wrong and does nothing', async () => {
    const failing = [
      ['dance'],
      ['enrol'],
      ['enrol', 'commune', 'na-lau'],
      ['enrol', 'commune', 'Nà Lầu', 'x', 'y'],
      ['enrol', 'pc'],
      ['enrol', 'pc', 'na-lau', '--fast'],
      ['enrol', 'pc', 'ho-tay'],
      ['revoke', 'x'],
      ['revoke', '99'],
    ];
    const codes = await owner.selectFrom('enrolment_code').selectAll().execute();
    for (const args of failing) {
      const { isDone, text } = await runCommand(args, province);
      expect([args, isDone, text.length > 20]).toEqual([args, false, true]);
    }
    expect(await owner.selectFrom('enrolment_code').selectAll().execute()).toEqual(codes);
  });
});
