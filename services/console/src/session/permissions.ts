/** The permissions that decide what the console shows; the server checks each of them again. */
export type Permission =
  'alert.raise' | 'alert.read' | 'case.read' | 'case.open' | 'task.read' | 'indicator.read' | 'staff.manage' | 'parked.manage';
