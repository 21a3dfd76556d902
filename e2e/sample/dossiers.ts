import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { DossierFields } from '#shared/domain/dossier/dossier-record.ts';
import { communeFoundedOn, type BodyKey, type SampleOrganisation } from './organisation.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type MakeId = (epochMs: number) => string;
type Planned = readonly [title: string, retentionYears: number | null, body: BodyKey, words: RegExp];

/** A year's list of files as a commune's Party office keeps it (domain.md 4.4); `words`: which papers of the registers belong in it. */
const plan: readonly { readonly heading: string; readonly files: readonly Planned[] }[] = [
  {
    heading: 'Văn kiện cấp uỷ',
    files: [
      ['Hội nghị Ban Chấp hành Đảng bộ xã năm', null, 'office', /hội nghị ban chấp hành|nghị quyết/iu],
      ['Báo cáo công tác tháng, quý, năm của Đảng uỷ năm', 20, 'office', /báo cáo công tác|báo cáo kết quả/iu],
      ['Tập lưu công văn đi của Đảng uỷ năm', 20, 'office', /^$/u],
    ],
  },
  {
    heading: 'Công tác tổ chức, cán bộ, đảng viên',
    files: [
      ['Hồ sơ kết nạp đảng viên năm', 70, 'building', /kết nạp|đảng viên mới/iu],
      ['Hồ sơ chuyển sinh hoạt đảng năm', 20, 'building', /sinh hoạt đảng/iu],
      ['Hồ sơ tặng Huy hiệu Đảng năm', 70, 'building', /huy hiệu/iu],
      ['Hồ sơ đánh giá, xếp loại tổ chức đảng và đảng viên năm', 20, 'building', /xếp loại/iu],
      ['Hồ sơ thu, nộp đảng phí năm', 10, 'office', /đảng phí/iu],
    ],
  },
  {
    heading: 'Kiểm tra, giám sát, kỷ luật đảng',
    files: [
      ['Hồ sơ chương trình kiểm tra, giám sát năm', null, 'inspection', /kiểm tra, giám sát/iu],
      ['Hồ sơ giải quyết đơn thư năm', 20, 'inspection', /đơn thư|khiếu nại|tố cáo/iu],
    ],
  },
  {
    heading: 'Tuyên giáo, dân vận',
    files: [
      ['Hồ sơ học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm', 20, 'building', /hồ chí minh/iu],
      ['Hồ sơ công tác dân vận, phối hợp Mặt trận Tổ quốc năm', 10, 'building', /dân vận|mặt trận/iu],
    ],
  },
  {
    heading: 'Chuyển đổi số, văn thư, lưu trữ',
    files: [['Hồ sơ thực hiện chuyển đổi số trong cơ quan đảng năm', 10, 'office', /chuyển đổi số|công nghệ/iu]],
  },
];

/** Most papers a sample dossier holds. */
const ITEMS_MAX = 18;

export type SampleDossiers = {
  readonly dossiers: readonly SampleRecord<'dossier'>[];
  readonly dossierItems: readonly SampleRecord<'dossierItem'>[];
};

/** Makes the list of files of two years with the papers that belong in them; last year's are closed, but one that is still open too long. */
export function generateDossiers(
  today: PlainDate,
  organisation: SampleOrganisation,
  documents: readonly SampleRecord<'document'>[],
  random: Random,
  makeId: MakeId,
): SampleDossiers {
  const dossiers: SampleRecord<'dossier'>[] = [];
  const dossierItems: SampleRecord<'dossierItem'>[] = [];
  const thisYear = Number(today.slice(0, 4));
  const filed = new Set<string>();
  let next = Date.parse(`${communeFoundedOn}T03:00:00Z`);
  for (const year of [thisYear - 1, thisYear]) {
    for (const [line, { heading, file }] of plan
      .flatMap(({ heading, files }) => files.map((file) => ({ heading, file })))
      .entries()) {
      const [title, retentionYears, body, words] = file;
      const id = makeId((next += 60_000));
      const chosen = documents
        .filter(
          (paper) =>
            !filed.has(paper.id) &&
            paper.fields.receivedOn.startsWith(String(year)) &&
            words.test(paper.fields.abstract),
        )
        .slice(0, random.int(3, ITEMS_MAX));
      for (const paper of chosen) filed.add(paper.id);
      const isClosed = year < thisYear && line !== 3;
      const fields: DossierFields = {
        year,
        fileNumber: String(line + 1).padStart(2, '0'),
        heading,
        code: `H99.15.${String(year)}.${String(line + 1).padStart(2, '0')}`,
        title: `${title} ${String(year)}`,
        retentionYears,
        access: 'conditional',
        holderStaffId:
          organisation.staff.find(({ fields: person }) => person.unitId === organisation.bodies[body].id)?.id ?? null,
        unitId: organisation.bodies[body].id,
        keywords: '',
        termName: '2025 - 2030',
        state: isClosed ? 'closed' : chosen.length === 0 ? 'planned' : 'open',
        openedOn: chosen[0]?.fields.receivedOn ?? null,
        closedOn: isClosed ? toPlainDate(`${String(year)}-12-31`) : null,
        inventoryNumber: '01',
        boxNumber: isClosed ? String((line % 4) + 1).padStart(2, '0') : '',
        fondsCode: 'P01',
        fondsName: 'Phông Đảng uỷ xã',
        condition: '',
        paperCode: '',
        note: '',
        packageHash: '',
        submittedAt: null,
        receiptNumber: '',
        receivedOn: null,
        returnReason: '',
      };
      dossiers.push({ type: 'dossier', id, fields });
      for (const [index, paper] of chosen.entries()) {
        dossierItems.push({
          type: 'dossierItem',
          id: makeId((next += 1000)),
          fields: {
            dossierId: id,
            ownerType: 'document',
            ownerId: paper.id,
            order: index + 1,
            symbol: '',
            issuedOn: null,
            issuer: '',
            typeId: null,
            abstract: '',
            signer: '',
            firstSheet: index * 3 + 1,
            pages: 3,
            note: '',
          },
        });
      }
    }
  }
  return { dossiers, dossierItems };
}
