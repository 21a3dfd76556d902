import type { OfficePc } from '#e2e/office/office-pc.ts';
import { unitLifeText } from '#renderer/messages/unit-life.ts';
import { outgoingText } from '#renderer/messages/outgoing.ts';
import type { TourReport } from './tour-report.ts';

type Go = (hash: string) => Promise<void>;

/** What came over the exchange, with its paper. */
export async function lookAtArrivals(pc: OfficePc, go: Go, report: TourReport): Promise<void> {
  await go('#/arrivals');
  await pc.page.waitForTimeout(3000);
  await report.picture(pc.page, 'cho-tiep-nhan', 'Chờ tiếp nhận: văn bản liên thông');
}

/** The office's own papers: the register, a draft beside its page, the number it will get, the ledger of all numbers. */
export async function writeAndIssue(pc: OfficePc, go: Go, report: TourReport): Promise<void> {
  const { page } = pc;
  await go('#/outgoing');
  await page.waitForTimeout(800);
  await report.picture(page, 'van-ban-di', 'Văn bản đi');
  await page.getByRole('button', { name: outgoingText.continueWriting }).click();
  await page.waitForTimeout(3000);
  await report.picture(page, 'soan-van-ban', 'Soạn văn bản: bản thảo bên trang in');
  await go('#/outgoing');
  await page.getByText(outgoingText.facets.approved).first().click();
  await page.waitForTimeout(800);
  await page.getByRole('button', { name: outgoingText.issue }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(outgoingText.willGet).first().waitFor();
  await page.waitForTimeout(600);
  await report.picture(page, 'cap-so', 'Cấp số và ban hành');
  await page.keyboard.press('Escape');
  await page.getByText(outgoingText.facets.issued).first().click();
  await page.waitForTimeout(600);
  await page.getByRole('tab', { name: outgoingText.tabSending }).click();
  await page.waitForTimeout(800);
  await report.picture(page, 'gui-di', 'Gửi văn bản và theo dõi nơi nhận');
  await go('#/numbers');
  await page.waitForTimeout(1200);
  await report.picture(page, 'so-so', 'Sổ số: mọi số và khoảng trống');
}

/** The year's list of files and a dossier with its papers. */
export async function lookAtDossiers(pc: OfficePc, go: Go, report: TourReport): Promise<void> {
  const { page } = pc;
  await go('#/dossiers');
  await page.waitForTimeout(1500);
  await report.picture(page, 'ho-so', 'Danh mục hồ sơ');
}

/** The tree of organisations with its counts, the posts of a cell, and the tree as it stood on a day. */
export async function lookAtOrganisation(pc: OfficePc, go: Go, report: TourReport): Promise<void> {
  const { page } = pc;
  await go('#/units');
  await page.getByRole('treeitem').nth(12).click();
  await page.waitForTimeout(600);
  await report.picture(page, 'to-chuc', 'Tổ chức đảng: số đảng viên, điều cần để ý');
  await page.getByRole('tab', { name: unitLifeText.tabs.posts }).click();
  await page.waitForTimeout(600);
  await report.picture(page, 'to-chuc-chuc-vu', 'Chức vụ, nhiệm kỳ của chi bộ');
  await page.getByLabel(unitLifeText.day.label).fill('01092025');
  await page.getByText(unitLifeText.day.past('01/09/2025')).waitFor();
  await page.getByRole('tab', { name: unitLifeText.tabs.members }).click();
  await page.waitForTimeout(1500);
  await report.picture(page, 'to-chuc-ngay', 'Cây tổ chức và đảng viên tại một ngày đã qua');
}
