/** The guided tour: one day at a sample office on the real app and a real province. Leaves pictures, the printed register and a report in `out/tour/`. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { sendSampleMail } from '#e2e/sample/mail.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer } from '#server/start-server.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import { crossAnEdit, giveDirective, importPapers, printRegister, registerByHand } from './tour-steps.ts';
import { lookAtMembers } from './tour-members.ts';
import { lookAtArrivals, lookAtDossiers, lookAtOrganisation, writeAndIssue } from './tour-office.ts';
import { lookAtStatistics } from './tour-statistics.ts';
import { lockAndReadLog, manageThisPc, setUpFirstPerson, showReadOnlyDisk } from './tour-safety.ts';
import { carryByStick } from './tour-stick.ts';
import { TourReport } from './tour-report.ts';

const OUT = resolve('out/tour');
const CORPUS = resolve('../shared/corpus/official-pdf');
const place = samplePlaces[0];
const size = {
  ...{ seed: 1, documents: 1284, members: 938, candidates: 24, outgoing: 240, meetings: 3, files: 12 },
  lives: true,
};

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const dataDir = join(OUT, 'province');
const report = new TourReport(OUT);
let server = await startServer({ dataDir });
const undo: (() => Promise<unknown>)[] = [() => server.stop()];
let seen: OfficePc | undefined;

try {
  await report.measure(`Đưa xã mẫu vào máy chủ tỉnh (${size.documents} văn bản, ${size.members} đảng viên)`, () =>
    seedProvince(server, { ...size, today: dateOfInstant(Date.now()), place }, Date.now),
  );
  await sendSampleMail(server, place, dateOfInstant(Date.now()), Date.now);
  const pc = await report.measure('Ghi danh máy văn thư và nhận dữ liệu lần đầu', () =>
    OfficePc.enrol(server, place.id, 'Máy văn thư', true),
  );
  undo.push(() => pc.discard());
  const { page } = pc;
  seen = pc;
  await pc.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  await report.picture(page, 'chon-nguoi', 'Máy mới: chọn người dùng');
  await setUpFirstPerson(pc, report);
  await pc.settle();
  const go = async (hash: string): Promise<void> => {
    await pc.page.evaluate((to) => (window.location.hash = to), hash);
    await pc.page.waitForTimeout(600);
  };

  await go('#/');
  await report.picture(page, 'hom-nay', 'Hôm nay');
  await go('#/documents');
  await page.getByRole('grid').getByRole('row').nth(3).click();
  await page.waitForTimeout(2500);
  await report.picture(page, 'van-ban-den', 'Văn bản đến');

  await registerByHand(page, join(OUT, 'mau'), report);
  await giveDirective(page, report);

  const corpus = existsSync(CORPUS)
    ? (await readdir(CORPUS, { recursive: true }))
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => join(CORPUS, name))
    : [];
  if (corpus.length > 0) await report.measure(`Nhập ${corpus.length} tệp PDF thật`, () => importPapers(page, corpus));
  else report.note('Không có thư mục PDF thật, bỏ bước nhập.');

  await printRegister(pc, join(OUT, 'so-van-ban-den.pdf'), report);

  await lookAtArrivals(pc, go, report);
  await writeAndIssue(pc, go, report);
  await lookAtDossiers(pc, go, report);

  await go('#/members');
  await page.getByRole('listbox').getByRole('option').nth(4).click();
  await page.waitForTimeout(600);
  await report.picture(page, 'dang-vien', 'Hồ sơ đảng viên');
  await lookAtMembers(server, place.id, report);
  await go('#/badges');
  await report.picture(page, 'huy-hieu', 'Huy hiệu Đảng: danh sách của đợt');
  await lookAtOrganisation(pc, go, report);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tran thi');
  await page.waitForTimeout(700);
  await report.picture(page, 'tim-kiem', 'Tìm bằng Ctrl K, gõ không dấu');
  await page.keyboard.press('Escape');

  await manageThisPc(pc, OUT, report);
  await lockAndReadLog(pc, report);
  await lookAtStatistics(pc, go, report);

  const { port } = server;
  await server.stop();
  const settleLater = await crossAnEdit(pc, dataDir, port, place.id);
  server = settleLater.server;
  await pc.settle();
  await server.stop();
  await settleLater.editOffline();
  await go('#/sync');
  await pc.page.waitForTimeout(2500);
  await report.picture(pc.page, 'dong-bo', 'Đồng bộ: mất mạng, có ô cần chọn');

  await pc.page.keyboard.press('Escape');
  await showReadOnlyDisk(pc, report);
  await pc.page.evaluate(() => (document.documentElement.dataset['type'] = 'large'));
  for (const [hash, name] of [
    ['#/', 'hom-nay'],
    ['#/documents', 'van-ban-den'],
    ['#/documents-new', 'vao-so'],
    ['#/arrivals', 'cho-tiep-nhan'],
    ['#/outgoing', 'van-ban-di'],
    ['#/outgoing-new', 'soan-van-ban'],
    ['#/numbers', 'so-so'],
    ['#/books', 'in-so'],
    ['#/dossiers', 'ho-so'],
    ['#/members', 'dang-vien'],
    ['#/badges', 'huy-hieu'],
    ['#/units', 'to-chuc'],
    ['#/sync', 'dong-bo'],
    ['#/sync-usb', 'chuyen-usb'],
    ['#/this-pc', 'may-nay'],
    ['#/this-pc/health', 'tinh-trang-may'],
    ['#/audit', 'nhat-ky'],
  ] as const) {
    await go(hash);
    await report.picture(pc.page, `chu-lon-${name}`, `Chữ lớn: ${name}`);
  }
  await pc.page.evaluate(() => (document.documentElement.dataset['type'] = 'normal'));
  await carryByStick(pc, dataDir, OUT, report);
  server = await startServer({ dataDir, port });
  await report.measure('Có mạng lại: gửi hết lên tỉnh', () => pc.settle());
} catch (cause) {
  report.fail(cause);
  await seen?.page.screenshot({ path: join(OUT, 'dung-giua-chung.png') }).catch(() => undefined); // the window may be gone
} finally {
  for (const step of undo.reverse()) await step().catch((cause: unknown) => console.error(cause));
  await rm(dataDir, { recursive: true, force: true });
}
await report.write();
process.exitCode = report.hasFailed ? 1 : 0;
