import { createBrowserRouter, type RouteObject } from 'react-router';
import { SignInPage } from '../session/sign-in-page';
import { ChangePasswordPage } from '../session/change-password-page';
import { RequirePermission } from '../session/require-permission';
import type { Permission } from '../session/permissions';
import { AppShell } from './app-shell';
import { HomePage } from './home-page';
import { NotFoundPage } from './not-found-page';
import { PageLoading } from './page-loading';
import { PageProblem } from './page-problem';

type Page = NonNullable<RouteObject['Component']>;

/** A page that is fetched when it is first opened, and only shown to those who may. */
function page(path: string, permission: Permission, load: () => Promise<Page>): RouteObject {
  return {
    path,
    handle: { permission },
    lazy: async () => {
      const Shown = await load();
      return {
        Component: () => (
          <RequirePermission permission={permission}>
            <Shown />
          </RequirePermission>
        ),
      };
    },
  };
}

export const routes = createBrowserRouter([
  { path: '/sign-in', Component: SignInPage },
  { path: '/password', Component: ChangePasswordPage },
  {
    path: '/',
    Component: AppShell,
    ErrorBoundary: PageProblem,
    HydrateFallback: PageLoading,
    children: [
      { index: true, Component: HomePage },
      page('work', 'task.read', async () => (await import('../worklist/workbench-page')).WorkbenchPage),
      page('report', 'alert.raise', async () => (await import('../alerts/quick-report-page')).QuickReportPage),
      page('my-alerts', 'alert.raise', async () => (await import('../alerts/my-alerts-page')).MyAlertsPage),
      page('alerts', 'alert.read', async () => (await import('../alerts/alerts-page')).AlertsPage),
      page('alerts/:id', 'alert.read', async () => (await import('../alerts/alert-page')).AlertPage),
      page('cases', 'case.read', async () => (await import('../cases/cases-page')).CasesPage),
      page('cases/:id', 'case.read', async () => (await import('../cases/case-page')).CasePage),
      page('cockpit', 'indicator.read', async () => (await import('../cockpit/cockpit-page')).CockpitPage),
      page('cockpit/list', 'indicator.read', async () => (await import('../cockpit/figure-list-page')).FigureListPage),
      page('staff', 'staff.manage', async () => (await import('../staff/staff-page')).StaffPage),
      page('parked', 'parked.manage', async () => (await import('../operations/parked-page')).ParkedPage),
      { path: '*', Component: NotFoundPage },
    ],
  },
]);
