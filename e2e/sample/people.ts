import { splitPersonName, type PersonName } from '#shared/base/person-name.ts';
import { namesByPeople, namesOfKnownPeople, peoples, type People } from './name-table.ts';
import type { Random } from './random.ts';

/** An invented person: name, gender, people (dân tộc). */
export type SamplePerson = { readonly name: PersonName; readonly gender: 'male' | 'female'; readonly people: People };

/** Invents a person. Names of known people never come out. */
export function inventPerson(random: Random, womenShare = 0.38): SamplePerson {
  const people = random.weighted(peoples);
  const gender = random.chance(womenShare) ? 'female' : 'male';
  const names = namesByPeople[people];
  for (;;) {
    const family = random.weighted(names.family);
    const given = random.pick(names.given[gender]);
    const middle = random.weighted(names.middle[gender]);
    const full = [family, middle, given].filter((part) => part !== '').join(' ');
    const isEcho = family === given || middle.split(' ').includes(given);
    if (!isEcho && !namesOfKnownPeople.has(full)) return { name: splitPersonName(full), gender, people };
  }
}
