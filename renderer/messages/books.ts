import { formatCount } from './format-count.ts';

/** Words of printed books (sổ đăng ký, sổ chuyển giao) and of the screen that prints them. */
export const bookText = {
  page: (page: number, pages: number) => `Trang ${formatCount(page)}/${formatCount(pages)}`,
} as const;
