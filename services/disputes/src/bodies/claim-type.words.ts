import type { LocalisedText } from '@accord/case-model';
import type { ClaimType } from '@accord/contracts';

/** What the console and a proposal call the claims. */
export const claimTypeWords = {
  unpaid_wages: { zh: '拖欠工资', en: 'unpaid wages' },
  dismissal: { zh: '解除劳动合同', en: 'dismissal' },
  compensation: { zh: '经济补偿', en: 'compensation' },
  work_injury: { zh: '工伤', en: 'work injury' },
  social_insurance: { zh: '社会保险', en: 'social insurance' },
  hours_and_rest: { zh: '工时休假', en: 'hours and rest' },
  safety: { zh: '劳动安全', en: 'safety' },
  labour_contract: { zh: '劳动合同', en: 'labour contract' },
  labour_relation: { zh: '确认劳动关系', en: 'labour relation' },
  other: { zh: '其他', en: 'other' },
} satisfies Record<ClaimType, LocalisedText>;

export function inWords(claimTypes: readonly ClaimType[]): LocalisedText {
  const words = claimTypes.map((claimType) => claimTypeWords[claimType]);
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}
