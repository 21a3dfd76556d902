import type { PlainDate } from '#shared/base/plain-date.ts';
import type { OfficeDatabase } from './database.ts';
import type { DiskStore } from './disk-level.ts';
import type { OfficeDevice, OfficePorts } from './office-ports.ts';
import type { RowRotationStore } from './encryption/rotate-rows.ts';
import type { KnownCopies } from './replica/known-copies.ts';
import type { SearchPort } from './search/search-port.ts';
import type { StoreHealthStore } from './store-health.ts';
import type { OfficeClock } from './write/office-clock.ts';
import type { SerialQueue } from './write/serial-queue.ts';

/** The office's data on this PC, opened: what every repository and hook works on. */
export type Office = {
  readonly device: OfficeDevice;
  readonly db: OfficeDatabase;
  /** Id of the store, by which the desktop knows it again. */
  readonly storeId: string;
  readonly clock: OfficeClock;
  readonly ports: OfficePorts;
  readonly search: SearchPort;
  readonly copies: KnownCopies;
  /** Gives the order of all writing: own changes and pulled rows alike. */
  readonly queue: SerialQueue;
  readonly health: StoreHealthStore;
  readonly disk: DiskStore;
  /** How far re-enciphering the rows has come; null while none runs. */
  readonly rotation: RowRotationStore;
  /** The commune's stream, where ordinary records live. */
  readonly stream: string;
  /** Who acts: record id of a person, or empty while nobody has been chosen. */
  actor: string;
  /** The journal may hold ops the store lacks: they are taken over before the next write. */
  behind: boolean;
  /** Called after own changes were saved, so that sync sends them soon. */
  onWritten: () => void;
  /** Corrected time, milliseconds since 1970. */
  nowMs(): number;
  /** Today in Vietnam by corrected time. */
  today(): PlainDate;
  /** Resolves when everything asked to be written before it is written: then the PC may be locked. */
  quiesce(): Promise<void>;
  close(): void;
};
