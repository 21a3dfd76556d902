import type { ElectronApplication, Page } from 'playwright';
import type { Assertions } from './assertion-count.ts';
import type { ListeningTrap } from './listening-trap.ts';

/** No way out: every means a page has to reach a network is tried on a port that listens. */
export async function checkNoNetwork(
  app: ElectronApplication,
  page: Page,
  trap: ListeningTrap,
  { check }: Assertions,
): Promise<void> {
  const reached = await page.evaluate(async (port) => {
    const address = `http://127.0.0.1:${String(port)}/`;
    const fetched = await fetch(address, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    const file = await fetch('file:///etc/hostname').then(
      () => true,
      () => false,
    );
    navigator.sendBeacon(address, 'x');
    for (const html of [
      `<img src="${address}">`,
      `<link rel="stylesheet" href="${address}">`,
      `<link rel="prefetch" href="${address}">`,
      `<link rel="preconnect" href="${address}">`,
      `<iframe src="${address}"></iframe>`,
      `<object data="${address}"></object>`,
      `<video src="${address}"></video>`,
    ]) {
      document.body.insertAdjacentHTML('beforeend', html);
    }
    const opened = await new Promise<boolean>((resolve) => {
      try {
        const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/`);
        socket.onopen = () => {
          resolve(true);
        };
        socket.onerror = () => {
          resolve(false);
        };
      } catch {
        resolve(false);
      }
    });
    try {
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${String(port)}` },
          { urls: `turn:127.0.0.1:${String(port)}?transport=tcp`, username: 'a', credential: 'b' },
        ],
      });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
    } catch {
      // refused, as it should be
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return { fetched, file, opened };
  }, trap.port);
  check('fetch to a port of this machine fails', !reached.fetched);
  check('fetch of a file: address fails', !reached.file);
  check('a web socket does not open', !reached.opened);
  const fromSession = await app.evaluate(
    async ({ session }, port) =>
      session.defaultSession.fetch(`http://127.0.0.1:${String(port)}/`).then(
        () => 'reached',
        (cause: unknown) => String(cause),
      ),
    trap.port,
  );
  check(
    'the session itself refuses, should the policy ever fail',
    fromSession.includes('ERR_BLOCKED_BY_CLIENT'),
    fromSession,
  );
  check('nothing knocked at the listening port', trap.knocks() === 0, trap.knocks());
}

/** Every permission a page may ask for is denied, to the asker and to the one who only looks. */
export async function checkPermissions(page: Page, { check }: Assertions): Promise<void> {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
      'background-sync',
      'screen-wake-lock',
    ];
    return Promise.all(
      names.map(async (name) => {
        const status = await navigator.permissions
          .query({ name: name as PermissionName })
          .catch(() => ({ state: 'unknown' }));
        return [name, status.state] as const;
      }),
    );
  });
  for (const [name, state] of states)
    check(`permission ${name} is denied`, state === 'denied' || state === 'unknown', state);
  const asked = await page.evaluate(async () => {
    const failure = (cause: unknown): string => (cause instanceof Error ? cause.name : String(cause));
    return {
      place: await new Promise<number>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve(0);
          },
          ({ code }) => {
            resolve(code);
          },
        );
      }),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', failure),
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', failure),
      screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'granted', failure),
      notifications: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().then(() => 'granted', failure),
    };
  });
  check('asking for the place is denied', asked.place === 1, asked.place);
  check('asking for the camera is denied', asked.camera === 'NotAllowedError', asked.camera);
  check('asking for the microphone is denied', asked.microphone === 'NotAllowedError', asked.microphone);
  check('asking for the screen is denied', asked.screen !== 'granted', asked.screen);
  check('asking to notify is denied', asked.notifications === 'denied', asked.notifications);
  check('reading the clipboard is denied', asked.clipboard === 'NotAllowedError', asked.clipboard);
}
