import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { DirectiveRow, DocumentRow, StaffRow, UnitRow } from '#renderer/data/rows.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import type { TimelineItem } from '#renderer/ui/event-timeline.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';

/** What happened to a paper, newest first: where it stands, directives, registration. */
export function timelineOf(
  document: DocumentRow,
  directives: readonly DirectiveRow[],
  staff: readonly StaffRow[],
  units: readonly UnitRow[],
  today: PlainDate,
): readonly TimelineItem[] {
  const person = (id: string | null): StaffRow | undefined => staff.find((each) => each.id === id);
  const unit = (id: string | null): string | undefined => units.find((each) => each.id === id)?.name;
  const registrar = person(document.registeredBy)?.name.full ?? text.unknownPerson;
  const number = document.arrivalNumber === null ? null : text.number(document.arrivalNumber);
  const given = directives.map((directive): TimelineItem => {
    const author = person(directive.authorId);
    const lead = unit(directive.leadUnitId) ?? person(directive.leadStaffId)?.name.full;
    const support = directive.supportUnitIds.map(unit).filter((name) => name !== undefined);
    const to =
      lead === undefined
        ? ''
        : `\n${text.directiveTo(lead, support.length === 0 ? null : support.join(', '), directive.dueOn === null ? null : formatDate(directive.dueOn))}`;
    return {
      key: directive.id,
      title:
        author === undefined
          ? text.eventDirective(text.unknownPerson, '')
          : text.eventDirective(author.name.full, author.post),
      time: formatWhen(directive.givenAt, today),
      quote: `${directive.text}${to}`,
    };
  });
  return [
    {
      key: 'now',
      current: true,
      ...standing(document, unit(document.holderUnitId) ?? person(document.holderStaffId)?.name.full),
    },
    ...[...given].reverse(),
    {
      key: 'registered',
      title: text.eventRegistered(registrar, number),
      time: formatWhen(document.registeredAt, today),
    },
  ];
}

function standing(document: DocumentRow, holder: string | undefined): Pick<TimelineItem, 'title' | 'quote'> {
  switch (document.state) {
    case 'awaiting-directive':
      return { title: text.eventWaiting };
    case 'in-progress':
      return { title: text.eventWorking(holder ?? text.unknownPerson) };
    case 'for-information':
      return { title: text.eventInformation };
    case 'done':
      return {
        title: text.eventDone(document.doneOn === null ? '' : formatDate(document.doneOn)),
        quote: document.result === '' ? undefined : document.result,
      };
  }
}
