import { foldForSearch } from '#shared/base/vietnamese.ts';
import { find, type Finding } from './finding.ts';
import type { PaperContent } from './paper-content.ts';
import type { PaperFacts } from './paper-facts.ts';

/** Committees decide together: nobody signs K/T for them or for their secretary (HD 05-HD/VPTW). Folded. */
const committee = /\b(?:dang uy|ban thuong vu|ban chap hanh|chi uy|chi bo|dang bo|bi thu)\b/;
const bodyAfterPost = /\b(?:dang uy|chi bo|dang bo|chi uy|uy ban nhan dan|ubnd|hoi dong nhan dan|xa|phuong|dac khu)\b/;
/** Academic and military titles, as they are put before a name. */
const titled =
  /^(?:(?:gs|pgs|ts|ths|cn|ks|bs|ls|cử nhân|kỹ sư|bác sĩ|thạc sĩ|tiến sĩ|giáo sư|phó giáo sư|luật sư|(?:thiếu|trung|thượng|đại) (?:uý|úy|tá|tướng)|đại tướng|đồng chí|đ\/c|ông|bà)(?=[\s.]))/iu;

/** What is wrong with who signs and how. */
export function checkSignature(facts: PaperFacts, content: PaperContent): readonly Finding[] {
  const { regime, record, form } = facts;
  const at = (code: Parameters<typeof find>[1], ...values: string[]): Finding =>
    find(regime, code, 'signature', null, values);
  const found: Finding[] = [];
  const post = record.signPost.trim();
  if (record.signer.trim() === '') found.push(at('signer-missing'));
  if (post === '' && form !== 'minutes') found.push(at('post-missing'));
  if (titled.test(record.signer.trim())) found.push(at('title-before-name', record.signer.trim()));
  if (regime === 'party' && bodyAfterPost.test(foldForSearch(post))) found.push(at('body-after-post', post));
  const needsBody = !['direct', 'acting'].includes(record.signMode);
  if (needsBody && record.signBody.trim() === '' && form !== 'minutes') found.push(at('sign-body-missing'));
  if (regime === 'party' && ['authorised', 'acting'].includes(record.signMode)) found.push(at('sign-mode-foreign'));
  if (regime === 'party' && record.signMode === 'for-head' && isForCommittee(facts))
    found.push(at('head-signs-for-committee', record.signBody.trim()));
  if (form === 'minutes' && (content.recorder ?? '').trim() === '')
    found.push(find(regime, 'recorder-missing', 'recorder'));
  return found;
}

function isForCommittee({ record, bodyKind }: PaperFacts): boolean {
  if (committee.test(foldForSearch(record.signBody))) return true;
  return bodyKind !== null && bodyKind !== 'office' && bodyKind !== 'outside-body';
}
