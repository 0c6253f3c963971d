import { type ReactNode, useState } from 'react';
import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../i18n/dates';
import { ActionDrawer } from '../record/action-drawer';
import { Empty } from '../record/empty';
import { Notice } from '../shell/notice';
import { PageLoading } from '../shell/page-loading';
import { type ParkedAt, useDiscard, useParked, useRequeue } from './parked.api';
import '../record/rows.css';
import '../staff/staff.css';

/** Events that a service could not take: what follows them waits until somebody decides. */
export function ParkedPage(): ReactNode {
  const { t } = useTranslation();
  const { parked, silent, pending } = useParked();
  if (pending) return <PageLoading />;
  return (
    <div className="page">
      <header className="page__head">
        <h1>{t('nav.parked')}</h1>
        <span className="quiet">{t('parked.what')}</span>
      </header>
      {silent.length > 0 && <Notice tone="problem">{t('parked.silent', { services: silent.join(t('list.comma')) })}</Notice>}
      {parked.length === 0 && silent.length === 0 && <Empty title={t('parked.none')}>{t('parked.noneWhy')}</Empty>}
      {parked.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th>{t('parked.event')}</th>
              <th>{t('parked.reason')}</th>
              <th className="num">{t('parked.followers')}</th>
              <th>{t('parked.since')}</th>
              <th>{t('record.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {parked.map((event) => (
              <ParkedRow key={event.service + event.id} event={event} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function ParkedRow({ event }: { event: ParkedAt }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  const { message } = App.useApp();
  const requeue = useRequeue(event);
  const [discarding, setDiscarding] = useState(false);
  const tryAgain = (): void =>
    requeue.mutate(undefined, {
      onSuccess: ({ taken, left }) => void message.info(t('parked.requeued', { taken, left })),
      onError: (error) => void message.error(error.message || t('problem.unexpected')),
    });
  return (
    <tr>
      <td className="full">
        <strong>{event.type ?? t('parked.unreadable')}</strong>
        <div className="rows__sub">
          {event.service} · {event.consumer} · {event.aggregateId}
        </div>
      </td>
      <td className="full">
        {event.reason}
        {event.error !== null && <div className="rows__sub">{event.error}</div>}
      </td>
      <td className="num">{event.followers}</td>
      <td className="rows__sub">{event.parkedAt !== null && dates.moment(event.parkedAt)}</td>
      <td className="full">
        <div className="staff-acts">
          <Button type="primary" onClick={tryAgain} loading={requeue.isPending}>
            {t('parked.requeue')}
          </Button>
          <Button onClick={() => setDiscarding(true)}>{t('parked.discard')}</Button>
        </div>
        {discarding && <DiscardForm event={event} onClose={() => setDiscarding(false)} />}
      </td>
    </tr>
  );
}

function DiscardForm({ event, onClose }: { event: ParkedAt; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const discard = useDiscard(event);
  return (
    <ActionDrawer<{ reason: string }>
      title={t('parked.discard')}
      intro={t('parked.discardIntro')}
      submitLabel={t('parked.discard')}
      draftKey={`parked.${event.service}.${event.id}`}
      initial={{ reason: '' }}
      onSubmit={({ reason }) => discard.mutateAsync(reason)}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('record.explain')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('record.explainMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
      </Form.Item>
    </ActionDrawer>
  );
}
