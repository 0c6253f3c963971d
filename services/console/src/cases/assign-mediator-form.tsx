import type { ReactNode } from 'react';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MediatorOption } from '@accord/contracts';
import { useSay } from '../i18n/language';
import { ActionDrawer } from '../record/action-drawer';
import { PageLoading } from '../shell/page-loading';
import { ProblemNotice } from '../shell/problem-notice';
import type { CaseFormProps } from './case-forms';
import { useActOnCase, useMediatorOptions } from './cases.api';

export function AssignMediatorForm({ mediation, onClose }: CaseFormProps): ReactNode {
  const { t } = useTranslation();
  const options = useMediatorOptions(mediation.id);
  const act = useActOnCase(mediation.id, 'mediator');
  const proposed = mediation.proposal.mediator?.id;
  return (
    <ActionDrawer<{ mediatorId?: string }>
      title={t('caseAction.assignMediator')}
      intro={t('caseForm.assign')}
      submitLabel={t('caseAction.assignMediator')}
      draftKey={`case.${mediation.id}.mediator`}
      initial={{ mediatorId: mediation.mediator?.id ?? proposed }}
      onSubmit={({ mediatorId = '' }, key) => act.mutateAsync({ body: { mediatorId }, key })}
      onClose={onClose}
    >
      <ProblemNotice error={options.error} />
      {options.isPending && <PageLoading />}
      {options.data?.length === 0 && <p>{t('caseForm.noMediators')}</p>}
      {options.data && options.data.length > 0 && (
        <Form.Item name="mediatorId" label={t('case.mediator')} rules={[{ required: true, message: t('record.chooseOne') }]}>
          <Radio.Group className="mediators">
            {options.data.map((option) => (
              <Radio key={option.id} value={option.id} disabled={option.conflict !== null}>
                <MediatorLine option={option} proposed={option.id === proposed} />
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      )}
    </ActionDrawer>
  );
}

function MediatorLine({ option, proposed }: { option: MediatorOption; proposed: boolean }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <span className="mediator__line">
        <strong>{option.name}</strong>
        {proposed && <span className="clock__mark">{t('caseForm.proposed')}</span>}
      </span>
      <span className="mediator__line quiet">
        {option.bodyName} · {t('caseForm.openCases', { count: option.openCases })}
      </span>
      {option.conflict !== null && (
        <span className="mediator__conflict">{t('caseForm.conflict', { reason: say(option.conflict) })}</span>
      )}
    </>
  );
}
