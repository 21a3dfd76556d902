const NOISE = [
  /ERROR:.*(dbus|gpu|vaapi|viz|gl_|command_buffer|object_proxy|bus\.cc)/i,
  /^libva /,
  /DevTools listening on/,
];

/** Lines Chromium writes under Xvfb that mean nothing: no D-Bus, no GPU. */
export function isChromiumNoise(line: string): boolean {
  return NOISE.some((pattern) => pattern.test(line));
}
