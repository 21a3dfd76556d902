import { formatDate, isPartialDate } from '#shared/base/partial-date.ts';
import type { EventProblem } from '#shared/domain/member-life/event-problems.ts';
import { eventKindText, memberLifeText } from '#renderer/messages/member-life.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';

/** A problem of an event in words. */
export function problemInWords(problem: EventProblem): string {
  const { problems } = memberLifeText;
  switch (problem.kind) {
    case 'lacking':
      return memberLifeText.lacking[problem.what];
    case 'wrong-standing':
    case 'form-unfit':
      return problems[problem.kind](problem.standing);
    case 'too-early':
      return problems[problem.kind](formatDate(problem.from));
    case 'before-admission':
      return problems[problem.kind](formatDate(problem.admittedOn));
    case 'differs-from-record': {
      const held = isPartialDate(problem.held) ? formatDate(problem.held) : problem.held;
      return problems[problem.kind](fieldLabel('member', problem.field), held);
    }
    case 'double':
      return problems[problem.kind](formatDate(problem.effectiveOn));
    case 'breaks-later':
      return problems[problem.kind](eventKindText[problem.later], formatDate(problem.effectiveOn));
    default:
      return problems[problem.kind]();
  }
}
