import type { LocalisedText } from '@accord/case-model';

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** An article number as statutes write it: 22 is 二十二, 205 is 二百零五. From 1 to 999. */
function chineseNumber(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const front = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return front + middle + (ones > 0 ? DIGITS[ones] : '');
}

/** A statute or document as explanations name it. */
export type LegalSource = LocalisedText;

/** The articles of one source: `《…》第二十二条` and `…, art. 22`. */
export function cite(source: LegalSource, ...articles: number[]): LocalisedText {
  return {
    zh: `${source.zh}${articles.map((article) => `第${chineseNumber(article)}条`).join('、')}`,
    en: `${source.en}, ${articles.length > 1 ? 'arts.' : 'art.'} ${articles.join(', ')}`,
  };
}

/** Two sources that say the same together. */
export function both(first: LocalisedText, second: LocalisedText): LocalisedText {
  return { zh: `${first.zh}；${second.zh}`, en: `${first.en}; ${second.en}` };
}

export const mediationAndArbitrationLaw: LegalSource = {
  zh: '《劳动争议调解仲裁法》',
  en: 'Labour Dispute Mediation and Arbitration Law',
};

export const order17: LegalSource = {
  zh: '《企业劳动争议协商调解规定》（人社部令第17号）',
  en: 'Provisions on Consultation and Mediation of Enterprise Labour Disputes (Order 17)',
};

export const arbitrationCaseRules: LegalSource = {
  zh: '《劳动人事争议仲裁办案规则》（人社部令第33号）',
  en: 'Rules for Handling Labour and Personnel Arbitration Cases (Order 33)',
};

export const civilProcedureLaw: LegalSource = { zh: '《民事诉讼法》（2023年修正）', en: 'Civil Procedure Law (2023 text)' };

export const peoplesMediationLaw: LegalSource = { zh: '《人民调解法》', en: 'People’s Mediation Law' };

export const jiangsuSupervisionRegulation: LegalSource = {
  zh: '《江苏省工会劳动法律监督条例》',
  en: 'Jiangsu Regulation on Trade-Union Supervision of Labour Law',
};

export const petitionRegulation: LegalSource = { zh: '《信访工作条例》', en: 'Regulation on Petition Work (2022)' };

export const legalAidLaw: LegalSource = { zh: '《法律援助法》', en: 'Legal Aid Law' };

export const hardshipFileRules: LegalSource = {
  zh: '困难职工档案管理规定（总工办〔2016〕36号，工会内部规定）',
  en: 'ACFTU rules on hardship files (2016 no. 36, a rule of the unions, not a statute)',
};

export const collectiveContractProvisions: LegalSource = {
  zh: '《集体合同规定》（劳动保障部令第22号）',
  en: 'Provisions on Collective Contracts (Order 22)',
};

export const wageBargainingMeasures: LegalSource = {
  zh: '《工资集体协商试行办法》（劳动保障部令第9号）',
  en: 'Trial Measures for Collective Wage Bargaining (Order 9)',
};

export const labourContractLaw: LegalSource = { zh: '《劳动合同法》', en: 'Labour Contract Law' };

export const tradeUnionLaw: LegalSource = { zh: '《工会法》（2021年修正）', en: 'Trade Union Law (2021 text)' };

export const jiangsuUnionMeasures: LegalSource = {
  zh: '《江苏省实施〈中华人民共和国工会法〉办法》（2025年修正）',
  en: 'Jiangsu Measures for Implementing the Trade Union Law (2025 text)',
};

export const jiangsuWagePaymentRegulation: LegalSource = {
  zh: '《江苏省工资支付条例》',
  en: 'Jiangsu Regulation on Payment of Wages',
};

/** The basis of every limit that no law sets. */
export const setByTheFederation: LocalisedText = {
  zh: '联合会自定（非法定期限）',
  en: 'set by the federation (not a statutory limit)',
};
