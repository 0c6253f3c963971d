import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HoldSessionRequest, type SessionView } from '@accord/contracts';
import { useDates } from '../i18n/dates';

const Present = HoldSessionRequest.shape.present.element;

export function SessionsSheet({ sessions }: { sessions: SessionView[] }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  if (sessions.length === 0) return null;
  const name = (who: string): string => {
    const known = Present.safeParse(who);
    return known.success ? t(`present.${known.data}`) : who;
  };
  return (
    <section className="sheet">
      <h2>{t('case.sessions', { count: sessions.length })}</h2>
      <ol className="sessions">
        {sessions.map((session) => (
          <li key={session.id}>
            <h3>{t('case.sessionNo', { number: session.number, date: dates.day(session.heldOn) })}</h3>
            <p className="quiet">
              {session.place} · {session.present.map(name).join(t('list.comma'))} ·{' '}
              {t('case.recordedBy', { name: session.recordedBy.name })}
            </p>
            <p className="case-text">{session.record}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
