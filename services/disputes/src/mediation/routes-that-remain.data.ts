import type { LocalisedText } from '@accord/case-model';
import type { ClaimType, DeclineCaseRequest } from '@accord/contracts';

export interface Route {
  readonly text: LocalisedText;
  /** Open for these claims only; for every claim where left out. */
  readonly claimTypes?: readonly ClaimType[];
  /** Pointless where the case was declined for one of these reasons. */
  readonly notAfter?: readonly DeclineCaseRequest['reason'][];
}

/** Where parties may go when mediation did not help, with the articles of the Labour Dispute Mediation and Arbitration Law. */
export const routesThatRemain: readonly Route[] = [
  {
    text: {
      zh: '申请劳动争议仲裁：向劳动合同履行地或者用人单位所在地的仲裁委员会提出，仲裁不收费（调解仲裁法第五条、第二十一条、第五十三条）。',
      en: 'Arbitration, free of charge, at the commission of the place of performance or of the employer’s seat (Mediation and Arbitration Law, arts. 5, 21, 53).',
    },
    notAfter: ['already_in_arbitration_or_court', 'out_of_scope'],
  },
  {
    text: {
      zh: '仲裁时效一年，自知道或者应当知道权利被侵害之日起计算；劳动关系存续期间拖欠报酬不受此限，终止后一年内提出（第二十七条）。',
      en: 'Arbitration must be applied for within one year of knowing of the infringement; for unpaid wages the year begins when the employment ends (art. 27).',
    },
    notAfter: ['already_in_arbitration_or_court', 'out_of_scope'],
  },
  {
    text: {
      zh: '拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金的，可以向劳动行政部门投诉（第九条）。',
      en: 'Complain to the labour authority about unpaid wages, work-injury medical fees, compensation or damages (art. 9).',
    },
    claimTypes: ['unpaid_wages', 'work_injury', 'compensation'],
  },
  {
    text: {
      zh: '向工会或者法律援助机构申请法律援助（法律援助法第三十一条、第六十八条）。',
      en: 'Ask the union or a legal aid body for legal aid (Legal Aid Law, arts. 31, 68).',
    },
    claimTypes: ['unpaid_wages', 'social_insurance', 'labour_relation', 'work_injury', 'compensation', 'dismissal'],
  },
];
