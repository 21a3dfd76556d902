import { foldForSearch, toUpperVietnamese } from '#shared/base/vietnamese.ts';
import type { StaffFields } from '#shared/domain/staff/staff-record.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import type { OutgoingFields } from './outgoing-record.ts';
import { committeeSigned, signBodies, signHeads } from './signing-words-table.ts';

type Signing = Pick<OutgoingFields, 'signMode' | 'signBody' | 'signPost' | 'signer'>;

/** The paper that is signed; `bodyKind`: sort of the body that issues it, null for the commune's own committee. */
type SignedPaper = Pick<OutgoingFields, 'regime' | 'typeId'> & { readonly bodyKind: UnitKind | null };

/**
 * How somebody usually signs a paper, by their post. Secretaries sign for the committee together (T/M, never K/T): for the committee itself its
 * resolutions, statutes and letters, else for its standing committee. On papers of an office its head signs with the post alone, a deputy for the head
 * (HD 05-HD/VPTW). State papers go out for the people's committee (TM.), with KT. before the deputy; decisions with the chairman's post alone
 * (NĐ 30/2020, Phụ lục I). These are defaults: the person writing may choose another.
 */
export function signingOf({ name, post }: Pick<StaffFields, 'name' | 'post'>, paper: SignedPaper): Signing {
  const signPost = postAlone(post);
  const [signMode, signBody] = paper.regime === 'state' ? stateRight(post, paper) : partyRight(signPost, paper);
  return { signMode, signBody, signPost, signer: name.full };
}

type Right = readonly [mode: Signing['signMode'], body: string];

function stateRight(post: string, { typeId }: SignedPaper): Right {
  const folded = foldForSearch(post);
  const isChairman = folded.startsWith('chu tich');
  if (!isChairman && !folded.startsWith('pho chu tich')) return ['by-order', signHeads.chairman];
  // The chairman's own decisions; councils and the Front have their own chairmen, who sign for themselves.
  const isAlone = typeId === 'state-decision' || /hdnd|hoi dong nhan dan|mttq|mat tran/.test(folded);
  if (isChairman) return isAlone ? ['direct', ''] : ['on-behalf', signBodies.people];
  return ['for-head', isAlone ? signHeads.chairman : `${signBodies.people}\n${signHeads.chairman}`];
}

function partyRight(post: string, { typeId, bodyKind }: SignedPaper): Right {
  const folded = foldForSearch(post);
  if (folded.startsWith('pho truong ban')) return ['for-head', signHeads.board];
  if (folded.startsWith('pho chu nhiem')) return ['for-head', signHeads.inspection];
  if (folded.startsWith('pho chanh van phong')) return ['for-head', signHeads.office];
  if (bodyKind === 'office') return ['direct', ''];
  if (folded.startsWith('bi thu') || folded.startsWith('pho bi thu'))
    return ['on-behalf', committeeSigned.includes(typeId) ? signBodies.committee : signBodies.standing];
  return folded.startsWith('chanh van phong') ? ['by-order', signBodies.standing] : ['direct', ''];
}

const bodyBehind = /\s+(?:Đảng (?:uỷ|ủy|bộ)|UBND|HĐND|(?:Uỷ|Ủy) ban nhân dân|Hội đồng nhân dân|xã|phường)(?=\s|$).*$/iu;

/** The post in capitals without the body's name behind it: BÍ THƯ, never BÍ THƯ ĐẢNG UỶ XÃ (domain.md 1.4). One of two posts is enough. */
function postAlone(post: string): string {
  const first = post.split(/[,;(–]| - |\bkiêm\b/u)[0]?.trim() ?? '';
  const alone = first.replace(bodyBehind, '');
  return toUpperVietnamese(alone === '' ? first : alone);
}
