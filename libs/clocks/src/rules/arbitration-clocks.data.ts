import type { ClockRule } from './clock-rule';
import { arbitrationCaseRules, both, cite, civilProcedureLaw, mediationAndArbitrationLaw } from './legal-source';
import { statutory } from './rule-forms';

const LAW_FROM = '2008-05-01';
const RULES_FROM = '2017-07-01';
const awardReceived = { zh: '收到裁决书', en: 'award received' };

/**
 * A step the law gives in days. Since Order 33 its art. 80 counts 3, 5 and 10 days as working days; how they were
 * counted before could not be read, so the earlier version counts as the law's wording stands.
 */
function step(key: string, length: number, article: number, words: Pick<ClockRule, 'name' | 'startEvent'>): ClockRule[] {
  const basis = cite(mediationAndArbitrationLaw, article);
  return [
    statutory({ key, length, ...words, unit: 'calendar_day', validFrom: LAW_FROM, validTo: '2017-06-30', basis }),
    statutory({
      key,
      length,
      ...words,
      unit: 'working_day',
      validFrom: RULES_FROM,
      basis: both(basis, cite(arbitrationCaseRules, 80)),
    }),
  ];
}

/** Arbitration, court and payment order: rulebook section 8. */
export const arbitrationClocks: readonly ClockRule[] = [
  statutory({
    key: 'arb.limitation',
    name: { zh: '仲裁时效', en: 'limitation for arbitration' },
    startEvent: { zh: '知道或者应当知道权利被侵害', en: 'knew or should have known of the infringement' },
    length: 1,
    unit: 'year',
    validFrom: LAW_FROM,
    basis: cite(mediationAndArbitrationLaw, 27),
    note: {
      zh: '未计中断、中止；劳动关系存续期间拖欠报酬不受此限，自终止之日起一年。',
      en: 'Before any interruption or suspension; wage arrears have no such limit during employment, then one year from its end.',
    },
  }),
  ...step('arb.accept', 5, 29, {
    name: { zh: '决定是否受理仲裁', en: 'decide on accepting arbitration' },
    startEvent: { zh: '收到仲裁申请', en: 'arbitration application received' },
  }),
  ...step('arb.serve', 5, 30, {
    name: { zh: '送达申请书副本', en: 'serve the application on the respondent' },
    startEvent: { zh: '受理仲裁申请', en: 'arbitration application accepted' },
  }),
  ...step('arb.defence', 10, 30, {
    name: { zh: '提交答辩书', en: 'file the defence' },
    startEvent: { zh: '收到申请书副本', en: 'copy of the application received' },
  }),
  ...step('arb.copy', 5, 30, {
    name: { zh: '送达答辩书副本', en: 'serve the defence on the applicant' },
    startEvent: { zh: '收到答辩书', en: 'defence received' },
  }),
  statutory({
    key: 'arb.award',
    name: { zh: '仲裁裁决', en: 'arbitration award' },
    startEvent: { zh: '受理仲裁申请', en: 'arbitration application accepted' },
    length: 45,
    unit: 'calendar_day',
    extension: { by: 15, consent: 'none' },
    validFrom: LAW_FROM,
    basis: cite(mediationAndArbitrationLaw, 43),
  }),
  statutory({
    key: 'suit.worker',
    name: { zh: '劳动者对终局裁决起诉', en: 'worker’s suit against a final award' },
    startEvent: awardReceived,
    length: 15,
    unit: 'calendar_day',
    validFrom: LAW_FROM,
    basis: cite(mediationAndArbitrationLaw, 48),
  }),
  statutory({
    key: 'suit.other',
    name: { zh: '对其他裁决起诉', en: 'suit against any other award' },
    startEvent: awardReceived,
    length: 15,
    unit: 'calendar_day',
    validFrom: LAW_FROM,
    basis: cite(mediationAndArbitrationLaw, 50),
  }),
  statutory({
    key: 'annul.employer',
    name: { zh: '用人单位申请撤销终局裁决', en: 'employer’s request to annul a final award' },
    startEvent: awardReceived,
    length: 30,
    unit: 'calendar_day',
    validFrom: LAW_FROM,
    basis: cite(mediationAndArbitrationLaw, 49),
  }),
  statutory({
    key: 'payorder.court',
    name: { zh: '法院发出支付令', en: 'court issues the payment order' },
    startEvent: { zh: '法院受理支付令申请', en: 'payment-order application accepted' },
    length: 15,
    unit: 'calendar_day',
    validFrom: '2024-01-01',
    basis: cite(civilProcedureLaw, 227),
  }),
  statutory({
    key: 'payorder.debtor',
    name: { zh: '债务人清偿或提出异议', en: 'debtor pays or objects' },
    startEvent: { zh: '收到支付令', en: 'payment order received' },
    length: 15,
    unit: 'calendar_day',
    validFrom: '2024-01-01',
    basis: cite(civilProcedureLaw, 227),
  }),
];
