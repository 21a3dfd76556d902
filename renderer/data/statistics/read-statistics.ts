import { addYears, type PlainDate } from '#shared/base/plain-date.ts';
import {
  admissionForm,
  movementForm,
  occupationForm,
  peoplesForm,
  rosterForm,
} from '#shared/domain/statistics/member-forms-table.ts';
import { viewPopulation, type StatPerson, type StatSpan } from '#shared/domain/statistics/population.ts';
import type { StatForm } from '#shared/domain/statistics/stat-form.ts';
import { storyOf } from '../members/member-story.ts';
import type { Office } from '../office.ts';
import type { MemberEventRow } from '../rows.ts';

/** The forms of a span beside the same ones a year earlier. */
export type Statistics = { readonly now: readonly StatForm[]; readonly before: readonly StatForm[] };

/** Computes the forms from the records and events on this PC. */
export async function readStatistics(office: Office, span: StatSpan): Promise<Statistics> {
  const people = await readPeople(office);
  return { now: formsOf(people, span), before: formsOf(people, yearEarlier(span)) };
}

async function readPeople({ db }: Office): Promise<readonly StatPerson[]> {
  const [members, events] = await Promise.all([
    db.members.filter(({ removed }) => !removed).toArray(),
    db.memberEvents.filter(({ removed }) => !removed).toArray(),
  ]);
  const byMember = new Map<string, MemberEventRow[]>();
  for (const event of events) {
    const own = byMember.get(event.memberId);
    if (own === undefined) byMember.set(event.memberId, [event]);
    else own.push(event);
  }
  return members.map((member) => ({ id: member.id, story: storyOf(member, byMember.get(member.id) ?? []) }));
}

function formsOf(people: readonly StatPerson[], span: StatSpan): readonly StatForm[] {
  const views = viewPopulation(people, span);
  return [movementForm(views), admissionForm(views), rosterForm(views), peoplesForm(views), occupationForm(views)];
}

function yearEarlier({ from, to }: StatSpan): StatSpan {
  const back = (day: PlainDate): PlainDate => addYears(day, -1);
  return { from: back(from), to: back(to) };
}
