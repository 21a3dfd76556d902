import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { must } from '#shared/base/must.ts';
import { freePort, spawnServer } from './server-process.ts';

type Settings = { readonly databaseUrl: string; readonly filesFolder: string };

/** Two servers of a province as processes, on one database and one place of files. */
export class TwoNodes {
  private constructor(
    private readonly home: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly ports: readonly [number, number],
    private readonly children: [ChildProcess, ChildProcess],
  ) {}

  static async start(home: string, { databaseUrl, filesFolder }: Settings): Promise<TwoNodes> {
    const env = { DATABASE_URL: databaseUrl, HOSOXA_FILES: filesFolder };
    const ports = [await freePort(), await freePort()] as const;
    const [first, second] = await Promise.all(
      ports.map((port, i) => spawnServer(join(home, `node-${String(i)}`), port, env)),
    );
    return new TwoNodes(home, env, ports, [must(first, 'two nodes'), must(second, 'two nodes')]);
  }

  get urls(): readonly [string, string] {
    return [`http://127.0.0.1:${String(this.ports[0])}`, `http://127.0.0.1:${String(this.ports[1])}`];
  }

  portOf(index: number): number {
    return this.ports[index % 2 === 0 ? 0 : 1];
  }

  otherThan(port: number): number {
    return port === this.ports[0] ? this.ports[1] : this.ports[0];
  }

  /** Kills the node of a port in the middle of what it does, and starts it again once `whileDown` is done. */
  async kill(port: number, whileDown: () => Promise<unknown>): Promise<void> {
    const index = port === this.ports[0] ? 0 : 1;
    this.children[index].kill('SIGKILL');
    await whileDown();
    this.children[index] = await spawnServer(join(this.home, `node-${String(index)}`), port, this.env);
  }

  async end(): Promise<void> {
    await Promise.all(
      this.children.map((child) => {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        return Promise.race([gone, wait(5000).then(() => child.kill('SIGKILL'))]);
      }),
    );
  }
}
