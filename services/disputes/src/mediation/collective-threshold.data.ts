/** From how many workers on a dispute is collective, by date. Labour Dispute Mediation and Arbitration Law, art. 7: 十人以上, which includes ten. */
export const collectiveThresholds = [{ validFrom: '2008-05-01', people: 10 }] as const;
