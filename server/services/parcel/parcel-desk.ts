import type { FrameCodec } from '#shared/contract/frame.ts';
import type { Stick } from '#parcel/stick.ts';
import { byKey, type Database } from '#server/storage/database.ts';
import { findDevice, type Device } from '#server/storage/device-store.ts';
import type { CarriedService } from '../carried-service.ts';
import { findCommuneNow } from '#server/storage/moved-streams.ts';
import type { FileService } from '../file-service.ts';
import type { ProvinceSigner } from '../province-signer.ts';
import type { SyncService } from '../sync-service.ts';

/** What the province's packages stand on. */
export type ParcelDesk = {
  /** The database as the role without rights of an owner. */
  readonly db: Database;
  readonly sync: SyncService;
  readonly carried: CarriedService;
  readonly files: Pick<FileService, 'findSize' | 'missing' | 'arrivedBytes' | 'addArrived' | 'finish' | 'read'>;
  readonly province: ProvinceSigner;
  readonly frames: FrameCodec;
  readonly stick: Stick;
  /** Server milliseconds. */
  readonly now: () => number;
  readonly partBytes: number;
};

/** Who of the province reads or writes, and what is glued on the stick. */
export type ParcelClerk = { readonly by: string; readonly label: string };

/** A device by its number, whatever its commune. */
export function findAnyDevice({ db }: Pick<ParcelDesk, 'db'>, dev: number): Promise<Device | undefined> {
  return byKey(db, String(dev), (trx) => findDevice(trx, dev));
}

/** The commune that has now what this one had. */
export function findOfficeNow({ db }: Pick<ParcelDesk, 'db'>, commune: string): Promise<string> {
  return db.transaction().execute((trx) => findCommuneNow(trx, commune));
}
