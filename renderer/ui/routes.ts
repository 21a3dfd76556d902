import { useHashLocation } from 'wouter/use-hash-location';

/** Addresses of the screens. The page's own address never changes; the place stands behind the `#`. */
export const routes = {
  today: () => '/',
  documents: () => '/documents',
  document: (id: string) => `/documents/${id}`,
  documentNew: () => '/documents-new',
  documentEdit: (id: string) => `/documents-edit/${id}`,
  /** Papers that came over the exchange and wait to be entered. */
  arrivals: () => '/arrivals',
  arrival: (id: string) => `/arrivals/${id}`,
  outgoing: () => '/outgoing',
  outgoingPaper: (id: string) => `/outgoing/${id}`,
  outgoingNew: () => '/outgoing-new',
  /** Begins an answer to an incoming paper. */
  outgoingReply: (documentId: string) => `/outgoing-new/${documentId}`,
  outgoingWrite: (id: string) => `/outgoing-write/${id}`,
  /** The number ledger: every number of every series, and its gaps. */
  numbers: () => '/numbers',
  dossiers: () => '/dossiers',
  dossier: (id: string) => `/dossiers/${id}`,
  /** Prints the books; `book`: which one it opens with. */
  books: (book?: string) => (book === undefined ? '/books' : `/books/${book}`),
  /** The book of one register of outgoing papers, to be printed. */
  bookOfRegister: (registerId: string) => `/books/outgoing:${registerId}`,
  /** `name`: the setting that is shown first. */
  officeSettings: (name?: string) => (name === undefined ? '/settings' : `/settings/${name}`),
  members: () => '/members',
  member: (id: string) => `/members/${id}`,
  /** Work on members: events resting on decisions, transfers, badges, fees, ratings, statistics, import and comparison. */
  memberEvents: () => '/member-events',
  /** A record as it stood on a day; `memberPasts`: where such addresses begin. */
  memberPasts: () => '/member-past',
  memberPast: (id: string) => `/member-past/${id}`,
  transfers: () => '/transfers',
  transfer: (id: string) => `/transfers/${id}`,
  badges: () => '/badges',
  fees: () => '/fees',
  ratings: () => '/ratings',
  statistics: () => '/statistics',
  memberImport: () => '/member-import',
  meetings: () => '/meetings',
  meeting: (id: string) => `/meetings/${id}`,
  /** A cell's yearly book, to be printed. */
  cellBook: () => '/cell-book',
  study: () => '/study',
  studyItem: (id: string) => `/study/${id}`,
  units: () => '/units',
  unit: (id: string) => `/units/${id}`,
  sync: () => '/sync',
  /** Packages on sticks. */
  parcels: () => '/sync-usb',
  thisPc: () => '/this-pc',
  audit: () => '/audit',
} as const;

type Go = (path: string, options?: { readonly replace?: boolean }) => void;

/** Goes to a place. */
export function useNavigate(): Go {
  const [, navigate] = useHashLocation();
  return navigate;
}
