import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { lockText } from '#renderer/messages/lock.ts';
import { membersText } from '#renderer/messages/members.ts';
import { documentFieldLabels as labels } from '#renderer/messages/record-fields.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const NEW_PASSPHRASE = 'quạt nâu leo mái ngói chậm';

let folder: string;
let server: RunningServer;
let pc: OfficePc;
let documentId: string;
let memberId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-lock-'));
  server = await startServer({ dataDir: folder });
  const commune = await seedProvince(
    server,
    { seed: 'lock', documents: 20, members: 10, today: toPlainDate('2026-11-22'), files: 0 },
    Date.now,
  );
  memberId = must(commune.members[0], 'a sample commune has members').id;
  pc = await OfficePc.join(server, commune.place.id, 'Máy văn thư', true);
  await pc.settle();
  const papers = await pc.page.evaluate(
    async () => (await window.officeForTests?.office.db.documents.toCollection().primaryKeys()) ?? [],
  );
  documentId = must(papers[0], 'a sample commune has papers');
});
afterAll(async () => {
  await pc.discard();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function go(hash: string): Promise<void> {
  await pc.page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

describe('a clerk’s screens', () => {
  it('do not offer what a clerk may not do, and say who may where it is reached', async () => {
    const places = pc.page.getByRole('navigation');
    expect(await places.getByRole('link', { name: shellText.audit }).count()).toBe(0);
    await go('#/audit');
    await pc.page.getByText(rightsText.whoMay(['office-head', 'leader'])).waitFor();
    await go(`#/members/${memberId}`);
    await pc.page.getByText(membersText.onlyRead(rightsText.whoMay(['office-head', 'officer']))).waitFor();
    expect(await pc.page.getByRole('button', { name: membersText.edit }).count()).toBe(0);
  });
});

describe('the lock', () => {
  it('keeps what was being typed, and opens where the person was', async () => {
    await go(`#/documents-edit/${documentId}`);
    const signer = pc.page.getByLabel(labels.signer, { exact: true });
    await signer.fill('Chữ gõ dở lúc khoá máy');
    await pc.lock();
    expect(await pc.page.evaluate(() => window.officeForTests === undefined)).toBe(true);
    expect(await pc.page.locator('body').textContent()).not.toContain('Chữ gõ dở lúc khoá máy');
    await pc.unlock();
    await pc.page.waitForURL(/documents-edit/);
    expect(await pc.page.getByLabel(labels.signer, { exact: true }).inputValue()).toBe('Chữ gõ dở lúc khoá máy');
  });

  it('makes who types wrong wait, and a restart does not shorten that', async () => {
    await pc.lock();
    const timer = pc.page.getByRole('timer');
    // A wait that is still there when a slow machine has started again: 15 s after the fifth wrong try.
    for (let tries = 0; tries < 5; tries += 1) {
      await pc.tryPassphrase('không phải câu này đâu');
      await pc.page
        .getByText(/Câu mật khẩu không đúng|Gõ sai nhiều lần/)
        .first()
        .waitFor();
    }
    await timer.filter({ hasText: /1\d giây/ }).waitFor();
    await pc.close();
    const again = await OfficePc.open(pc.name, pc.profile);
    again.recoveryCode = pc.recoveryCode;
    pc = again;
    await pc.page.getByRole('timer').waitFor();
    expect(await pc.page.getByRole('button', { name: lockText.unlock, exact: true }).isDisabled()).toBe(true);
  });

  it('opens with the printed code, which gives a new passphrase; the old one opens no more', async () => {
    await pc.page.getByRole('button', { name: lockText.forgot }).click();
    await pc.page.getByRole('textbox', { name: lockText.recoverCode }).fill(pc.recoveryCode.toLowerCase());
    await pc.page.getByRole('textbox', { name: lockText.newPassphrase, exact: true }).fill(NEW_PASSPHRASE);
    await pc.page.getByRole('textbox', { name: lockText.again, exact: true }).fill(NEW_PASSPHRASE);
    await pc.page.getByText(lockText.enough).waitFor();
    await pc.page.getByRole('button', { name: lockText.recover }).click();
    await pc.waitForShell();
    await pc.lock();
    await pc.unlock(NEW_PASSPHRASE);
    await pc.lock();
    await pc.tryPassphrase('bốn chiếc thuyền qua suối 27');
    await pc.page.getByText('Câu mật khẩu không đúng').waitFor();
  });
});
