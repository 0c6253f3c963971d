import { aidClocks } from './aid-clocks.data';
import { arbitrationClocks } from './arbitration-clocks.data';
import { bargainingClocks } from './bargaining-clocks.data';
import type { ClockRule } from './clock-rule';
import { federationClocks } from './federation-clocks.data';
import { mediationClocks } from './mediation-clocks.data';
import { organizingClocks } from './organizing-clocks.data';
import { petitionClocks } from './petition-clocks.data';
import { supervisionClocks } from './supervision-clocks.data';

/** Every clock rule as it ships, each version dated. */
export const clockRules: readonly ClockRule[] = [
  ...mediationClocks,
  ...arbitrationClocks,
  ...supervisionClocks,
  ...petitionClocks,
  ...aidClocks,
  ...bargainingClocks,
  ...organizingClocks,
  ...federationClocks,
];
