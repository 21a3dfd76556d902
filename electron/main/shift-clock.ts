/**
 * Makes this process believe it is another time, as on a PC whose clock is wrong. For proofs alone: builds that are open to tests call it, with
 * `HOSOXA_CLOCK_AHEAD_MS`. Only what reads the clock is shifted; timers and file dates stay what they are.
 */
export function shiftClock(aheadMs: number): void {
  const RealDate = Date;
  const ahead = (): number => RealDate.now() + aheadMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: unknown[]) =>
      given.length === 0 ? new target(ahead()) : (Reflect.construct(target, given) as Date),
    apply: () => new RealDate(ahead()).toString(),
    get: (target, key): unknown => (key === 'now' ? ahead : Reflect.get(target, key)),
  });
}
