import { createContext, useContext, type ReactNode } from 'react';
import { must } from '#shared/base/must.ts';
import type { Office } from './office.ts';

const OfficeContext = createContext<Office | undefined>(undefined);

/** Gives the opened office to the screens below. */
export function OfficeProvider({
  office,
  children,
}: {
  readonly office: Office;
  readonly children: ReactNode;
}): ReactNode {
  return <OfficeContext value={office}>{children}</OfficeContext>;
}

/** The opened office. Throws outside an `OfficeProvider`. */
export function useOffice(): Office {
  return must(useContext(OfficeContext), 'screens lie inside an OfficeProvider');
}
