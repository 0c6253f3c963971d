import { type ReactNode, useState } from 'react';
import { CheckOutlined, EnvironmentOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.api';
import { usePhone } from '../shell/appearance';
import { AreaName } from './area-name';
import { parentOf, useAreasIn } from './areas.api';
import './area-field.css';

interface AreaFieldProps {
  id?: string;
  value?: string | null;
  onChange?: (code: string | null) => void;
  /** Offers “all of my area”: for filters. */
  clearable?: boolean;
}

/** Picks a division by walking down from the officer's own area; nothing outside it is offered. */
export function AreaField({ id, value = null, onChange, clearable = false }: AreaFieldProps): ReactNode {
  const { t } = useTranslation();
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const choose = (code: string | null): void => {
    onChange?.(code);
    setOpen(false);
  };
  return (
    <>
      <Button id={id} className="area-field" icon={<EnvironmentOutlined />} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <span className="area-field__name">{value === null ? t('area.all') : <AreaName code={value} />}</span>
        <RightOutlined aria-hidden />
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement={phone ? 'bottom' : 'right'}
        size={phone ? '80dvh' : 420}
        title={t('area.choose')}
        destroyOnHidden
      >
        <AreaWalk value={value} onChoose={choose} clearable={clearable} />
      </Drawer>
    </>
  );
}

/** The officer's areas without those that lie inside another of them. */
export function useOwnAreas(): string[] {
  const codes = [...new Set(useSession().grants.map(({ areaCode }) => areaCode))];
  return codes.filter((code) => !codes.some((other) => other !== code && code.startsWith(other)));
}

interface AreaWalkProps {
  value: string | null;
  onChoose: (code: string | null) => void;
  clearable: boolean;
}

function AreaWalk({ value, onChoose, clearable }: AreaWalkProps): ReactNode {
  const { t } = useTranslation();
  const roots = useOwnAreas();
  const [at, setAt] = useState<string | null>(() => startOf(value, roots));
  const children = useAreasIn(at);
  const isRoot = at === null || roots.includes(at);
  return (
    <div className="area-walk">
      {clearable && <AreaRow chosen={value === null} onChoose={() => onChoose(null)} name={t('area.all')} />}
      {at !== null && !(isRoot && roots.length === 1) && (
        <Button type="link" onClick={() => setAt(isRoot ? null : parentOf(at))}>
          {t('area.up')}
        </Button>
      )}
      {at === null ? (
        roots.map((code) => (
          <AreaRow
            key={code}
            chosen={value === code}
            onChoose={() => onChoose(code)}
            onEnter={() => setAt(code)}
            name={<AreaName code={code} />}
          />
        ))
      ) : (
        <AreaRow chosen={value === at} onChoose={() => onChoose(at)} name={<AreaName code={at} />} whole />
      )}
      {children.isFetching && <p className="quiet">{t('state.loading')}</p>}
      {children.data?.map(({ code, name, level }) => (
        <AreaRow
          key={code}
          chosen={value === code}
          onChoose={() => onChoose(code)}
          onEnter={level === 'village' ? undefined : () => setAt(code)}
          name={name}
        />
      ))}
    </div>
  );
}

function startOf(value: string | null, roots: string[]): string | null {
  const root = roots.find((code) => value?.startsWith(code)) ?? (roots.length === 1 ? roots[0] : undefined);
  if (root === undefined) return null;
  return value === null || value === root ? root : (parentOf(value) ?? root);
}

interface AreaRowProps {
  name: ReactNode;
  chosen: boolean;
  whole?: boolean;
  onChoose: () => void;
  onEnter?: () => void;
}

function AreaRow({ name, chosen, whole = false, onChoose, onEnter }: AreaRowProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="area-row">
      <button type="button" className="area-row__choose" aria-pressed={chosen} onClick={onChoose}>
        {name}
        {whole && <span className="quiet"> {t('area.whole')}</span>}
        {chosen && <CheckOutlined aria-hidden />}
      </button>
      {onEnter && (
        <button type="button" className="area-row__enter" onClick={onEnter}>
          {t('area.within')} <RightOutlined aria-hidden />
        </button>
      )}
    </div>
  );
}
