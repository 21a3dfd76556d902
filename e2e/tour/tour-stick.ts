import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficePc } from '#e2e/office/office-pc.ts';
import { parcelsText } from '#renderer/messages/parcels.ts';
import { runParcelCommand } from '#server/parcel-commands.ts';
import type { TourReport } from './tour-report.ts';

const { write, read } = parcelsText;

/** No line at all: what waits goes to the province on a stick, whose people read it and write back onto it. The server does not run. */
export async function carryByStick(pc: OfficePc, dataDir: string, folder: string, report: TourReport): Promise<void> {
  const { page } = pc;
  const stick = join(folder, 'usb-van-thu');
  await mkdir(stick, { recursive: true });
  await pc.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, stick);
  await page.evaluate(() => (window.location.hash = '#/sync-usb'));
  await page.getByRole('button', { name: write.choose }).click();
  await page.getByRole('textbox', { name: write.label }).fill('USB so 2');
  await page.getByRole('button', { name: write.go, exact: true }).click();
  await page.getByText('Rút USB được rồi').waitFor();
  await page.getByText(parcelsText.sent.waiting).waitFor();
  await report.picture(page, 'usb-da-ghi', 'Chuyển bằng USB: đã ghi gói gửi tỉnh');
  const said = await runParcelCommand(['usb', 'read', stick, '--by', 'Lê Văn Tỉnh', '--answer'], { dataDir });
  if (!said.isDone) throw new Error(said.text);
  await page.getByRole('button', { name: read.choose }).click();
  await page.getByRole('heading', { name: read.results }).waitFor();
  await page.getByText(/^Nơi nhận đã đọc/).waitFor();
  await report.picture(page, 'usb-da-doc', 'Chuyển bằng USB: đã đọc gói tỉnh trả lời, có biên nhận');
}
