import type { PlainDate } from '#shared/base/plain-date.ts';
import type { EntityType } from '#shared/entities.ts';
import { generateDocuments } from './documents.ts';
import { generateDossiers, type SampleDossiers } from './dossiers.ts';
import { generateCandidates } from './candidates.ts';
import { generateMemberEvents } from './member-events.ts';
import { generateMemberLines } from './member-lines.ts';
import { generateMeetings, listMeetingRecords, noMeetings, type SampleMeetings } from './meetings.ts';
import { generateMembers } from './members.ts';
import { communeFoundedOn, generateOrganisation, type SampleOrganisation } from './organisation.ts';
import { generateOutgoing, type SampleOutgoing } from './outgoing.ts';
import { samplePlaces, type SampleCommunePlace } from './place-table.ts';
import { generatePosts } from './posts.ts';
import { createRandom, createSampleIds } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { startOfDayMs } from '#shared/base/plain-date.ts';

/** What to make. Counts may be 0; `today` is the last day papers arrive, so that the same call gives the same commune for ever. */
export type SampleOrder = {
  readonly seed: string | number;
  readonly documents: number;
  readonly members: number;
  /** Outgoing papers; with any there are their books and terms, and the year's dossiers. None unless told otherwise. */
  readonly outgoing?: number;
  /** Months back in which cells held their meetings; with any there are study papers too. None unless told otherwise. */
  readonly meetings?: number;
  /** People on the way into the Party; with any, some members' records have lines of work and family too. None unless told otherwise. */
  readonly candidates?: number;
  /** Whether members have the events that made their records what they are. Not unless told otherwise. */
  readonly lives?: boolean;
  readonly today: PlainDate;
  /** One of `samplePlaces`; the first unless told otherwise. */
  readonly place?: SampleCommunePlace;
};

/** A whole invented commune, every record in the shape of its schema. */
export type SampleCommune = SampleOrganisation &
  Omit<SampleOutgoing, 'registers'> &
  SampleDossiers &
  SampleMeetings & {
    readonly place: SampleCommunePlace;
    readonly registers: readonly SampleRecord<'register'>[];
    /** In order of arrival. */
    readonly documents: readonly SampleRecord<'document'>[];
    readonly directives: readonly SampleRecord<'directive'>[];
    readonly members: readonly SampleRecord<'member'>[];
    readonly candidates: readonly SampleRecord<'member'>[];
    readonly memberLines: readonly SampleRecord<'memberLine'>[];
    readonly memberEvents: readonly SampleRecord<'memberEvent'>[];
    readonly appointments: readonly SampleRecord<'appointment'>[];
  };

/** Makes a commune from a seed: the same order gives the same records, ids included. All of it is invented. */
export function generateCommune(order: SampleOrder): SampleCommune {
  const place = order.place ?? samplePlaces[0];
  const random = createRandom(`${order.seed}/${place.id}`);
  const hamletCells = order.members <= 2500 ? 28 : Math.min(150, Math.round(order.members / 60));
  const organisation = generateOrganisation(
    place,
    hamletCells,
    random.fork('organisation'),
    createSampleIds(random.fork('organisation-ids')),
  );
  const members = generateMembers(
    order.members,
    order.today,
    organisation.cells,
    place,
    random.fork('members'),
    createSampleIds(random.fork('member-ids')),
  );
  const candidates = generateCandidates(
    order.candidates ?? 0,
    order.today,
    organisation.cells,
    place,
    random.fork('candidates'),
    createSampleIds(random.fork('candidate-ids')),
  );
  const memberLines =
    candidates.length === 0
      ? []
      : generateMemberLines(
          members,
          random.fork('member-lines'),
          createSampleIds(random.fork('member-line-ids')),
          startOfDayMs(communeFoundedOn) + 86_400_000,
        );
  const papers = generateDocuments(
    order.documents,
    order.today,
    organisation,
    random.fork('documents'),
    createSampleIds(random.fork('document-ids')),
  );
  const makeId = createSampleIds(random.fork('other-ids'));
  const secretaries = members.filter((member) => member.fields.partyPost === 'Bí thư chi bộ');
  const staff = [
    ...organisation.staff,
    ...secretaries.map((member, index) =>
      secretaryOf(member, index, makeId(startOfDayMs(communeFoundedOn) + 36_000_000 + index)),
    ),
  ];
  const register: SampleRecord<'register'> = {
    type: 'register',
    id: makeId(startOfDayMs(communeFoundedOn)),
    fields: {
      book: 'incoming',
      name: 'Sổ văn bản đến',
      holderDevice: null,
      bodyId: null,
      regime: null,
      suffix: '',
      counting: 'year',
      closedOn: null,
      origin: '',
      formerOffice: '',
    },
  };
  const outgoing = order.outgoing ?? 0;
  const office = generateOutgoing(
    outgoing,
    order.today,
    organisation,
    random.fork('outgoing'),
    createSampleIds(random.fork('outgoing-ids')),
  );
  const files: SampleDossiers =
    outgoing === 0
      ? { dossiers: [], dossierItems: [] }
      : generateDossiers(
          order.today,
          organisation,
          papers.documents,
          random.fork('dossiers'),
          createSampleIds(random.fork('dossier-ids')),
        );
  const months = order.meetings ?? 0;
  const cellLife =
    months === 0
      ? noMeetings
      : generateMeetings(
          months,
          order.today,
          organisation.cells,
          members,
          random.fork('meetings'),
          createSampleIds(random.fork('meeting-ids')),
        );
  const registers = [register, ...office.registers];
  const memberEvents =
    order.lives === true
      ? generateMemberEvents(
          [...members, ...candidates],
          order.today,
          random.fork('events'),
          createSampleIds(random.fork('event-ids')),
        )
      : [];
  const appointments = generatePosts(members, organisation, createSampleIds(random.fork('post-ids')));
  const people = { staff, members, candidates, memberLines, memberEvents, appointments };
  return { ...organisation, ...papers, ...office, ...files, ...cellLife, ...people, place, registers };
}

/**
 * All records, parents before their children: units, staff, registers, members and candidates with their lines and events, posts, documents, directives, terms, outgoing papers, dossiers,
 * meetings.
 */
export function listSampleRecords(commune: SampleCommune): readonly SampleRecord<EntityType>[] {
  return [
    ...commune.units,
    ...commune.staff,
    ...commune.registers,
    ...commune.members,
    ...commune.candidates,
    ...commune.memberLines,
    ...commune.memberEvents,
    ...commune.appointments,
    ...commune.documents,
    ...commune.directives,
    ...commune.terms,
    ...commune.ledgerEntries,
    ...commune.outgoings,
    ...commune.drafts,
    ...commune.opinions,
    ...commune.dossiers,
    ...commune.dossierItems,
    ...listMeetingRecords(commune),
  ];
}

function secretaryOf(member: SampleRecord<'member'>, index: number, id: string): SampleRecord<'staff'> {
  return {
    type: 'staff',
    id,
    fields: {
      name: member.fields.name,
      post: 'Bí thư chi bộ',
      role: 'cell-secretary',
      unitId: member.fields.unitId,
      order: 100 + index,
      active: true,
    },
  };
}
