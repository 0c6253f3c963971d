import type { AlertLevel, AlertSigns, ClaimType, RaiseAlertRequest } from '@accord/contracts';

/** What stands on the 快报 form; all of it fits into a draft. */
export interface Report {
  employer: { id?: string; name: string; lastAlertAt?: string | null };
  areaCode: string;
  place: string;
  headCount: number | null;
  claimTypes: ClaimType[];
  signs: AlertSigns;
  observed: string;
  /** Only where the officer overrules the suggested level. */
  level: AlertLevel | null;
  levelReason: string;
}

export type ReportField = 'employer' | 'headCount' | 'claimTypes' | 'observed' | 'levelReason';

export function emptyReport(areaCode: string): Report {
  return {
    employer: { name: '' },
    areaCode,
    place: '',
    headCount: null,
    claimTypes: [],
    signs: { stoppage: false, roadBlocked: false, injury: false, crossEmployer: false, arrearsMonths: 0 },
    observed: '',
    level: null,
    levelReason: '',
  };
}

/** What still has to be said before the report can go out, in the order of the page. */
export function missingFrom(report: Report): ReportField[] {
  const missing: ReportField[] = [];
  if (report.employer.name.trim().length < 2) missing.push('employer');
  if (report.headCount === null || report.headCount < 1) missing.push('headCount');
  if (report.claimTypes.length === 0) missing.push('claimTypes');
  if (report.observed.trim() === '') missing.push('observed');
  if (report.level !== null && report.levelReason.trim().length < 2) missing.push('levelReason');
  return missing;
}

/** The request of a complete report. `occurredAt` is when it was submitted, also where the network comes back hours later. */
export function requestOf(report: Report, occurredAt: Date): RaiseAlertRequest {
  const { id, name } = report.employer;
  const place = report.place.trim();
  return {
    employer: id === undefined ? { name: name.trim() } : { id, name: name.trim() },
    areaCode: report.areaCode,
    ...(place === '' ? {} : { place }),
    headCount: report.headCount ?? 0,
    claimTypes: report.claimTypes,
    signs: report.signs,
    observed: report.observed.trim(),
    source: 'post',
    occurredAt: occurredAt.toISOString(),
    ...(report.level === null ? {} : { level: report.level, levelReason: report.levelReason.trim() }),
  };
}

/** The form that a refused or recalled request came from. */
export function reportOf(request: RaiseAlertRequest): Report {
  return {
    ...emptyReport(request.areaCode),
    employer: request.employer,
    place: request.place ?? '',
    headCount: request.headCount,
    claimTypes: request.claimTypes,
    signs: request.signs,
    observed: request.observed,
    level: request.level ?? null,
    levelReason: request.levelReason ?? '',
  };
}
