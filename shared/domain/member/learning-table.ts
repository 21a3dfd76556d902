/** A level of learning as forms 2 and 3-TCTW count it (domain.md 5.10). Codes never change once released. */
export type Level = { readonly code: string; readonly name: string };

/** Trình độ học vấn phổ thông. */
export const educationLevels = [
  { code: 'illiterate', name: 'Chưa biết chữ Quốc ngữ' },
  { code: 'literate', name: 'Biết đọc, biết viết chữ Quốc ngữ' },
  { code: 'primary', name: 'Tiểu học' },
  { code: 'lower-secondary', name: 'Trung học cơ sở' },
  { code: 'upper-secondary', name: 'Trung học phổ thông' },
] as const satisfies readonly Level[];

/** Trình độ chuyên môn nghiệp vụ. */
export const qualificationLevels = [
  { code: 'technical', name: 'Công nhân kỹ thuật, nhân viên nghiệp vụ' },
  { code: 'vocational', name: 'Trung học chuyên nghiệp' },
  { code: 'college', name: 'Cao đẳng' },
  { code: 'university', name: 'Đại học' },
  { code: 'master', name: 'Thạc sĩ' },
  { code: 'doctor', name: 'Tiến sĩ' },
  { code: 'doctor-of-science', name: 'Tiến sĩ khoa học' },
] as const satisfies readonly Level[];

/** Trình độ lý luận chính trị; form 3 counts the last two together. */
export const theoryLevels = [
  { code: 'elementary', name: 'Sơ cấp' },
  { code: 'intermediate', name: 'Trung cấp' },
  { code: 'advanced', name: 'Cao cấp' },
  { code: 'bachelor', name: 'Cử nhân' },
] as const satisfies readonly Level[];

/** Học hàm (chức danh khoa học). */
export const academicTitles = [
  { code: 'associate-professor', name: 'Phó Giáo sư' },
  { code: 'professor', name: 'Giáo sư' },
] as const satisfies readonly Level[];

/** Words by which a level is recognised in what is written, folded for search; the first that fits counts. */
export const qualificationWords: readonly (readonly [
  word: string,
  level: (typeof qualificationLevels)[number]['code'],
])[] = [
  ['tien si khoa hoc', 'doctor-of-science'],
  ['tskh', 'doctor-of-science'],
  ['tien si', 'doctor'],
  ['pho tien si', 'doctor'],
  ['thac si', 'master'],
  ['cao hoc', 'master'],
  ['dai hoc', 'university'],
  ['cu nhan', 'university'],
  ['ky su', 'university'],
  ['bac si', 'university'],
  ['cao dang', 'college'],
  ['trung cap', 'vocational'],
  ['trung hoc chuyen nghiep', 'vocational'],
  ['so cap', 'technical'],
  ['cong nhan ky thuat', 'technical'],
];
