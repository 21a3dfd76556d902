import type { ErrorCode } from '#shared/base/errors.ts';
import type { Letter, PaperRef } from '#shared/domain/exchange/letter.ts';

/** An agency as the header of edXML (QCVN 102:2016/BTTTT) names it. Empty texts where nothing is said. */
export type EdxmlAgency = {
  readonly organId: string;
  readonly name: string;
  readonly inCharge: string;
  readonly address: string;
  readonly email: string;
  readonly telephone: string;
  readonly fax: string;
  readonly website: string;
};

/** Who did it at the sender (StaffInfo). */
export type EdxmlStaff = {
  readonly department: string;
  readonly name: string;
  readonly email: string;
  readonly mobile: string;
};

/** BussinessDocType 0 to 3: văn bản mới, thu hồi, cập nhật, thay thế. */
export const edxmlBusinessKinds = ['new', 'recall', 'update', 'replace'] as const;
export type EdxmlBusinessKind = (typeof edxmlBusinessKinds)[number];

/** What is done with the paper. `targets`: DocumentIds of the papers taken back, updated or replaced, each with the agencies it concerns. */
export type EdxmlBusiness = {
  readonly kind: EdxmlBusinessKind;
  readonly reason: string;
  readonly targets: readonly { readonly externalId: string; readonly organIds: readonly string[] }[];
  /** Of an update: whether the paper itself changed, and agencies added or taken out (ReceiverType 1 and 0). */
  readonly changesPaper: boolean;
  readonly receivers: readonly { readonly organId: string; readonly change: 'added' | 'removed' }[];
  readonly staff: EdxmlStaff;
};

/** Why the bytes of an attachment are not there or were taken with care. */
export type EdxmlFileFault = 'missing' | 'not-encoded' | 'empty' | ErrorCode;

/** An attachment. `bytes` are unpacked (base64, ZIP); null with a `fault` when there are none. */
export type EdxmlFile = {
  readonly contentId: string;
  readonly name: string;
  /** Kind the sender says it is; never trusted. */
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly fault: EdxmlFileFault | null;
};

/** What does not fit together in a message, to be shown to the clerk; it was read all the same. */
export type EdxmlDoubt =
  | { readonly kind: 'junk-before' }
  | { readonly kind: 'no-subject' }
  | { readonly kind: 'no-symbol' }
  | { readonly kind: 'no-document-id' }
  | { readonly kind: 'bad-date'; readonly field: string; readonly value: string }
  | { readonly kind: 'id-says-otherwise'; readonly field: 'date' | 'symbol'; readonly value: string }
  | { readonly kind: 'target-unclear'; readonly value: string }
  | { readonly kind: 'unknown-business'; readonly value: string }
  | { readonly kind: 'not-in-manifest'; readonly value: string }
  | { readonly kind: 'nested-package'; readonly value: string }
  | { readonly kind: 'shortened'; readonly field: string };

/** A paper with its files. */
export type EdxmlPaper = {
  readonly form: 'paper';
  readonly from: EdxmlAgency;
  readonly to: readonly EdxmlAgency[];
  readonly letter: Letter;
  /** DocumentType.Type: `2` legal acts, `1` others. */
  readonly typeClass: string;
  readonly competence: string;
  readonly content: string;
  readonly copies: number | null;
  readonly wantsAnswer: boolean;
  readonly sphere: string;
  readonly typist: string;
  readonly appendixes: readonly string[];
  readonly toPlaces: readonly string[];
  readonly business: EdxmlBusiness;
  /** Stations it passed, `at` as `yyyy/MM/dd HH:mm:ss` in the sender's zone. */
  readonly trace: readonly { readonly organId: string; readonly at: string }[];
  /** It bears an XML signature. It is not checked here. */
  readonly isSigned: boolean;
  readonly files: readonly EdxmlFile[];
  readonly doubts: readonly EdxmlDoubt[];
};

/** Status codes of the interconnection (domain.md 3.2). */
export const edxmlStatusCodes = ['01', '02', '03', '04', '05', '06', '13', '15', '16'] as const;
export type EdxmlStatusCode = (typeof edxmlStatusCodes)[number];

/** What a recipient says of a paper it got, or a sender of one it wants back. */
export type EdxmlStatus = {
  readonly form: 'status';
  readonly from: EdxmlAgency;
  readonly about: PaperRef;
  readonly code: EdxmlStatusCode;
  readonly description: string;
  /** As `yyyy/MM/dd HH:mm:ss` in the sender's zone. */
  readonly at: string;
  readonly staff: EdxmlStaff;
  readonly doubts: readonly EdxmlDoubt[];
};

/** Whatever an edXML file may hold. */
export type EdxmlMessage = EdxmlPaper | EdxmlStatus;

/** Why there is no message: `read` says what was understood before, to help who enters it by hand. */
export type EdxmlFailure = {
  readonly code: Extract<ErrorCode, 'edxml-unreadable' | 'edxml-incomplete' | 'file-too-large'>;
  readonly lacks: readonly string[];
  readonly read: Readonly<Record<string, string>>;
};
