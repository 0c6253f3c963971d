import { type ReactNode, useState } from 'react';
import { UserOutlined } from '@ant-design/icons';
import { App, Button, Popover, Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AreaName } from '../area/area-name';
import { useLanguage } from '../i18n/language';
import { useSession, useSignOut } from '../session/session.api';
import { useNavigation } from './navigation';
import { type Appearance, changeAppearance, useAppearance } from './appearance';

const SCHEMES: Appearance['scheme'][] = ['system', 'light', 'dark'];

export function PersonMenu(): ReactNode {
  const { t } = useTranslation();
  const { staff } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<PersonPanel onDone={() => setOpen(false)} />}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('shell.person', { name: staff.name })} aria-expanded={open}>
        <span className="shell__person">{staff.name}</span>
      </Button>
    </Popover>
  );
}

function PersonPanel({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { staff, grants } = useSession();
  const signOut = useSignOut();
  const { message } = App.useApp();
  const offTabs = useNavigation().filter(({ onPhone }) => !onPhone);
  return (
    <div className="person">
      <strong>{staff.name}</strong>
      <ul className="person__grants">
        {grants.map(({ role, areaCode, bodyId }) => (
          <li key={role + areaCode + String(bodyId)}>
            {t(`role.${role}`)} · <AreaName code={areaCode} />
          </li>
        ))}
      </ul>
      <Preferences />
      <div className="person__links">
        {offTabs.map(({ path, name }) => (
          <Link key={path} to={path} className="person__link--phone" onClick={onDone}>
            {name}
          </Link>
        ))}
        <Link to="/password">{t('session.changePassword')}</Link>
        <Button
          type="link"
          onClick={() => signOut.mutate(undefined, { onError: () => void message.error(t('session.signOutFailed')) })}
          loading={signOut.isPending}
        >
          {t('session.signOut')}
        </Button>
      </div>
    </div>
  );
}

function Preferences(): ReactNode {
  const { t } = useTranslation();
  const { scheme, largeType } = useAppearance();
  const { language, change } = useLanguage();
  return (
    <dl className="person__preferences">
      <dt>{t('shell.language')}</dt>
      <dd>
        <Segmented
          value={language}
          onChange={change}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </dd>
      <dt>{t('shell.scheme')}</dt>
      <dd>
        <Segmented
          value={scheme}
          onChange={(chosen) => changeAppearance({ scheme: chosen })}
          options={SCHEMES.map((value) => ({ value, label: t(`shell.schemes.${value}`) }))}
        />
      </dd>
      <dt id="large-type">{t('shell.largeType')}</dt>
      <dd>
        <Switch checked={largeType} onChange={(on) => changeAppearance({ largeType: on })} aria-labelledby="large-type" />
      </dd>
    </dl>
  );
}
