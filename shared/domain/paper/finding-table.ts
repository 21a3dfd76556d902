import type { DocumentRegime } from '#shared/domain/document/document-type-table.ts';

/** How bad a finding is: `error` must not go out, `warning` is against the rules, `note` is worth a look. */
export type FindingSeverity = 'error' | 'warning' | 'note';

type Row = { readonly severity: FindingSeverity; readonly source: Readonly<Record<DocumentRegime, string>> };

const HD05 = 'Hướng dẫn 05-HD/VPTW, 27/5/2026';
const QD399 = 'Quy định 399-QĐ/TW, 09/01/2026';
const II = (point: number): string => `Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản ${String(point)}`;
const SAMPLES = 'Nghị định 30/2020/NĐ-CP, Phụ lục III';
const SECRETS = 'Luật Bảo vệ bí mật nhà nước 117/2025/QH15';
const GOVERNMENT = 'Luật Tổ chức chính quyền địa phương 2025';
const HABIT = 'Cách làm quen dùng, không phải quy định';

function by(severity: FindingSeverity, party: string, state = party): Row {
  return { severity, source: { party, state } };
}

/** Every finding the checker knows: how bad it is and where the rule is written, for either regime. Its words are in the messages. */
export const findingTable = {
  'field-left': by('error', 'Mẫu văn bản của chương trình'),
  'issuer-missing': by('error', HD05, II(2)),
  'above-missing': by('error', HD05, II(2)),
  'place-missing': by('warning', HD05, II(4)),
  'date-in-future': by('error', HD05, II(4)),
  'abstract-missing': by('error', HD05, II(5)),
  'abstract-long': by('warning', HD05, II(5)),
  'abstract-full-stop': by('note', HD05, II(5)),
  'type-not-authorised': by('warning', QD399, GOVERNMENT),
  'opening-missing': by('warning', SAMPLES),
  'bases-missing': by('warning', HD05, II(6)),
  'basis-end-mark': by('warning', HD05, II(6)),
  'body-missing': by('error', HD05, II(6)),
  'articles-out-of-order': by('warning', HD05, II(6)),
  'state-end-mark-in-party': by('error', HD05),
  'body-full-stop': by('note', HD05),
  'end-mark-missing': by('warning', SAMPLES),
  'addressees-missing': by('error', HD05, II(9)),
  'addressees-not-here': by('error', HD05, II(9)),
  'submission-label': by('error', HD05),
  'recipients-missing': by('error', HD05, II(9)),
  'archive-line-missing': by('error', HD05, II(9)),
  'archive-line-form': by('warning', HD05, II(9)),
  'signer-missing': by('error', HD05, II(7)),
  'post-missing': by('error', HD05, II(7)),
  'recorder-missing': by('warning', HD05, `${SAMPLES}, mẫu 1.9`),
  'sign-body-missing': by('error', HD05, II(7)),
  'sign-mode-foreign': by('error', HD05, II(7)),
  'head-signs-for-committee': by('error', HD05),
  'body-after-post': by('error', HD05, II(7)),
  'title-before-name': by('error', HD05, II(7)),
  'former-district': by('warning', 'Luật Tổ chức chính quyền địa phương 2025; Quy định 298-QĐ/TW, 09/6/2025'),
  'number-without-zero': by('warning', HD05, II(3)),
  'date-without-zero': by('note', HD05, II(4)),
  'citation-comma': by('note', HD05),
  'secrecy-mark': by('error', SECRETS),
  'tones-mixed': by('note', HABIT),
} as const satisfies Record<string, Row>;

export type FindingCode = keyof typeof findingTable;
