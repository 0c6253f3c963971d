import type { ReactNode } from 'react';
import {
  AlertOutlined,
  DashboardOutlined,
  FileTextOutlined,
  InboxOutlined,
  NotificationOutlined,
  PauseCircleOutlined,
  ScheduleOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../session/permissions';
import { useSession } from '../session/session.api';

type PlaceName = 'work' | 'report' | 'myAlerts' | 'alerts' | 'cases' | 'cockpit' | 'staff' | 'parked';

export interface Place {
  path: string;
  name: string;
  icon: ReactNode;
  /** Stands in the row of tabs at the bottom of a phone, which holds five. */
  onPhone: boolean;
}

interface Listed {
  path: string;
  name: PlaceName;
  permission: Permission;
  icon: ReactNode;
}

const PLACES: Listed[] = [
  { path: '/work', name: 'work', permission: 'task.read', icon: <InboxOutlined /> },
  { path: '/report', name: 'report', permission: 'alert.raise', icon: <NotificationOutlined /> },
  { path: '/my-alerts', name: 'myAlerts', permission: 'alert.raise', icon: <ScheduleOutlined /> },
  { path: '/alerts', name: 'alerts', permission: 'alert.read', icon: <AlertOutlined /> },
  { path: '/cases', name: 'cases', permission: 'case.read', icon: <FileTextOutlined /> },
  { path: '/cockpit', name: 'cockpit', permission: 'indicator.read', icon: <DashboardOutlined /> },
  { path: '/staff', name: 'staff', permission: 'staff.manage', icon: <TeamOutlined /> },
  { path: '/parked', name: 'parked', permission: 'parked.manage', icon: <PauseCircleOutlined /> },
];

const TABS_ON_PHONE = 5;

/** Where this person may go, in the order of the menu. */
export function useNavigation(): Place[] {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const open = PLACES.filter(({ permission }) => permissions.includes(permission));
  const spare = open.length > TABS_ON_PHONE ? 'alerts' : null;
  return open.map(({ path, name, icon }) => ({ path, icon, name: t(`nav.${name}`), onPhone: name !== spare }));
}
