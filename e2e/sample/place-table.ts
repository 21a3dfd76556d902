/** A commune made up for samples. */
export type SampleCommunePlace = {
  /** Id at the province, as in `communeIdSchema`. */
  readonly id: string;
  /** Kind and name as written in running text: `xã Nà Lầu`. */
  readonly name: string;
  /** Province it belongs to, made up too. */
  readonly province: string;
  /** First syllables and second syllables of its hamlets' names. */
  readonly hamletFirst: readonly string[];
  readonly hamletSecond: readonly string[];
};

/** Made-up communes of a made-up province. The first is the one of the tour and the screenshots. */
export const samplePlaces: readonly [SampleCommunePlace, SampleCommunePlace, SampleCommunePlace] = [
  {
    id: 'na-lau',
    name: 'xã Nà Lầu',
    province: 'Tỉnh Mẫu',
    hamletFirst: ['Nà', 'Bản', 'Khuổi', 'Pá', 'Cốc', 'Phai', 'Lũng', 'Pò', 'Kéo', 'Thâm'],
    hamletSecond: [
      'Pàn',
      'Lầu',
      'Hu',
      'Mạ',
      'Nưa',
      'Cưởm',
      'Sào',
      'Luông',
      'Phấy',
      'Mò',
      'Vài',
      'Tẩu',
      'Kít',
      'Đeng',
      'Ngần',
      'Chang',
      'Loòng',
      'Khoang',
      'Tàn',
      'Ỏi',
    ],
  },
  {
    id: 'khuoi-mau',
    name: 'xã Khuổi Mẫu',
    province: 'Tỉnh Mẫu',
    hamletFirst: ['Khuổi', 'Bó', 'Nặm', 'Tà', 'Pác', 'Lũng', 'Khau', 'Đông', 'Phia'],
    hamletSecond: [
      'Mẫu',
      'Lịn',
      'Khít',
      'Đán',
      'Rạ',
      'Khoáng',
      'Sliếc',
      'Nghịu',
      'Tát',
      'Ngoà',
      'Cải',
      'Thán',
      'Vạc',
      'Bủng',
      'Lùng',
      'Dào',
      'Chủ',
      'Slương',
    ],
  },
  {
    id: 'dong-mau',
    name: 'phường Đông Mẫu',
    province: 'Tỉnh Mẫu',
    hamletFirst: ['Tổ dân phố'],
    hamletSecond: Array.from({ length: 220 }, (_, index) => String(index + 1)),
  },
];

/** Provinces of before July 2025 that people who moved in come from. */
export const homeProvinces: readonly string[] = [
  'Thái Bình',
  'Nam Định',
  'Hà Nam',
  'Hải Dương',
  'Bắc Ninh',
  'Bắc Giang',
  'Hưng Yên',
  'Thái Nguyên',
  'Thanh Hoá',
  'Nghệ An',
  'Phú Thọ',
  'Vĩnh Phúc',
];
