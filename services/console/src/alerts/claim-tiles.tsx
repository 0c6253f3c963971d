import type { ReactNode } from 'react';
import {
  ClockCircleOutlined,
  EllipsisOutlined,
  FileProtectOutlined,
  IdcardOutlined,
  InsuranceOutlined,
  MedicineBoxOutlined,
  MoneyCollectOutlined,
  SafetyOutlined,
  TransactionOutlined,
  UserDeleteOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { ClaimType } from '@accord/contracts';

const PICTURES = {
  unpaid_wages: <MoneyCollectOutlined />,
  dismissal: <UserDeleteOutlined />,
  compensation: <TransactionOutlined />,
  work_injury: <MedicineBoxOutlined />,
  social_insurance: <InsuranceOutlined />,
  hours_and_rest: <ClockCircleOutlined />,
  safety: <SafetyOutlined />,
  labour_contract: <FileProtectOutlined />,
  labour_relation: <IdcardOutlined />,
  other: <EllipsisOutlined />,
} satisfies Record<ClaimType, ReactNode>;

interface ClaimTilesProps {
  value?: ClaimType[];
  onChange?: (types: ClaimType[]) => void;
}

export function ClaimTiles({ value = [], onChange }: ClaimTilesProps): ReactNode {
  const { t } = useTranslation();
  const toggle = (type: ClaimType): void =>
    onChange?.(value.includes(type) ? value.filter((other) => other !== type) : [...value, type]);
  return (
    <div className="tiles">
      {ClaimType.options.map((type) => (
        <button key={type} type="button" className="tile" aria-pressed={value.includes(type)} onClick={() => toggle(type)}>
          <span className="tile__picture" aria-hidden="true">
            {PICTURES[type]}
          </span>
          {t(`claimType.${type}`)}
        </button>
      ))}
    </div>
  );
}
