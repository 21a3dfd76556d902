import type { ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { DocumentsScreen, EditDocumentScreen, RegisterScreen } from '#renderer/features/documents/index.ts';
import { routes } from '#renderer/ui/routes.ts';

/** Which screen stands at which address. */
export function Screens(): ReactNode {
  return (
    <Switch>
      <Route path="/documents-new" component={RegisterScreen} />
      <Route path="/documents-edit/:id">{({ id }) => <EditDocumentScreen key={id} id={id} />}</Route>
      <Route path="/documents/:id?">{({ id }) => <DocumentsScreen selectedId={id} />}</Route>
      <Route>
        <Redirect to={routes.documents()} replace />
      </Route>
    </Switch>
  );
}
