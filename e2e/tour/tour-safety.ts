import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_PASSPHRASE, type OfficePc } from '#e2e/office/office-pc.ts';
import { auditText } from '#renderer/messages/audit.ts';
import { lockText } from '#renderer/messages/lock.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import type { TourReport } from './tour-report.ts';

/** A new PC's first person: a weak passphrase is refused with advice, a good one taken, the recovery code kept. */
export async function setUpFirstPerson(pc: OfficePc, report: TourReport): Promise<void> {
  const { page } = pc;
  await pc.choosePerson('clerk');
  await page.getByRole('textbox', { name: lockText.passphrase, exact: true }).fill('anh yêu em 2024');
  await page.waitForTimeout(500);
  await report.picture(page, 'cau-mat-khau', 'Đặt câu mật khẩu: câu dễ đoán không được nhận');
  await pc.typeNewPassphrase();
  await page.locator('[data-recovery-code]').waitFor();
  await report.picture(page, 'ma-khoi-phuc', 'Mã khôi phục, chỉ hiện một lần');
  await pc.confirmRecoveryCode();
  await pc.waitForShell();
}

/** Máy này: another person gets a way in; the first backup is made. */
export async function manageThisPc(pc: OfficePc, folder: string, report: TourReport): Promise<void> {
  const { page } = pc;
  await open(pc, '#/this-pc');
  await page.getByRole('button', { name: thisPcText.people.add }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(thisPcText.people.addWho, { exact: true }).click();
  await page
    .getByRole('option', { name: /, Chánh Văn phòng/ })
    .first()
    .click();
  await dialog.getByRole('textbox', { name: thisPcText.people.addPassphrase, exact: true }).fill(SAMPLE_PASSPHRASE);
  await dialog.getByRole('textbox', { name: lockText.again, exact: true }).fill(SAMPLE_PASSPHRASE);
  await dialog.getByRole('textbox', { name: thisPcText.askPassphrase, exact: true }).fill(SAMPLE_PASSPHRASE);
  await dialog.getByText(lockText.enough).waitFor();
  await page.waitForTimeout(300);
  await report.picture(page, 'them-nguoi', 'Thêm người mở được máy');
  await dialog.getByRole('button', { name: thisPcText.people.addSave }).click();
  await dialog.waitFor({ state: 'detached' });
  await report.picture(page, 'may-nay', 'Máy này: người dùng và khoá');

  const stick = join(folder, 'usb');
  await mkdir(stick, { recursive: true });
  await pc.app.evaluate(({ dialog: dialogs }, path) => {
    dialogs.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, stick);
  await open(pc, '#/this-pc/backups');
  await page.getByRole('button', { name: thisPcText.backups.choose }).last().click();
  await page.getByRole('button', { name: thisPcText.backups.make }).click();
  await page.getByText(thisPcText.backups.made).waitFor();
  await page.getByRole('button', { name: thisPcText.backups.rehearse }).click();
  await page.getByText(thisPcText.backups.rehearsedDone).waitFor();
  await report.picture(page, 'sao-luu', 'Sao lưu ra USB, đã mở thử');
  await open(pc, '#/this-pc/health');
  await report.picture(page, 'tinh-trang-may', 'Tình trạng máy');
  await open(pc, '#/this-pc/rights');
  await report.picture(page, 'quyen', 'Quyền của văn thư');
}

/** The clerk locks; the head of the office opens and reads the log. */
export async function lockAndReadLog(pc: OfficePc, report: TourReport): Promise<void> {
  await pc.lock();
  await pc.page.waitForTimeout(500);
  await report.picture(pc.page, 'man-khoa', 'Màn khoá');
  const names = await pc.page.locator('main li button').allTextContents();
  const other = names.find((name) => !name.includes(pc.personName)) ?? '';
  await pc.unlock(SAMPLE_PASSPHRASE, other.slice(1));
  await open(pc, '#/audit');
  await pc.page.getByRole('button', { name: auditText.verify }).click();
  await pc.page.getByText('Nhật ký nguyên vẹn').waitFor();
  await report.picture(pc.page, 'nhat-ky', 'Nhật ký, đã kiểm tra');
}

/** What the screens say when the disk is nearly full; told to the page alone, the tour fills no disk. */
export async function showReadOnlyDisk(pc: OfficePc, report: TourReport): Promise<void> {
  await pc.page.evaluate(() => {
    window.officeForTests?.office.disk.setState({ level: 'read-only', freeBytes: 310 * 1024 * 1024 });
  });
  await open(pc, '#/documents');
  await report.picture(pc.page, 'chi-xem', 'Ổ đĩa sắp đầy: chỉ cho xem');
  await pc.page.evaluate(() => {
    window.officeForTests?.office.disk.setState({ level: 'ample', freeBytes: 80 * 1024 ** 3 });
  });
}

async function open(pc: OfficePc, hash: string): Promise<void> {
  await pc.page.evaluate((to) => (window.location.hash = to), hash);
  await pc.page.waitForTimeout(900);
}
