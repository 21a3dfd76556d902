import { expect, test } from 'vitest';
import { matchRecipients } from './match-recipients.ts';

const agencies = [
  { code: 'A1', name: 'Đảng uỷ xã Hòa An', mergedInto: null },
  { code: 'A2', name: 'Văn phòng Tỉnh uỷ', mergedInto: null },
  { code: 'A3', name: 'Đảng uỷ xã Cũ', mergedInto: 'A1' },
];
const unit = (
  id: string,
  name: string,
  kind: 'committee' | 'cell' | 'base-committee' | 'office',
  parentId = 'root',
) => ({
  id,
  name,
  kind,
  parentId: kind === 'committee' ? null : parentId,
  validTo: null,
});
const units = [
  unit('root', 'Đảng bộ xã', 'committee'),
  unit('c1', 'Chi bộ thôn 1', 'cell'),
  unit('b1', 'Đảng bộ Công an xã', 'base-committee'),
  unit('c2', 'Chi bộ Đội 1', 'cell', 'b1'),
  unit('o1', 'Văn phòng Đảng uỷ', 'office'),
];

test('names written in full are known whatever the place of the tone mark', () => {
  const found = matchRecipients(
    '- Như trên;\n- Văn phòng Tỉnh ủy (để báo cáo);\n- Đảng ủy xã Hoà An;\n- Lưu VP.',
    agencies,
    units,
  );
  expect(found).toEqual({ codes: ['A2', 'A1'], unitIds: [], unclear: [] });
});

test('a name that is not borne by somebody known is unclear, however like another', () => {
  const found = matchRecipients('Đảng uỷ xã Hoá An; Đảng uỷ xã Cũ; Tỉnh uỷ', agencies, units);
  expect(found).toEqual({ codes: [], unitIds: [], unclear: ['Đảng uỷ xã Hoá An', 'Đảng uỷ xã Cũ', 'Tỉnh uỷ'] });
});

test('all cells right under the committee are meant by their common name', () => {
  const found = matchRecipients('Các chi bộ, đảng bộ trực thuộc\nVăn phòng Đảng ủy', agencies, units);
  expect(found).toEqual({ codes: [], unitIds: ['c1', 'b1', 'o1'], unclear: [] });
});
