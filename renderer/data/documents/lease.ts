import { RELEASE_REGISTER, TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import type { Office } from '../office.ts';
import type { RegisterRow } from '../rows.ts';

/**
 * Who numbers papers in the book of incoming documents. `asked`: this PC asked for the book and waits for the province's word.
 * `holderName`: name of the PC that numbers, when it is another one. `registerId` is null until the first sync.
 */
export type Lease = {
  readonly registerId: string | null;
  readonly holder: 'this-pc' | 'other-pc' | 'nobody' | 'asked';
  readonly holderName: string | null;
};

/** The standing of the lease as this PC knows it. A lease given back but not yet sent counts as given back: no number is given any more. */
export async function readLease({ db, device, stream }: Office): Promise<Lease> {
  const registers: RegisterRow[] = await db.registers.where('stream').equals(stream).toArray();
  // The book of incoming papers is the only one leased so far: the register's schema knows no other.
  const register = registers.find(({ removed }) => !removed);
  if (register === undefined) return { registerId: null, holder: 'nobody', holderName: null };
  const own = await db.outbox.where('[type+id]').equals(['register', register.id]).toArray();
  const commands = own.filter(({ kind, op }) => kind !== 'rejected' && op.t === 'cmd').map(({ op }) => op.f['command']);
  const isHolder = register.holderDevice === device.dev;
  if (isHolder && !commands.includes(RELEASE_REGISTER))
    return { registerId: register.id, holder: 'this-pc', holderName: device.name };
  if (register.holderDevice === null || isHolder) {
    return {
      registerId: register.id,
      holder: commands.at(-1) === TAKE_REGISTER ? 'asked' : 'nobody',
      holderName: null,
    };
  }
  const devices = await db.devices.toArray();
  return {
    registerId: register.id,
    holder: 'other-pc',
    holderName: devices.find(({ number }) => number === register.holderDevice)?.name ?? null,
  };
}
