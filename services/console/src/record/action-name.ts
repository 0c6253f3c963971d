import { useTranslation } from 'react-i18next';
import { AlertAction, CaseAction } from '@accord/contracts';

/** The word on the button for an action's key; an unknown key stays as it is. */
export function useActionName(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => {
    const ofAlert = AlertAction.safeParse(action);
    if (ofAlert.success) return t(`alertAction.${ofAlert.data}`);
    const ofCase = CaseAction.safeParse(action);
    return ofCase.success ? t(`caseAction.${ofCase.data}`) : action;
  };
}
