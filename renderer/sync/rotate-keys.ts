import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { OpenKeys } from '#shared/contract/keys.ts';
import { rotateRows } from '#renderer/data/encryption/rotate-rows.ts';
import type { Office } from '#renderer/data/office.ts';
import { callDesktop, getDesktop } from '#renderer/platform/desktop.ts';

/** After `keys:rotate`: new rows use the new key at once, those that are there are enciphered anew in the background. */
export function takeNewKeys(office: Office, keys: OpenKeys, desktop: DesktopBridge = getDesktop()): Promise<void> {
  office.db.cipher.takeKeys(keys.rowKeys);
  office.search.takeKeys(keys.rowKeys);
  return resumeRotation(office, desktop);
}

/** Goes on with an exchange of keys that waits for the rows, if there is one; once at a time. */
export async function resumeRotation({ db, rotation }: Office, desktop: DesktopBridge): Promise<void> {
  if (rotation.getState() !== null) return;
  const state = await callDesktop(desktop, 'keys:rotation', undefined);
  if (!state.ok || state.value === null || state.value.rowsDone || state.value.keyId !== db.cipher.newestId) return;
  rotation.setState({ done: 0, total: 1 });
  try {
    await rotateRows(db, (done, total) => {
      rotation.setState({ done, total });
    });
    await callDesktop(desktop, 'keys:rows-rotated', { keyId: state.value.keyId });
  } finally {
    rotation.setState(null);
  }
}
