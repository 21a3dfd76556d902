import { create } from 'zustand';

type Intake = {
  /** Files dropped or picked that nobody has looked at yet. */
  readonly arrived: readonly File[];
  /** The file being read or copied; percent is null while it is read. */
  readonly busy: { readonly name: string; readonly percent: number | null } | null;
  /** Hashes of files that are pictures only: no secrecy mark could be looked for in them. */
  readonly unread: readonly string[];
};

/** Files on their way from the person's hand to the form. */
export const useIntake = create<Intake>()(() => ({ arrived: [], busy: null, unread: [] }));

/** Adds files from a drop or a file dialogue. */
export function addArrived(files: readonly File[]): void {
  useIntake.setState((state) => ({ arrived: [...state.arrived, ...files] }));
}

/** Takes the next file to look at; undefined when there is none. */
export function takeArrived(): File | undefined {
  const [first, ...rest] = useIntake.getState().arrived;
  useIntake.setState({ arrived: rest });
  return first;
}

/** Puts a file back that was taken but not finished, as the next one. */
export function putBack(file: File): void {
  useIntake.setState((state) => ({ arrived: [file, ...state.arrived] }));
}

/** Whether files are still on their way to the form. */
export function isArriving(): boolean {
  const { arrived, busy } = useIntake.getState();
  return arrived.length > 0 || busy !== null;
}

/** Remembers that nobody but a person can see what stands in a file. */
export function noteUnread(hash: string): void {
  useIntake.setState((state) => ({ unread: [...state.unread, hash] }));
}
