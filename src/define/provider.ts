import { define } from '../elements/base/define.js';
import { CcProvider } from '../elements/provider/provider.js';

// Loaded by the first provider with `demo`, and by no other page.
CcProvider.loadDemo = async (scenario) => {
  const { createMockBackend, scenarioNames } = await import('../mock/index.js');
  return createMockBackend({ scenario: scenarioNames.find((name) => name === scenario) });
};

define(CcProvider);
