import { z } from 'zod';

/**
 * A division code: 4 digits a city, 6 a district or county-level city, 9 a town or subdistrict, 12 a village or
 * community. A code begins with its parent's code, so an area contains every code that starts with its own.
 */
export const AreaCode = z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/);

/** The four colours of a labour warning. They are the federation's own, not the statutory grades. Source: rulebook 0.1 no. 10. */
export const AlertLevel = z.enum(['blue', 'yellow', 'orange', 'red']);
export type AlertLevel = z.infer<typeof AlertLevel>;

/** What the workers ask for. Each maps to one of the six dispute types of the Mediation and Arbitration Law, art. 2. */
export const ClaimType = z.enum([
  'unpaid_wages',
  'dismissal',
  'compensation',
  'work_injury',
  'social_insurance',
  'hours_and_rest',
  'safety',
  'labour_contract',
  'labour_relation',
  'other',
]);
export type ClaimType = z.infer<typeof ClaimType>;

export const AlertSource = z.enum(['post', 'hotline', 'visit', 'letter', 'online', 'supervision', 'rule']);
export type AlertSource = z.infer<typeof AlertSource>;

/** An employer as other services know it: enough to show and to match, nothing about people. */
export const EmployerRef = z.object({ id: z.uuid(), name: z.string().min(1).max(200) });
export type EmployerRef = z.infer<typeof EmployerRef>;

export const LocalisedText = z.object({ zh: z.string(), en: z.string() });
export type LocalisedText = z.infer<typeof LocalisedText>;

/** A calendar date in business time, `YYYY-MM-DD`. */
export const BusinessDate = z.iso.date();

/** An instant with its offset, ISO 8601. */
export const Instant = z.iso.datetime({ offset: true });

/** A person on the federation's staff as a record of an act shows them. */
export const StaffRef = z.object({ id: z.uuid(), name: z.string() });
export type StaffRef = z.infer<typeof StaffRef>;

export const Role = z.enum([
  'post_officer',
  'duty_officer',
  'mediator',
  'body_chair',
  'supervisor',
  'administrator',
  'aid_worker',
  'approver',
  'accountant',
  'organizer',
  'instructor',
  'lawyer',
]);
export type Role = z.infer<typeof Role>;
