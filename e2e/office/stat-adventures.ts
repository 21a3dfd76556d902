import { later, type Life, type World } from './stat-life.ts';

/** Somebody admitted in one of the two years: by an event or by the record alone; recognised a year later, or not. Gives the day of recognition. */
export function writeNewcomer(
  life: Life,
  admitted: string,
  recognised: string | null,
  { random, cells }: World,
): string | null {
  if (random.chance(0.7)) {
    life.state = 'candidate';
    life.add('admitted', admitted, 'probationary', { unitId: random.pick(cells) });
  } else life.state = 'probationary';
  if (random.chance(0.04)) {
    life.add(random.pick(['struck-off', 'resigned', 'deceased']), later(admitted, random.int(20, 50)), 'left');
    if (life.events.at(-1)?.kind === 'deceased') life.state = 'deceased';
    return null;
  }
  if (random.chance(0.02))
    life.add('disciplined', later(admitted, 60), null, { form: random.pick(['reprimand', 'warning']) });
  if (recognised === null || random.chance(0.2)) return null;
  if (random.chance(0.1)) {
    life.add('not-recognised', recognised, 'left');
    return null;
  }
  if (random.chance(0.6)) life.add('recognised', recognised, 'official');
  else if (life.events.every(({ kind }) => kind === 'disciplined')) life.state = 'official';
  else return null;
  if (random.chance(0.5)) life.add('card-issued', later(recognised, 60), null);
  return recognised;
}

/** A record that came from another office with what happened there. */
export function writeArrival(life: Life, admitted: string, { random, year, cells }: World): void {
  const from = { atOffice: 'Đảng uỷ xã Bản Khác' };
  life.add('admitted', admitted, 'probationary', from);
  life.add('recognised', later(admitted, 366), 'official', from);
  const came = later(`${String(random.int(year - 1, year))}-01-05`, random.int(0, 300));
  if (random.chance(0.5)) life.add('rewarded', later(came, -2), null, { ...from, form: 'certificate' });
  life.add('transferred-in', came, 'official', {
    unitId: random.pick(cells),
    form: random.pick(['in-province', 'other-province', '']),
  });
  if (random.chance(0.1)) life.add('transferred-out', later(came, random.int(10, 60)), 'transferred');
}

/** What may befall an official member, one thing after the other over both years and the one before. Gives the day of being admitted again. */
export function writeAdventures(life: Life, age: number, { random, year, cells }: World): string | null {
  let day = `${String(year - 2)}-03-01`;
  const next = (): string => (day = later(day, random.int(15, 200)));
  const isOver = (): boolean => day > `${String(year)}-10-01`;
  let exempt = false;
  while (!isOver() && random.chance(0.45)) {
    const calm = exempt ? 'exempt' : 'official';
    const what = random.weighted([
      ['exempt', !exempt && age > 60 ? 30 : 0],
      ['away', 12],
      ['abroad', 8],
      ['out', 6],
      ['struck', 4],
      ['expelled', 3],
      ['resigned', 3],
      ['dead', 6],
      ['moved', 10],
      ['disciplined', 10],
      ['card', 6],
    ] as const);
    if (what === 'exempt') {
      life.add('exempted', next(), 'exempt');
      exempt = true;
      if (random.chance(0.2)) {
        life.add('exemption-ended', next(), 'official');
        exempt = false;
      }
    } else if (what === 'away') {
      life.add('temporary-out', next(), 'temporarily-away');
      if (random.chance(0.4)) return null;
      life.add('temporary-ended', next(), calm);
    } else if (what === 'abroad') {
      life.add('went-abroad', next(), null);
      if (random.chance(0.5)) return null;
      life.add('came-back', next(), null);
    } else if (what === 'out') {
      life.add('transferred-out', next(), 'transferred', {
        form: random.pick(['in-province', 'other-province', '']),
      });
      if (random.chance(0.7)) return null;
      life.add('transferred-in', next(), calm, { unitId: random.pick(cells) });
    } else if (what === 'struck') {
      life.add('struck-off', next(), 'left');
      if (random.chance(0.5)) return null;
      if (random.chance(0.5)) {
        const again = next();
        life.add('readmitted', again, 'probationary', { unitId: random.pick(cells) });
        return again;
      }
      life.add('restored', next(), 'official');
      exempt = false;
    } else if (what === 'expelled' || what === 'resigned') {
      life.add(what, next(), 'left');
      return null;
    } else if (what === 'dead') {
      life.add('deceased', next(), 'deceased');
      if (random.chance(0.3)) life.add('badge', next(), null, { years: 60 });
      return null;
    } else if (what === 'moved') life.add('moved', next(), null, { unitId: random.pick(cells) });
    else if (what === 'disciplined')
      life.add('disciplined', next(), null, {
        form: random.pick(['reprimand', 'warning', 'removal', 'hình thức riêng']),
      });
    else life.add('card-replaced', next(), null, { form: random.pick(['lost', 'damaged', 'changed']) });
  }
  return null;
}
