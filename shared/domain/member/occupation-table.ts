/** Groups of form 2-TCTW (newly admitted members) an occupation is counted in. */
export type AdmissionGroup =
  | 'state-official'
  | 'public-employee'
  | 'business-employee'
  | 'worker'
  | 'farmer'
  | 'armed-forces'
  | 'student';

/**
 * One line of form 6-TCTW (domain.md 5.10). `row`: number in part I (working, 1 to 15) or II (no longer working, 1 and 3; II.2, the exempt, is a state of
 * the member). `part`: letter of a subdivision. `pensioners`: whether the form asks for those of them who draw a pension.
 */
export type Occupation = {
  readonly code: string;
  readonly section: 'working' | 'stopped';
  readonly row: number;
  readonly part: string;
  readonly name: string;
  readonly pensioners: boolean;
  readonly admission: AdmissionGroup | null;
};

type Line = readonly [code: string, row: number, part: string, name: string, admission: AdmissionGroup | null];

const lines: readonly Line[] = [
  ['party-official', 1, '', 'Cán bộ đảng chuyên trách', 'state-official'],
  ['mass-official', 2, '', 'Cán bộ đoàn thể chuyên trách', 'state-official'],
  ['elected-official', 3, '', 'Cán bộ dân cử (bầu cử)', 'state-official'],
  ['state-official', 4, '', 'Cán bộ, công chức cơ quan nhà nước', 'state-official'],
  ['public-employee', 5, '', 'Viên chức hoạt động sự nghiệp', 'public-employee'],
  ['business-employee', 6, '', 'Viên chức kinh doanh', 'business-employee'],
  ['worker-state', 7, 'a', 'Công nhân, lao động: doanh nghiệp nhà nước', 'worker'],
  ['worker-state-share', 7, 'b', 'Công nhân, lao động: doanh nghiệp cổ phần có vốn nhà nước', 'worker'],
  ['worker-cooperative', 7, 'c', 'Công nhân, lao động: hợp tác xã, tổ hợp', 'worker'],
  ['worker-private', 7, 'd', 'Công nhân, lao động: doanh nghiệp tư nhân', 'worker'],
  ['worker-company', 7, 'đ', 'Công nhân, lao động: công ty TNHH, công ty cổ phần tư nhân', 'worker'],
  ['worker-foreign', 7, 'e', 'Công nhân, lao động: doanh nghiệp có vốn đầu tư nước ngoài', 'worker'],
  ['self-employed', 7, 'g', 'Lao động cá thể, tiểu thương', 'worker'],
  ['office-worker', 8, '', 'Công nhân, nhân viên phục vụ cơ quan', 'worker'],
  ['farming', 9, 'a', 'Lao động nông nghiệp', 'farmer'],
  ['forestry', 9, 'b', 'Lao động lâm nghiệp', 'farmer'],
  ['fishery', 9, 'c', 'Lao động ngư nghiệp', 'farmer'],
  ['irrigation', 9, 'd', 'Lao động thuỷ lợi', 'farmer'],
  ['trade-association', 10, '', 'Lao động trong các hội ngành nghề', 'worker'],
  ['army', 11, '', 'Sĩ quan, chiến sĩ quân đội', 'armed-forces'],
  ['police', 12, '', 'Sĩ quan, chiến sĩ công an', 'armed-forces'],
  ['commune-official', 13, '', 'Cán bộ xã, phường', 'state-official'],
  ['student', 14, '', 'Học sinh, sinh viên', 'student'],
  ['other-work', 15, '', 'Lao động trong các nghề khác', null],
];

/** Rows of which the form asks how many draw a pension. */
const pensionRows: ReadonlySet<number> = new Set([7, 8, 9, 10, 13, 15]);

/**
 * Occupations in the order of form 6-TCTW, by codes that never change once released. The wording is that of the 2012 series (domain.md 5.10 [S73]); a newer
 * series changes names and rows here, not codes.
 */
export const occupationTable: readonly Occupation[] = [
  ...lines.map(([code, row, part, name, admission]): Occupation => ({
    code,
    section: 'working',
    row,
    part,
    name,
    pensioners: pensionRows.has(row),
    admission,
  })),
  {
    code: 'retired',
    section: 'stopped',
    row: 1,
    part: '',
    name: 'Nghỉ hưu, mất sức theo chế độ',
    pensioners: false,
    admission: null,
  },
  {
    code: 'not-working',
    section: 'stopped',
    row: 3,
    part: '',
    name: 'Nghỉ làm việc, công tác',
    pensioners: false,
    admission: null,
  },
];

const byCode = new Map(occupationTable.map((occupation) => [occupation.code, occupation]));

/** The line of a code; undefined for none and for a code of a newer build. */
export function findOccupation(code: string): Occupation | undefined {
  return byCode.get(code);
}

/** Words by which a line is recognised in what is written, folded for search; the first that fits counts. What may be several lines stands in none. */
export const occupationWords: readonly (readonly [word: string, code: string])[] = [
  ['nghi huu', 'retired'],
  ['huu tri', 'retired'],
  ['mat suc', 'retired'],
  ['sinh vien', 'student'],
  ['hoc sinh', 'student'],
  ['cong an', 'police'],
  ['bo doi', 'army'],
  ['quan su', 'army'],
  ['quan nhan', 'army'],
  ['can bo xa', 'commune-official'],
  ['can bo thon', 'commune-official'],
  ['giao vien', 'public-employee'],
  ['giang vien', 'public-employee'],
  ['hieu truong', 'public-employee'],
  ['bac si', 'public-employee'],
  ['y si', 'public-employee'],
  ['dieu duong', 'public-employee'],
  ['ho sinh', 'public-employee'],
  ['duoc si', 'public-employee'],
  ['vien chuc', 'public-employee'],
  ['cong chuc', 'state-official'],
  ['hop tac xa', 'worker-cooperative'],
  ['nong dan', 'farming'],
  ['lam ruong', 'farming'],
  ['trong rung', 'forestry'],
  ['ngu dan', 'fishery'],
  ['buon ban', 'self-employed'],
  ['tieu thuong', 'self-employed'],
];
