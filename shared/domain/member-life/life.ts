import type { CandidateStage, MemberState } from '#shared/domain/member/member-record.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';

/** What somebody is to this office's Party organisation. Exemption and activity elsewhere are on top of it: they end, and the standing is still there. */
export type Standing = 'candidate' | 'probationary' | 'official' | 'guest' | 'transferred' | 'left' | 'deceased';

/** A member's standing at a moment, in the parts that change on their own. */
export type Life = {
  readonly standing: Standing;
  /** How far a candidate is; null for everybody else. */
  readonly stage: CandidateStage | null;
  readonly isExempt: boolean;
  /** Takes part in the life of a cell elsewhere for a time. */
  readonly isAway: boolean;
  readonly isAbroad: boolean;
  /** Standing before the last exit: what phục hồi đảng tịch gives back. */
  readonly beforeExit: 'probationary' | 'official' | null;
};

/** The fields of a record that say the standing. */
export type StandingFields = { readonly state: MemberState; readonly candidateStage: CandidateStage | null };

/** The parts of a standing as a record states it. Whoever is exempt is an official member; of one who is away the day of recognition tells. */
export function lifeOf({ state, candidateStage }: StandingFields, isRecognised: boolean): Life {
  const member = isRecognised ? 'official' : 'probationary';
  const plain = { stage: null, isExempt: false, isAway: false, isAbroad: false, beforeExit: null };
  switch (state) {
    case 'candidate':
      return { ...plain, standing: 'candidate', stage: candidateStage };
    case 'exempt':
      return { ...plain, standing: 'official', isExempt: true };
    case 'temporarily-away':
      return { ...plain, standing: member, isAway: true };
    case 'guest':
    case 'left':
    case 'transferred':
      return { ...plain, standing: state, beforeExit: member };
    case 'probationary':
    case 'official':
    case 'deceased':
      return { ...plain, standing: state };
  }
}

/** How a record states this standing. */
export function standingFieldsOf({ standing, stage, isExempt, isAway }: Life): StandingFields {
  const candidateStage = standing === 'candidate' ? stage : null;
  if (standing !== 'probationary' && standing !== 'official') return { state: standing, candidateStage };
  if (isAway) return { state: 'temporarily-away', candidateStage };
  return { state: isExempt && standing === 'official' ? 'exempt' : standing, candidateStage };
}

/** Whether the member belongs to a cell of this office. */
export function isMember({ standing }: Life): boolean {
  return standing === 'probationary' || standing === 'official';
}

/** Why an event does not fit the standing it meets; undefined when it does. */
export function refuseStep(life: Life, kind: MemberEventKind): 'wrong-standing' | 'already' | 'not-so' | undefined {
  const { standing, isExempt, isAway, isAbroad } = life;
  if (!standingsFor[kind].includes(standing)) return 'wrong-standing';
  switch (kind) {
    case 'exempted':
      return isExempt ? 'already' : undefined;
    case 'exemption-ended':
      return isExempt ? undefined : 'not-so';
    case 'temporary-out':
      return isAway ? 'already' : undefined;
    case 'temporary-ended':
      return isAway || standing === 'guest' ? undefined : 'not-so';
    case 'went-abroad':
      return isAbroad ? 'already' : undefined;
    case 'came-back':
      return isAbroad ? undefined : 'not-so';
    default:
      return undefined;
  }
}

/** The standing after an event. One that does not fit changes nothing: two PCs may have recorded what excludes each other, and a person must say which holds. */
export function stepLife(life: Life, kind: MemberEventKind): Life {
  if (refuseStep(life, kind) !== undefined) return life;
  const beforeExit = life.standing === 'probationary' || life.standing === 'official' ? life.standing : life.beforeExit;
  const cleared = { stage: null, isExempt: false, isAway: false, isAbroad: false };
  // Who was exempt is so at the new place too.
  const kept = { ...cleared, isExempt: life.isExempt };
  switch (kind) {
    case 'chosen':
      return { ...life, stage: 'chosen' };
    case 'awareness-class':
      return { ...life, stage: 'aware' };
    case 'file-opened':
      return { ...life, stage: 'preparing' };
    case 'admitted':
    case 'readmitted':
      return { ...cleared, standing: 'probationary', beforeExit: null };
    case 'recognised':
      return { ...life, standing: 'official' };
    case 'exempted':
      return { ...life, isExempt: true };
    case 'exemption-ended':
      return { ...life, isExempt: false };
    case 'temporary-out':
      return { ...life, isAway: true };
    case 'temporary-in':
      return { ...cleared, standing: 'guest', beforeExit };
    case 'temporary-ended':
      return life.standing === 'guest' ? { ...life, standing: 'transferred' } : { ...life, isAway: false };
    case 'transferred-in':
      return isMember(life) ? life : { ...kept, standing: life.beforeExit ?? 'official', beforeExit: null };
    case 'restored':
      return { ...cleared, standing: life.beforeExit ?? 'official', beforeExit: null };
    case 'transferred-out':
      return { ...kept, standing: 'transferred', beforeExit };
    case 'not-recognised':
    case 'struck-off':
    case 'expelled':
    case 'resigned':
      return { ...cleared, standing: 'left', beforeExit };
    case 'deceased':
      return { ...cleared, standing: 'deceased', beforeExit };
    case 'went-abroad':
      return { ...life, isAbroad: true };
    case 'came-back':
      return { ...life, isAbroad: false };
    case 'card-issued':
    case 'card-replaced':
    case 'moved':
    case 'rewarded':
    case 'badge':
    case 'disciplined':
    case 'discipline-lifted':
      return life;
  }
}

/** The standing a life begins with when this is the first that is known of it. `present`: as the record states it, for kinds that tell nothing. */
export function lifeBefore(kind: MemberEventKind, present: Life): Life {
  const plain = { stage: null, isExempt: false, isAway: false, isAbroad: false, beforeExit: null };
  const [only, more] = standingsFor[kind];
  if (kind === 'exemption-ended') return { ...plain, standing: 'official', isExempt: true };
  if (kind === 'temporary-ended') return { ...plain, standing: 'official', isAway: true };
  if (kind === 'came-back') return { ...plain, standing: memberOf(present) ?? 'official', isAbroad: true };
  if (kind === 'transferred-in' || kind === 'temporary-in')
    return { ...plain, standing: 'transferred', beforeExit: memberOf(present) };
  if (only !== undefined && more === undefined) return { ...plain, standing: only, beforeExit: memberOf(present) };
  return standingsFor[kind].includes(present.standing) && isMember(present)
    ? { ...plain, standing: present.standing }
    : { ...plain, standing: 'official' };
}

function memberOf({ standing, beforeExit }: Life): Life['beforeExit'] {
  return standing === 'probationary' || standing === 'official' ? standing : beforeExit;
}

const members = ['probationary', 'official'] as const;

/**
 * Standings an event may meet (Điều lệ Đảng; domain.md 5.4, 5.7): a probationary member is struck off, not expelled; who is exempted or given a card is
 * official; honours come after death too.
 */
const standingsFor: Readonly<Record<MemberEventKind, readonly Standing[]>> = {
  chosen: ['candidate'],
  'awareness-class': ['candidate'],
  'file-opened': ['candidate'],
  admitted: ['candidate'],
  readmitted: ['left'],
  recognised: ['probationary'],
  'not-recognised': ['probationary'],
  'card-issued': ['official'],
  'card-replaced': ['official'],
  exempted: ['official'],
  'exemption-ended': ['official'],
  'went-abroad': members,
  'came-back': members,
  'temporary-out': members,
  'temporary-in': ['transferred', 'guest'],
  'temporary-ended': [...members, 'guest'],
  moved: ['candidate', ...members, 'guest'],
  // A record may be made of a transfer with the standing it brings.
  'transferred-in': ['transferred', 'guest', ...members],
  'transferred-out': members,
  rewarded: ['candidate', ...members, 'transferred', 'deceased'],
  badge: ['official', 'deceased'],
  disciplined: members,
  'discipline-lifted': members,
  'struck-off': members,
  expelled: ['official'],
  resigned: members,
  deceased: ['candidate', ...members],
  restored: ['left'],
};
