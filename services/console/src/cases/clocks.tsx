import type { ReactNode } from 'react';
import { InfoCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClockView } from '@accord/contracts';
import { useDates } from '../i18n/dates';
import { useSay } from '../i18n/language';
import { useTimeLeft } from '../record/due';
import './clocks.css';

/** Clock A: fifteen days from receipt of the application (Mediation and Arbitration Law, art. 14). */
const CLOCK_A = 'med.lawlimit';
/** Clock B: fifteen days from acceptance, longer where both sides agree (Order 17, art. 29). */
const CLOCK_B = 'med.limit';

/** The two limits of one mediation are different limits: they are shown apart and never as one number. */
export function Clocks({ clocks }: { clocks: ClockView[] }): ReactNode {
  const { t } = useTranslation();
  const latest = (key: string): ClockView | undefined => clocks.find((clock) => clock.key === key);
  const own = [CLOCK_A, CLOCK_B].map(latest);
  const others = clocks.filter((clock) => !own.includes(clock));
  return (
    <section className="clocks" aria-label={t('clock.clocks')}>
      <Clock label={t('clock.a')} clock={own[0]} notYet={t('clock.aNotYet')} />
      <Clock label={t('clock.b')} clock={own[1]} notYet={t('clock.bNotYet')} />
      {others.length > 0 && (
        <div className="clock clock--others">
          <div className="clock__label">{t('clock.others')}</div>
          <ul>
            {others.map((clock) => (
              <OtherClock key={clock.key + clock.startedOn + clock.dueAt} clock={clock} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Clock({ label, clock, notYet }: { label: string; clock: ClockView | undefined; notYet: string }): ReactNode {
  if (clock === undefined) {
    return (
      <div className="clock clock--none">
        <div className="clock__label">{label}</div>
        <p>{notYet}</p>
      </div>
    );
  }
  return <KnownClock label={label} clock={clock} />;
}

function KnownClock({ label, clock }: { label: string; clock: ClockView }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  const left = useTimeLeft(clock.dueAt);
  const running = clock.state === 'running';
  return (
    <div className={`clock${running && left.over ? ' clock--over' : ''}`}>
      <div className="clock__label">
        {label}
        <Why clock={clock} />
      </div>
      <div className="clock__left">{running ? left.text : t(`clock.state.${clock.state}`)}</div>
      <div className="clock__due">
        {t('clock.dueOn', { date: dates.day(clock.dueOn) })}
        {clock.provisional && <span className="clock__mark">{t('due.provisional')}</span>}
        {!clock.statutory && <span className="clock__mark">{t('clock.ownLimit')}</span>}
      </div>
    </div>
  );
}

function OtherClock({ clock }: { clock: ClockView }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const dates = useDates();
  const left = useTimeLeft(clock.dueAt);
  return (
    <li>
      <span>{say(clock.name)}</span>
      <span>
        {clock.state === 'running' ? left.text : t(`clock.state.${clock.state}`)} · {dates.shortDay(clock.dueOn)}
        {clock.provisional && <span className="clock__mark">{t('due.provisional')}</span>}
        {!clock.statutory && <span className="clock__mark">{t('clock.ownLimit')}</span>}
        <Why clock={clock} />
      </span>
    </li>
  );
}

/** Why this date: how it was counted and the article behind it, on hover, focus or tap. */
function Why({ clock }: { clock: ClockView }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const reason = (
    <div className="clock__why">
      <p>{say(clock.explanation)}</p>
      {!say(clock.explanation).includes(say(clock.basis)) && <p>{t('clock.basis', { basis: say(clock.basis) })}</p>}
      {clock.provisional && <p>{t('clock.provisionalWhy')}</p>}
      {!clock.statutory && <p>{t('clock.ownLimitWhy')}</p>}
    </div>
  );
  return (
    <Popover content={reason} title={say(clock.name)} trigger={['hover', 'focus', 'click']}>
      <button type="button" className="clock__ask" aria-label={t('clock.why', { name: say(clock.name) })}>
        <InfoCircleOutlined aria-hidden />
      </button>
    </Popover>
  );
}
