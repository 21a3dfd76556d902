/** Provinces that went into others on 1 July 2025, by their names folded for search (Nghị quyết 202/2025/QH15, Điều 1): former name, name of today. */
export const formerProvinces: Readonly<Record<string, string>> = {
  'ha giang': 'tuyen quang',
  'yen bai': 'lao cai',
  'bac kan': 'thai nguyen',
  'bac can': 'thai nguyen',
  'vinh phuc': 'phu tho',
  'hoa binh': 'phu tho',
  'bac giang': 'bac ninh',
  'thai binh': 'hung yen',
  'hai duong': 'hai phong',
  'ha nam': 'ninh binh',
  'nam dinh': 'ninh binh',
  'quang binh': 'quang tri',
  'quang nam': 'da nang',
  'kon tum': 'quang ngai',
  'binh dinh': 'gia lai',
  'ninh thuan': 'khanh hoa',
  'dak nong': 'lam dong',
  'binh thuan': 'lam dong',
  'phu yen': 'dak lak',
  'binh duong': 'ho chi minh',
  'ba ria vung tau': 'ho chi minh',
  'binh phuoc': 'dong nai',
  'long an': 'tay ninh',
  'soc trang': 'can tho',
  'hau giang': 'can tho',
  'ben tre': 'vinh long',
  'tra vinh': 'vinh long',
  'tien giang': 'dong thap',
  'bac lieu': 'ca mau',
  'kien giang': 'an giang',
};

/** Words that only say what kind of place it is, longest first; abbreviations as people write them. */
export const placeKinds: readonly string[] = [
  'thanh pho',
  'dac khu',
  'thi tran',
  'phuong',
  'tinh',
  'thon',
  'xa',
  'tp',
  'tt',
  'p',
  't',
  'x',
];

/** Beginnings of names of the level that was given up on 1 July 2025: it may be left out on one side. */
export const formerLevelWords: readonly string[] = ['huyen', 'quan', 'thi xa', 'h', 'q', 'tx'];
