import type { IpcReply } from '#shared/contract/desktop-bridge.ts';
import { callDesktop, getDesktop } from './desktop.ts';

export { lanAddressSchema, type LanState } from '#shared/contract/lan.ts';

/** How this PC stands on the office's own network. */
export function readLanState(): Promise<IpcReply<'lan:state'>> {
  return callDesktop(getDesktop(), 'lan:state', undefined);
}

/** Switches it on or off. */
export function setLanOn(isOn: boolean): Promise<IpcReply<'lan:set-on'>> {
  return callDesktop(getDesktop(), 'lan:set-on', { isOn });
}

/** Sets the addresses of other PCs that were typed. */
export function setLanAddresses(addresses: readonly string[]): Promise<IpcReply<'lan:set-typed'>> {
  return callDesktop(getDesktop(), 'lan:set-typed', { addresses: [...addresses] });
}
