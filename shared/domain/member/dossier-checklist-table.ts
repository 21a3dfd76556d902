/** When a paper comes into a member's dossier (HD 12-HD/BTCTW 2022; domain.md 5.2). */
export type PaperStage = 'considered' | 'admitted' | 'recognised' | 'later';

/**
 * One paper of the dossier. `weight`: its share in how complete a dossier is. `ifAny`: only some have it; it is missed by nobody. `yearly`: one for each
 * year of membership, kept as `code:year`. Codes never change once released.
 */
export type DossierPaper = {
  readonly code: string;
  readonly stage: PaperStage;
  readonly name: string;
  /** Symbol of the form, where it has one. */
  readonly form: string;
  readonly weight: number;
  readonly ifAny: boolean;
  readonly yearly: boolean;
};

type Line = readonly [code: string, name: string, form: string, weight: number, kind?: 'if-any' | 'yearly'];

const byStage: Readonly<Record<PaperStage, readonly Line[]>> = {
  considered: [
    ['awareness-certificate', 'Giấy chứng nhận bồi dưỡng nhận thức về Đảng', '', 2],
    ['application', 'Đơn xin vào Đảng', '1-KNĐ', 2],
    ['applicant-record', 'Lý lịch của người xin vào Đảng', '2-KNĐ', 3],
    ['record-check', 'Tài liệu thẩm tra lý lịch', '', 2],
    ['introduction', 'Giấy giới thiệu của đảng viên chính thức', '3-KNĐ', 2],
    ['union-resolution', 'Nghị quyết giới thiệu của Đoàn hoặc công đoàn', '4-KNĐ', 1, 'if-any'],
    ['opinions', 'Tổng hợp ý kiến của đoàn thể và chi uỷ nơi cư trú', '', 2],
  ],
  admitted: [
    ['cell-resolution', 'Nghị quyết của chi bộ xét kết nạp', '', 2],
    ['section-report', 'Báo cáo thẩm định của đảng uỷ bộ phận', '', 1, 'if-any'],
    ['base-resolution', 'Nghị quyết của đảng uỷ cơ sở xét kết nạp', '', 2],
    ['admission-decision', 'Quyết định kết nạp đảng viên', '', 4],
    ['member-record', 'Lý lịch đảng viên', '1-HSĐV', 4],
    ['member-sheet', 'Phiếu đảng viên', '2-HSĐV', 3],
  ],
  recognised: [
    ['new-member-certificate', 'Giấy chứng nhận bồi dưỡng đảng viên mới', '', 2],
    ['probation-review', 'Bản tự kiểm điểm của đảng viên dự bị', '', 2],
    ['helper-remarks', 'Nhận xét của đảng viên được phân công giúp đỡ', '', 2],
    ['recognition-opinions', 'Tổng hợp ý kiến đoàn thể và chi uỷ nơi cư trú (xét chính thức)', '', 2],
    ['recognition-cell-resolution', 'Nghị quyết của chi bộ công nhận chính thức', '', 2],
    ['recognition-section-report', 'Báo cáo thẩm định của đảng uỷ bộ phận (xét chính thức)', '', 1, 'if-any'],
    ['recognition-base-resolution', 'Nghị quyết của đảng uỷ cơ sở công nhận chính thức', '', 2],
    ['recognition-decision', 'Quyết định công nhận đảng viên chính thức', '', 4],
  ],
  later: [
    ['yearly-sheet', 'Phiếu bổ sung hồ sơ đảng viên', '3-HSĐV', 1, 'yearly'],
    ['yearly-review', 'Bản kiểm điểm cá nhân', '', 1, 'yearly'],
    ['personnel-decisions', 'Quyết định điều động, bổ nhiệm, khen thưởng, kỷ luật', '', 1, 'if-any'],
    ['transfer-papers', 'Giấy giới thiệu sinh hoạt đảng', '', 1, 'if-any'],
  ],
};

/** Stages in the order of a life. */
export const paperStages: readonly PaperStage[] = ['considered', 'admitted', 'recognised', 'later'];

/** The papers of a dossier, in order (domain.md 5.2; the list after recognition and the later one are unverified there). */
export const dossierChecklist: readonly DossierPaper[] = paperStages.flatMap((stage) =>
  byStage[stage].map(([code, name, form, weight, kind]) => ({
    code,
    stage,
    name,
    form,
    weight,
    ifAny: kind === 'if-any',
    yearly: kind === 'yearly',
  })),
);
