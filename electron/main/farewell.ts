import { farewellText } from './messages.ts';

/** What only this PC has: items in all, and urgent papers (khẩn, hoả tốc) among them. */
export type Unsent = { readonly all: number; readonly urgent: number };

/** A word at closing. It only informs: what is unsent stays on this PC and goes out when the program is open again. */
export type Farewell = {
  /** The page tells what is unsent now. */
  readonly note: (unsent: Unsent) => void;
  /** Says it when an urgent paper has not gone. */
  readonly say: () => void;
};

/** `show`: puts a message where it is seen after the window has gone. */
export function createFarewell(show: (title: string, body: string) => void): Farewell {
  let known: Unsent = { all: 0, urgent: 0 };
  return {
    note: (unsent) => {
      known = unsent;
    },
    say: () => {
      if (known.urgent > 0) show(farewellText.title, farewellText.body(known.urgent, known.all));
    },
  };
}
