import { useEffect, useRef } from 'react';

/** What menu and keys can ask of the page. */
export type Command =
  | 'new'
  | 'find'
  | 'save'
  | 'print'
  | 'help'
  | 'sync-now'
  | 'large-type'
  | 'go-today'
  | 'go-documents'
  | 'go-members'
  | 'go-sync'
  | 'go-this-pc'
  | 'lock';

type Handler = { readonly run: () => void };

const handlers = new Map<Command, Handler[]>();

/** Lets the last mounted handler carry out `command`, from the menu or by its key. */
export function useCommand(command: Command, run: () => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const handler = { run: () => latest.current() };
    handlers.set(command, [...(handlers.get(command) ?? []), handler]);
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((known) => known !== handler),
      );
    };
  }, [command, enabled]);
}

/** Commands that would take the person away from an open question. */
const leaving: readonly Command[] = [
  'new',
  'find',
  'print',
  'go-today',
  'go-documents',
  'go-members',
  'go-sync',
  'go-this-pc',
];

/** Whether a question, drawer or menu is open over the screen; it then owns the keyboard. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

/** Carries a command out; false when nobody on the screen takes it. */
export function runCommand(command: Command): boolean {
  if (leaving.includes(command) && isCovered()) return false;
  const handler = handlers.get(command)?.at(-1);
  handler?.run();
  return handler !== undefined;
}

/** Which command a key press means. The menu has the same keys; on screens without a menu the page hears them itself. */
export function commandOfKey(event: KeyboardEvent): Command | undefined {
  if (event.key === 'F1') return 'help';
  if (!event.ctrlKey || event.altKey || event.shiftKey) return undefined;
  const byKey: Readonly<Record<string, Command>> = {
    k: 'find',
    n: 'new',
    s: 'save',
    p: 'print',
    '1': 'go-today',
    '2': 'go-documents',
    '3': 'go-members',
    '4': 'go-sync',
    '5': 'go-this-pc',
    l: 'lock',
  };
  return byKey[event.key.toLowerCase()];
}

/** A key of the present screen, e.g. `Control+Enter` or `F2`. */
export function useKey(combination: string, run: (event: KeyboardEvent) => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent): void => {
      const name = `${event.ctrlKey ? 'Control+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
      if (name !== combination || event.defaultPrevented || isCovered()) return;
      // An open list of choices takes Escape and Enter for itself.
      if (event.target instanceof Element && event.target.matches('[aria-expanded="true"], [data-expanded="true"]'))
        return;
      event.preventDefault();
      latest.current(event);
    };
    // Before React's own handlers, which may close what is open first.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [combination, enabled]);
}
