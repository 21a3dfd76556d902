/** A body that writes to the commune: who, how its symbols end, which types it sends and how often. */
export type SampleIssuer = {
  readonly names: readonly string[];
  readonly regime: 'party' | 'state';
  readonly family: 'party' | 'state' | 'front';
  /** Body in the symbol: `TU`, `SNV`. State letters add one of `letterTails`. */
  readonly body: string;
  readonly letterTails?: readonly string[];
  readonly types: readonly (readonly [code: string, weight: number])[];
  readonly weight: number;
  /** Papers a year that all its addressees share in one number series; drives how fast numbers grow. */
  readonly pace: number;
};

const office: SampleIssuer['types'] = [['CV', 60], ['GM', 12], ['TB', 14], ['KH', 6], ['HD', 4], ['BC', 4]];
const department: SampleIssuer['types'] = [['', 64], ['KH', 9], ['BC', 4], ['TB', 7], ['HD', 5], ['GM', 6], ['QĐ', 5]];

function departmentOf(name: string, body: string, weight = 3): SampleIssuer {
  return { names: [name], regime: 'state', family: 'state', body, letterTails: ['VP', 'TH', 'KHTC', 'NV'], types: department, weight, pace: 2400 };
}

/** Everyone who writes to the sample commune. The authors of TU differ: Tỉnh uỷ, its Ban Thường vụ, its Thường trực. */
export const sampleIssuers: readonly SampleIssuer[] = [
  { names: ['Tỉnh uỷ', 'Ban Thường vụ Tỉnh uỷ', 'Thường trực Tỉnh uỷ'], regime: 'party', family: 'party', body: 'TU', types: [['CV', 34], ['KH', 14], ['TB', 16], ['NQ', 5], ['QĐ', 12], ['KL', 5], ['CT', 3], ['CTr', 4], ['BC', 4], ['HD', 3]], weight: 14, pace: 500 },
  { names: ['Văn phòng Tỉnh uỷ'], regime: 'party', family: 'party', body: 'VPTU', types: office, weight: 9, pace: 1500 },
  { names: ['Ban Tổ chức Tỉnh uỷ'], regime: 'party', family: 'party', body: 'BTCTU', types: [['CV', 50], ['HD', 20], ['KH', 10], ['TB', 10], ['QĐ', 5], ['BC', 5]], weight: 8, pace: 900 },
  { names: ['Ban Tuyên giáo và Dân vận Tỉnh uỷ'], regime: 'party', family: 'party', body: 'BTGDVTU', types: [['CV', 45], ['HD', 25], ['KH', 15], ['TB', 10], ['BC', 5]], weight: 6, pace: 800 },
  { names: ['Uỷ ban Kiểm tra Tỉnh uỷ'], regime: 'party', family: 'party', body: 'UBKTTU', types: [['CV', 40], ['KH', 20], ['TB', 20], ['HD', 10], ['QĐ', 10]], weight: 4, pace: 400 },
  { names: ['Ban Nội chính Tỉnh uỷ'], regime: 'party', family: 'party', body: 'BNCTU', types: office, weight: 2, pace: 300 },
  { names: ['Ban Bí thư Trung ương', 'Bộ Chính trị'], regime: 'party', family: 'party', body: 'TW', types: [['CT', 30], ['KL', 30], ['QĐ', 25], ['NQ', 15]], weight: 1.5, pace: 90 },
  { names: ['UBKT Đảng uỷ'], regime: 'party', family: 'party', body: 'UBKTĐU', types: [['TTr', 40], ['BC', 30], ['KH', 30]], weight: 1.5, pace: 60 },
  { names: ['Ban Xây dựng Đảng'], regime: 'party', family: 'party', body: 'BXDĐ', types: [['TTr', 45], ['BC', 35], ['CV', 20]], weight: 1.5, pace: 120 },
  { names: ['Đảng uỷ xã Pác Mẫu', 'Đảng uỷ xã Tân Mẫu', 'Đảng uỷ phường Đông Mẫu'], regime: 'party', family: 'party', body: 'ĐU', types: [['CV', 70], ['GM', 20], ['TB', 10]], weight: 1.5, pace: 700 },
  { names: ['UBND tỉnh', 'Chủ tịch UBND tỉnh'], regime: 'state', family: 'state', body: 'UBND', letterTails: ['TH', 'KT', 'NC', 'KGVX'], types: [['', 42], ['QĐ', 26], ['KH', 18], ['TB', 5], ['BC', 3], ['CT', 3], ['CĐ', 3]], weight: 12, pace: 3200 },
  { names: ['HĐND tỉnh'], regime: 'state', family: 'state', body: 'HĐND', letterTails: ['VP'], types: [['NQ', 60], ['BC', 10], ['TB', 15], ['', 15]], weight: 2, pace: 120 },
  { names: ['UBND xã'], regime: 'state', family: 'state', body: 'UBND', letterTails: ['VP', 'KT', 'VHXH'], types: [['BC', 34], ['', 24], ['KH', 18], ['QĐ', 18], ['TB', 6]], weight: 7, pace: 900 },
  departmentOf('Sở Nội vụ', 'SNV', 4), departmentOf('Sở Tài chính', 'STC', 3), departmentOf('Sở Nông nghiệp và Môi trường', 'SNNMT', 4),
  departmentOf('Sở Giáo dục và Đào tạo', 'SGDĐT'), departmentOf('Sở Y tế', 'SYT'), departmentOf('Sở Khoa học và Công nghệ', 'SKHCN', 2.5), departmentOf('Sở Xây dựng', 'SXD', 2),
  departmentOf('Sở Tư pháp', 'STP', 2), departmentOf('Sở Văn hóa, Thể thao và Du lịch', 'SVHTTDL', 2), departmentOf('Sở Dân tộc và Tôn giáo', 'SDTTG', 2), departmentOf('Công an tỉnh', 'CAT', 1.5),
  { names: ['Uỷ ban MTTQ Việt Nam tỉnh'], regime: 'state', family: 'front', body: 'MTTQ-BTT', types: [['KH', 40], ['', 30], ['TB', 15], ['HD', 15]], weight: 3, pace: 500 },
  { names: ['Chính phủ'], regime: 'state', family: 'state', body: 'CP', types: [['NQ', 100]], weight: 0.6, pace: 300 },
  { names: ['Thủ tướng Chính phủ'], regime: 'state', family: 'state', body: 'TTg', types: [['QĐ', 60], ['CT', 25], ['CĐ', 15]], weight: 1.4, pace: 2200 },
];

/** Papers of the commune's own cells (`02-BC/CB`); the name of the cell is put in when one is made. */
export const cellIssuer: SampleIssuer = { names: [], regime: 'party', family: 'party', body: 'CB', types: [['BC', 60], ['NQ', 25], ['TTr', 15]], weight: 9, pace: 40 };
