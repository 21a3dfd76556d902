/*
 * Names for invented people. Frequencies are plausible for a highland commune of the north-east, not measured.
 * Well-known people's names are listed so that none comes out by chance.
 */

/** Peoples of the sample commune. */
export type People = 'Tày' | 'Nùng' | 'Kinh' | 'Dao' | 'Mông';

type Weighted = readonly (readonly [name: string, weight: number])[];
type Names = {
  readonly family: Weighted;
  readonly middle: { readonly male: Weighted; readonly female: Weighted };
  readonly given: { readonly male: readonly string[]; readonly female: readonly string[] };
};

/** Share of each people. */
export const peoples: readonly (readonly [people: People, weight: number])[] = [
  ['Tày', 42],
  ['Nùng', 34],
  ['Kinh', 14],
  ['Dao', 6],
  ['Mông', 4],
];

const maleGiven = list(
  'An Anh Ân Bằng Bảo Bình Cảnh Chiến Chính Công Cường Dũng Duy Dương Đại Đạt Điệp Định Đông Đức Giang Hà Hải Hạnh Hào Hậu Hiền Hiếu Hiệp Hoà Hoan Hoàn Hoạt Hùng Huy Hưng Hường Khánh Khoa Kiên Lâm Lập Linh Long Lợi Luân Lực Lương Mạnh Minh Nam Nghĩa Ngọc Nguyên Nhân Nhất Ninh Phong Phú Phúc Phương Quang Quân Quốc Quý Quyền Quyết Sáng Sinh Sơn Sự Tài Tâm Tân Thái Thành Thắng Thế Thiện Thịnh Thọ Thuận Thức Thượng Tiến Tình Toàn Toản Trọng Trung Trường Tuấn Tùng Tuyên Tú Vinh Vĩnh Vũ Vượng Xuân',
);
const femaleGiven = list(
  'An Anh Ánh Bích Bình Cúc Chi Chinh Diễm Diệp Dinh Dung Duyên Đào Giang Hà Hạnh Hằng Hậu Hiên Hiền Hoa Hoà Hoài Hồng Huế Huệ Huyền Hương Hường Hạ Khuyên Kiều Lan Lành Lê Liên Liễu Linh Loan Lụa Luyến Lương Ly Lý Mai May Minh Mơ My Nga Ngân Ngọc Nguyệt Nhài Nhàn Nhung Nhự Ninh Oanh Phương Phượng Quyên Quỳnh Sen Sim Tâm Thanh Thảo Thắm Thơ Thơm Thu Thuỳ Thuý Thuỷ Thư Thương Tình Trang Trinh Tuyết Tươi Uyên Vân Viên Xuân Yên Yến',
);
const plainMiddle = {
  male: [
    ['Văn', 52],
    ['Đức', 7],
    ['Minh', 6],
    ['Quang', 5],
    ['Xuân', 5],
    ['Ngọc', 4],
    ['Thanh', 4],
    ['Hữu', 3],
    ['Đình', 3],
    ['Trung', 2],
    ['Anh', 2],
    ['Mạnh', 2],
    ['Tiến', 2],
    ['', 3],
  ],
  female: [
    ['Thị', 62],
    ['Thị Thu', 5],
    ['Thị Minh', 3],
    ['Thị Hồng', 3],
    ['Thị Ngọc', 3],
    ['Thị Bích', 2],
    ['Thị Thanh', 3],
    ['Thu', 4],
    ['Ngọc', 3],
    ['Bích', 3],
    ['Minh', 3],
    ['Hồng', 3],
    ['Thuý', 3],
  ],
} as const;

/** Names by people. */
export const namesByPeople: Readonly<Record<People, Names>> = {
  Tày: {
    family: [
      ['Hoàng', 24],
      ['Nông', 21],
      ['Lý', 8],
      ['Hà', 6],
      ['Lương', 8],
      ['Ma', 3],
      ['Bế', 3],
      ['Đàm', 3],
      ['Lục', 3],
      ['Chu', 4],
      ['Triệu', 4],
      ['Nguyễn', 5],
      ['Vi', 3],
      ['Lộc', 2],
      ['La', 2],
      ['Phùng', 1],
      ['Đoàn', 1],
      ['Liêu', 1],
    ],
    middle: plainMiddle,
    given: { male: maleGiven, female: femaleGiven },
  },
  Nùng: {
    family: [
      ['Hoàng', 20],
      ['Nông', 16],
      ['Lương', 8],
      ['Vi', 12],
      ['Triệu', 6],
      ['Lý', 6],
      ['Lâm', 3],
      ['Mã', 3],
      ['Chu', 6],
      ['Linh', 3],
      ['Hứa', 4],
      ['Lăng', 3],
      ['Hà', 3],
      ['Phùng', 3],
      ['Sầm', 1],
      ['Long', 1],
      ['Lành', 2],
    ],
    middle: plainMiddle,
    given: { male: maleGiven, female: femaleGiven },
  },
  Kinh: {
    family: [
      ['Nguyễn', 38],
      ['Trần', 12],
      ['Lê', 10],
      ['Phạm', 7],
      ['Hoàng', 5],
      ['Vũ', 4],
      ['Đặng', 3],
      ['Bùi', 3],
      ['Đỗ', 3],
      ['Ngô', 2],
      ['Dương', 2],
      ['Đinh', 2],
      ['Phan', 2],
      ['Trịnh', 1],
      ['Đào', 1],
      ['Doãn', 1],
    ],
    middle: plainMiddle,
    given: { male: maleGiven, female: femaleGiven },
  },
  Dao: {
    family: [
      ['Triệu', 30],
      ['Bàn', 20],
      ['Đặng', 16],
      ['Lý', 10],
      ['Phùng', 8],
      ['Chảo', 6],
      ['Tẩn', 5],
      ['Phàn', 5],
    ],
    middle: {
      male: [
        ['Văn', 30],
        ['Tài', 10],
        ['Chằn', 8],
        ['Phụ', 6],
        ['Tòn', 6],
        ['Dào', 6],
        ['Quý', 6],
        ['Tiến', 8],
      ],
      female: [
        ['Thị', 30],
        ['Mùi', 25],
        ['Tả', 6],
      ],
    },
    given: {
      male: list('Chìu Chiêu Chòi Pham Phúc Hin Phin Sơn Thắng Tiến Minh Thành Vạn Hưng Quyên Lâm Bảo Hiền'),
      female: list('Mùi Nảy Pham Coi Lai Phấy Ghển Chài Liều Hương Lan Xuân Dất Viện'),
    },
  },
  Mông: {
    family: [
      ['Giàng', 16],
      ['Vàng', 15],
      ['Sùng', 13],
      ['Thào', 12],
      ['Lầu', 10],
      ['Hờ', 6],
      ['Mùa', 6],
      ['Cứ', 6],
      ['Má', 5],
      ['Lù', 4],
      ['Hầu', 4],
      ['Tráng', 3],
    ],
    middle: {
      male: [
        ['A', 60],
        ['Seo', 14],
        ['Mí', 14],
        ['Văn', 8],
      ],
      female: [
        ['Thị', 80],
        ['Y', 12],
      ],
    },
    given: {
      male: list('Páo Sử Câu Dơ Chư Tủa Lử Sinh Chính Pó Dình Thắng Sèng Chớ Vảng Súa Lềnh Phứ Sáu Nủ'),
      female: list('Mỷ Dợ Chua Sua Dua Pà Máy Sông Mị Dở Xúa Già Vá Say'),
    },
  },
};

/** Names never given to an invented person. */
export const namesOfKnownPeople: ReadonlySet<string> = new Set([
  'Phạm Minh Chính',
  'Lương Cường',
  'Trần Thanh Mẫn',
  'Trần Cẩm Tú',
  'Lê Minh Hưng',
  'Đỗ Văn Chiến',
  'Phan Văn Giang',
  'Phan Đình Trạc',
  'Nguyễn Xuân Phúc',
  'Nguyễn Phú Trọng',
  'Nông Đức Mạnh',
  'Trần Đại Quang',
  'Nguyễn Minh Triết',
  'Trần Đức Lương',
  'Nguyễn Hoà Bình',
  'Nguyễn Văn Linh',
  'Nguyễn Văn Cừ',
  'Lê Hồng Phong',
  'Trần Phú',
  'Hoàng Văn Thụ',
  'Lương Văn Tri',
  'Hoàng Văn Hoan',
  'Chu Văn Tấn',
  'Bế Văn Đàn',
  'La Văn Cầu',
  'Phan Đăng Lưu',
  'Nguyễn Minh Quang',
  'Hoàng Quốc Khánh',
]);

function list(names: string): readonly string[] {
  return names.split(' ');
}
