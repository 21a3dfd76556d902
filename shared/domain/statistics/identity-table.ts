import { unitSorts } from '#shared/domain/unit/unit-sort-table.ts';
import { ageRules, ethnicityRules } from './characteristics-table.ts';
import { admissionForm, movementForm } from './movement-forms-table.ts';
import { stockItems, stockForm } from './office-forms-table.ts';
import { occupationForm } from './roster-forms-table.ts';
import type { FormRule } from './stat-form.ts';

/** A figure of a form, taken with its sign. */
type Term = { readonly form: string; readonly code: string; readonly sign: 1 | -1 };

/** Two sums of figures that must be the same. `forms`: under which it is said. */
export type Identity = {
  readonly forms: readonly string[];
  readonly words: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
};

/** Terms of a form: `A + B − C` is `terms('1-TCTW', 'A', 'B', '-C')`. */
function terms(form: string, ...codes: readonly string[]): readonly Term[] {
  return codes.map((code) =>
    code.startsWith('-') ? { form, code: code.slice(1), sign: -1 } : { form, code, sign: 1 },
  );
}

const is = (forms: readonly string[], words: string, left: readonly Term[], right: readonly Term[]): Identity => ({
  forms,
  words,
  left,
  right,
});

const codesOf = (rules: readonly { readonly code: string }[]): readonly string[] => rules.map(({ code }) => code);
const linesOf = ({ sections }: FormRule): readonly string[] => sections.flatMap(({ lines }) => codesOf(lines));
const occupations = linesOf(occupationForm).filter((code) => code.startsWith('occupation-'));
const groups = linesOf(admissionForm).filter((code) => code.startsWith('group-'));
const ages = codesOf(ageRules);
const sorts = [...unitSorts, 'unknown'].map((sort) => `sort-${sort}`);

const F1 = movementForm.code;

/** What must hold in each form and between them (domain.md 5.10), in the order in which it is said. */
export const identities: readonly Identity[] = [
  is([F1], 'A + B − C = D', terms(F1, 'A', 'B', '-C'), terms(F1, 'D')),
  is([F1], 'Các dòng tăng cộng lại bằng B', terms(F1, 'B1', 'B2', 'B3', 'B4'), terms(F1, 'B')),
  is([F1], 'Các dòng giảm cộng lại bằng C', terms(F1, 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'), terms(F1, 'C')),
  is([F1, '2-TCTW'], 'Kết nạp ở biểu 2 = B1 + B2 của biểu 1', terms('2-TCTW', 'total'), terms(F1, 'B1', 'B2')),
  is(['2-TCTW'], 'Cộng theo tuổi bằng tổng số', terms('2-TCTW', ...ages), terms('2-TCTW', 'total')),
  is(['2-TCTW'], 'Cộng theo nghề bằng tổng số', terms('2-TCTW', ...groups), terms('2-TCTW', 'total')),
  is([F1, '3-TCTW'], 'Tổng số biểu 3 = D của biểu 1', terms('3-TCTW', 'total'), terms(F1, 'D')),
  is(['3-TCTW'], 'Cộng theo tuổi bằng tổng số', terms('3-TCTW', ...ages), terms('3-TCTW', 'total')),
  is(['4-TCTW'], 'Tổng số biểu 4 = tổng số biểu 3', terms('4-TCTW', 'total'), terms('3-TCTW', 'total')),
  is(
    ['4-TCTW'],
    'Cộng theo dân tộc bằng tổng số',
    terms('4-TCTW', ...codesOf(ethnicityRules)),
    terms('4-TCTW', 'total'),
  ),
  is(
    ['4-TCTW'],
    'Dân tộc thiểu số ở biểu 3 = tổng số biểu 4 trừ người Kinh và người chưa rõ',
    terms('3-TCTW', 'minority'),
    terms('4-TCTW', 'total', '-ethnicity-01', '-ethnicity-unknown'),
  ),
  is(['6-TCTW'], 'Tổng số biểu 6 = tổng số biểu 3', terms('6-TCTW', 'total'), terms('3-TCTW', 'total')),
  is(['6-TCTW'], 'Cộng theo nghề nghiệp bằng tổng số', terms('6-TCTW', ...occupations), terms('6-TCTW', 'total')),
  is(
    ['6-TCTW'],
    'Miễn sinh hoạt ở biểu 6 = miễn sinh hoạt ở biểu 3',
    terms('6-TCTW', 'occupation-exempt'),
    terms('3-TCTW', 'exempt'),
  ),
  is(
    ['7A-TCTW'],
    'Được xếp loại và chưa xếp loại cộng lại bằng tổng số',
    terms('7A-TCTW', 'rated', 'not-rated'),
    terms('7A-TCTW', 'total'),
  ),
  is(['7A-TCTW'], 'Cộng theo loại hình bằng tổng số', terms('7A-TCTW', ...sorts), terms('7A-TCTW', 'total')),
  is(['7A-TCTW'], 'Tổng số tổ chức = biểu 10', terms('7A-TCTW', 'total'), terms('10-TCTW', 'units')),
  is(['7B-TCTW'], 'Tổng số biểu 7B = D của biểu 1', terms('7B-TCTW', 'total'), terms(F1, 'D')),
  is(
    ['7B-TCTW'],
    'Được xếp loại, miễn, không xếp loại và chưa xếp loại cộng lại bằng tổng số',
    terms('7B-TCTW', 'rated', 'exempt', 'with-reason', 'not-rated'),
    terms('7B-TCTW', 'total'),
  ),
  is(
    ['8-TCTW'],
    'Các hình thức cộng lại bằng tổng số',
    terms(
      '8-TCTW',
      'reward-order',
      'reward-decoration',
      'reward-title',
      'reward-flag',
      'reward-merit-certificate',
      'reward-certificate',
      'reward-commemorative',
      'reward-other',
      'badges',
    ),
    terms('8-TCTW', 'total'),
  ),
  is(
    ['9-TCTW'],
    'Các hình thức kỷ luật cộng lại bằng tổng số',
    terms('9-TCTW', 'reprimand', 'warning', 'removal', 'expelled', 'discipline-other'),
    terms('9-TCTW', 'disciplined'),
  ),
  is(['9-TCTW'], 'Khai trừ = C2 của biểu 1', terms('9-TCTW', 'expelled'), terms(F1, 'C2')),
  is(['9-TCTW'], 'Xoá tên = C3 của biểu 1', terms('9-TCTW', 'struck-off'), terms(F1, 'C3')),
  is(['9-TCTW'], 'Xin ra khỏi Đảng = C4 của biểu 1', terms('9-TCTW', 'resigned'), terms(F1, 'C4')),
  is(['10-TCTW'], 'Chuyển đến = B3 của biểu 1', terms('10-TCTW', 'moved-in'), terms(F1, 'B3')),
  is(['10-TCTW'], 'Chuyển đi = C5 của biểu 1', terms('10-TCTW', 'moved-out'), terms(F1, 'C5')),
  is(['10-TCTW'], 'Không được công nhận = C6 của biểu 1', terms('10-TCTW', 'not-recognised'), terms(F1, 'C6')),
  is(['8-TCTW', '10-TCTW'], 'Khen thưởng ở biểu 10 = biểu 8', terms('10-TCTW', 'rewards'), terms('8-TCTW', 'total')),
  ...stockItems.map((item) =>
    is(
      [stockForm.code],
      `${
        stockForm.sections
          .flatMap(({ lines }) => lines)
          .find(({ code }) => code === `${item}-start`)
          ?.label.split(':')[0] ?? item
      }: còn đầu kỳ + nhận − dùng − hỏng − trả = còn cuối kỳ`,
      terms(
        stockForm.code,
        `${item}-start`,
        `${item}-received`,
        `-${item}-used`,
        `-${item}-spoiled`,
        `-${item}-returned`,
      ),
      terms(stockForm.code, `${item}-left`),
    ),
  ),
];
