import { useEffect, useSyncExternalStore } from 'react';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AlertView, Problem, RaiseAlertRequest } from '@accord/contracts';
import { RequestRefused, Unreachable } from '../api/problem';
import { newKey } from '../api/new-key';
import { queryClient } from '../api/query-client';
import { useSession } from '../session/session.api';
import { raiseAlert } from './alerts.api';

/** A report that was submitted but not yet answered; its key makes sending it again harmless. */
export interface QueuedReport {
  key: string;
  request: RaiseAlertRequest;
  queuedAt: string;
  /** Set once the server has refused it; it then waits for its author instead of the network. */
  refusal: Problem | null;
}

const RETRY_MS = 15_000;
const watchers = new Set<() => void>();
const placeOf = (staffId: string): string => `accord.reports.${staffId}`;

let cached: { text: string | null; reports: QueuedReport[] } = { text: null, reports: [] };

function queued(staffId: string): QueuedReport[] {
  const text = localStorage.getItem(placeOf(staffId));
  if (text !== cached.text) cached = { text, reports: text === null ? [] : (JSON.parse(text) as QueuedReport[]) };
  return cached.reports;
}

function store(staffId: string, reports: QueuedReport[]): void {
  if (reports.length === 0) localStorage.removeItem(placeOf(staffId));
  else localStorage.setItem(placeOf(staffId), JSON.stringify(reports));
  watchers.forEach((watcher) => watcher());
}

export function dropReport(staffId: string, key: string): void {
  store(
    staffId,
    queued(staffId).filter((report) => report.key !== key),
  );
}

/** The server, not this request, is in trouble (or the session ended): the same request will do later. */
function isWorthRepeating(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  if (!(error instanceof RequestRefused)) return false;
  const { status } = error.problem;
  return status >= 500 || status === 401 || status === 408 || status === 429;
}

/**
 * Sends a report. It is written down first, so that nothing that happens to the page can lose it or send it twice.
 * Answers with the alert, or with `queued` where it waits for the network; throws where the server refused it.
 */
export async function fileReport(staffId: string, request: RaiseAlertRequest): Promise<AlertView | 'queued'> {
  const report: QueuedReport = { key: newKey(), request, queuedAt: new Date().toISOString(), refusal: null };
  inFlight.add(report.key);
  store(staffId, [...queued(staffId), report]);
  try {
    const alert = await raiseAlert(request, report.key);
    dropReport(staffId, report.key);
    void queryClient.invalidateQueries({ queryKey: ['alerts'] });
    return alert;
  } catch (error) {
    if (isWorthRepeating(error)) return 'queued';
    dropReport(staffId, report.key);
    throw error;
  } finally {
    inFlight.delete(report.key);
  }
}

const inFlight = new Set<string>();
let sending = false;

async function sendQueued(staffId: string, onSent: (alert: AlertView) => void): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (const report of queued(staffId).filter(({ key, refusal }) => refusal === null && !inFlight.has(key))) {
      const alert = await raiseAlert(report.request, report.key);
      dropReport(staffId, report.key);
      onSent(alert);
    }
  } catch (error) {
    if (error instanceof RequestRefused && !isWorthRepeating(error)) keepRefused(staffId, error.problem);
  } finally {
    sending = false;
  }
}

/** Reports go out in order, so the one that was refused is the first that still waits. */
function keepRefused(staffId: string, refusal: Problem): void {
  const reports = queued(staffId);
  const first = reports.findIndex((report) => report.refusal === null);
  store(
    staffId,
    reports.map((report, index) => (index === first ? { ...report, refusal } : report)),
  );
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener('storage', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('storage', watcher);
  };
}

export function useQueuedReports(): QueuedReport[] {
  const { staff } = useSession();
  return useSyncExternalStore(watch, () => queued(staff.id));
}

/** Sends what waits as soon as the network is back, wherever in the console its author is by then. */
export function useReportSending(): void {
  const { staff } = useSession();
  const { t } = useTranslation();
  const { notification } = App.useApp();
  useEffect(() => {
    const sendAll = (): void => {
      void sendQueued(staff.id, (alert) => {
        notification.success({ title: t('report.sentLater', { number: alert.alertNo }), description: alert.employer.name });
        void queryClient.invalidateQueries({ queryKey: ['alerts'] });
      });
    };
    const timer = setInterval(sendAll, RETRY_MS);
    window.addEventListener('online', sendAll);
    sendAll();
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', sendAll);
    };
  }, [staff.id, t, notification]);
}
