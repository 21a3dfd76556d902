import { partyTopics, stateTopics, type AbstractFamily } from './abstract-table.ts';

/** A body that writes to the commune: who, how its symbols end, which types it sends and how often. */
export type SampleIssuer = {
  /** Names it signs under: the authors of TU differ (Tỉnh uỷ, its Ban Thường vụ, its Thường trực). */
  readonly names: readonly string[];
  readonly regime: 'party' | 'state';
  readonly family: AbstractFamily;
  readonly topics: readonly string[];
  /** Body in the symbol: `TU`, `SNV`. State letters add one of `letterTails`. */
  readonly body: string;
  readonly letterTails?: readonly string[];
  readonly types: readonly (readonly [code: string, weight: number])[];
  /** Share of the commune's post. */
  readonly weight: number;
  /** Papers a year it sends to all addressees; drives how fast its numbers grow. */
  readonly pace: number;
};

type Types = SampleIssuer['types'];

const frontTopics = [
  'Tháng hành động Vì người nghèo',
  'Ngày hội Đại đoàn kết toàn dân tộc',
  'giám sát và phản biện xã hội',
  'vận động Quỹ Vì người nghèo',
  'bầu cử đại biểu Hội đồng nhân dân',
  'phong trào thi đua yêu nước',
  'cứu trợ đồng bào bị thiên tai',
  'tiếp xúc cử tri',
];
const officeTypes: Types = mix('CV 60 GM 12 TB 14 KH 6 HD 4 BC 4');
const departmentTypes: Types = mix('- 64 KH 9 BC 4 TB 7 HD 5 GM 6 QĐ 5');

/** Everyone outside the cells who writes to the sample commune. */
export const sampleIssuers: readonly SampleIssuer[] = [
  party(
    'TU',
    ['Tỉnh uỷ', 'Ban Thường vụ Tỉnh uỷ', 'Thường trực Tỉnh uỷ'],
    mix('CV 34 KH 14 TB 16 NQ 5 QĐ 12 KL 5 CT 3 CTr 4 BC 4 HD 3'),
    14,
    500,
  ),
  party('VPTU', ['Văn phòng Tỉnh uỷ'], officeTypes, 9, 1500),
  party('BTCTU', ['Ban Tổ chức Tỉnh uỷ'], mix('CV 50 HD 20 KH 10 TB 10 QĐ 5 BC 5'), 8, 900),
  party('BTGDVTU', ['Ban Tuyên giáo và Dân vận Tỉnh uỷ'], mix('CV 45 HD 25 KH 15 TB 10 BC 5'), 6, 800),
  party('UBKTTU', ['Uỷ ban Kiểm tra Tỉnh uỷ'], mix('CV 40 KH 20 TB 20 HD 10 QĐ 10'), 4, 400),
  party('BNCTU', ['Ban Nội chính Tỉnh uỷ'], officeTypes, 2, 300),
  {
    ...party('TW', ['Ban Bí thư', 'Bộ Chính trị'], mix('CT 30 KL 30 QĐ 25 NQ 15'), 1.5, 90),
    family: 'central',
  },
  {
    ...party('UBKTĐU', ['UBKT Đảng uỷ'], mix('TTr 40 BC 30 KH 30'), 1.5, 60),
    family: 'commune-party',
  },
  {
    ...party('BXDĐ', ['Ban Xây dựng Đảng'], mix('TTr 45 BC 35 CV 20'), 1.5, 120),
    family: 'commune-party',
  },
  {
    ...party(
      'ĐU',
      ['Đảng uỷ xã Pác Mẫu', 'Đảng uỷ xã Tân Mẫu', 'Đảng uỷ phường Tây Mẫu'],
      mix('CV 70 GM 20 TB 10'),
      1.5,
      700,
    ),
    family: 'commune-party',
  },
  state(
    'province',
    'UBND',
    ['UBND tỉnh', 'Chủ tịch UBND tỉnh'],
    mix('- 42 QĐ 26 KH 18 TB 5 BC 3 CT 3 CĐ 3'),
    12,
    3200,
    ['TH', 'KT', 'NC', 'KGVX'],
  ),
  state('council', 'HĐND', ['HĐND tỉnh'], mix('NQ 60 BC 10 TB 15 - 15'), 2, 120, ['VP']),
  state('commune-state', 'UBND', ['UBND xã'], mix('BC 34 - 24 KH 18 QĐ 18 TB 6'), 7, 900, ['VP', 'KT', 'VHXH']),
  department('SNV', 'Sở Nội vụ', 4, [
    'cải cách hành chính',
    'số hóa tài liệu lưu trữ',
    'chính sách người có công',
    'quản lý cán bộ, công chức cấp xã',
    'bình đẳng giới',
  ]),
  department('STC', 'Sở Tài chính', 3, [
    'giải ngân vốn đầu tư công',
    'quản lý ngân sách nhà nước',
    'quản lý tài sản công',
    'mua sắm tập trung',
  ]),
  department('SNNMT', 'Sở Nông nghiệp và Môi trường', 4, [
    'xây dựng nông thôn mới',
    'phòng, chống dịch tả lợn châu Phi',
    'trồng rừng và bảo vệ rừng',
    'kiểm kê đất đai',
    'phát triển sản phẩm OCOP',
    'cấp nước sinh hoạt nông thôn',
    'tiêm phòng gia súc, gia cầm',
  ]),
  department('SGDĐT', 'Sở Giáo dục và Đào tạo', 3, [
    'phổ cập giáo dục',
    'an toàn trường học',
    'xây dựng xã hội học tập',
    'chính sách cho học sinh bán trú',
  ]),
  department('SYT', 'Sở Y tế', 3, [
    'bảo hiểm y tế hộ gia đình',
    'an toàn thực phẩm',
    'tiêm chủng mở rộng',
    'khám sức khỏe người cao tuổi',
  ]),
  department('SKHCN', 'Sở Khoa học và Công nghệ', 2.5, [
    'chuyển đổi số cộng đồng',
    'dịch vụ công trực tuyến',
    'bảo đảm an toàn thông tin mạng',
    'sử dụng chữ ký số',
  ]),
  department('SXD', 'Sở Xây dựng', 2, [
    'bảo đảm trật tự an toàn giao thông',
    'quản lý trật tự xây dựng',
    'xóa nhà tạm, nhà dột nát',
  ]),
  department('STP', 'Sở Tư pháp', 2, [
    'phổ biến, giáo dục pháp luật',
    'hòa giải ở cơ sở',
    'đăng ký hộ tịch',
    'chứng thực điện tử',
  ]),
  department('SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', 2, [
    'bảo tồn văn hóa các dân tộc thiểu số',
    'phát triển du lịch cộng đồng',
    'phong trào thể dục thể thao',
    'xây dựng đời sống văn hóa',
  ]),
  department('SDTTG', 'Sở Dân tộc và Tôn giáo', 2, [
    'chính sách dân tộc',
    'quản lý hoạt động tôn giáo',
    'người có uy tín trong đồng bào dân tộc thiểu số',
  ]),
  department('CAT', 'Công an tỉnh', 1.5, [
    'phòng, chống ma túy',
    'bảo đảm an ninh trật tự',
    'phòng cháy, chữa cháy khu dân cư',
    'phòng, chống lừa đảo trên không gian mạng',
  ]),
  {
    ...state('front', 'MTTQ-BTT', ['Uỷ ban MTTQ Việt Nam tỉnh'], mix('KH 40 - 30 TB 15 HD 15'), 3, 500),
    topics: frontTopics,
  },
  state('government', 'CP', ['Chính phủ'], mix('NQ 100'), 0.6, 300),
  state('government', 'TTg', ['Thủ tướng Chính phủ'], mix('QĐ 60 CT 25 CĐ 15'), 1.4, 2200),
];

/** Papers of the commune's own cells (`02-BC/CB`); the name of the cell is put in when one is made. */
export const cellIssuer: SampleIssuer = {
  ...party('CB', [], mix('BC 60 NQ 25 TTr 15'), 9, 40),
  family: 'cell',
};

function party(body: string, names: readonly string[], types: Types, weight: number, pace: number): SampleIssuer {
  return { names, regime: 'party', family: 'party', topics: partyTopics, body, types, weight, pace };
}

function state(
  family: AbstractFamily,
  body: string,
  names: readonly string[],
  types: Types,
  weight: number,
  pace: number,
  letterTails?: readonly string[],
): SampleIssuer {
  return {
    names,
    regime: 'state',
    family,
    topics: stateTopics,
    body,
    types,
    weight,
    pace,
    ...(letterTails === undefined ? {} : { letterTails }),
  };
}

function department(body: string, name: string, weight: number, topics: readonly string[]): SampleIssuer {
  return { ...state('department', body, [name], departmentTypes, weight, 2400, ['VP', 'TH', 'KHTC', 'NV']), topics };
}

/** `CV 60 GM 12`: type codes and their weights; `-` is the letter that has no code. */
function mix(text: string): Types {
  return [...text.matchAll(/(\S+) (\d+)/gu)].map(([, code = '', weight]) => [code === '-' ? '' : code, Number(weight)]);
}
