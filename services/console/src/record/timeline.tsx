import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '@accord/contracts';
import { useDates } from '../i18n/dates';
import { useSay } from '../i18n/language';
import './timeline.css';

/** 留痕: what was done, by whom, and what could not be done; newest first, never rewritten. */
export function Timeline({ entries }: { entries: TimelineEntry[] }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const dates = useDates();
  // Entries of one act share their moment; they come oldest first, and a stable sort keeps what is turned round here.
  const newestFirst = entries.toReversed().toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return (
    <section className="sheet" aria-label={t('record.timeline')}>
      <h2>{t('record.timeline')}</h2>
      <ol className="timeline">
        {newestFirst.map((entry) => (
          <li key={entry.at + entry.what + entry.text.en}>
            <div className="timeline__head">
              <time dateTime={entry.at}>{dates.moment(entry.at)}</time>
              <span>{entry.actor ?? t('record.system')}</span>
            </div>
            <div>{say(entry.text)}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
