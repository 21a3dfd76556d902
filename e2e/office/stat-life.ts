import type { Random } from '#e2e/sample/random.ts';
import type { FilledRow } from './fill-tables.ts';

/** A member's record as raw fields; those the count looks at are named. */
export type RawMember = FilledRow & {
  readonly gender: string;
  readonly bornOn: string | null;
  readonly admittedOn: string | null;
  readonly officialOn: string | null;
  readonly readmittedOn: string | null;
  readonly ethnicity: string;
  readonly religion: string;
  readonly occupationGroup: string;
  readonly educationLevel: string;
  readonly qualificationLevel: string;
  readonly theoryLevel: string;
  readonly academicTitle: string;
  readonly isUnionMember: boolean;
  readonly isVeteran: boolean;
  readonly cardNumber: string;
  readonly cardIssuedOn: string | null;
  readonly paperState: string;
  readonly paperPlace: string;
  readonly unitId: string | null;
  readonly state: string;
};

/** An event as raw fields. */
export type RawEvent = FilledRow & {
  readonly memberId: string;
  readonly kind: string;
  readonly effectiveOn: string;
  readonly state: string;
  readonly isPastOnly: boolean;
  readonly before: Readonly<Record<string, unknown>>;
  readonly form: string;
  readonly years: number | null;
  readonly unitId: string | null;
  readonly atOffice: string;
  readonly transferId: string | null;
};

/** Numbers become ids; those made later sort later. */
export function idOf(sort: string, n: number): string {
  return `0147d8f1-${sort}-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** What a person's script is written into. */
export class Life {
  readonly events: RawEvent[] = [];
  state: string;
  #day: string;

  constructor(
    readonly memberId: string,
    state: string,
    day: string,
    private readonly count: () => number,
  ) {
    this.state = state;
    this.#day = day;
  }

  /** The last day something was written of. */
  get day(): string {
    return this.#day;
  }

  /** Writes an event and the standing after it. */
  add(kind: string, on: string, becomes: string | null, more: Partial<RawEvent> = {}): void {
    this.#day = on;
    const before =
      becomes === null ? {} : { state: this.state, candidateStage: this.state === 'candidate' ? 'preparing' : null };
    this.events.push({
      id: idOf('2000', this.count()),
      memberId: this.memberId,
      kind,
      effectiveOn: on,
      until: null,
      decision: { symbol: '12-QĐ/ĐU', issuedOn: on, issuer: 'Đảng uỷ xã Mẫu', signer: '' },
      decisionId: null,
      state: 'decided',
      voidReason: '',
      isPastOnly: false,
      sets: {},
      before,
      unitId: null,
      place: '',
      atOffice: '',
      form: '',
      number: '',
      years: null,
      amount: null,
      reason: 'mẫu',
      transferId: null,
      proposalId: null,
      note: '',
      ...more,
    });
    if (becomes !== null) this.state = becomes;
  }
}

/** The day so many days after one. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What lives are invented from. */
export type World = {
  readonly year: number;
  readonly cells: readonly string[];
  readonly random: Random;
  readonly count: () => number;
};
