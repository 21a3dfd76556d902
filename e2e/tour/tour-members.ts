import { OfficePc } from '#e2e/office/office-pc.ts';
import { recordEventAt } from '#e2e/office/life-work.ts';
import { memberEventsText } from '#renderer/messages/member-events.ts';
import { fakeEvent } from '#renderer/platform/fake-event.ts';
import type { RunningServer } from '#server/start-server.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { TourReport } from './tour-report.ts';

type Screen = readonly [hash: string, name: string, words: string];

/** The screens of who keeps the members' records. */
const officerScreens: readonly Screen[] = [
  ['#/member-events', 'bien-dong', 'Biến động đảng viên trong kỳ'],
  ['#/transfers', 'chuyen-sinh-hoat', 'Chuyển sinh hoạt đảng'],
  ['#/fees', 'dang-phi', 'Đảng phí'],
  ['#/ratings', 'xep-loai', 'Đánh giá, xếp loại'],
  ['#/statistics', 'thong-ke', 'Thống kê đảng viên'],
  ['#/cell-book', 'so-chi-bo', 'Sổ chi bộ'],
  ['#/member-import', 'nhap-danh-sach', 'Nhập, đối chiếu danh sách'],
  ['#/settings', 'thiet-dat', 'Thiết đặt cơ quan'],
];

/** What a cell's secretary opens. */
const secretaryScreens: readonly Screen[] = [
  ['#/', 'bi-thu-hom-nay', 'Bí thư chi bộ: Hôm nay'],
  ['#/members', 'bi-thu-dang-vien', 'Bí thư chi bộ: đảng viên của chi bộ'],
  ['#/fees', 'bi-thu-dang-phi', 'Bí thư chi bộ: đảng phí'],
  ['#/meetings', 'bi-thu-sinh-hoat', 'Bí thư chi bộ: sinh hoạt'],
  ['#/study', 'bi-thu-hoc-tap', 'Bí thư chi bộ: tài liệu học tập'],
];

/** Walks through the screens of members, on a PC of the one who keeps the records and on one of a cell's secretary, in ordinary and in large type. */
export async function lookAtMembers(server: RunningServer, communeId: string, report: TourReport): Promise<void> {
  await withPc(server, communeId, 'officer', async (pc) => {
    const memberId = await pc.page.evaluate(
      async () =>
        (await window.officeForTests?.office.db.members.toArray())?.find(({ state }) => state === 'official')?.id,
    );
    if (memberId === undefined) throw new Error('no member to look at');
    await recordEventAt(
      pc,
      memberId,
      fakeEvent('rewarded', '2026-09-02', { form: 'certificate', place: 'Đảng uỷ xã' }),
    );
    const past = [`#/member-past/${memberId}`, 'ho-so-tai-ngay', 'Hồ sơ tại một ngày'] as const;
    for (const type of ['normal', 'large'] as const) {
      for (const screen of [...officerScreens, past]) await look(pc, type, screen, report);
      for (const side of ['board', 'due'] as const) {
        await look(pc, type, ['#/member-events', `bien-dong-${side}`, memberEventsText.sides[side]], report, () =>
          pc.page.getByText(memberEventsText.sides[side]).first().click(),
        );
      }
    }
  });
  await withPc(server, communeId, 'cell-secretary', async (pc) => {
    for (const type of ['normal', 'large'] as const)
      for (const screen of secretaryScreens) await look(pc, type, screen, report);
  });
}

async function withPc(
  server: RunningServer,
  communeId: string,
  role: StaffRole,
  act: (pc: OfficePc) => Promise<void>,
): Promise<void> {
  const pc = await OfficePc.join(
    server,
    communeId,
    `Máy của ${role === 'officer' ? 'Ban Xây dựng Đảng' : 'chi bộ'}`,
    false,
    {
      role,
    },
  );
  try {
    await pc.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
    await pc.settle();
    await act(pc);
  } finally {
    await pc.discard();
  }
}

async function look(
  { page }: OfficePc,
  type: 'normal' | 'large',
  [hash, name, words]: Screen,
  report: TourReport,
  act?: () => Promise<void>,
): Promise<void> {
  await page.evaluate((size) => (document.documentElement.dataset['type'] = size), type);
  // Away and back, so that a screen stands as it opens.
  for (const to of ['#/sync', hash]) await page.evaluate((place) => (window.location.hash = place), to);
  await page.waitForTimeout(900);
  await act?.();
  await page.waitForTimeout(300);
  const isLarge = type === 'large';
  await report.picture(page, isLarge ? `chu-lon-${name}` : name, isLarge ? `Chữ lớn: ${words}` : words);
}
