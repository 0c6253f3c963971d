export { type Announceable, type Announcement, Announcing } from './announcing';
export { BUSINESS_TIME_ZONE, businessDate, Clock, SettableClock, startOfBusinessDay } from './clock';
export { DomainError, type LocalisedText, type RefusalKind } from './domain-error';
export { known, unreachable } from './known';
export { ActionNotAllowed, Lifecycle, type LifecycleTable } from './lifecycle';
