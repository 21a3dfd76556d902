import { runCommand } from './command-line.ts';
import { messages } from './messages.ts';
import { DEFAULT_FOLDER, findHolder, FolderTaken, takeFolder } from './server-folder.ts';
import { createProvinceService } from './services/province-service.ts';
import { startServer } from './start-server.ts';
import { openAsOwner } from './storage/database.ts';
import { findRunningPostgres, startEmbeddedPostgres } from './storage/embedded-postgres.ts';
import { migrate } from './storage/migrate.ts';

const DEFAULT_PORT = 8686;

const {
  DATABASE_URL: databaseUrl,
  HOSOXA_SERVER_DATA: dataDir = DEFAULT_FOLDER,
  HOSOXA_HOST: host = '127.0.0.1',
  HOSOXA_PORT: portText,
} = process.env;

/** HOSOXA_PORT is no port. */
class BadPort extends Error {}

const args = process.argv.slice(2);
await (args.length === 0 ? serve() : command()).catch((failure: unknown) => endWith(describe(failure)));

/** Serves until told to stop. */
async function serve(): Promise<void> {
  const port = portText === undefined ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new BadPort();
  const server = await startServer({ dataDir, port, host, databaseUrl, log: true });
  say(messages.serving(server.url));
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    say(messages.stopping);
    void server.stop().then(
      () => {
        say(messages.stopped);
        process.exit(0);
      },
      (failure: unknown) => endWith(describe(failure)),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** One command of the province's people, beside a running server or without one. */
async function command(): Promise<void> {
  const { url, close } = await openDatabase();
  const owner = openAsOwner(url);
  try {
    await migrate(owner);
    const { isDone, text } = await runCommand(args, createProvinceService(owner, Date.now));
    say(text);
    process.exitCode = isDone ? 0 : 1;
  } finally {
    await owner.destroy();
    await close();
  }
}

async function openDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  if (databaseUrl !== undefined) return { url: databaseUrl, close: () => Promise.resolve() };
  const running = (await findHolder(dataDir)) === undefined ? undefined : await findRunningPostgres(dataDir);
  if (running !== undefined) return { url: running, close: () => Promise.resolve() };
  const release = await takeFolder(dataDir);
  const postgres = await startEmbeddedPostgres(dataDir);
  return {
    url: postgres.url,
    close: async () => {
      await postgres.stop();
      await release();
    },
  };
}

function describe(failure: unknown): string {
  if (failure instanceof BadPort) return messages.badPort(portText ?? '');
  if (failure instanceof FolderTaken) return messages.alreadyRunning(failure.pid, dataDir);
  if ((failure as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return messages.portTaken(Number(portText ?? DEFAULT_PORT));
  return messages.failed(failure instanceof Error ? failure.message : String(failure));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function endWith(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
