import type { ReactNode } from 'react';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Grant, Role } from '@accord/contracts';
import { AreaField } from '../area/area-field';

/** One line per grant: a role in an area. */
export function GrantFields({ home }: { home: string }): ReactNode {
  const { t } = useTranslation();
  const fresh: Partial<Grant> = { areaCode: home, bodyId: null };
  return (
    <Form.List name="grants">
      {(fields, { add, remove }) => (
        <fieldset className="grants">
          <legend>{t('staff.grants')}</legend>
          {fields.map(({ key, name }) => (
            <div className="grants__one" key={key}>
              <Form.Item
                name={[name, 'role']}
                label={t('staff.role')}
                rules={[{ required: true, message: t('record.chooseOne') }]}
              >
                <Select options={Role.options.map((value) => ({ value, label: t(`role.${value}`) }))} />
              </Form.Item>
              <Form.Item name={[name, 'areaCode']} label={t('cockpit.area')}>
                <AreaField />
              </Form.Item>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('staff.removeGrant')}
                disabled={fields.length === 1}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add(fresh)}>
            {t('staff.addGrant')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
