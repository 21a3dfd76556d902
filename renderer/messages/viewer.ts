/** Words around and inside the document viewer. */
export const viewerText = {
  documentPages: 'Các trang văn bản',
  pageOf: (page: number, pages: number) => `Trang ${String(page)} trên ${String(pages)}`,
  pageShort: (page: number, pages: number) => `${String(page)}/${String(pages)}`,
  pages: (n: number) => `${String(n)} trang`,
  percent: (n: number) => `${String(n)} %`,
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  fit: 'Vừa bề ngang',
  rotate: 'Xoay trang',
  larger: 'Tờ giấy to hơn (F2)',
  opening: 'Đang mở tệp…',
  thumbnail: 'Trang đầu của tệp',
} as const;
