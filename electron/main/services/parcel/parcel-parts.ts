import type { AuditKind } from '#shared/contract/audit.ts';
import type { Stick } from '#parcel/stick.ts';
import type { Colleagues } from '../carried/colleagues.ts';
import type { DeviceIdentity } from '../device-identity.ts';
import type { Vault } from '../vault/vault.ts';
import type { ParcelMemory } from './parcel-memory.ts';

/** What packages of this PC stand on. */
export type ParcelParts = {
  readonly stick: Stick;
  readonly memory: ParcelMemory;
  readonly identity: Pick<DeviceIdentity, 'state' | 'publicKey' | 'sign' | 'ageIdentity' | 'provinceKey'>;
  readonly colleagues: Pick<Colleagues, 'find'>;
  readonly vault: Pick<Vault, 'find' | 'findVerified' | 'stream' | 'findIncomingOffset' | 'appendIncoming'>;
  /** Corrected milliseconds. */
  readonly now: () => number;
  /** Record id of the person who has the PC open. */
  readonly person: () => string;
  /** The province has acknowledged own ops up to this counter. */
  readonly noteAcked: (dev: number, n: number) => Promise<void>;
  readonly note: (kind: AuditKind & `parcel-${string}`, detail: string) => void;
  /** Asks for a folder; undefined when the person thinks better of it. */
  readonly askFolder: (purpose: 'write' | 'read') => Promise<string | undefined>;
  /** Most bytes of a part. */
  readonly partBytes: number;
};
