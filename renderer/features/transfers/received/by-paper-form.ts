import type { PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { cleanMemberNumber } from '#shared/domain/member/member-number.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** What is read off the papers of a member who came without the province. */
export type TypedArrival = {
  readonly kind: 'official' | 'temporary';
  readonly from: string;
  readonly number: string;
  readonly issuedOn: PlainDate | null;
  readonly name: string;
  readonly gender: MemberFields['gender'];
  readonly bornOn: PartialDate | null;
  readonly citizenId: string;
  readonly cardNumber: string;
  readonly fileNumber: string;
  readonly admittedOn: PartialDate | null;
  readonly officialOn: PartialDate | null;
  readonly unitId: string | null;
  readonly on: PlainDate | null;
  readonly until: PlainDate | null;
  readonly reason: string;
};

/** The form to begin with. */
export function blankArrival(today: PlainDate): TypedArrival {
  return {
    kind: 'official',
    from: '',
    number: '',
    issuedOn: null,
    name: '',
    gender: 'male',
    bornOn: null,
    citizenId: '',
    cardNumber: '',
    fileNumber: '',
    admittedOn: null,
    officialOn: null,
    unitId: null,
    on: today,
    until: null,
    reason: '',
  };
}

/** Fields that must be looked at before the member can be entered. */
export function lacksOfArrival(
  typed: TypedArrival,
): Readonly<Record<'from' | 'name' | 'unitId' | 'on' | 'until', boolean>> {
  return {
    from: typed.from.trim() === '',
    name: typed.name.trim() === '',
    unitId: typed.unitId === null,
    on: typed.on === null,
    until: typed.kind === 'temporary' && (typed.until === null || (typed.on !== null && typed.until <= typed.on)),
  };
}

/** The member as the papers tell it: who has a day of recognition is an official member, anybody else on probation. */
export function memberOfArrival(typed: TypedArrival): MemberFields {
  const { gender, bornOn, admittedOn, officialOn, unitId } = typed;
  return {
    ...blankMember,
    name: splitPersonName(normalizeLine(typed.name)),
    gender,
    bornOn,
    citizenId: cleanMemberNumber(typed.citizenId),
    cardNumber: cleanMemberNumber(typed.cardNumber),
    fileNumber: cleanMemberNumber(typed.fileNumber),
    admittedOn,
    officialOn,
    unitId,
    state: officialOn === null ? 'probationary' : 'official',
  };
}
