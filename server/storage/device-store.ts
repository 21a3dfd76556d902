import type { WipeOrder } from '#shared/contract/http.ts';
import { NO_MORE_COME } from '#shared/contract/protocol.ts';
import type { ResupplyTurn } from '#shared/sync/resupply-turn.ts';
import type { DatabaseTransaction } from './database.ts';

/** A device as its sessions need it. `hasLeft`: shut out at its own wish. */
export type Device = {
  readonly dev: number;
  readonly commune: string;
  readonly name: string;
  readonly publicKey: string;
  readonly isRevoked: boolean;
  readonly hasLeft: boolean;
  readonly wipe: WipeOrder | undefined;
};

const columns = ['id', 'commune', 'name', 'public_key', 'revoked_at', 'left_at', 'wipe_at', 'wipe_signature'] as const;

type WipeColumns = { readonly wipe_at: number | null; readonly wipe_signature: string | null };

/** The signed order to wipe, when the device was given one. */
export function toWipeOrder(dev: number, { wipe_at, wipe_signature }: WipeColumns): WipeOrder | undefined {
  return wipe_at === null || wipe_signature === null ? undefined : { dev, at: wipe_at, signature: wipe_signature };
}

/** Columns of a device's turn to bring back. */
export const turnColumns = ['resupply_epoch', 'resupply_until', 'resupply_done'] as const;

/** The device's turn to bring back what a restore lost, if it ever had one. */
export function toResupplyTurn(row: {
  readonly resupply_epoch: string | null;
  readonly resupply_until: number | null;
  readonly resupply_done: boolean;
}): ResupplyTurn | undefined {
  const { resupply_epoch: epoch, resupply_until: untilMs, resupply_done: isDone } = row;
  return epoch === null || untilMs === null ? undefined : { epoch, untilMs, isDone };
}

/** The same of a device in its commune. */
export async function findResupplyTurn(trx: DatabaseTransaction, dev: number): Promise<ResupplyTurn | undefined> {
  const row = await trx.selectFrom('device').select(turnColumns).where('id', '=', dev).executeTakeFirst();
  return row === undefined ? undefined : toResupplyTurn(row);
}

/** Keeps a device's turn to bring back. */
export async function keepResupplyTurn(trx: DatabaseTransaction, dev: number, turn: ResupplyTurn): Promise<void> {
  const row = { resupply_epoch: turn.epoch, resupply_until: turn.untilMs, resupply_done: turn.isDone };
  await trx.updateTable('device').set(row).where('id', '=', dev).execute();
}

/** A device; in a transaction by its number or of its commune. */
export async function findDevice(trx: DatabaseTransaction, dev: number): Promise<Device | undefined> {
  const row = await trx.selectFrom('device').select(columns).where('id', '=', dev).executeTakeFirst();
  return row === undefined ? undefined : toDevice(row);
}

/** The same, locked until the transaction ends; in one of its commune. */
export async function lockDevice(trx: DatabaseTransaction, dev: number): Promise<Device | undefined> {
  const row = await trx.selectFrom('device').select(columns).where('id', '=', dev).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : toDevice(row);
}

/** Last counter taken from a device; of one that was shut out, or is none of the commune, no more come. */
export type DeviceProgress = { readonly dev: number; readonly n: number };

/** How far these devices have come, in a transaction of their commune. */
export async function listTaken(
  trx: DatabaseTransaction,
  devices: readonly number[],
): Promise<readonly DeviceProgress[]> {
  const rows = await trx
    .selectFrom('device')
    .select(['id', 'last_n'])
    .where('id', 'in', devices)
    .where('revoked_at', 'is', null)
    .execute();
  const known = new Map(rows.map(({ id, last_n }) => [id, last_n]));
  return devices.map((dev) => ({ dev, n: known.get(dev) ?? NO_MORE_COME }));
}

/** The device that a copy of this one became with this key, if it already asked. */
export async function findRejoined(
  trx: DatabaseTransaction,
  from: number,
  publicKey: string,
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('device')
    .select('id')
    .where('rejoined_from', '=', from)
    .where('public_key', '=', publicKey)
    .executeTakeFirst();
  return row?.id;
}

/** Gives the PC its device number. `rejoinedFrom`: the device it is a copy of. */
export async function insertDevice(
  trx: DatabaseTransaction,
  device: {
    readonly commune: string;
    readonly name: string;
    readonly publicKey: string;
    readonly recordId: string;
    readonly rejoinedFrom?: number;
  },
): Promise<number> {
  const { commune, name, publicKey, recordId, rejoinedFrom } = device;
  const row = { commune, name, public_key: publicKey, record_id: recordId, rejoined_from: rejoinedFrom ?? null };
  const { id } = await trx.insertInto('device').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Shuts a device out; `left`: at its own wish. Whether it was not yet. */
export async function shutOut(trx: DatabaseTransaction, dev: number, at: Date, left: boolean): Promise<boolean> {
  const row = await trx
    .updateTable('device')
    .set({ revoked_at: at, ...(left && { left_at: at }) })
    .where('id', '=', dev)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps the order to wipe for the device's next contact. */
export async function orderWipe(trx: DatabaseTransaction, { dev, at, signature }: WipeOrder): Promise<void> {
  await trx.updateTable('device').set({ wipe_at: at, wipe_signature: signature }).where('id', '=', dev).execute();
}

type DeviceRow = WipeColumns & {
  readonly id: number;
  readonly commune: string;
  readonly name: string;
  readonly public_key: string;
  readonly revoked_at: Date | null;
  readonly left_at: Date | null;
};

function toDevice(row: DeviceRow): Device {
  const { id, commune, name } = row;
  return {
    dev: id,
    commune,
    name,
    publicKey: row.public_key,
    isRevoked: row.revoked_at !== null,
    hasLeft: row.left_at !== null,
    wipe: toWipeOrder(id, row),
  };
}
