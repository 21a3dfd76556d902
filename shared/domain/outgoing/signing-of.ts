import { foldForSearch, toUpperVietnamese } from '#shared/base/vietnamese.ts';
import type { DocumentRegime } from '#shared/domain/document/document-type-table.ts';
import type { StaffFields } from '#shared/domain/staff/staff-record.ts';
import type { OutgoingFields } from './outgoing-record.ts';
import { signBodyWords, signHeads } from './signing-words-table.ts';

type Signing = Pick<OutgoingFields, 'signMode' | 'signBody' | 'signPost' | 'signer'>;

/**
 * How somebody usually signs, by their post. Secretaries sign for the committee together (T/M, never K/T), heads of its offices by order of the
 * standing committee, deputies of an office for its head (HD 05-HD/VPTW); in State papers the deputy signs for the chairman (NĐ 30/2020).
 */
export function signingOf({ name, post }: Pick<StaffFields, 'name' | 'post'>, regime: DocumentRegime): Signing {
  const own = postAlone(post);
  const folded = foldForSearch(own);
  const signer = name.full;
  const as = (signMode: Signing['signMode'], signBody: string): Signing => ({
    signMode,
    signBody,
    signPost: own,
    signer,
  });
  if (regime === 'state') {
    if (folded.startsWith('pho chu tich')) return as('for-head', signHeads.chairman);
    return folded.startsWith('chu tich') ? as('direct', '') : as('by-order', signHeads.chairman);
  }
  const [standing = ''] = signBodyWords.party;
  if (folded.startsWith('bi thu') || folded.startsWith('pho bi thu')) return as('on-behalf', standing);
  if (folded.startsWith('pho truong ban')) return as('for-head', signHeads.board);
  if (folded.startsWith('pho chu nhiem')) return as('for-head', signHeads.inspection);
  if (folded.startsWith('pho chanh van phong')) return as('for-head', signHeads.office);
  if (folded.startsWith('chanh van phong')) return as('by-order', standing);
  return as('direct', '');
}

const bodyBehind = /\s+(?:Đảng (?:uỷ|ủy|bộ)|UBND|HĐND|(?:Uỷ|Ủy) ban nhân dân|Hội đồng nhân dân|xã|phường)(?=\s|$).*$/iu;

/** The post in capitals without the body's name behind it: BÍ THƯ, never BÍ THƯ ĐẢNG UỶ XÃ (domain.md 1.4). One of two posts is enough. */
function postAlone(post: string): string {
  const first = post.split(/[,;(–]| - |\bkiêm\b/u)[0]?.trim() ?? '';
  const alone = first.replace(bodyBehind, '');
  return toUpperVietnamese(alone === '' ? first : alone);
}
