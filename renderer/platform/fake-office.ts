import { uuidv7 } from 'uuidv7';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import { communeStream, PROVINCE_STREAM } from '#shared/entities.ts';
import type { Office } from '#renderer/data/office.ts';
import { createRowCipher } from '#renderer/data/encryption/row-cipher.ts';
import type { BackupSource } from '#renderer/data/office-ports.ts';
import { openOffice } from '#renderer/data/open-office.ts';
import { desktopPorts } from './desktop-ports.ts';
import { FakeDesktop } from './fake-desktop.ts';
import { FakeProvince } from './fake-province.ts';

/** A PC of a fake commune: its desktop, and its office opened on the IndexedDB of the test. */
export type FakePc = { readonly desktop: FakeDesktop; readonly office: Office; readonly databaseName: string };

/** A commune in memory: a province, a register, and PCs that can be opened, closed and opened again on the same store. */
export class FakeCommune {
  readonly province: FakeProvince;
  readonly registerId = uuidv7();
  nowMs = Date.parse('2026-11-22T02:00:00Z');
  readonly #name = `test-${uuidv7()}`;

  constructor({ holder = 1 }: { readonly holder?: number | null } = {}) {
    this.province = new FakeProvince('na-lau', () => this.nowMs);
    this.province.publish(communeStream('na-lau'), 'register', this.registerId, {
      book: 'incoming',
      name: 'Register',
      holderDevice: holder,
    });
  }

  /** A newly enrolled PC. `skewMs`: how wrong its clock is. */
  async addPc(dev: number, skewMs = 0): Promise<FakePc> {
    this.province.enrol(dev, `PC ${String(dev)}`, uuidv7());
    const state: DeviceState = {
      dev,
      name: `PC ${String(dev)}`,
      serverUrl: 'http://localhost',
      commune: { id: 'na-lau', name: 'Sample', province: 'Sample' },
      streams: [communeStream('na-lau'), PROVINCE_STREAM],
      offsetMs: 0,
    };
    return this.openPc(new FakeDesktop(state, this.province), `${this.#name}-${String(dev)}`, state, skewMs);
  }

  /** Opens a PC's office, as at the start of the program. */
  async openPc(desktop: FakeDesktop, databaseName: string, state: DeviceState, skewMs = 0): Promise<FakePc> {
    const ports = { ...desktopPorts(desktop), nowMs: () => this.nowMs + skewMs };
    const office = await openOffice(state, ports, {
      name: databaseName,
      cipher: createRowCipher(desktop.keys.rowKeys),
      expectedId: desktop.storeId,
      findBackup: () => readNewest(desktop),
      noteOpened: async (storeId) => {
        await desktop.call['store:opened']({ storeId, records: 0 });
      },
    });
    return { desktop, office, databaseName };
  }

  /** Closes a PC's office and opens it again on what its disk holds. */
  async reopen(pc: FakePc): Promise<FakePc> {
    pc.office.close();
    const device = await pc.desktop.call['device:get'](undefined);
    if (!device.ok || device.value === null) throw new Error('the fake desktop is enrolled');
    return this.openPc(pc.desktop, pc.databaseName, device.value);
  }
}

function readNewest(desktop: FakeDesktop): Promise<BackupSource | undefined> {
  const [entry] = desktop.backups.entries;
  return Promise.resolve(
    entry && { counts: entry.counts, read: async (from) => desktop.call['backup:read']({ id: entry.id, from }) },
  );
}
