import { useHashLocation } from 'wouter/use-hash-location';

/** Addresses of the screens. The page's own address never changes; the place stands behind the `#`. */
export const routes = {
  today: () => '/',
  documents: () => '/documents',
  document: (id: string) => `/documents/${id}`,
  documentNew: () => '/documents-new',
  documentEdit: (id: string) => `/documents-edit/${id}`,
  members: () => '/members',
  member: (id: string) => `/members/${id}`,
  units: () => '/units',
  unit: (id: string) => `/units/${id}`,
  sync: () => '/sync',
  thisPc: () => '/this-pc',
  audit: () => '/audit',
} as const;

type Go = (path: string, options?: { readonly replace?: boolean }) => void;

/** Goes to a place. */
export function useNavigate(): Go {
  const [, navigate] = useHashLocation();
  return navigate;
}
