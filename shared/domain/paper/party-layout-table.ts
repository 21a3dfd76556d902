import type { PaperLayout } from './paper-layout.ts';

const hd05 = 'Hướng dẫn 05-HD/VPTW, 27/5/2026';
const hd36 = 'Hướng dẫn 05-HD/VPTW, 27/5/2026 (bảng cỡ chữ như Hướng dẫn 36-HD/VPTW, 03/4/2018)';
const habit = 'Cách trình bày quen dùng; quy định không ghi rõ';
const unused = 'Văn bản của Đảng không có tiêu ngữ';

/**
 * Layout of Party papers: sizes and styles of the table of HD 36-HD/VPTW (2018), margins and page number of HD 05-HD/VPTW (2026). Where a rule gives a
 * span (type 15-16, abstract 14-15) the larger is taken; size and line spacing of the text are settings of the office (domain.md 1.4, 1.6).
 */
export const partyLayout: PaperLayout = {
  regime: 'party',
  page: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, source: hd05 },
  header: { left: 75, right: 90, source: hd05 },
  signature: { left: 76, right: 89, source: hd05 },
  indent: 10,
  paragraphGap: 6,
  pageNumberTop: 10,
  rules: { nation: 1, issuer: 0, abstract: 0 },
  elements: {
    nation: { size: 15, face: 'bold', isUpper: true, source: hd36 },
    motto: { size: 14, face: 'bold', isUpper: false, source: unused },
    above: { size: 14, face: 'regular', isUpper: true, source: hd36 },
    issuer: { size: 14, face: 'bold', isUpper: true, source: hd36 },
    separator: { size: 14, face: 'regular', isUpper: false, source: hd36 },
    number: { size: 14, face: 'regular', isUpper: false, source: hd36 },
    'letter-subject': { size: 12, face: 'italic', isUpper: false, source: hd36 },
    date: { size: 14, face: 'italic', isUpper: false, source: hd36 },
    type: { size: 16, face: 'bold', isUpper: true, source: hd36 },
    abstract: { size: 15, face: 'bold', isUpper: false, source: hd36 },
    addressee: { size: 'body', face: 'regular', isUpper: false, source: hd36 },
    opening: { size: 'body', face: 'bold', isUpper: true, source: hd36 },
    basis: { size: 'body', face: 'regular', isUpper: false, source: hd05 },
    body: { size: 'body', face: 'regular', isUpper: false, source: hd05 },
    chapter: { size: 'body', face: 'bold', isUpper: false, source: hd36 },
    section: { size: 'body', face: 'bold', isUpper: true, source: hd36 },
    heading: { size: 'body', face: 'bold', isUpper: false, source: hd36 },
    subheading: { size: 'body', face: 'bold-italic', isUpper: false, source: habit },
    'table-head': { size: 12, face: 'bold', isUpper: false, source: habit },
    'table-cell': { size: 12, face: 'regular', isUpper: false, source: habit },
    authority: { size: 14, face: 'bold', isUpper: true, source: hd36 },
    post: { size: 14, face: 'regular', isUpper: true, source: hd36 },
    signer: { size: 14, face: 'bold', isUpper: false, source: hd36 },
    'recipients-label': { size: 14, face: 'regular', isUpper: false, isUnderlined: true, source: hd36 },
    recipient: { size: 12, face: 'regular', isUpper: false, source: hd36 },
    urgency: { size: 14, face: 'bold', isUpper: true, source: habit },
    circulation: { size: 14, face: 'bold', isUpper: true, source: habit },
    'draft-mark': { size: 14, face: 'bold', isUpper: false, source: habit },
    typist: { size: 11, face: 'regular', isUpper: false, source: habit },
    'page-number': { size: 13, face: 'regular', isUpper: false, source: hd05 },
  },
};
