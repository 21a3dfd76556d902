import type { CommandLine, Session } from 'electron';

/**
 * Chromium keeps no caches of what pages load or draw, and writes no crash dumps (Electron's own reporter is never started): whatever
 * is on the disk went through our ciphers. Call before the app is ready.
 */
export function keepNoCaches(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('disk-cache-size', '1');
  commandLine.appendSwitch('media-cache-size', '1');
  commandLine.appendSwitch('disable-gpu-shader-disk-cache');
  commandLine.appendSwitch('disable-breakpad');
}

/** Drops what an earlier build let Chromium keep. The page's store is not touched. */
export async function dropCaches(session: Pick<Session, 'clearCache' | 'clearStorageData'>): Promise<void> {
  await session.clearCache();
  await session.clearStorageData({
    storages: ['cookies', 'filesystem', 'shadercache', 'cachestorage', 'serviceworkers'],
  });
}
