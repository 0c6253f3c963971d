import { type ReactNode, useRef, useState } from 'react';
import { Button, Drawer, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../shell/appearance';
import { ProblemNotice } from '../shell/problem-notice';
import { newKey } from '../api/new-key';
import { useDraft } from './draft';
import './action-drawer.css';

interface ActionDrawerProps<Values extends object> {
  title: string;
  /** What happens when this is submitted, for someone who does it for the first time. */
  intro?: ReactNode;
  submitLabel: string;
  /** Names the draft: what is typed here outlives a reload and a sign-out. */
  draftKey: string;
  initial: Values;
  /** Leaves out of the draft what must not stay in a browser. */
  keptInDraft?: (values: Values) => Values;
  /** `key` stays the same while one and the same content is tried again. */
  onSubmit: (values: Values, key: string) => Promise<unknown>;
  /** After it has been done. */
  onClose: () => void;
  /** Where leaving undone differs from having done. */
  onCancel?: () => void;
  children?: ReactNode;
}

/** The one form of an action: fields, why it was refused, one button. Ctrl+Enter submits. */
export function ActionDrawer<Values extends object>(props: ActionDrawerProps<Values>): ReactNode {
  const {
    title,
    intro,
    submitLabel,
    draftKey,
    initial,
    keptInDraft = (values) => values,
    onSubmit,
    onClose,
    onCancel = onClose,
    children,
  } = props;
  const { t } = useTranslation();
  const phone = usePhone();
  const [form] = Form.useForm<Values>();
  const draft = useDraft<Values>(draftKey, initial);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const attempt = useRef({ content: '', key: '' });

  const submit = async (values: Values): Promise<void> => {
    setPending(true);
    setError(null);
    const content = JSON.stringify(values);
    if (attempt.current.content !== content) attempt.current = { content, key: newKey() };
    try {
      await onSubmit(values, attempt.current.key);
      draft.forget();
      onClose();
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal : new Error(String(refusal)));
      setPending(false);
    }
  };
  const footer = (
    <div className="action-drawer__foot">
      <Button onClick={onCancel}>{t('state.cancel')}</Button>
      <Button type="primary" loading={pending} onClick={() => form.submit()}>
        {submitLabel}
      </Button>
    </div>
  );
  return (
    <Drawer
      open
      title={title}
      onClose={onCancel}
      footer={footer}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88dvh' : 520}
    >
      {intro && <p className="action-drawer__intro">{intro}</p>}
      {draft.found && <p className="quiet">{t('record.draftFound')}</p>}
      <ProblemNotice error={error} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={draft.value}
        onValuesChange={(_changed, values) => draft.change(keptInDraft(values))}
        onFinish={(values) => void submit(values)}
        scrollToFirstError={{ focus: true }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        {children}
      </Form>
    </Drawer>
  );
}
