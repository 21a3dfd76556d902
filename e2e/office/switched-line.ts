import { openRelay } from './relay.ts';

/** A line that leads to one of several servers, as a load balancer of the province does. */
export type SwitchedLine = {
  readonly url: string;
  /** The port it leads to. */
  readonly port: () => number;
  /** Leads to another port from now on; what is under way breaks. */
  readonly turnTo: (port: number) => void;
  readonly close: () => Promise<void>;
};

/** Opens a line to a port of this machine. */
export async function openSwitchedLine(first: number): Promise<SwitchedLine> {
  let port = first;
  const relay = await openRelay(() => port, {
    admits: () => true,
    carry: ({ target }, bytes) => target.write(bytes),
    end: ({ target }) => target.end(),
    onOpened: () => undefined,
  });
  return {
    url: relay.url,
    port: () => port,
    turnTo(next) {
      port = next;
      relay.cut();
    },
    close: relay.close,
  };
}
