import type { ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ArrivalsLink, ArrivalsScreen } from '#renderer/features/arrivals/index.ts';
import { AuditScreen } from '#renderer/features/audit/index.ts';
import { BooksScreen } from '#renderer/features/books/index.ts';
import {
  DocumentsScreen,
  EditDocumentScreen,
  RegisterScreen,
  showDocuments,
} from '#renderer/features/documents/index.ts';
import { CellBookScreen } from '#renderer/features/cell-book/index.ts';
import { DossiersScreen } from '#renderer/features/dossiers/index.ts';
import { BadgesScreen } from '#renderer/features/badges/index.ts';
import { FeesScreen } from '#renderer/features/fees/index.ts';
import { RatingsScreen } from '#renderer/features/ratings/index.ts';
import { CellHome, MeetingsScreen, StudyScreen } from '#renderer/features/meetings/index.ts';
import { MemberImportScreen } from '#renderer/features/member-import/index.ts';
import { memberFieldGroups, MembersScreen } from '#renderer/features/members/index.ts';
import { MemberEventsScreen, MemberPastScreen } from '#renderer/features/member-life/index.ts';
import { NumbersScreen } from '#renderer/features/numbers/index.ts';
import { OfficeSettingsScreen } from '#renderer/features/office-settings/index.ts';
import { OrganisationScreen } from '#renderer/features/organisation/index.ts';
import { NewOutgoingScreen, OutgoingScreen, WriteScreen } from '#renderer/features/outgoing/index.ts';
import { ParcelsScreen } from '#renderer/features/parcels/index.ts';
import { StatisticsScreen } from '#renderer/features/statistics/index.ts';
import { SyncScreen } from '#renderer/features/sync-centre/index.ts';
import { ThisPcScreen } from '#renderer/features/this-pc/index.ts';
import { TodayScreen } from '#renderer/features/today/index.ts';
import { TransfersScreen } from '#renderer/features/transfers/index.ts';
import { routes } from '#renderer/ui/routes.ts';
import { Guarded } from './guarded.tsx';
import { MeetingPlace } from './meeting-place.tsx';
import { MemberPlace } from './member-place.tsx';
import { PcPlace } from './pc-place.tsx';
import { memberRecordMore } from './member-record-more.tsx';

/** Which screen stands at which address. */
export function Screens(): ReactNode {
  return (
    <Switch>
      <Route path="/documents-new">
        <Guarded action="document.register">
          <RegisterScreen />
        </Guarded>
      </Route>
      <Route path="/documents-edit/:id">
        {({ id }) => (
          <Guarded action="document.edit">
            <EditDocumentScreen key={id} id={id} />
          </Guarded>
        )}
      </Route>
      <Route path="/documents/:id?">
        {({ id }) => <DocumentsScreen selectedId={id} moreActions={<ArrivalsLink />} />}
      </Route>
      <Route path="/arrivals/:id?">{({ id }) => <ArrivalsScreen selectedId={id} />}</Route>
      <Route path="/books/:choice?">{({ choice }) => <BooksScreen key={choice} choice={choice} />}</Route>
      <Route path="/outgoing-new/:replyToId?">
        {({ replyToId }) => (
          <Guarded action="outgoing.draft">
            <NewOutgoingScreen replyToId={replyToId} />
          </Guarded>
        )}
      </Route>
      <Route path="/outgoing-write/:id">
        {({ id }) => (
          <Guarded action="outgoing.draft">
            <WriteScreen key={id} id={id} />
          </Guarded>
        )}
      </Route>
      <Route path="/outgoing/:id?">{({ id }) => <OutgoingScreen selectedId={id} />}</Route>
      <Route path="/numbers" component={NumbersScreen} />
      <Route path="/dossiers/:id?">{({ id }) => <DossiersScreen selectedId={id} />}</Route>
      <Route path="/settings/:name?">{({ name }) => <OfficeSettingsScreen name={name} />}</Route>
      <Route path="/members/:id?">
        <Guarded action="member.read">
          <MemberPlace>
            <MembersScreen more={memberRecordMore} />
          </MemberPlace>
        </Guarded>
      </Route>
      <Route path="/member-events">
        <Guarded action="member.confirm">
          <MemberPlace>
            <MemberEventsScreen />
          </MemberPlace>
        </Guarded>
      </Route>
      <Route path="/member-past/:id">
        {({ id }) => (
          <Guarded action="member.read-private">
            <MemberPlace>
              <MemberPastScreen key={id} memberId={id} groups={memberFieldGroups} />
            </MemberPlace>
          </Guarded>
        )}
      </Route>
      <Route path="/badges">
        <Guarded action="member.read">
          <MemberPlace>
            <BadgesScreen />
          </MemberPlace>
        </Guarded>
      </Route>
      <Route path="/fees">
        <Guarded action="fee.collect">
          <MemberPlace>
            <FeesScreen />
          </MemberPlace>
        </Guarded>
      </Route>
      <Route path="/meetings/:id?">
        {({ id }) => (
          <Guarded action="meeting.hold">
            <MeetingPlace>
              <MeetingsScreen selectedId={id} />
            </MeetingPlace>
          </Guarded>
        )}
      </Route>
      <Route path="/cell-book">
        <Guarded action="member.export">
          <MeetingPlace>
            <CellBookScreen />
          </MeetingPlace>
        </Guarded>
      </Route>
      <Route path="/ratings">
        <Guarded action="member.read">
          <MemberPlace>
            <RatingsScreen />
          </MemberPlace>
        </Guarded>
      </Route>
      <Route path="/statistics">
        <Guarded action="member.read-private">
          <MemberPlace>
            <StatisticsScreen />
          </MemberPlace>
        </Guarded>
      </Route>
      <Route path="/member-import">
        <Guarded action="member.import">
          <MemberPlace>
            <MemberImportScreen />
          </MemberPlace>
        </Guarded>
      </Route>
      <Route path="/transfers/:id?">
        {({ id }) => (
          <Guarded action="member.read">
            <MemberPlace>
              <TransfersScreen selectedId={id} />
            </MemberPlace>
          </Guarded>
        )}
      </Route>
      <Route path="/study/:id?">
        {({ id }) => (
          <Guarded action="study.note">
            <MeetingPlace>
              <StudyScreen selectedId={id} />
            </MeetingPlace>
          </Guarded>
        )}
      </Route>
      <Route path="/units/:id?" component={OrganisationScreen} />
      <Route path="/sync" component={SyncScreen} />
      <Route path="/sync-usb">
        <Guarded action="parcel.carry">
          <ParcelsScreen />
        </Guarded>
      </Route>
      <Route path="/this-pc/:part?">
        {({ part }) => (
          <PcPlace>
            <ThisPcScreen part={part} />
          </PcPlace>
        )}
      </Route>
      <Route path="/audit">
        <Guarded action="audit.read">
          <PcPlace>
            <AuditScreen />
          </PcPlace>
        </Guarded>
      </Route>
      <Route path="/">
        <TodayScreen onShowPapers={showDocuments} moreActions={<ArrivalsLink isQuiet />} cellHome={<CellHome />} />
      </Route>
      <Route>
        <Redirect to={routes.today()} replace />
      </Route>
    </Switch>
  );
}
