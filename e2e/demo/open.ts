/** `npm start` with a display: a provincial server with a sample commune, and the app beside it. Ends when the window is closed; what was done stays for the next start. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appLaunch } from '#build/electron-runtime/app-launch.ts';
import { isChromiumNoise } from '#build/electron-runtime/chromium-noise.ts';
import { sendSampleMail } from '#e2e/sample/mail.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer } from '#server/start-server.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';

const FOLDER = 'out/demo';
const place = samplePlaces[0];

await mkdir(FOLDER, { recursive: true });
console.log('Starting the provincial server …');
// The app remembers the province's address, so the port of the first start is used again.
const seeded = join(FOLDER, 'port');
const port = existsSync(seeded) ? Number(await readFile(seeded, 'utf8')) : 0;
const server = await startServer({ dataDir: join(process.cwd(), FOLDER, 'province'), port }).catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause);
  console.error(`Close what listens on port ${String(port)}, or begin anew with: rm -rf ${FOLDER}`);
  process.exit(1);
});
const env: Record<string, string> = {};
if (!existsSync(seeded)) {
  console.log(`Filling it with the sample commune ${place.name} (all of it invented) …`);
  await seedProvince(
    server,
    {
      seed: 1,
      documents: 1284,
      members: 938,
      outgoing: 240,
      meetings: 3,
      lives: true,
      today: dateOfInstant(Date.now()),
      files: 12,
    },
    Date.now,
  );
  await sendSampleMail(server, place, dateOfInstant(Date.now()), Date.now);
  await writeFile(seeded, String(server.port));
}
if (!existsSync(join(FOLDER, 'pc', 'device.json'))) {
  env['HOSOXA_ENROL_URL'] = server.url;
  env['HOSOXA_ENROL_CODE'] = await server.createCode(place.id, { holdsRegister: true });
}
console.log(
  'Opening the app. The first screen is filled in: press "Ghi danh", choose who you are, and set a passphrase.',
);
const { executablePath, args, env: launchEnv } = appLaunch({ profile: join(process.cwd(), FOLDER, 'pc'), env });
const app = spawn(executablePath, args, { env: launchEnv, stdio: ['ignore', 'inherit', 'pipe'] });
app.stderr.on('data', (chunk: Buffer) => {
  for (const line of chunk.toString().split('\n'))
    if (line.trim() !== '' && !isChromiumNoise(line)) console.error(line);
});
process.on('SIGINT', () => app.kill());
app.on('exit', (code) => {
  void server.stop().then(() => process.exit(code ?? 0));
});
