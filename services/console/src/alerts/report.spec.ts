import { describe, expect, it } from '@jest/globals';
import { RaiseAlertRequest } from '@accord/contracts';
import { emptyReport, missingFrom, type Report, reportOf, requestOf } from './report';

const AT = new Date('2026-11-22T08:00:00Z');

function aCompleteReport(part: Partial<Report> = {}): Report {
  return {
    ...emptyReport('320505002'),
    employer: { name: ' 苏州宏泰物流有限公司 ' },
    headCount: 30,
    claimTypes: ['unpaid_wages'],
    observed: '工人在厂门口聚集',
    ...part,
  };
}

describe('a quick report', () => {
  it('says what is missing in the order of the page', () => {
    expect(missingFrom(emptyReport('320505002'))).toEqual(['employer', 'headCount', 'claimTypes', 'observed']);
  });

  it('is complete without place, signs and level', () => {
    expect(missingFrom(aCompleteReport())).toEqual([]);
  });

  it('wants a reason where the level is changed by hand', () => {
    expect(missingFrom(aCompleteReport({ level: 'red' }))).toEqual(['levelReason']);
  });

  it('becomes a request that the contract accepts, of an employer that nobody knows', () => {
    const request = requestOf(aCompleteReport(), AT);

    expect(RaiseAlertRequest.parse(request)).toEqual(request);
    expect(request.employer).toEqual({ name: '苏州宏泰物流有限公司' });
  });

  it('leaves out what belongs to the form alone', () => {
    const known = { id: '0198b2c4-0000-7000-8000-000000000001', name: '苏州宏泰', lastAlertAt: '2026-11-20T00:00:00Z' };

    const request = requestOf(aCompleteReport({ employer: known, place: '  ' }), AT);

    expect(request.employer).toEqual({ id: known.id, name: known.name });
    expect(request).not.toHaveProperty('place');
    expect(request).not.toHaveProperty('level');
  });

  it('comes back to the form as it was when the server refuses it later', () => {
    const report = aCompleteReport({ employer: { name: '苏州宏泰' }, level: 'red', levelReason: '有人受伤', place: '东门' });

    expect(reportOf(requestOf(report, AT))).toEqual(report);
  });
});
