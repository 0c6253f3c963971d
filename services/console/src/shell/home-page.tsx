import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { NoPermissionPage } from './no-permission-page';
import { useNavigation } from './navigation';

/** Home is work: the first place in the navigation that this person may open. */
export function HomePage(): ReactNode {
  const [first] = useNavigation();
  return first ? <Navigate to={first.path} replace /> : <NoPermissionPage />;
}
