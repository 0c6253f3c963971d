import { describe, expect, it } from '@jest/globals';
import { conflictOf, type MediatorStanding, requireFreeToMediate } from './conflict.rules';

const EMPLOYER = '0198b2c4-0000-7000-8000-00000000e001';
const OTHER_EMPLOYER = '0198b2c4-0000-7000-8000-00000000e002';
const BODY = '0198b2c4-0000-7000-8000-00000000b001';
const mediator = (standing: Partial<MediatorStanding> = {}): MediatorStanding => ({
  id: '0198b2c4-0000-7000-8000-00000000a001',
  bodyId: BODY,
  bodyKind: 'town',
  employerId: null,
  registeredConflict: null,
  ...standing,
});

describe('assigning a mediator', () => {
  it('goes ahead for one of the body without ties to the employer', () => {
    expect(() => requireFreeToMediate(mediator({ employerId: OTHER_EMPLOYER }), BODY, EMPLOYER)).not.toThrow();
  });

  it('is refused for a mediator of another body', () => {
    expect(() => requireFreeToMediate(mediator({ bodyId: OTHER_EMPLOYER }), BODY, EMPLOYER)).toThrow(
      expect.objectContaining({ code: 'MEDIATOR_NOT_IN_BODY', field: 'mediatorId' }),
    );
  });

  it('is refused for a mediator whom the employer employs', () => {
    expect(() => requireFreeToMediate(mediator({ employerId: EMPLOYER }), BODY, EMPLOYER)).toThrow(
      expect.objectContaining({
        code: 'MEDIATOR_CONFLICT',
        text: expect.objectContaining({ zh: expect.stringContaining('受雇于') }),
      }),
    );
  });

  it('is not refused on the employer’s own committee, whose members are its staff by law', () => {
    expect(conflictOf(mediator({ employerId: EMPLOYER, bodyKind: 'enterprise' }), EMPLOYER)).toBeNull();
  });

  it('is refused with the registered reason, also on the employer’s own committee', () => {
    const registeredConflict = { zh: '近亲属担任人事负责人', en: 'a near relative heads personnel' };

    expect(() => requireFreeToMediate(mediator({ registeredConflict, bodyKind: 'enterprise' }), BODY, EMPLOYER)).toThrow(
      expect.objectContaining({
        code: 'MEDIATOR_CONFLICT',
        text: expect.objectContaining({ en: expect.stringContaining('near relative') }),
      }),
    );
  });
});
