import type { PaperLayout } from './paper-layout.ts';

const nd30 = (point: number): string => `Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản ${String(point)}`;
const general = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I';
const marks = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III';
const diagram = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục IV';
const samples = 'Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1 và 1.2';
const habit = 'Cách trình bày quen dùng; quy định không ghi rõ';

/** Layout of State papers: Nghị định 30/2020/NĐ-CP, Phụ lục I; sizes are those of its table of examples (Mục V). Its spans for margins are taken at their narrow end. */
export const stateLayout: PaperLayout = {
  regime: 'state',
  page: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, source: general },
  header: { left: 70, right: 95, source: diagram },
  signature: { left: 78, right: 87, source: diagram },
  indent: 10,
  paragraphGap: 6,
  pageNumberTop: 10,
  rules: { nation: 1, issuer: 0.4, abstract: 0.4 },
  elements: {
    nation: { size: 12, face: 'bold', isUpper: true, source: nd30(1) },
    motto: { size: 13, face: 'bold', isUpper: false, source: nd30(1) },
    above: { size: 12, face: 'regular', isUpper: true, source: nd30(2) },
    issuer: { size: 12, face: 'bold', isUpper: true, source: nd30(2) },
    separator: { size: 12, face: 'regular', isUpper: false, source: nd30(2) },
    number: { size: 13, face: 'regular', isUpper: false, source: nd30(3) },
    'letter-subject': { size: 12, face: 'regular', isUpper: false, source: nd30(5) },
    date: { size: 13, face: 'italic', isUpper: false, source: nd30(4) },
    type: { size: 14, face: 'bold', isUpper: true, source: nd30(5) },
    abstract: { size: 14, face: 'bold', isUpper: false, source: nd30(5) },
    addressee: { size: 'body', face: 'regular', isUpper: false, source: nd30(9) },
    opening: { size: 'body', face: 'bold', isUpper: true, source: samples },
    basis: { size: 'body', face: 'italic', isUpper: false, source: nd30(6) },
    body: { size: 'body', face: 'regular', isUpper: false, source: nd30(6) },
    chapter: { size: 'body', face: 'bold', isUpper: false, source: nd30(6) },
    section: { size: 'body', face: 'bold', isUpper: true, source: nd30(6) },
    heading: { size: 'body', face: 'bold', isUpper: false, source: nd30(6) },
    subheading: { size: 'body', face: 'bold-italic', isUpper: false, source: habit },
    'table-head': { size: 12, face: 'bold', isUpper: false, source: habit },
    'table-cell': { size: 12, face: 'regular', isUpper: false, source: habit },
    authority: { size: 14, face: 'bold', isUpper: true, source: nd30(7) },
    post: { size: 14, face: 'bold', isUpper: true, source: nd30(7) },
    signer: { size: 14, face: 'bold', isUpper: false, source: nd30(7) },
    'recipients-label': { size: 12, face: 'bold-italic', isUpper: false, source: nd30(9) },
    recipient: { size: 11, face: 'regular', isUpper: false, source: nd30(9) },
    urgency: { size: 13, face: 'bold', isUpper: true, source: marks },
    circulation: { size: 13, face: 'bold', isUpper: true, source: marks },
    'draft-mark': { size: 13, face: 'bold', isUpper: false, source: habit },
    typist: { size: 11, face: 'regular', isUpper: false, source: marks },
    'page-number': { size: 13, face: 'regular', isUpper: false, source: general },
  },
};
