import type { DocumentRegime } from '#shared/domain/document/document-type-table.ts';
import type { Urgency } from '#shared/domain/document/document-record.ts';
import type { SignMode } from '#shared/domain/outgoing/outgoing-record.ts';

/** Words a regime prints by itself. */
export type PaperWords = {
  readonly nation: string;
  /** Tiêu ngữ; empty in Party papers. */
  readonly motto: string;
  /** What stands before the symbol: the Party writes no colon (HD 05-HD/VPTW), the State does (NĐ 30/2020). */
  readonly number: string;
  /** Below the name of the body; empty where a rule is drawn. */
  readonly belowIssuer: string;
  /** Below the abstract; empty where a rule is drawn. */
  readonly belowAbstract: string;
  readonly subjectMark: string;
  readonly addressees: string;
  readonly recipients: string;
  /** Before each basis, and behind the last one. */
  readonly basisMark: string;
  readonly lastBasisEnd: string;
  /** Prefix of the line that says by what right somebody signs; empty when there is none. */
  readonly signPrefix: Readonly<Record<SignMode, string>>;
  /** Over the two signatures of minutes: who wrote them, who chaired. */
  readonly recorder: string;
  readonly chair: string;
};

const party: PaperWords = {
  nation: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  motto: '',
  number: 'Số',
  belowIssuer: '*',
  belowAbstract: '-----',
  subjectMark: 'V/v',
  addressees: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  basisMark: '- ',
  lastBasisEnd: ',',
  // The Party knows T/M, K/T and T/L only; the other two are printed as asked for and found by the checker.
  signPrefix: {
    direct: '',
    'on-behalf': 'T/M',
    'for-head': 'K/T',
    'by-order': 'T/L',
    authorised: 'TUQ',
    acting: 'Q',
  },
  recorder: 'NGƯỜI GHI BIÊN BẢN',
  chair: 'CHỦ TRÌ HỘI NGHỊ',
};

const state: PaperWords = {
  nation: 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:',
  belowIssuer: '',
  belowAbstract: '',
  subjectMark: 'V/v',
  addressees: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  basisMark: '',
  lastBasisEnd: '.',
  signPrefix: {
    direct: '',
    'on-behalf': 'TM.',
    'for-head': 'KT.',
    'by-order': 'TL.',
    authorised: 'TUQ.',
    acting: 'Q.',
  },
  recorder: 'THƯ KÝ',
  chair: 'CHỦ TOẠ',
};

/** Words each regime prints by itself (HD 05-HD/VPTW; NĐ 30/2020, Phụ lục I and III), with tone marks in the old place (uỷ). */
export const paperWords: Readonly<Record<DocumentRegime, PaperWords>> = { party, state };

/** `Kính trình:` over whom a Party tờ trình goes to (HD 05-HD/VPTW). */
export const SUBMISSION_LABEL = 'Kính trình:';
/** Before the number of an article. */
export const ARTICLE_WORD = 'Điều';
/** Words of the date line. */
export const dateWords = { day: 'ngày', month: 'tháng', year: 'năm' } as const;
/** `Dự thảo lần n`. */
export const DRAFT_MARK = 'Dự thảo lần';
/** Organisations in the upper line of the header: the collective (Đảng bộ) above, its committee (Đảng uỷ) as issuer. */
export const partyBodies = { collective: 'ĐẢNG BỘ', committee: 'ĐẢNG UỶ' } as const;

/** What the stamp of an urgent paper says (domain.md 2.5; NĐ 30/2020, Phụ lục I, Mục III). */
export const urgencyMarks: Readonly<Record<Urgency, string>> = {
  normal: '',
  urgent: 'KHẨN',
  'very-urgent': 'THƯỢNG KHẨN',
  flash: 'HOẢ TỐC',
};
