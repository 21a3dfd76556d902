import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';

/** An event as somebody would say it, with a decision that is invented. For tests. */
export function fakeEvent(kind: EventDraft['kind'], on: string, more: Partial<EventDraft> = {}): EventDraft {
  return {
    ...{
      kind,
      effectiveOn: toPartialDate(on),
      until: null,
      decisionId: null,
      isPastOnly: false,
      unitId: null,
      place: '',
    },
    decision: { symbol: '12-QĐ/ĐU', issuedOn: toPlainDate('2026-11-20'), issuer: 'Đảng uỷ xã', signer: '' },
    ...{ form: '', number: '', years: null, amount: null, reason: 'theo quy định', note: '' },
    ...more,
  };
}
