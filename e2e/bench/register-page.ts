/** Something a person does to the list. */
export type Act =
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'chip'; readonly label: string }
  | { readonly kind: 'query'; readonly label: string; readonly query: string };

/** Longest wait for other rows, in milliseconds. */
const PATIENCE = 10_000;

/** Milliseconds from an act until other rows than before are drawn in the list. Runs in the app's page. */
export function timeToRows(act: Act, list: string): Promise<number> {
  const before = shown(list);
  const begun = performance.now();
  perform(act);
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const spent = performance.now() - begun;
      if (isDrawn(list) && shown(list) !== before) resolve(spent);
      else if (spent > PATIENCE) reject(new Error(`no other rows came after ${JSON.stringify(act)}`));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Longest time between two frames, in milliseconds, while the list is scrolled by steps, with far leaps between, and back again. */
export function longestFrame(list: string, steps: number): Promise<number> {
  const grid = document.querySelector(selectorOf(list));
  if (grid === null) throw new Error('the list is not there');
  return new Promise((resolve) => {
    let last = performance.now();
    let longest = 0;
    let step = 0;
    const frame = (now: number): void => {
      // The first frames belong to whoever drew before.
      if (step > 5) longest = Math.max(longest, now - last);
      last = now;
      step += 1;
      const by = step % 30 === 0 ? grid.scrollHeight / 7 : 600;
      grid.scrollTop += step < steps / 2 ? by : -by;
      if (step < steps) requestAnimationFrame(frame);
      else resolve(longest);
    };
    requestAnimationFrame(frame);
  });
}

function perform(act: Act): void {
  if (act.kind === 'hash') window.location.hash = act.hash;
  else if (act.kind === 'chip') findChip(act.label).click();
  else typeInto(act.label, act.query);
}

function findChip(label: string): HTMLElement {
  const chip = [...document.querySelectorAll('label')].find((each) => each.textContent.startsWith(label));
  if (chip === undefined) throw new Error(`there is no chip ${label}`);
  return chip;
}

/** As a paste does it: React hears the event of the native setter. */
function typeInto(label: string, query: string): void {
  const input = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
  if (input === null) throw new Error(`there is no field ${label}`);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, query);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function selectorOf(list: string): string {
  return `:is([role=grid],[role=listbox])[aria-label="${list}"]`;
}

function rowsOf(list: string): readonly Element[] {
  return [...document.querySelectorAll(`${selectorOf(list)} [data-index]`)];
}

function isDrawn(list: string): boolean {
  const rows = rowsOf(list);
  return rows.length > 4 && rows.slice(0, 5).every((row) => row.textContent !== '');
}

function shown(list: string): string {
  const count = document.querySelector(selectorOf(list))?.getAttribute('aria-rowcount') ?? '';
  return `${count} ${rowsOf(list)
    .map((row) => row.textContent)
    .join('|')}`;
}
