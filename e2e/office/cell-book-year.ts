import type { OfficePc } from '#e2e/office/office-pc.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';

/** A year of an invented cell, record by record; `A`, `B`, `M` stand for the ids of its two members and its meeting. */
type Written = readonly [entity: string, fields: Readonly<Record<string, unknown>>];

type AddRecord = TestHandle['acts']['addRecord'];
/** Letter that stands for its id, entity, fields. */
type SentRecord = readonly [letter: string, entity: Parameters<AddRecord>[1], fields: Parameters<AddRecord>[2]];

export const CELL_NAME = 'Chi bộ bản Hoà Thuỷ';

const decision = { symbol: '31-QĐ/ĐU', issuedOn: '2025-08-20', issuer: 'Đảng uỷ xã Mẫu', signer: '' };
const event = {
  effectiveOn: '2025-09-02',
  until: null,
  decision,
  decisionId: null,
  state: 'decided',
  voidReason: '',
  isPastOnly: false,
  sets: {},
  before: {},
  unitId: null,
  place: '',
  atOffice: '',
  form: '',
  number: '',
  years: null,
  amount: null,
  reason: '',
  transferId: null,
  proposalId: null,
  note: '',
};

const records: readonly Written[] = [
  [
    'meeting',
    {
      unitId: 'U',
      kind: 'regular',
      title: 'Sinh hoạt thường kỳ tháng 8',
      startsAt: '2025-08-03T01:00:00.000Z',
      endsAt: null,
      place: 'Nhà văn hoá bản',
      chair: 'Lò Thị Thuý',
      clerk: 'Quàng Văn Quý',
      guests: '',
      state: 'closed',
      agenda: [],
      documentIds: [],
      invitation: '',
      minutes: '',
      conclusion: 'Làm xong đường vào bản trước mùa mưa.',
      resolution: '',
      resolutionSymbol: '08-NQ/CB',
      scores: {},
      cancelReason: '',
    },
  ],
  ['attendance', { meetingId: 'M', memberId: 'A', standing: 'official', status: 'present', reason: '' }],
  ['attendance', { meetingId: 'M', memberId: 'B', standing: 'official', status: 'excused', reason: 'ốm' }],
  [
    'meetingTask',
    {
      meetingId: 'M',
      text: 'Vận động hiến đất mở đường',
      memberId: 'B',
      assignee: 'Quàng Văn Quý',
      dueOn: '2025-09-30',
      state: 'done',
      doneOn: '2025-09-25',
      result: '12 hộ đồng ý',
      order: 0,
    },
  ],
  ['memberEvent', { ...event, memberId: 'A', kind: 'badge', years: 30 }],
  ['memberEvent', { ...event, memberId: 'B', kind: 'rewarded', form: 'certificate', reason: 'hiến đất làm đường' }],
  ['memberEvent', { ...event, memberId: 'B', kind: 'disciplined', form: 'reprimand', reason: 'vi phạm nồng độ cồn' }],
  ['memberEvent', { ...event, memberId: 'A', kind: 'went-abroad', place: 'Nước Lào', effectiveOn: '2025-10-10' }],
  [
    'feePayment',
    {
      memberId: 'A',
      unitId: 'U',
      month: '2025-08',
      due: 31_500,
      paid: 31_500,
      paidOn: '2025-08-03',
      way: 'cash',
      receivedBy: 'Thủ quỹ',
      receiptNumber: '',
      note: '',
    },
  ],
  [
    'rating',
    {
      memberId: 'B',
      unitId: 'U',
      period: '2025',
      scores: {},
      selfLevel: 'excellent',
      proposedLevel: 'good',
      decidedLevel: 'good',
      votesFor: null,
      votesCast: null,
      notRated: '',
      meetingId: null,
      decision: null,
      note: '',
    },
  ],
];

/** What must stand in the book of 2025, written here by hand, not computed. */
export const expectedInBook: readonly string[] = [
  'SỔ CHI BỘ',
  CELL_NAME,
  'Năm 2025',
  'DANH SÁCH ĐẢNG VIÊN ĐẾN NGÀY 31/12/2025',
  'Lò Thị Thuý',
  'Quàng Văn Quý',
  'Cộng: 2 đảng viên, trong đó dự bị 0, miễn công tác và sinh hoạt 0.',
  '10/10/2025',
  'Ra nước ngoài',
  'Nước Lào',
  '03/08/2025',
  'Sinh hoạt thường kỳ tháng 8',
  '1/2',
  '08-NQ/CB: Làm xong đường vào bản trước mùa mưa.',
  'Vận động hiến đất mở đường',
  '30/09/2025',
  'Xong ngày 25/09/2025; 12 hộ đồng ý',
  '31.500',
  'Hoàn thành xuất sắc nhiệm vụ',
  'Hoàn thành tốt nhiệm vụ',
  'Huy hiệu 30 năm tuổi Đảng',
  'Giấy khen',
  'hiến đất làm đường',
  '31-QĐ/ĐU, 20/08/2025, Đảng uỷ xã Mẫu',
  'Khiển trách',
  'vi phạm nồng độ cồn',
];

/** Writes the cell's year through the repository. */
export async function enterCellYear(pc: OfficePc): Promise<void> {
  const member = (name: string, cardNumber: string): object => ({
    ...blankMember,
    name: splitPersonName(name),
    bornOn: '1970-05-01',
    admittedOn: '1995-02-03',
    officialOn: '1996-02-03',
    cardNumber,
    state: 'official',
    unitId: 'U',
  });
  const unit = {
    ...usualUnit,
    name: CELL_NAME,
    kind: 'cell',
    parentId: null,
    order: 900,
    validFrom: null,
    validTo: null,
  };
  const sent = JSON.stringify([
    ['U', 'unit', unit],
    ['A', 'member', member('Lò Thị Thuý', '99777001')],
    ['B', 'member', member('Quàng Văn Quý', '99777002')],
    ...records.map(([entity, fields]) => [entity === 'meeting' ? 'M' : '', entity, fields]),
  ]);
  await pc.page.evaluate(async (text) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const ids: Record<string, string> = {};
    for (const [letter, entity, fields] of JSON.parse(text) as SentRecord[]) {
      const whole = Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [
          field,
          field.endsWith('Id') && typeof value === 'string' ? (ids[value] ?? value) : value,
        ]),
      );
      const made = await acts.addRecord(office, entity, whole);
      if (!made.ok) throw new Error(`${entity}: ${made.error.code}`);
      ids[letter] = made.value.id;
    }
  }, sent);
}
