import { entities, isEntityType, policyOf, PROVINCE_STREAM, type EntityDefinition } from '#shared/entities.ts';
import { isRestored, sharedUpTo } from '#shared/sync/epoch.ts';
import type { Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { resupplyOf, stillLacking, type Resupply } from '#shared/sync/resupply.ts';
import type { Office } from '../office.ts';
import type { CookieRow, MetaRow, ShadowRow } from '../rows.ts';
import { takeOver } from '../write/recover-from-journal.ts';
import { countOutbox, listOutbox } from './outbox.ts';
import { readShadows } from './record-state.ts';

/** Ops journalled at once. */
const OPS_AT_ONCE = 400;
const PREFIX = 'lost:';
const WHOLE = 'whole:';

/** What is to be brought back, and the life of the stream in which it was found missing. */
type Lost = { readonly stream: string; readonly epoch: string; readonly part: Resupply };

/**
 * Notes, inside the caller's transaction, what an earlier life's copy of a record holds and the present one (`present`) lacks. It lies in the
 * store until `bringBackLost` has journalled it, so that a crash in between loses nothing.
 */
export async function noteLost(
  { db }: Office,
  cookie: CookieRow,
  old: ShadowRow,
  present: SyncRecord | undefined,
): Promise<void> {
  if (cookie.stream === PROVINCE_STREAM || !isEntityType(old.type)) return;
  const definition: EntityDefinition = entities[old.type];
  if (definition.serverOnly === true) return;
  const held = cookie.lives[old.gen] ?? '';
  const shared = held === cookie.epoch ? null : sharedUpTo(cookie.epoch, held);
  const rows = resupplyOf(old, present, shared)
    .map(withoutServersFields)
    .filter(({ f }) => Object.keys(f).length > 0)
    .map((part, i): MetaRow => ({
      key: `${PREFIX}${cookie.stream}:${old.type}:${old.id}:${cookie.epoch}:${String(i)}`,
      value: { stream: cookie.stream, epoch: cookie.epoch, part } satisfies Lost,
    }));
  if (rows.length > 0) await db.localMeta.bulkPut(rows);
}

/**
 * Journals what was noted as lost and puts it on its way to the province, as the devices and people wrote it. Streams that are still being fetched
 * wait. Gives how many ops there are to send. A crash between journal and store sends some twice, which changes nothing.
 */
export function bringBackLost(office: Office): Promise<number> {
  return office.queue.run(async () => {
    const { db, clock, device, ports } = office;
    const noted = await db.localMeta.where('key').startsWith(PREFIX).limit(OPS_AT_ONCE).toArray();
    if (noted.length === 0) return 0;
    const cookies = new Map((await db.cookies.toArray()).map((cookie) => [cookie.stream, cookie]));
    const due = noted.filter(({ value }) => cookies.get((value as Lost).stream)?.anew === false);
    const lacking = await listLacking(
      db,
      due.map(({ value }) => value as Lost),
    );
    const ops = lacking.map(({ stream, epoch, part }, i): Op => {
      const base = cookies.get(stream)?.epoch === epoch ? part.base : 0;
      return { ...part, base, t: 'sup', stream, dev: device.dev, n: clock.state.n + 1 + i };
    });
    if (ops.length > 0) {
      if (!(await ports.journal.append(ops)).ok) return 0;
      await takeOver(office, ops);
    }
    await db.localMeta.bulkDelete(due.map(({ key }) => key));
    return ops.length;
  });
}

/** What of these notes the province's records, as they are held here, still lack. */
async function listLacking(db: Office['db'], notes: readonly Lost[]): Promise<readonly Lost[]> {
  const shadows = await readShadows(
    db,
    notes.map(({ part }) => part),
  );
  return notes.flatMap((note, i) => {
    const part = stillLacking(note.part, shadows[i]);
    return part === undefined ? [] : [{ ...note, part }];
  });
}

/**
 * Takes off the list what the province refused to take back and has meanwhile all the same, or something newer, as its records are held here: a person would
 * have nothing to do about it. So it is when a restored province was told of a merger again.
 */
export function dropNeedless(office: Office): Promise<void> {
  return office.queue.run(async () => {
    const { db } = office;
    const refused = (await listOutbox(db, 'rejected')).filter(({ op }) => op.t === 'sup');
    if (refused.length === 0) return;
    const shadows = await readShadows(db, refused);
    const needless = refused.filter(({ op: { origin = {}, ...op } }, i) => {
      return shadows[i] !== undefined && stillLacking({ ...op, origin }, shadows[i]) === undefined;
    });
    await db.outbox.bulkDelete(needless.map(({ n }) => n));
  });
}

/**
 * Whether the province is to be told that this PC has pulled the stream's present life to the end and has nothing left to bring back into it: once in each
 * life that began with a restore. It takes nothing more from this PC afterwards, so not a single change may wait.
 */
export async function mustSayWhole({ db }: Office, { stream, epoch, base, after, anew }: CookieRow): Promise<boolean> {
  if (stream === PROVINCE_STREAM || !isRestored(epoch) || anew || base !== after) return false;
  if ((await db.localMeta.get(`${WHOLE}${stream}`))?.value === epoch) return false;
  const left = await db.localMeta.where('key').startsWith(`${PREFIX}${stream}:`).limit(1).count();
  return left === 0 && (await countOutbox(db, 'waiting')) === 0;
}

/** Notes that the province was told so, of a stream in this life of it. */
export async function noteWholeSaid({ db }: Office, stream: string, epoch: string): Promise<void> {
  await db.localMeta.put({ key: `${WHOLE}${stream}`, value: epoch });
}

/** What a store has noted as lost and not yet journalled. */
export async function listLostNotes({ localMeta }: Office['db']): Promise<MetaRow[]> {
  return localMeta.where('key').startsWith(PREFIX).toArray();
}

/** What only the server's commands write is the server's to restore. */
function withoutServersFields(part: Resupply): Resupply {
  const f = Object.fromEntries(Object.entries(part.f).filter(([field]) => policyOf(part.type, field) !== 'server'));
  return { ...part, f };
}
