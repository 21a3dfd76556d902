import { createSpotlight, Spotlight } from '@mantine/spotlight';
import {
  IconBuildingCommunity,
  IconCalendarEvent,
  IconDeviceDesktop,
  IconFileText,
  IconFolders,
  IconHelp,
  IconHierarchy,
  IconHome,
  IconInbox,
  IconListDetails,
  IconListNumbers,
  IconLock,
  IconPlus,
  IconPrinter,
  IconRefresh,
  IconSearch,
  IconSettings,
  IconSend,
  IconTextSize,
  IconUser,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import { useMay, useMayAct } from '#renderer/data/rights/use-may.ts';
import { useSearch, type SearchHit } from '#renderer/data/search/use-search.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { runCommand } from '#renderer/ui/shortcuts.ts';
import { meetingSections } from './meeting-place.tsx';
import { memberSections } from './member-place.tsx';

const [store, spotlight] = createSpotlight();

/** Opens the search over everything. */
export function openCommandSearch(): void {
  spotlight.open();
}

/** Hits of a kind that are shown when other kinds have hits too. */
const SHOWN_BESIDE_OTHERS = 5;

type Act = {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly keys?: string;
  readonly run: () => void;
};

const groupOf: Readonly<Record<SearchHit['type'], { readonly label: string; readonly icon: Icon }>> = {
  document: { label: shellText.groupDocuments, icon: IconFileText },
  outgoing: { label: shellText.outgoing, icon: IconSend },
  member: { label: shellText.groupMembers, icon: IconUser },
  unit: { label: shellText.groupUnits, icon: IconHierarchy },
  staff: { label: shellText.groupStaff, icon: IconBuildingCommunity },
};

/** Ctrl K: any document, person, organisation or command. */
export function CommandSearch(): ReactNode {
  const [query, setQuery] = useState('');
  const hits = useSearch(query);
  const acts = useActs();
  const folded = foldForSearch(query);
  const matching = folded === '' ? acts : acts.filter((act) => foldForSearch(act.label).includes(folded));
  const navigate = useNavigate();
  const types = (['document', 'outgoing', 'member', 'unit'] as const).filter((type) =>
    hits.some((hit) => hit.type === type),
  );
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight="32rem"
      size="42rem"
      shortcut={null}
      lockScroll={false}
      attributes={{ content: { 'aria-label': shellText.search } }}
      clearQueryOnClose
    >
      <Spotlight.Search
        placeholder={shellText.search}
        aria-label={shellText.search}
        leftSection={<IconSearch size="1.125rem" stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {types.map((type) => {
          const { label, icon: Picture } = groupOf[type];
          return (
            <Spotlight.ActionsGroup key={type} label={label}>
              {hits
                .filter((hit) => hit.type === type)
                .slice(0, types.length > 1 ? SHOWN_BESIDE_OTHERS : undefined)
                .map((hit) => (
                  <Spotlight.Action
                    key={hit.id}
                    label={hit.title}
                    description={hit.detail}
                    leftSection={<Picture size="1.25rem" stroke={1.5} aria-hidden />}
                    onClick={() => navigate(placeOfHit(type, hit.id))}
                  />
                ))}
            </Spotlight.ActionsGroup>
          );
        })}
        {matching.length > 0 && (
          <Spotlight.ActionsGroup label={shellText.groupCommands}>
            {matching.map(({ id, label, icon: Picture, keys, run }) => (
              <Spotlight.Action
                key={id}
                label={label}
                leftSection={<Picture size="1.25rem" stroke={1.5} aria-hidden />}
                rightSection={keys}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {types.length === 0 && matching.length === 0 && <Spotlight.Empty>{shellText.searchNothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function placeOfHit(type: 'document' | 'outgoing' | 'member' | 'unit', id: string): string {
  if (type === 'document') return routes.document(id);
  if (type === 'outgoing') return routes.outgoingPaper(id);
  return type === 'member' ? routes.member(id) : routes.unit(id);
}

function useActs(): readonly Act[] {
  const navigate = useNavigate();
  const { may: mayRegister } = useMay('document.register');
  const { may: mayDraft } = useMay('outgoing.draft');
  const { may: mayReadLog } = useMay('audit.read');
  const may = useMayAct();
  const go = (path: string) => () => navigate(path);
  return [
    ...(mayRegister
      ? [{ id: 'register', label: shellText.commandRegister, icon: IconPlus, run: go(routes.documentNew()) }]
      : []),
    ...(mayDraft
      ? [{ id: 'draft', label: shellText.commandDraft, icon: IconSend, run: go(routes.outgoingNew()) }]
      : []),
    { id: 'today', label: shellText.goTo(shellText.today), icon: IconHome, keys: 'Ctrl 1', run: go(routes.today()) },
    {
      id: 'documents',
      label: shellText.goTo(shellText.documents),
      icon: IconInbox,
      keys: 'Ctrl 2',
      run: go(routes.documents()),
    },
    { id: 'outgoing', label: shellText.goTo(shellText.outgoing), icon: IconSend, run: go(routes.outgoing()) },
    { id: 'numbers', label: shellText.goTo(shellText.numbers), icon: IconListNumbers, run: go(routes.numbers()) },
    { id: 'dossiers', label: shellText.goTo(shellText.dossiers), icon: IconFolders, run: go(routes.dossiers()) },
    {
      id: 'members',
      label: shellText.goTo(shellText.members),
      icon: IconUsers,
      keys: 'Ctrl 3',
      run: go(routes.members()),
    },
    {
      id: 'meetings',
      label: shellText.goTo(shellText.meetings),
      icon: IconCalendarEvent,
      run: go(routes.meetings()),
    },
    // The first of each is the place itself.
    ...[...memberSections.slice(1), ...meetingSections.slice(1)]
      .filter(({ action }) => may(action))
      .map(({ to, label }) => ({ id: to, label: shellText.goTo(label), icon: IconListDetails, run: go(to) })),
    { id: 'books', label: shellText.commandBooks, icon: IconPrinter, run: go(routes.books()) },
    {
      id: 'office-settings',
      label: shellText.goTo(shellText.officeSettings),
      icon: IconSettings,
      run: go(routes.officeSettings()),
    },
    { id: 'units', label: shellText.goTo(shellText.units), icon: IconHierarchy, run: go(routes.units()) },
    { id: 'sync', label: shellText.goTo(shellText.sync), icon: IconRefresh, keys: 'Ctrl 4', run: go(routes.sync()) },
    {
      id: 'this-pc',
      label: shellText.goTo(shellText.thisPc),
      icon: IconDeviceDesktop,
      keys: 'Ctrl 5',
      run: go(routes.thisPc()),
    },
    ...(mayReadLog
      ? [{ id: 'audit', label: shellText.goTo(shellText.audit), icon: IconListDetails, run: go(routes.audit()) }]
      : []),
    { id: 'lock', label: shellText.commandLock, icon: IconLock, keys: 'Ctrl L', run: () => void runCommand('lock') },
    { id: 'sync-now', label: shellText.commandSync, icon: IconRefresh, run: () => void runCommand('sync-now') },
    {
      id: 'large-type',
      label: shellText.commandLargeType,
      icon: IconTextSize,
      run: () => void runCommand('large-type'),
    },
    { id: 'help', label: shellText.commandHelp, icon: IconHelp, keys: 'F1', run: () => void runCommand('help') },
  ];
}
