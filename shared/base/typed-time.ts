const clock = /^(\d{1,2})(?:\s*(?:[:hg.]|giờ)\s*(\d{1,2})?)?$/u;

/** Reads a time of day as people type it (`1930`, `730`, `19:30`, `19h30`, `7 giờ`, `7`) as `HH:mm`; undefined when it is none. */
export function parseTypedTime(input: string): string | undefined {
  const text = input
    .trim()
    .toLowerCase()
    .replace(/\s*phút$/u, '');
  const digits = /^(\d{1,2})(\d{2})$/.exec(text);
  const match = digits !== null && text.length > 2 ? digits : clock.exec(text);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
