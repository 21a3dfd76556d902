import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findCompleteness } from '#shared/domain/member/completeness.ts';
import { findEthnicity } from '#shared/domain/member/ethnicity-table.ts';
import { whySame } from '#shared/domain/member/likely-same.ts';
import { memberLineSchema } from '#shared/domain/member/member-line-record.ts';
import { memberSchema } from '#shared/domain/member/member-record.ts';
import { findOccupation } from '#shared/domain/member/occupation-table.ts';
import { recordIdSchema } from '#shared/base/ids.ts';
import { comparePersonNames } from '#shared/base/person-name.ts';
import { isWeekend, toPlainDate } from '#shared/base/plain-date.ts';
import { parseDocumentSymbol } from '#shared/domain/document/document-symbol.ts';
import { checkCitizenId } from '#shared/domain/member/citizen-id.ts';
import { isUsualCardNumber, isUsualFileNumber } from '#shared/domain/member/member-number.ts';
import { misfits } from '#shared/domain/member-life/event-problems.ts';
import { changesByEvents, type MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import { entities } from '#shared/entities.ts';
import { generateCommune, listSampleRecords, type SampleCommune } from './commune.ts';
import { samplePlaces } from './place-table.ts';
import type { SampleRecord } from './sample-record.ts';

const today = toPlainDate('2026-11-22');
const commune = generateCommune({ seed: 1, documents: 3000, members: 938, outgoing: 400, meetings: 3, today });
/** Fields that end like a pointer and are none. */
const texts = new Set(['citizenId', 'typeId', 'externalId', 'organId']);

describe('generateCommune', () => {
  it('makes exactly what was ordered', () => {
    expect(commune.documents).toHaveLength(3000);
    expect(commune.members).toHaveLength(938);
    expect(commune.units.length).toBeGreaterThan(40);
    expect(commune.units.length).toBeLessThan(60);
    const none = generateCommune({ seed: 1, documents: 0, members: 0, today });
    expect([none.documents.length, none.members.length, none.units.length]).toEqual([0, 0, commune.units.length]);
    const one = generateCommune({ seed: 1, documents: 1, members: 1, today });
    expect([one.documents.length, one.members.length]).toEqual([1, 1]);
  });

  it('gives the same records for the same seed and others for another', () => {
    const hashOfSeed = (seed: number): string =>
      hashOf(generateCommune({ seed, documents: 600, members: 200, outgoing: 80, meetings: 3, today }));
    expect(hashOfSeed(1)).toBe(hashOfSeed(1));
    expect(hashOfSeed(2)).not.toBe(hashOfSeed(1));
  });

  it('makes only records their schema takes, with ids of their own', () => {
    const records = listSampleRecords(commune);
    const wrong = records.filter(
      ({ type, id, fields }) =>
        !recordIdSchema.safeParse(id).success || !entities[type].schema.safeParse(fields).success,
    );
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  it('points only at records that exist', () => {
    const ids = new Set(listSampleRecords(commune).map(({ id }) => id));
    const pointers = listSampleRecords(commune).flatMap(({ fields }) =>
      Object.entries(fields as Readonly<Record<string, unknown>>)
        .filter(([name]) => /Id$|^registeredBy$/.test(name) && !texts.has(name))
        .map(([, value]) => value),
    );
    expect(pointers.filter((value) => value !== null && !(typeof value === 'string' && ids.has(value)))).toEqual([]);
  });

  it('spells everything in NFC', () => {
    const text = JSON.stringify(listSampleRecords(commune));
    expect(text).toBe(text.normalize('NFC'));
  });
});

describe('the register of the sample', () => {
  it('numbers papers per year without gap, in order of arrival', () => {
    const last = new Map<string, number>();
    for (const { fields } of commune.documents) {
      const year = fields.receivedOn.slice(0, 4);
      expect(fields.arrivalNumber).toBe((last.get(year) ?? 0) + 1);
      last.set(year, fields.arrivalNumber ?? 0);
    }
    const times = commune.documents.map(({ fields }) => fields.registeredAt);
    expect(times.toSorted()).toEqual(times);
  });

  it('has papers arrive on working days and on the last day, none from the future', () => {
    expect(
      commune.documents.filter(({ fields }) => isWeekend(fields.receivedOn) && fields.receivedOn !== today),
    ).toEqual([]);
    expect(commune.documents.at(-1)?.fields.receivedOn).toBe(today);
    expect(
      commune.documents.filter(
        ({ fields }) => String(fields.issuedOn) > fields.receivedOn || fields.receivedOn > today,
      ),
    ).toEqual([]);
    expect(
      commune.documents.filter(
        ({ fields }) => fields.doneOn !== null && (fields.doneOn > today || fields.doneOn < fields.receivedOn),
      ),
    ).toEqual([]);
  });

  it('writes symbols in the right form', () => {
    const odd = commune.documents
      .map(({ fields }) => fields.symbol)
      .filter(
        (symbol) => parseDocumentSymbol(symbol).display !== symbol || parseDocumentSymbol(symbol).regime === 'unknown',
      );
    expect(odd).toEqual([]);
    expect(commune.documents.filter(({ fields }) => fields.typeId === null)).toEqual([]);
  });

  it('holds many different abstracts and every state of work', () => {
    expect(new Set(commune.documents.map(({ fields }) => fields.abstract)).size).toBeGreaterThan(1500);
    const states = new Set(commune.documents.map(({ fields }) => fields.state));
    expect([...states].toSorted()).toEqual(['awaiting-directive', 'done', 'for-information', 'in-progress']);
    const overdue = commune.documents.filter(
      ({ fields }) => fields.state === 'in-progress' && fields.dueOn !== null && fields.dueOn < today,
    );
    expect(overdue.length).toBeGreaterThan(0);
    expect(overdue.length).toBeLessThan(60);
  });

  it('gives directives only to papers past the leader, after they arrived', () => {
    const byId = new Map(commune.documents.map((document) => [document.id, document]));
    for (const { fields } of commune.directives) {
      const document = byId.get(fields.documentId);
      expect(document?.fields.state).not.toBe('awaiting-directive');
      expect(fields.givenAt > (document?.fields.registeredAt ?? '')).toBe(true);
    }
    expect(commune.directives.length).toBeGreaterThan(1500);
  });
});

describe('the outgoing papers of the sample', () => {
  it('number each series from 1 upwards, and the ledger explains every number that no paper bears', () => {
    const used = new Map<string, number[]>();
    const note = (registerId: string | null, series: string, number: number | null): void => {
      if (number !== null)
        used.set(`${String(registerId)}:${series}`, [...(used.get(`${String(registerId)}:${series}`) ?? []), number]);
    };
    for (const { fields } of commune.outgoings) note(fields.registerId, fields.series, fields.number);
    for (const { fields } of commune.ledgerEntries) note(fields.registerId, fields.series, fields.from);
    expect(used.size).toBeGreaterThan(8);
    for (const numbers of used.values())
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1));
  });

  it('bear their symbols in the form of their regime', () => {
    const numbered = commune.outgoings.filter(({ fields }) => fields.number !== null);
    expect(numbered.length).toBe(397);
    const odd = numbered.filter(({ fields }) => parseDocumentSymbol(fields.symbol).regime !== fields.regime);
    expect(odd.map(({ fields }) => fields.symbol)).toEqual([]);
  });
});

describe('the dossiers of the sample', () => {
  it('hold each paper once, in order', () => {
    const filed = commune.dossierItems.map(({ fields }) => fields.ownerId);
    expect(new Set(filed).size).toBe(filed.length);
    expect(filed.length).toBeGreaterThan(40);
    for (const { id } of commune.dossiers) {
      const items = commune.dossierItems.filter(({ fields }) => fields.dossierId === id);
      expect(items.map(({ fields }) => fields.order)).toEqual(items.map((_, i) => i + 1));
    }
  });
});

describe('the members of the sample', () => {
  it('have numbers that fit them', () => {
    const odd = commune.members.filter(
      ({ fields }) =>
        checkCitizenId(fields.citizenId, fields.gender, fields.bornOn).length > 0 ||
        !isUsualFileNumber(fields.fileNumber) ||
        (fields.cardNumber !== '' && !isUsualCardNumber(fields.cardNumber)),
    );
    expect(odd).toEqual([]);
    expect(new Set(commune.members.map(({ fields }) => fields.fileNumber)).size).toBe(commune.members.length);
  });

  it('joined as grown-ups and became full members a year later', () => {
    for (const { fields } of commune.members) {
      const [born, admitted, official] = [String(fields.bornOn), String(fields.admittedOn), fields.officialOn];
      expect(Number(admitted.slice(0, 4)) - Number(born.slice(0, 4))).toBeGreaterThanOrEqual(18);
      expect(admitted <= today).toBe(true);
      expect(official === null).toBe(fields.state === 'probationary');
      if (official !== null) expect(admitted < official && String(official) <= today).toBe(true);
    }
  });

  it('sort by tên, then họ, and come from several peoples', () => {
    const names = commune.members.map(({ fields }) => fields.name).toSorted(comparePersonNames);
    const firstOfD = names.findIndex(({ given }) => given.startsWith('Đ'));
    const lastOfD = names.findLastIndex(({ given }) => given.startsWith('D'));
    expect(lastOfD).toBeLessThan(firstOfD);
    expect(
      names.filter((name) => `${name.family} ${name.middle} ${name.given}`.replace('  ', ' ').trim() !== name.full),
    ).toEqual([]);
    expect(new Set(commune.members.map(({ fields }) => fields.ethnicity)).size).toBe(5);
  });

  it('have one secretary to a cell', () => {
    const secretaries = commune.members
      .filter(({ fields }) => fields.partyPost === 'Bí thư chi bộ')
      .map(({ fields }) => fields.unitId);
    expect(secretaries.toSorted()).toEqual([...new Set(commune.members.map(({ fields }) => fields.unitId))].toSorted());
    expect(
      commune.staff.filter(({ fields }) => fields.role === 'cell-secretary').map(({ fields }) => fields.unitId),
    ).toEqual(secretaries);
  });
});

describe('people on the way into the Party', () => {
  const office = generateCommune({ seed: 1, documents: 0, members: 200, candidates: 20, today });

  it('are nobody’s members, have a stage, and one was entered twice', () => {
    expect(office.members).toHaveLength(200);
    expect(office.candidates).toHaveLength(20);
    for (const { fields } of office.candidates) {
      expect([fields.state, fields.candidateStage === null, fields.admittedOn]).toEqual(['candidate', false, null]);
      expect(memberSchema.safeParse(fields).success).toBe(true);
    }
    const [one, other] = office.candidates.slice(-2).map(({ fields }) => fields);
    if (one === undefined || other === undefined) throw new Error('two are there');
    expect(whySame(one, other)).toEqual(['name-and-birth']);
  });

  it('come with lines of members’ records that fit their schema', () => {
    const ids = new Set(office.members.map(({ id }) => id));
    expect(office.memberLines.length).toBeGreaterThan(100);
    for (const { fields } of office.memberLines) {
      expect(memberLineSchema.safeParse(fields).success).toBe(true);
      expect(ids.has(fields.memberId)).toBe(true);
    }
    expect(new Set(office.memberLines.map(({ fields }) => fields.kind)).size).toBe(4);
  });

  it('are counted by codes the statistics know, members too', () => {
    const coded = [...office.members, ...office.candidates].map(({ fields }) => fields);
    expect(coded.filter((fields) => findOccupation(fields.occupationGroup) === undefined)).toEqual([]);
    expect(coded.filter((fields) => findEthnicity(fields.ethnicity) === undefined)).toEqual([]);
    expect(coded.filter(({ educationLevel }) => educationLevel === '')).toEqual([]);
    const percents = office.members.map(({ fields }) => findCompleteness(fields, [2024, 2025]).percent);
    expect(Math.min(...percents)).toBeLessThan(85);
    expect(Math.max(...percents)).toBeGreaterThan(92);
  });
});

describe('size and neighbours', () => {
  it('makes 10,000 documents in a few seconds of processor time', () => {
    const before = process.cpuUsage();
    expect(generateCommune({ seed: 3, documents: 10_000, members: 938, today }).documents).toHaveLength(10_000);
    const used = process.cpuUsage(before);
    expect((used.user + used.system) / 1000).toBeLessThan(8000);
  });

  it('makes neighbours that share no record', () => {
    const neighbour = generateCommune({ seed: 1, documents: 100, members: 50, today, place: samplePlaces[1] });
    const ids = new Set(listSampleRecords(commune).map(({ id }) => id));
    expect(listSampleRecords(neighbour).some(({ id }) => ids.has(id))).toBe(false);
    expect(new Set(neighbour.units.map(({ fields }) => fields.name)).size).toBe(neighbour.units.length);
  });
});

function hashOf(sample: SampleCommune): string {
  return createHash('sha256')
    .update(JSON.stringify(listSampleRecords(sample)))
    .digest('hex');
}

describe('the lives of the sample', () => {
  it('fit the rules of events, whoever is invented and whatever day it is', () => {
    for (const on of ['2026-03-11', '2026-07-02', '2026-11-30'])
      for (let seed = 1; seed <= 4; seed += 1)
        generateCommune({ seed, documents: 0, members: 400, candidates: 12, lives: true, today: toPlainDate(on) });
  });

  const lives = generateCommune({ seed: 1, documents: 0, members: 300, candidates: 12, lives: true, today });
  const eventsOf = new Map<string, SampleRecord<'memberEvent'>[]>();
  for (const event of lives.memberEvents)
    eventsOf.set(event.fields.memberId, [...(eventsOf.get(event.fields.memberId) ?? []), event]);
  const storyOf = (member: SampleRecord<'member'>): MemberStory => {
    const events = (eventsOf.get(member.id) ?? []).map(({ id, fields }) => ({ ...fields, id }));
    return { member: member.fields, madeOn: toPlainDate('2025-07-01'), events };
  };

  it('make every record what it is, and no event is out of place', () => {
    const everybody = [...lives.members, ...lives.candidates].map(storyOf);
    expect(everybody.flatMap((story) => Object.entries(changesByEvents(story, today)))).toEqual([]);
    expect(everybody.flatMap((story) => misfits(story).map(({ kind }) => kind))).toEqual([]);
  });

  it('hold admissions, cards, badges, exemptions and people on their way, and cells have their secretaries', () => {
    const kinds = new Set(lives.memberEvents.map(({ fields }) => fields.kind));
    for (const kind of ['admitted', 'recognised', 'card-issued', 'badge', 'exempted', 'chosen'] as const)
      expect(kinds).toContain(kind);
    const led = new Set(lives.appointments.flatMap(({ fields }) => (fields.kind === 'secretary' ? fields.unitId : [])));
    expect(led.size).toBeGreaterThan(30);
  });
});
