import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Lets a lock go. Again is the same. */
export type Release = () => Promise<void>;

/**
 * Locks by name that hold for all servers of the province. `onWanted`: somebody else asks for it, or it is no longer ours; it is to be let go soon.
 * `undefined`: it did not come free in time, or the asker stopped.
 */
export type NodeLocks = {
  readonly take: (
    name: string,
    wish: { readonly waitMs: number; readonly signal?: AbortSignal; readonly onWanted?: () => void },
  ) => Promise<Release | undefined>;
  readonly close: () => Promise<void>;
};

/** Channel on which a server asks the others to let a lock go. */
const WANTED = 'hosoxa_wanted';

const LOOK_AGAIN_MS = 40;

type Held = { readonly onWanted: () => void };

/**
 * Advisory locks of PostgreSQL, all on one connection of this server: a server that dies lets go of all at once. Such locks do not keep two askers of one
 * connection apart, so within the server a map does. The connection is made at the first lock and again after it broke; then what it held is not ours any
 * more and its holders are told. What a lock guards must bear two holders for that moment: bytes of a file are named by their hash.
 */
export function createNodeLocks(databaseUrl: string, applicationName: string): NodeLocks {
  const held = new Map<string, Held>();
  let connecting: Promise<pg.Client> | undefined;
  let newest: pg.Client | undefined;

  const loseAll = (): void => {
    const lost = [...held.values()];
    held.clear();
    for (const { onWanted } of lost) onWanted();
  };
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: applicationName });
    newest = client;
    client.on('error', () => undefined); // its end tells
    client.on('notification', ({ payload }) => held.get(payload ?? '')?.onWanted());
    client.once('end', () => {
      if (newest !== client) return; // one that never came about
      connecting = undefined;
      loseAll();
    });
    await client.connect();
    await client.query(`listen ${WANTED}`);
    return client;
  };
  const getClient = (): Promise<pg.Client> => {
    connecting ??= connect().catch((failure: unknown) => {
      connecting = undefined;
      throw failure;
    });
    return connecting;
  };
  const ask = async (statement: 'pg_try_advisory_lock' | 'pg_advisory_unlock', name: string): Promise<boolean> => {
    const client = await getClient();
    const { rows } = await client.query<{ yes: boolean }>(`select ${statement}($1::bigint) as yes`, [keyOf(name)]);
    return rows[0]?.yes === true;
  };
  /** Asks whoever has it, here or elsewhere. */
  const askForIt = async (name: string): Promise<void> => {
    const here = held.get(name);
    if (here !== undefined) here.onWanted();
    else await (await getClient()).query('select pg_notify($1, $2)', [WANTED, name]);
  };

  return {
    async take(name, { waitMs, signal, onWanted = () => undefined }) {
      const mine: Held = { onWanted };
      const deadline = performance.now() + waitMs;
      for (;;) {
        if (signal?.aborted === true) return undefined;
        if (!held.has(name)) {
          held.set(name, mine);
          const isTaken = await ask('pg_try_advisory_lock', name).catch((failure: unknown) => {
            if (held.get(name) === mine) held.delete(name);
            throw failure;
          });
          if (isTaken) return releaseOf(name, mine);
          if (held.get(name) === mine) held.delete(name);
        }
        if (performance.now() >= deadline) return undefined;
        await askForIt(name);
        await wait(LOOK_AGAIN_MS);
      }
    },
    async close() {
      const client = await connecting?.catch(() => undefined);
      await client?.end();
    },
  };

  function releaseOf(name: string, mine: Held): Release {
    return async () => {
      if (held.get(name) !== mine) return; // let go before, or lost with its connection
      held.delete(name);
      await ask('pg_advisory_unlock', name).catch(() => undefined); // the connection broke: so did the lock
    };
  }
}

/** A name as PostgreSQL wants it: a whole number of 64 bits. */
function keyOf(name: string): string {
  return createHash('sha256').update(name).digest().readBigInt64BE().toString();
}
