import { parseArgs } from 'node:util';
import { stickLabelSchema } from '#shared/contract/parcel.ts';
import { ParcelFault } from '#parcel/parcel-fault.ts';
import { nodeStick } from '#parcel/stick.ts';
import { PART_BYTES } from '#parcel/write-parcel.ts';
import type { CommandResult } from './command-line.ts';
import { parcelMessages } from './messages-of-parcels.ts';
import { openDatabase } from './open-database.ts';
import { openFilePlaces, type FileSettings } from './open-file-places.ts';
import { frameCodec } from './routes/frame-codec.ts';
import { createCarriedService } from './services/carried-service.ts';
import { createFileService } from './services/file-service.ts';
import { findAnyDevice, type ParcelClerk, type ParcelDesk } from './services/parcel/parcel-desk.ts';
import { readParcels } from './services/parcel/read-parcels.ts';
import { writeAnswer } from './services/parcel/write-answer.ts';
import { openProvinceSigner } from './services/province-signer.ts';
import { createSyncService } from './services/sync-service.ts';
import { COMMAND_CONNECTION, inCommune, openAsApp, openAsOwner } from './storage/database.ts';
import { migrate } from './storage/migrate.ts';
import { createNodeLocks } from './storage/node-locks.ts';
import { listParcels, type StoredParcel } from './storage/parcel-store.ts';

/** Connections of a command: one transaction runs at a time. */
const CONNECTIONS = 2;
const LISTED = 50;

/** Whether these arguments are about packages on sticks. */
export function isParcelCommand([command]: readonly string[]): boolean {
  return command === 'usb';
}

type Place = FileSettings & { readonly databaseUrl?: string | undefined };

/** Reads, writes or lists packages, beside a running server or without one. What goes on to other offices is carried by the server. */
export async function runParcelCommand(args: readonly string[], place: Place): Promise<CommandResult> {
  const wish = parseWish(args.slice(1));
  if (typeof wish === 'string') return { isDone: false, text: wish };
  const places = await openFilePlaces(place);
  const { url, close } = await openDatabase(place.dataDir, place.databaseUrl);
  const db = openAsApp(url, CONNECTIONS);
  const locks = createNodeLocks(url, COMMAND_CONNECTION);
  try {
    const owner = openAsOwner(url);
    try {
      await migrate(owner);
    } finally {
      await owner.destroy();
    }
    const desk: ParcelDesk = {
      db,
      sync: createSyncService(db, Date.now),
      carried: createCarriedService(db, frameCodec, Date.now),
      files: createFileService({
        db,
        place: places.files,
        locks,
        now: Date.now,
        onKept: () => undefined, // the server's courier looks by itself
      }),
      province: await openProvinceSigner(db),
      frames: frameCodec,
      stick: nodeStick,
      now: Date.now,
      partBytes: PART_BYTES,
    };
    return await run(desk, wish);
  } catch (failure) {
    if (failure instanceof ParcelFault) return { isDone: false, text: parcelMessages.reason(failure.code) };
    throw failure;
  } finally {
    await locks.close();
    await db.destroy();
    await close();
    places.close();
  }
}

type Wish =
  | { readonly kind: 'read'; readonly folder: string; readonly clerk: ParcelClerk; readonly answers: boolean }
  | { readonly kind: 'write'; readonly dev: number; readonly folder: string; readonly clerk: ParcelClerk }
  | { readonly kind: 'list'; readonly dev: number };

function parseWish(args: readonly string[]): Wish | string {
  try {
    const options = { by: { type: 'string' }, label: { type: 'string' }, answer: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [kind, first = '', second] = positionals;
    const label = stickLabelSchema.safeParse(values.label ?? '');
    if (!label.success) return parcelMessages.badLabel;
    const clerk = { by: (values.by ?? '').normalize('NFC').slice(0, 80), label: label.data };
    const dev = Number(first);
    const isDevice = Number.isInteger(dev) && dev > 0 && dev < 2 ** 31;
    if (kind === 'read' && first !== '' && second === undefined)
      return { kind, folder: first, clerk, answers: values.answer === true };
    if (kind === 'write' && isDevice && second !== undefined) return { kind, dev, folder: second, clerk };
    if (kind === 'list' && isDevice && second === undefined) return { kind, dev };
  } catch {
    // an option nobody knows: the usage says which there are
  }
  return parcelMessages.usage;
}

async function run(desk: ParcelDesk, wish: Wish): Promise<CommandResult> {
  if (wish.kind === 'list') return list(desk, wish.dev);
  if (wish.kind === 'write') return write(desk, wish.dev, wish.folder, wish.clerk);
  const { parcels, faults } = await readParcels(desk, wish.folder, wish.clerk);
  const lines = [
    ...parcels.map(parcelMessages.read),
    ...faults.map(({ path, code }) => parcelMessages.fault(path, code)),
  ];
  const isRead = parcels.every(({ outcome }) => outcome === 'whole' || outcome === 'again') && faults.length === 0;
  if (!wish.answers) return { isDone: isRead, text: lines.join('\n') };
  const answered = [
    ...new Set(parcels.filter(({ outcome }) => outcome === 'whole' || outcome === 'again').map(({ from }) => from)),
  ];
  const written: CommandResult[] = [];
  for (const dev of answered) written.push(await write(desk, dev, wish.folder, wish.clerk));
  return {
    isDone: isRead && written.every(({ isDone }) => isDone),
    text: [...lines, ...written.map(({ text }) => text)].join('\n'),
  };
}

async function write(desk: ParcelDesk, dev: number, folder: string, clerk: ParcelClerk): Promise<CommandResult> {
  const written = await writeAnswer(desk, dev, folder, clerk);
  return written.ok
    ? { isDone: true, text: parcelMessages.written(dev, written.value) }
    : { isDone: false, text: parcelMessages.notWritten(dev, written.error) };
}

async function list(desk: ParcelDesk, dev: number): Promise<CommandResult> {
  const device = await findAnyDevice(desk, dev);
  if (device === undefined) return { isDone: false, text: parcelMessages.notWritten(dev, 'not-found') };
  const all = await inCommune(desk.db, device.commune, async (trx) => [
    ...(await listParcels(trx, dev, 'up', LISTED)),
    ...(await listParcels(trx, dev, 'down', LISTED)),
  ]);
  if (all.length === 0) return { isDone: true, text: parcelMessages.none(dev) };
  return {
    isDone: true,
    text: all
      .sort((a, b) => b.at - a.at)
      .map(toLine)
      .join('\n'),
  };
}

function toLine({ way, number, at, by, label, receivedAt }: StoredParcel): string {
  return way === 'up'
    ? parcelMessages.line.up(number, at, by, label)
    : parcelMessages.line.down(number, at, by, label, receivedAt);
}
