import type { ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import {
  DocumentsScreen,
  EditDocumentScreen,
  RegisterScreen,
  showDocuments,
} from '#renderer/features/documents/index.ts';
import { MembersScreen } from '#renderer/features/members/index.ts';
import { OrganisationScreen } from '#renderer/features/organisation/index.ts';
import { SyncScreen } from '#renderer/features/sync-centre/index.ts';
import { TodayScreen } from '#renderer/features/today/index.ts';
import { routes } from '#renderer/ui/routes.ts';

/** Which screen stands at which address. */
export function Screens(): ReactNode {
  return (
    <Switch>
      <Route path="/documents-new" component={RegisterScreen} />
      <Route path="/documents-edit/:id">{({ id }) => <EditDocumentScreen key={id} id={id} />}</Route>
      <Route path="/documents/:id?">{({ id }) => <DocumentsScreen selectedId={id} />}</Route>
      <Route path="/members/:id?" component={MembersScreen} />
      <Route path="/units/:id?" component={OrganisationScreen} />
      <Route path="/sync" component={SyncScreen} />
      <Route path="/">
        <TodayScreen onShowPapers={showDocuments} />
      </Route>
      <Route>
        <Redirect to={routes.today()} replace />
      </Route>
    </Switch>
  );
}
