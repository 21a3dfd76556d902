const NOISE = [
  /(ERROR|WARNING):.*(dbus|gpu|vaapi|viz|gl_|command_buffer|object_proxy|bus\.cc|bluez|sandbox_linux|zygote)/i,
  /^libva /,
  /^Debugger (listening|ending|attached)/,
  /^For help, see: https:\/\/nodejs/,
  /DevTools listening on/,
];

/** Lines Chromium writes under Xvfb that mean nothing: no D-Bus, no GPU. */
export function isChromiumNoise(line: string): boolean {
  return NOISE.some((pattern) => pattern.test(line));
}
