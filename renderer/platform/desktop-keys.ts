import type { KeyState, OpenKeys, PersonOnPc, RotationState } from '#shared/contract/keys.ts';
import type { IpcReply } from '#shared/contract/desktop-bridge.ts';
import { callDesktop, getDesktop } from './desktop.ts';

export type { KeyState, OpenKeys, PersonOnPc, RotationState };

/** Who can open this PC, and whether it is open. */
export function readKeyState(): Promise<IpcReply<'keys:state'>> {
  return callDesktop(getDesktop(), 'keys:state', undefined);
}

/** Opens the keys during the first start, before anybody has a passphrase. */
export function openSetup(): Promise<IpcReply<'keys:open-setup'>> {
  return callDesktop(getDesktop(), 'keys:open-setup', undefined);
}

/** Opens the PC as one of its people. */
export function unlockPc(personId: string, passphrase: string): Promise<IpcReply<'keys:unlock'>> {
  return callDesktop(getDesktop(), 'keys:unlock', { personId, passphrase });
}

/** Opens the PC with the printed code and gives a person a new passphrase. */
export function recoverPc(code: string, personId: string, passphrase: string): Promise<IpcReply<'keys:recover'>> {
  return callDesktop(getDesktop(), 'keys:recover', { code, personId, passphrase });
}

/** Gives a person a passphrase on this PC. `confirm`: of who has it open; null for the first person, with whom the recovery code comes back. */
export function addPersonToPc(person: {
  readonly personId: string;
  readonly name: string;
  readonly passphrase: string;
  readonly confirm: string | null;
}): Promise<IpcReply<'keys:add-person'>> {
  return callDesktop(getDesktop(), 'keys:add-person', person);
}

/** Takes a person's way in away. `confirm`: the passphrase of who has the PC open. */
export function removePersonFromPc(personId: string, confirm: string): Promise<IpcReply<'keys:remove-person'>> {
  return callDesktop(getDesktop(), 'keys:remove-person', { personId, confirm });
}

/** Changes the passphrase of who has the PC open. */
export function changePassphrase(current: string, next: string): Promise<IpcReply<'keys:change-passphrase'>> {
  return callDesktop(getDesktop(), 'keys:change-passphrase', { current, next });
}

/** Makes a new recovery code; the old one opens nothing from now on. */
export function renewRecoveryCode(passphrase: string): Promise<IpcReply<'keys:new-recovery-code'>> {
  return callDesktop(getDesktop(), 'keys:new-recovery-code', { passphrase });
}

/** Somebody is at the PC. */
export function noteActivity(): Promise<IpcReply<'keys:activity'>> {
  return callDesktop(getDesktop(), 'keys:activity', undefined);
}

/** After how many minutes without a touch the PC locks. */
export function setIdleMinutes(minutes: number): Promise<IpcReply<'keys:set-idle-minutes'>> {
  return callDesktop(getDesktop(), 'keys:set-idle-minutes', { minutes });
}

/** Makes a new data key. The page enciphers its rows with the keys that come back. */
export function rotateKeys(passphrase: string): Promise<IpcReply<'keys:rotate'>> {
  return callDesktop(getDesktop(), 'keys:rotate', { passphrase });
}

/** How far an exchange of keys has come. */
export function readRotation(): Promise<IpcReply<'keys:rotation'>> {
  return callDesktop(getDesktop(), 'keys:rotation', undefined);
}
