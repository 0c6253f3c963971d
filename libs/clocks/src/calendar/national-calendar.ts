import type { HolidayNotice } from './holiday-notice';
import table from './national-calendar.json' with { type: 'json' };
import { WorkingCalendar } from './working-calendar';

/** The State Council's yearly notices as they ship with this release: 2004 onwards, make-up days included. */
export const nationalNotices: readonly HolidayNotice[] = table.notices.map(({ year, holidays }) => ({
  year,
  scope: 'whole_year',
  holidays,
}));

/** Where the shipped table comes from. */
export const nationalCalendarSource: { readonly package: string; readonly version: string; readonly licence: string } =
  table.source;

/** The working-day calendar of the country. A newer notice is laid over it with `withNotice`. */
export const nationalCalendar: WorkingCalendar = WorkingCalendar.fromNotices(nationalNotices);
