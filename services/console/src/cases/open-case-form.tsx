import type { ReactNode } from 'react';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type ClaimType, OpenCaseRequest } from '@accord/contracts';
import { ClaimTiles } from '../alerts/claim-tiles';
import { EmployerField } from '../alerts/employer-field';
import { HeadCountField } from '../alerts/head-count-field';
import type { Report } from '../alerts/report';
import { AreaField, useOwnAreas } from '../area/area-field';
import { ActionDrawer } from '../record/action-drawer';
import {
  ApplicationFields,
  type ApplicationValues,
  applicationOf,
  emptyApplication,
  withoutIdentifiers,
} from './application-form';
import { useOpenCase } from './cases.api';
import '../alerts/quick-report.css';

interface OpenCaseValues extends ApplicationValues {
  employer: Report['employer'];
  areaCode?: string;
  claimTypes: ClaimType[];
  headCount: number;
}

/** A case without an alert before it: somebody came and applied. */
export function OpenCaseForm({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useOpenCase();
  const [home] = useOwnAreas();
  const submit = async (
    { employer, areaCode, claimTypes, headCount, ...application }: OpenCaseValues,
    key: string,
  ): Promise<void> => {
    const { id, name } = employer;
    const body = OpenCaseRequest.parse({
      ...applicationOf(application),
      employer: id ? { id, name } : { name },
      areaCode,
      claimTypes,
      headCount,
    });
    const opened = await open.mutateAsync({ body, key });
    await navigate(`/cases/${opened.id}`);
  };
  return (
    <ActionDrawer<OpenCaseValues>
      title={t('case.open')}
      intro={t('caseForm.open')}
      submitLabel={t('case.open')}
      draftKey="case.open"
      initial={{ ...emptyApplication(), employer: { name: '' }, areaCode: home, claimTypes: [], headCount: 1 }}
      keptInDraft={withoutIdentifiers}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="employer"
        label={t('case.respondent')}
        rules={[
          {
            validator: (_rule, employer: Report['employer']) =>
              employer.name.trim().length < 2 ? Promise.reject(new Error(t('report.missing.employer'))) : Promise.resolve(),
          },
        ]}
      >
        <EmployerField />
      </Form.Item>
      <Form.Item name="areaCode" label={t('report.area')}>
        <AreaField />
      </Form.Item>
      <Form.Item
        name="claimTypes"
        label={t('report.claimTypes')}
        rules={[{ required: true, type: 'array', min: 1, message: t('report.missing.claimTypes') }]}
      >
        <ClaimTiles />
      </Form.Item>
      <Form.Item
        name="headCount"
        label={t('report.headCount')}
        extra={t('caseForm.collectiveHint')}
        rules={[{ required: true, message: t('report.missing.headCount') }]}
      >
        <HeadCountField />
      </Form.Item>
      <ApplicationFields />
    </ActionDrawer>
  );
}
