import { toUpperVietnamese } from '#shared/base/vietnamese.ts';
import type { DocumentRegime } from '#shared/domain/document/document-type-table.ts';
import type { SignMode } from '#shared/domain/outgoing/outgoing-record.ts';
import { paperWords } from './paper-words-table.ts';

/** A line over a signature: by what right (T/M ĐẢNG UỶ), or the post (BÍ THƯ). The State prints both bold, the Party only the first. */
export type SignatureLine = { readonly part: 'authority' | 'post'; readonly text: string };

/** What stands over and under a signature. */
export type SignatureBlock = { readonly lines: readonly SignatureLine[]; readonly name: string };

/** Who signs, as the record of the paper says it. */
export type Signing = {
  readonly signMode: SignMode;
  /** Body or head signed for; two of them, one a line, for `TM. UỶ BAN NHÂN DÂN` over `KT. CHỦ TỊCH`. */
  readonly signBody: string;
  readonly signPost: string;
  readonly signer: string;
};

/**
 * The lines of a signature block. Party: `T/M ĐẢNG UỶ`, `K/T TRƯỞNG BAN`, `T/L BAN THƯỜNG VỤ` with a slash (HD 05-HD/VPTW).
 * State: `TM. UỶ BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `TL.`, `TUQ.`, `Q.` with a dot (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 7); `Q.` stands before the post itself.
 */
export function signatureBlock(regime: DocumentRegime, signing: Signing): SignatureBlock {
  const prefixes = paperWords[regime].signPrefix;
  const prefix = prefixes[signing.signMode];
  const post = toUpperVietnamese(signing.signPost.trim());
  const name = signing.signer.trim();
  if (signing.signMode === 'direct') return { lines: postLine(post), name };
  if (signing.signMode === 'acting') return { lines: postLine(post === '' ? '' : `${prefix} ${post}`), name };
  const bodies = signing.signBody
    .split('\n')
    .map((body) => toUpperVietnamese(body.trim()))
    .filter((body) => body !== '');
  const authority = bodies.map((body, index): SignatureLine => {
    const isOuter = bodies.length > 1 && index < bodies.length - 1;
    return { part: 'authority', text: `${isOuter ? prefixes['on-behalf'] : prefix} ${body}` };
  });
  return { lines: [...authority, ...postLine(post)], name };
}

function postLine(post: string): readonly SignatureLine[] {
  return post === '' ? [] : [{ part: 'post', text: post }];
}
