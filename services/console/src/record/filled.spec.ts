import { expect, it } from '@jest/globals';
import { filled } from './filled';

it('leaves out what was left empty, and keeps what only looks empty', () => {
  expect(filled({ note: '', on: null, by: undefined, amountFen: 0, agreed: false })).toEqual({ amountFen: 0, agreed: false });
});
