import { formatCount } from '#renderer/messages/format-count.ts';
import { NavLink } from '@mantine/core';
import {
  IconCalendarEvent,
  IconDeviceDesktop,
  IconFolders,
  IconHierarchy,
  IconHome,
  IconInbox,
  IconRefresh,
  IconSend,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { useChangesToConfirm } from '#renderer/data/members/use-member-changes.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { allOutgoings } from '#renderer/data/outgoing/outgoing-list.ts';
import { useOutgoingList } from '#renderer/data/outgoing/use-outgoings.ts';
import { useOutboxSummary, useTodayFacts } from '#renderer/data/review/use-review.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { routes } from '#renderer/ui/routes.ts';
import { meetingSections } from './meeting-place.tsx';
import { memberSections } from './member-place.tsx';
import { PersonMenu } from './person-menu.tsx';
import classes from './shell.module.css';

/** The province writes `xã Nà Lầu`; standing alone it begins with a capital. */
function capitalised(name: string): string {
  return `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`;
}

const waitingForMe = { ...allOutgoings, facet: 'for-me' } as const;

type PlaceProps = {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
  readonly count?: number;
  readonly countWords?: string;
  readonly alarm?: boolean;
  /** Screens that belong to the place though their address begins otherwise. */
  readonly also?: readonly string[];
};

/** The places of the app, in words, with how much waits there. */
export function Navigation({ person }: { readonly person: StaffRow }): ReactNode {
  const office = useOffice();
  const today = useTodayFacts(null);
  const outbox = useOutboxSummary();
  const forMe = useOutgoingList(waitingForMe)?.counts['for-me'] ?? 0;
  const { may: mayReadMembers } = useMay('member.read');
  const { may: mayConfirm } = useMay('member.confirm');
  const toConfirm = useChangesToConfirm(person.id);
  const waiting = today === undefined ? 0 : today.counts['awaiting-directive'] + today.counts['in-progress'];
  const attention = outbox === undefined ? 0 : outbox.attention + outbox.conflicts;
  return (
    <nav className={classes.nav} aria-label={shellText.navigation}>
      <div className={classes.brand}>
        <div className={classes.mark} aria-hidden>
          HX
        </div>
        <div>
          <div className={classes.brandName}>{sharedText.appName}</div>
          <div className={classes.brandCommune}>{capitalised(office.device.commune.name)}</div>
        </div>
      </div>
      <Place to={routes.today()} label={shellText.today} icon={IconHome} />
      <Place
        to={routes.documents()}
        label={shellText.documents}
        icon={IconInbox}
        count={waiting}
        countWords={shellText.waiting(waiting)}
        also={[routes.arrivals()]}
      />
      <Place
        to={routes.outgoing()}
        label={shellText.outgoing}
        icon={IconSend}
        count={forMe}
        countWords={shellText.waitingForMe(forMe)}
        also={[routes.numbers()]}
      />
      <Place to={routes.dossiers()} label={shellText.dossiers} icon={IconFolders} />
      <hr className={classes.divider} />
      {mayReadMembers && (
        <Place
          to={routes.members()}
          label={shellText.members}
          icon={IconUsers}
          count={mayConfirm ? toConfirm : 0}
          countWords={shellText.waitingToConfirm(toConfirm)}
          also={memberSections.flatMap(({ to, also = [] }) => [to, ...also])}
        />
      )}
      <Place
        to={routes.meetings()}
        label={shellText.meetings}
        icon={IconCalendarEvent}
        also={meetingSections.map((section) => section.to)}
      />
      <Place to={routes.units()} label={shellText.units} icon={IconHierarchy} />
      <hr className={classes.divider} />
      <Place
        to={routes.sync()}
        label={shellText.sync}
        icon={IconRefresh}
        count={attention}
        countWords={shellText.attention(attention)}
        alarm
      />
      <Place to={routes.thisPc()} label={shellText.thisPc} icon={IconDeviceDesktop} also={[routes.audit()]} />
      <PersonMenu person={person} />
    </nav>
  );
}

function Place({ to, label, icon: Picture, count = 0, countWords, alarm = false, also = [] }: PlaceProps): ReactNode {
  const [location] = useHashLocation();
  const active = to === '/' ? location === '/' : [to, ...also].some((start) => location.startsWith(start));
  return (
    <NavLink
      href={`#${to}`}
      label={label}
      active={active}
      aria-current={active ? 'page' : undefined}
      className={classes.link}
      leftSection={<Picture size="1.25rem" stroke={1.6} aria-hidden />}
      rightSection={
        count > 0 && (
          <span className={classes.count} data-alarm={alarm || undefined} title={countWords}>
            {formatCount(count)}
          </span>
        )
      }
    />
  );
}
