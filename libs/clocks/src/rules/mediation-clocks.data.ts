import type { ClockRule } from './clock-rule';
import {
  arbitrationCaseRules,
  both,
  cite,
  civilProcedureLaw,
  mediationAndArbitrationLaw,
  order17,
  peoplesMediationLaw,
} from './legal-source';
import { statutory } from './rule-forms';

const agreementInForce = { zh: '调解协议生效', en: 'mediation agreement in force' };
const applicationReceived = { zh: '收到申请', en: 'application received' };
const reviewName = { zh: '申请仲裁审查', en: 'apply for arbitration review' };

/** Consultation and mediation: rulebook section 8, first block. Order 17 is in force since 2012-01-01. */
export const mediationClocks: readonly ClockRule[] = [
  statutory({
    key: 'neg.reply',
    name: { zh: '协商答复', en: 'reply to a request to negotiate' },
    startEvent: { zh: '收到协商要求', en: 'request to negotiate received' },
    length: 5,
    unit: 'calendar_day',
    validFrom: '2012-01-01',
    basis: cite(order17, 10),
    note: { zh: '逾期不答复视为不愿协商。', en: 'No reply counts as unwilling to negotiate.' },
  }),
  statutory({
    key: 'med.accept',
    name: { zh: '决定是否受理', en: 'decide on acceptance' },
    startEvent: applicationReceived,
    length: 3,
    unit: 'working_day',
    validFrom: '2012-01-01',
    basis: cite(order17, 22),
  }),
  statutory({
    key: 'med.lawlimit',
    name: { zh: '法定调解期限（自收到申请起）', en: 'statutory mediation limit (clock A, from receipt)' },
    startEvent: applicationReceived,
    length: 15,
    unit: 'calendar_day',
    validFrom: '2008-05-01',
    basis: cite(mediationAndArbitrationLaw, 14),
    note: {
      zh: '期满未达成调解协议，当事人可以申请仲裁。',
      en: 'Without an agreement by then either party may go to arbitration.',
    },
  }),
  statutory({
    key: 'med.limit',
    name: { zh: '调解期限（自受理起）', en: 'mediation limit (clock B, from acceptance)' },
    startEvent: { zh: '受理', en: 'case accepted' },
    length: 15,
    unit: 'calendar_day',
    extension: { by: null, consent: 'both_parties' },
    suspension: {
      consent: 'both_parties',
      when: { zh: '等待工伤认定等结论', en: 'waiting for a finding such as a work-injury decision' },
    },
    validFrom: '2012-01-01',
    basis: cite(order17, 29),
    note: {
      zh: '双方当事人同意可以延期；中止须经双方同意，为联合会自定做法。',
      en: 'May be extended if both parties agree; stopping it with both consents is the federation’s own practice.',
    },
  }),
  statutory({
    key: 'med.review.file',
    name: reviewName,
    startEvent: agreementInForce,
    length: 15,
    unit: 'calendar_day',
    validFrom: '2012-01-01',
    validTo: '2017-06-30',
    basis: cite(order17, 27),
  }),
  statutory({
    key: 'med.review.file',
    name: reviewName,
    startEvent: agreementInForce,
    length: 15,
    unit: 'calendar_day',
    validFrom: '2017-07-01',
    basis: both(cite(order17, 27), cite(arbitrationCaseRules, 74)),
  }),
  statutory({
    key: 'med.review.decide',
    name: { zh: '仲裁审查结案', en: 'arbitration review decided' },
    startEvent: { zh: '受理仲裁审查申请', en: 'review application accepted' },
    length: 5,
    unit: 'working_day',
    extension: { by: 5, consent: 'none' },
    validFrom: '2017-07-01',
    basis: cite(arbitrationCaseRules, 76, 80),
  }),
  statutory({
    key: 'med.confirm.file',
    name: { zh: '申请司法确认', en: 'apply for judicial confirmation' },
    startEvent: agreementInForce,
    length: 30,
    unit: 'calendar_day',
    validFrom: '2011-01-01',
    validTo: '2023-12-31',
    basis: cite(peoplesMediationLaw, 33),
    note: {
      zh: '仅适用于人民调解委员会主持达成的协议。',
      en: 'Only for agreements reached before a people’s mediation committee.',
    },
  }),
  statutory({
    key: 'med.confirm.file',
    name: { zh: '申请司法确认', en: 'apply for judicial confirmation' },
    startEvent: agreementInForce,
    length: 30,
    unit: 'calendar_day',
    validFrom: '2024-01-01',
    basis: cite(civilProcedureLaw, 205),
    note: {
      zh: '依法设立的调解组织主持达成的协议均可申请。',
      en: 'Open to agreements of any lawfully established mediation body.',
    },
  }),
];
