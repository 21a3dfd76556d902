import { create } from 'zustand';

type Intake = {
  /** Files dropped or picked that nobody has looked at yet. */
  readonly arrived: readonly File[];
  /** The file being read or copied; percent is null while it is read. */
  readonly busy: { readonly name: string; readonly percent: number | null } | null;
};

/** Files on their way from the person's hand to the form. */
export const useIntake = create<Intake>()(() => ({ arrived: [], busy: null }));

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
