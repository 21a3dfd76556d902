import { findHolder, takeFolder } from './server-folder.ts';
import { findRunningPostgres, startEmbeddedPostgres } from './storage/embedded-postgres.ts';

/** Address of the province's database, and what ends its use. */
export type OpenDatabase = { readonly url: string; readonly close: () => Promise<void> };

/** The database for a command: a named one, that of a running server, or the embedded one, started for it and taken from everybody else. */
export async function openDatabase(dataDir: string, databaseUrl: string | undefined): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) return { url: databaseUrl, close: () => Promise.resolve() };
  const running = (await findHolder(dataDir)) === undefined ? undefined : await findRunningPostgres(dataDir);
  if (running !== undefined) return { url: running, close: () => Promise.resolve() };
  return openAlone(dataDir, undefined);
}

/** The same for a command that no server may run beside: `FolderTaken` when one does. */
export async function openAlone(dataDir: string, databaseUrl: string | undefined): Promise<OpenDatabase> {
  const release = await takeFolder(dataDir);
  try {
    if (databaseUrl !== undefined) return { url: databaseUrl, close: release };
    const postgres = await startEmbeddedPostgres(dataDir);
    return {
      url: postgres.url,
      close: async () => {
        await postgres.stop();
        await release();
      },
    };
  } catch (failure) {
    await release();
    throw failure;
  }
}
