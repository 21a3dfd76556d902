import { dateOfInstant } from '#shared/base/plain-date.ts';
import { communeStream } from '#shared/entities.ts';
import { databaseName, OfficeDatabase } from './database.ts';
import type { Office } from './office.ts';
import type { OfficeDevice, OfficePorts } from './office-ports.ts';
import { readKnownCopies } from './replica/known-copies.ts';
import { createSearch } from './search/create-search.ts';
import { recoverFromJournal } from './write/recover-from-journal.ts';
import { OfficeClock, type ClockState } from './write/office-clock.ts';
import { SerialQueue } from './write/serial-queue.ts';

/** Opens the store, takes over what a crash left between journal and store, and starts the search index. Throws when the store cannot be opened. */
export async function openOffice(
  device: OfficeDevice,
  ports: OfficePorts,
  name: string = databaseName(device.dev),
): Promise<Office> {
  const db = new OfficeDatabase(name);
  await db.open();
  const meta = await db.localMeta.bulkGet(['clock', 'offset', 'actor']);
  const state = (meta[0]?.value as ClockState | undefined) ?? { h: 0, n: 0, localN: 0 };
  const clock = new OfficeClock(state, (meta[1]?.value as number | undefined) ?? device.offsetMs, ports.nowMs);
  const search = createSearch(db);
  const office: Office = {
    device,
    db,
    clock,
    ports,
    search,
    copies: await readKnownCopies(db),
    queue: new SerialQueue(),
    stream: communeStream(device.commune.id),
    actor: (meta[2]?.value as string | undefined) ?? '',
    behind: true,
    onWritten: () => undefined,
    nowMs: () => clock.nowMs(),
    today: () => dateOfInstant(clock.nowMs()),
    close: () => {
      search.close();
      db.close();
    },
  };
  await office.queue.run(() => recoverFromJournal(office));
  return office;
}
